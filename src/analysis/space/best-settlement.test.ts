import { expect, test } from "vitest";
import { seededRandom } from "#prelude";
import { enumeratedSettlements } from "../../../test/oracle/enumerated-space.ts";
import { randomScenario } from "../../../test/oracle/random-scenario.ts";
import { rulesInForce } from "../rules-in-force.ts";
import { maximiser, utilitiesOf } from "./best-settlement.ts";
import { problemOf } from "./problem.ts";
import { settlementSpace } from "./settlement-space.ts";

const seeds = Array.from({ length: 80 }, (_, place) => place + 1);

function spaceOf(seed: number) {
  const scenario = randomScenario(seed);
  const problem = problemOf(scenario, rulesInForce(scenario, {}));
  return { space: settlementSpace(problem), all: enumeratedSettlements(problem), issues: problem.issues };
}

test("the largest weighted sum, over all options and over fewer, is the enumeration's, and of a tie the first settlement", () => {
  let none = 0;
  for (const seed of seeds) {
    const { space, all } = spaceOf(seed);
    const random = seededRandom(seed);
    const max = maximiser(space);
    for (let round = 0; round < 6; round++) {
      const weights = Float64Array.from({ length: space.parties }, () => random.below(7) - 2);
      const allowed = space.allowed.map((flag) => (round > 0 && random.below(4) === 0 ? 0 : flag));
      const sum = (utilities: readonly number[]): number =>
        utilities.reduce((to, units, p) => to + units * weights[p]!, 0);
      const left = all.filter(({ options }) => options.every((o) => allowed[o] === 1));
      const most = Math.max(...left.map(({ utilities }) => sum(utilities)));
      expect([seed, max.value(weights, allowed)]).toEqual([seed, most]);
      if (left.length === 0) {
        none++;
        continue;
      }
      const inOrder = (options: readonly number[]): number[] => space.diagram.order.map((issue) => options[issue]!);
      const tied = left
        .filter(({ utilities }) => sum(utilities) === most)
        .sort((a, b) => firstDifference(inOrder(a.options), inOrder(b.options)));
      const { options, utilities } = max.path();
      expect([...options]).toEqual(tied[0]!.options);
      expect([...utilities]).toEqual(tied[0]!.utilities);
      expect(max.suffix()[0]).toBe(most);
    }
  }
  expect(none).toBeGreaterThan(0);
});

test("the utilities of a settlement are the sum of its terms, and a settlement that a rule or line refuses has none", () => {
  for (const seed of seeds.slice(0, 30)) {
    const { space, all, issues } = spaceOf(seed);
    const known = new Map(all.map(({ options, utilities }) => [options.join(" "), utilities]));
    const random = seededRandom(seed);
    for (let k = 0; k < 40; k++) {
      const options = issues.map((issue, i) => space.problem.offset[i]! + random.below(issue.options.length));
      const found = utilitiesOf(space, options);
      expect(found && [...found]).toEqual(known.get(options.join(" ")));
    }
  }
});

function firstDifference(a: readonly number[], b: readonly number[]): number {
  const k = a.findIndex((value, i) => value !== b[i]);
  return k < 0 ? 0 : a[k]! - b[k]!;
}
