import { expect, test } from "vitest";
import { evaluate } from "#model";
import { seededRandom, toNumber } from "#prelude";
import { plainScenario } from "../../../test/oracle/plain-scenario.ts";
import { randomScenario } from "../../../test/oracle/random-scenario.ts";
import { rulesInForce } from "../rules-in-force.ts";
import { choicesOf } from "../space/settlement-space.ts";
import { drawFrame } from "./draw-frame.ts";
import { prepareMany } from "./prepare-many.ts";

function frameOf(sizes: readonly number[]) {
  const sheet = {
    weights: sizes.map(() => 1),
    values: sizes.map((size) => new Array<number>(size).fill(0)),
    reservation: 0,
  };
  const scenario = plainScenario({ options: sizes, sheets: [sheet] });
  return drawFrame(scenario, rulesInForce(scenario, {}));
}

test("a settlement's look-ups in the table add up to the points of its options, whatever the number prepared together", () => {
  for (let seed = 1; seed <= 60; seed++) {
    const random = seededRandom(seed);
    const sizes = Array.from({ length: 1 + random.below(9) }, () => 1 + random.below(7));
    const frame = frameOf(sizes);
    const { offset } = frame.space.problem;
    const settlements = Array.from({ length: 1 + random.below(1500) }, () =>
      sizes.map((size, i) => offset[i]! + random.below(size)),
    );
    const many = prepareMany(frame, settlements);
    expect(many.places).toHaveLength(settlements.length * many.width);
    for (let draw = 0; draw < 2; draw++) {
      const points = Float64Array.from({ length: offset[sizes.length]! }, () => random.below(1000));
      const sums = many.sums(points);
      settlements.forEach((options, s) => {
        const places = many.places.subarray(s * many.width, (s + 1) * many.width);
        expect(places.reduce((sum, place) => sum + sums[place]!, 0)).toBe(
          options.reduce((sum, option) => sum + points[option]!, 0),
        );
      });
    }
  }
});

test("many settlements take fewer look-ups each than issues, a few take one per issue", () => {
  const frame = frameOf([4, 4, 4, 4, 4, 4]);
  const first = Array.from({ length: 6 }, (_, i) => 4 * i);
  expect(prepareMany(frame, [first]).width).toBe(6);
  expect(prepareMany(frame, new Array(2000).fill(first)).width).toBe(2);
  expect(prepareMany(frame, []).places).toHaveLength(0);
});

test("under a draw that is the sheet itself, those are kept whose exact utility is at least the reservation value", () => {
  let dropped = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const scenario = randomScenario(seed);
    const inForce = { ...rulesInForce(scenario, {}), floors: [] };
    const frame = drawFrame(scenario, inForce);
    const { problem } = frame.space;
    const random = seededRandom(seed);
    const settlements = Array.from({ length: 300 }, () =>
      problem.issues.map(({ options }, i) => problem.offset[i]! + random.below(options.length)),
    );
    const many = prepareMany(frame, settlements);
    const sheets = problem.parties.map((party) => scenario.sheets.find((sheet) => sheet.party === party)!);
    frame.load(sheets);
    sheets.forEach((sheet, p) => {
      const alive = Int32Array.from(settlements, (_, s) => s);
      const kept = frame.keepAccepted(p, many, alive, settlements.length, -1e-9);
      const expected = settlements.flatMap((options, s) => {
        const { surplus } = evaluate(sheet, choicesOf(problem, options), inForce.on);
        return toNumber(surplus) >= 0 ? [s] : [];
      });
      expect([seed, p, ...alive.slice(0, kept)]).toEqual([seed, p, ...expected]);
      dropped += settlements.length - expected.length;
    });
  }
  expect(dropped).toBeGreaterThan(500);
});
