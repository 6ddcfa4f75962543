import { expect, test } from "vitest";
import { DiagramTooWide } from "#analysis";
import { failureOf } from "./browser-failure.ts";

test("a scenario linked too widely is told in the engine's own words", () => {
  const error = new DiagramTooWide(500_000);
  expect(failureOf(error)).toEqual({ code: "too-wide", message: error.message });
});

test("a browser out of memory is no mistake of anyone's", () => {
  expect(failureOf(new RangeError("Array buffer allocation failed")).code).toBe("no-memory");
  expect(failureOf(new RangeError("Map maximum size exceeded")).code).toBe("no-memory");
  expect(failureOf(new RangeError("The number 1.5 cannot be converted to a BigInt")).code).toBe("mistake");
});
