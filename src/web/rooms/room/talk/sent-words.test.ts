import { expect, test } from "vitest";
import { withoutSent, withReturned } from "./sent-words.ts";

test("the box is empty once its words are on their way, but for what was written meanwhile", () => {
  expect(withoutSent("Yes. ", "Yes. ")).toBe("");
  expect(withoutSent("Yes. And more", "Yes. ")).toBe("And more");
  expect(withoutSent("Something else", "Yes. ")).toBe("Something else");
});

test("refused words come back before what was written since", () => {
  expect(withReturned("", "Yes.")).toBe("Yes.");
  expect(withReturned("And more", "Yes.")).toBe("Yes.\nAnd more");
});
