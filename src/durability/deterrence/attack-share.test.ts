import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { points, thousand } from "../../../test/oracle/deterrence-draws.ts";
import { attackShare } from "./attack-share.ts";

describe("the share of challengers that attack", () => {
  test("tends to the step as the precision grows", () => {
    fc.assert(
      fc.property(points(-100, 100), (gain) => {
        const step = gain > 0 ? 1 : gain < 0 ? 0 : 0.5;
        expect(Math.abs(attackShare(gain, 1e3) - step)).toBeLessThan(1e-9);
        expect(attackShare(gain, Number.POSITIVE_INFINITY)).toBe(step);
        expect(attackShare(gain, 0)).toBe(0.5);
        // the distance to the step never grows
        expect(Math.abs(attackShare(gain, 0.2) - step)).toBeLessThanOrEqual(Math.abs(attackShare(gain, 0.1) - step));
      }),
      thousand,
    );
  });
  test("rises with the gain", () => {
    fc.assert(
      fc.property(points(-100, 100), points(1, 20), (gain, by) => {
        expect(attackShare(gain + by, 0.1)).toBeGreaterThan(attackShare(gain, 0.1));
      }),
      thousand,
    );
  });
  test("at 10 points and a precision of 0.1 it is 1 / (1 + 1/e)", () => {
    expect(attackShare(10, 0.1)).toBeCloseTo(0.731058578630005, 12);
  });
});
