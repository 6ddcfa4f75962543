import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hundredths, points, thousand } from "../../../test/oracle/deterrence-draws.ts";
import { breakout } from "./breakout.ts";

describe("breakout", () => {
  test("90 days less 20 hold ten weekly inspections: 1 - 0.7^10", () => {
    const answer = breakout({ breakoutDays: 90, responseDays: 20, inspectionIntervalDays: 7, detection: 0.3 });
    expect(answer).toEqual({ kind: "in-time", inspections: 10, seen: expect.closeTo(1 - 0.7 ** 10, 12) });
  });
  test("intervals are counted in decimals; too late, and watched without a break", () => {
    const parameters = { breakoutDays: 0.3, responseDays: 0.1, inspectionIntervalDays: 0.1, detection: 0.5 };
    expect(breakout(parameters)).toMatchObject({ inspections: 2, seen: 0.75 });
    expect(breakout({ ...parameters, responseDays: 0.25 }).kind).toBe("too-late");
    expect(breakout({ ...parameters, responseDays: 1 })).toEqual({ kind: "too-late", inspections: 0, seen: 0 });
    expect(breakout({ ...parameters, inspectionIntervalDays: 0 })).toEqual({ kind: "continuous", seen: 1 });
  });
  test("more time or detection never makes it less likely to be seen; a slower response or rarer inspections never more", () => {
    const draws = fc.record({
      breakoutDays: points(0, 200),
      responseDays: points(0, 100),
      inspectionIntervalDays: points(1, 60),
      detection: hundredths(0.01, 0.98),
    });
    fc.assert(
      fc.property(draws, points(1, 30), (parameters, by) => {
        const { seen } = breakout(parameters);
        expect(breakout({ ...parameters, breakoutDays: parameters.breakoutDays + by }).seen).toBeGreaterThanOrEqual(
          seen,
        );
        expect(breakout({ ...parameters, responseDays: parameters.responseDays + by }).seen).toBeLessThanOrEqual(seen);
        const rarer = { ...parameters, inspectionIntervalDays: parameters.inspectionIntervalDays + by };
        expect(breakout(rarer).seen).toBeLessThanOrEqual(seen);
        expect(breakout({ ...parameters, detection: parameters.detection + 0.01 }).seen).toBeGreaterThanOrEqual(seen);
      }),
      thousand,
    );
  });
});
