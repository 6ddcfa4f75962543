import fc from "fast-check";
import type { AttackParameters, GuarantorParameters } from "#durability";

/** Random judgements in whole points and whole hundredths, so that equal means equal and rounding decides nothing. */
export const hundredths = (low: number, high: number): fc.Arbitrary<number> =>
  fc.integer({ min: Math.round(low * 100), max: Math.round(high * 100) }).map((n) => n / 100);

export const points = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });

/** p1 < p0, and an intervention that costs the challenger something. Peace may be worth less than nothing. */
export const challengers: fc.Arbitrary<AttackParameters> = fc
  .record({
    prize: points(1, 100),
    opposed: fc.integer({ min: 1, max: 98 }),
    further: fc.integer({ min: 1, max: 99 }),
    warCost: points(0, 50),
    widerWarCost: points(0, 50),
    penalty: points(0, 30),
    peace: points(-20, 30),
  })
  .map(({ opposed, further, ...rest }) => ({
    ...rest,
    successOpposed: opposed / 100,
    successAlone: Math.min(100, opposed + further) / 100,
  }));

/** Those for whom an attack pays if nobody intervenes: the numerator of q* is positive. */
export const temptedChallengers = challengers.filter(
  ({ prize, successAlone, warCost, penalty, peace }) =>
    Math.round(successAlone * 100) * prize > 100 * (warCost + penalty + peace),
);

export const guarantors: fc.Arbitrary<Pick<GuarantorParameters, "stake" | "reneging">> = fc.record({
  stake: points(1, 100),
  reneging: points(0, 50),
});

/** 1,000 draws for each sign. */
export const thousand = { numRuns: 1000 } as const;
