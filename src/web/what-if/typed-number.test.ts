import fc from "fast-check";
import { expect, test } from "vitest";
import { typedNumber } from "./typed-number.ts";

test.each(["101", "1e9", "-5", "", " ", "ten", "1,5", "NaN", "Infinity", "100.0001"])(
  "%j is no number up to 100",
  (text) => {
    expect(typedNumber(text, 100)).toBeUndefined();
  },
);

test("any number from nothing to the most is taken as it was typed, and no other", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), fc.double({ min: 0.01, max: 1e6, noNaN: true }), (number, most) => {
      expect(typedNumber(String(number), most)).toEqual(number >= 0 && number <= most ? number + 0 : undefined);
    }),
  );
});
