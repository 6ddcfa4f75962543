import fc from "fast-check";
import { expect, test } from "vitest";
import { changeBetween } from "./change-between.ts";

test("the change makes the one text of the other, and touches no more than lies between what both share", () => {
  const text = fc.stringMatching(/^[ab\n]{0,12}$/);
  fc.assert(
    fc.property(text, text, (before, after) => {
      const { from, to, insert } = changeBetween(before, after);
      expect(before.slice(0, from) + insert + before.slice(to)).toBe(after);
      if (before === after) expect([from === to, insert]).toEqual([true, ""]);
      // neither the first nor the last sign of it is one that both texts share there
      if (from < to && insert !== "") {
        expect(before[from]).not.toBe(insert[0]);
        expect(before[to - 1]).not.toBe(insert.at(-1));
      }
    }),
  );
});
