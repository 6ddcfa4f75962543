import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { run } from "#prelude";
import {
  type PlainNumber,
  plainChoices,
  plainDurability,
  plainGuarantee,
} from "../../../test/oracle/durability-plain.ts";
import { type CriticalDelay, criticalDelay } from "../deterrence/reaction.ts";
import { durabilityOf } from "./durability-of.ts";
import type { DelayAlong } from "./durability-report.ts";

/**
 * The guarantors are sure to come, and who attacks loses 30 points either way: held off while p1(tau) v <= 30, with
 * p1(tau) = 0.1 + 0.4 (1 - exp(-lambda tau)).
 */
const given = {
  ...{ successAlone: 0.5, successOpposed: 0.1, warCost: 30, widerWarCost: 0, penalty: 0, peace: 0 },
  ...{ stake: 100, reneging: 100, fightingCost: 1, reactionDays: 5 },
};

describe("the critical delay along a range", () => {
  test("is ln of what is left to be seized, over the speed, at six values of a prize from 50 to 400", () => {
    const [prize, ...others] = alongOf({ ...given, prize: [50, 400], seizureSpeed: 0.1 })!;
    expect(others).toEqual([]);
    expect(prize!.parameter).toMatchObject({ parameter: "prize", placeholder: false });
    expect(prize!.points.map(({ at }) => at)).toEqual([50, 120, 190, 260, 330, 400]);
    expect(prize!.points.map(({ delay }) => delay)).toEqual([
      { kind: "none" }, // 0.5 x 50 < 30
      days(-Math.log(1 - (30 / 120 - 0.1) / 0.4) / 0.1),
      days(-Math.log(1 - (30 / 190 - 0.1) / 0.4) / 0.1),
      days(-Math.log(1 - (30 / 260 - 0.1) / 0.4) / 0.1),
      { kind: "zero" }, // 0.1 x 330 > 30
      { kind: "zero" },
    ]);
  });

  test("holds placeholders at their middles and ranges at what is stated", () => {
    const [prize, speed] = alongOf({ ...given, prize: [100, 140], seizureSpeed: { placeholder: [0.05, 0.15] } })!;
    const done = (v: number): number => -Math.log(1 - (30 / v - 0.1) / 0.4);
    expect(prize!.points.map(({ delay }) => delay)).toEqual(
      [100, 108, 116, 124, 132, 140].map((v) => days(done(v) / 0.1)),
    );
    expect(speed!.parameter).toMatchObject({ parameter: "seizureSpeed", placeholder: true });
    expect(speed!.points[0]).toEqual({ at: 0.05, delay: days(done(120) / 0.05) });
    expect(speed!.points.at(-1)).toEqual({ at: 0.15, delay: days(done(120) / 0.15) });
  });

  test("is absent where neither has a range, and where it is not known", () => {
    expect(alongOf({ ...given, prize: 100, seizureSpeed: 0.1 })).toBeUndefined();
    const { stake: _, ...unwilling } = given;
    expect(alongOf({ ...unwilling, prize: [50, 400], seizureSpeed: 0.1 })).toBeUndefined();
  });

  test("leaves the rest of the report as it would be without a look along the ranges", () => {
    const numbers = { ...given, prize: [50, 400] as const, seizureSpeed: { placeholder: [0.05, 0.15] as const } };
    const one = reactionOf(numbers);
    expect(one).toEqual(reactionOf(numbers));
    // both ends of the whole box: the fewest days at the end of both ranges, any delay at the beginning of that of the prize
    expect(one.criticalDelay.answer).toEqual({ status: "bounded", low: { kind: "zero" }, high: { kind: "none" } });
  });

  test("is what the model says at each value, and does not rise with the prize or the speed", () => {
    const between = (least: number, most: number) => fc.integer({ min: least, max: most });
    const numbers = fc.record({
      low: between(1, 150),
      width: between(1, 250),
      slow: between(1, 40),
      spread: between(1, 60),
      alone: between(20, 100),
      opposed: between(0, 20),
      war: between(0, 60),
      wider: between(0, 80),
      stake: between(0, 150),
      cost: between(1, 120),
    });
    fc.assert(
      fc.property(numbers, (drawn) => {
        const shared = {
          ...{ successAlone: drawn.alone / 100, successOpposed: drawn.opposed / 100, penalty: 5, peace: 3 },
          ...{ warCost: drawn.war, widerWarCost: drawn.war + drawn.wider, stake: drawn.stake, reneging: 10 },
        };
        const prizes: PlainNumber = [drawn.low, drawn.low + drawn.width];
        const speeds: PlainNumber = { placeholder: [drawn.slow / 100, (drawn.slow + drawn.spread) / 100] };
        const along = alongOf({
          ...shared,
          fightingCost: drawn.cost,
          reactionDays: 5,
          prize: prizes,
          seizureSpeed: speeds,
        })!;
        expect(along.map(({ parameter }) => parameter.parameter)).toEqual(["prize", "seizureSpeed"]);
        const middle = { prize: drawn.low + drawn.width / 2, seizureSpeed: (2 * drawn.slow + drawn.spread) / 200 };
        // one cost that everybody knows: they fight exactly if it is at most k*
        const fights = (resolve: number): number => (resolve >= drawn.cost ? 1 : 0);
        for (const { parameter, points } of along) {
          for (const { at, delay } of points) {
            const alone = criticalDelay({ ...shared, ...middle, [parameter.parameter]: at }, fights);
            if (alone.kind === "days" && delay.kind === "days") expect(delay.value).toBeCloseTo(alone.value, 6);
            else expect(delay).toEqual(alone);
          }
          const lengths = points.map(({ delay }) => lengthOf(delay));
          for (let i = 1; i < lengths.length; i++) expect(lengths[i]!).toBeLessThanOrEqual(lengths[i - 1]! + 1e-8);
        }
      }),
      { numRuns: 300 },
    );
  });
});

function days(value: number): CriticalDelay {
  return { kind: "days", value: expect.closeTo(value, 6) };
}

function lengthOf(delay: CriticalDelay): number {
  if (delay.kind === "days") return delay.value;
  return delay.kind === "zero" ? -1 : Number.POSITIVE_INFINITY;
}

function alongOf(numbers: Parameters<typeof plainGuarantee>[0]): readonly DelayAlong[] | undefined {
  return reactionOf(numbers).criticalDelayAlong;
}

function reactionOf(numbers: Parameters<typeof plainGuarantee>[0]) {
  const report = run(durabilityOf(plainDurability({ guarantees: [plainGuarantee(numbers)] }), plainChoices));
  if (report.status !== "judged") throw new Error(report.reason);
  return report.guarantees[0]!.reaction!;
}
