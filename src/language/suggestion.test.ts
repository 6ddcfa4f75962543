import { expect, test } from "vitest";
import { suggestion } from "./suggestion.ts";

test("the nearest name is suggested, the first of equals, and nothing far away or wholly different", () => {
  expect(suggestion("west_caped", ["deep_wide", "west_capped", "west_cap"])).toBe("west_capped");
  expect(suggestion("UAA", ["UAB", "UAC"])).toBe("UAB");
  expect(suggestion("sanctions", ["territory"])).toBeUndefined();
  expect(suggestion("Z", ["A", "B"])).toBeUndefined();
});
