import fc from "fast-check";
import { expect, test } from "vitest";
import { withinJudgedRange } from "./within-judged-range.ts";

const judged = { low: 46, mid: 56, high: 66 };

test.each([
  { utility: 45.9, tie: "accepts", within: false },
  { utility: 46, tie: "accepts", within: true },
  { utility: 50.1, tie: "accepts", within: true },
  { utility: 58, tie: "accepts", within: true },
  { utility: 66, tie: "accepts", within: false },
  { utility: 46, tie: "refuses", within: false },
  { utility: 66, tie: "refuses", within: true },
  { utility: 71, tie: "refuses", within: false },
] as const)(
  "of a party judged to accept from 46 to 66, $utility is within the range: $within where equality $tie",
  ({ utility, tie, within }) => {
    expect(withinJudgedRange(judged, utility, tie)).toBe(within);
  },
);

test("a value is within the range exactly when the two ends of the range give it two verdicts", () => {
  const whole = fc.integer({ min: 0, max: 20 }); // whole numbers, so that ends are met often
  fc.assert(
    fc.property(whole, whole, whole, fc.constantFrom("accepts", "refuses"), (a, b, utility, tie) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      const accepts = (reservation: number) => (tie === "accepts" ? utility >= reservation : utility > reservation);
      expect(withinJudgedRange({ low, high }, utility, tie)).toBe(accepts(low) !== accepts(high));
      expect(withinJudgedRange({ low, high: low }, utility, tie)).toBe(false);
    }),
  );
});
