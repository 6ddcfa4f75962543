import { expect, test } from "vitest";
import { run, seededRandom } from "#prelude";
import { type EnumeratedSettlement, enumeratedSettlements } from "../../../test/oracle/enumerated-space.ts";
import { plainScenario } from "../../../test/oracle/plain-scenario.ts";
import { randomScenario } from "../../../test/oracle/random-scenario.ts";
import type { Proof } from "../certificate/certificate.ts";
import { rulesInForce } from "../rules-in-force.ts";
import { type Problem, problemOf } from "../space/problem.ts";
import { settlementSpace } from "../space/settlement-space.ts";
import { findSettlement } from "./find-settlement.ts";

function example(seed: number) {
  const scenario = randomScenario(seed);
  const problem = problemOf(scenario, rulesInForce(scenario, {}));
  return { space: settlementSpace(problem), problem, all: enumeratedSettlements(problem) };
}

/** Every settlement falls into exactly one leaf of the proof, and the leaf's weighted surplus of it is too small. */
function refutes(proof: Proof, problem: Problem, threshold: Float64Array, settlement: EnumeratedSettlement): boolean {
  if (proof.kind === "split") {
    const i = problem.issues.findIndex(({ id }) => id === proof.issue);
    const chosen = problem.issues[i]!.options[settlement.options[i]! - problem.offset[i]!]!.id;
    const parts = proof.parts.filter(({ options }) => options.includes(chosen));
    return parts.length === 1 && refutes(parts[0]!.proof, problem, threshold, settlement);
  }
  // points are units x den / num; brought to one denominator, the surpluses are whole numbers
  const common = problem.scales.reduce((all, { units }) => all * units.num, 1n);
  const strict = problem.inForce.tie === "refuses";
  let sum = 0n;
  problem.parties.forEach((party, p) => {
    const { num, den } = problem.scales[p]!.units;
    const surplus = settlement.capped[p]! - (threshold[p]! - (strict ? 1 : 0));
    sum += BigInt(proof.multipliers[party] ?? "0") * BigInt(surplus) * den * (common / num);
  });
  const trusted = Object.values(proof.multipliers).every((value) => BigInt(value) >= 0n);
  return trusted && Object.keys(proof.multipliers).length > 0 && (strict ? sum <= 0n : sum < 0n);
}

test("a settlement that gives every asked party its threshold is found exactly when trying all finds one, else there is a proof", () => {
  const tally = { found: 0, proved: 0, split: 0 };
  for (let seed = 1; seed <= 250; seed++) {
    const { space, problem, all } = example(seed);
    const random = seededRandom(seed);
    for (let round = 0; round < 4; round++) {
      const base = all[random.below(Math.max(1, all.length))]?.utilities ?? [];
      // as written first, then close to what some settlement gives: thresholds that are met, or just missed
      const threshold = problem.threshold.map((units, p) => (round === 0 ? units : (base[p] ?? 0) + random.below(3)));
      const asked = problem.parties.map(() => round < 2 || random.below(2) === 0);
      const enough = ({ capped }: EnumeratedSettlement): boolean =>
        asked.every((flag, p) => !flag || capped[p]! >= threshold[p]!);
      const found = run(findSettlement(space, threshold, asked));
      expect([seed, round, found.exists]).toEqual([seed, round, all.some(enough)]);
      if (found.exists === true) {
        tally.found++;
        const { options, utilities } = found.path;
        const known = all.find((each) => each.options.join(" ") === options.join(" "))!;
        expect([...utilities]).toEqual(known.utilities);
        expect(enough(known)).toBe(true);
      } else if (found.exists === false) {
        tally.proved++;
        if (found.proof.kind === "split") tally.split++;
        for (const settlement of all) expect(refutes(found.proof, problem, threshold, settlement)).toBe(true);
      }
    }
  }
  expect(tally.found).toBeGreaterThan(200);
  expect(tally.proved).toBeGreaterThan(100);
  expect(tally.split).toBeGreaterThan(5);
});

test("when no mix of settlements helps, a search told to finish says that it does not know", () => {
  // every option is worth an even number to one or the other, and together they ask for an odd one
  const n = 16;
  const values = Array.from({ length: n }, (_, i) => [0, 200 + 2 * i]);
  const total = values.reduce((sum, [, value]) => sum + value!, 0);
  const odd = total / 2 + (total % 4 === 0 ? 1 : 0);
  const sheet = { weights: new Array<number>(n).fill(1), of: 100, scale: 100, total: 1 };
  const scenario = plainScenario({
    options: new Array<number>(n).fill(2),
    sheets: [
      { ...sheet, values, reservation: odd },
      { ...sheet, values: values.map(([none, all]) => [all!, none!]), reservation: total - odd },
    ],
  });
  const space = settlementSpace(problemOf(scenario, rulesInForce(scenario, {})));
  const search = findSettlement(space);
  expect(search.next("continue").done).toBe(false);
  expect(search.next("finish")).toEqual({ done: true, value: { exists: "unknown" } });
});

test("with nobody asked any settlement will do, and under rules that leave none there is none", () => {
  for (let seed = 1; seed <= 40; seed++) {
    const { space, problem, all } = example(seed);
    const nobody = problem.parties.map(() => false);
    expect(run(findSettlement(space, problem.threshold, nobody)).exists).toBe(all.length > 0);
  }
});
