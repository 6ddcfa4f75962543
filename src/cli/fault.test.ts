import { expect, test } from "vitest";
import { DiagramTooWide } from "#analysis";
import { faultMessage } from "./fault.ts";

test("a fault of Entente's own says so, says how to report it, and shows no stack trace", () => {
  const text = faultMessage(
    new TypeError("Cannot read x"),
    "0.1.0",
    ["analyze", "my scenario", "--lock", "a=b"],
    false,
  );
  expect(text).toMatch(/^This is a mistake in Entente, not yours: TypeError: Cannot read x\n/);
  expect(text).toContain("entente analyze 'my scenario' --lock a=b");
  expect(text).toContain("entente 0.1.0");
  expect(text).not.toMatch(/^\s+at /m);
});

test("with debugging asked for, the stack trace is there", () => {
  expect(faultMessage(new Error("x"), "0.1.0", [], true)).toMatch(/^\s+at /m);
});

test("a scenario that is linked too widely is told so, and is nobody's mistake", () => {
  const text = faultMessage(new DiagramTooWide(500_000), "0.1.0", ["analyze", "x"], false);
  expect(text).toContain("linked so widely");
  expect(text).not.toContain("mistake in Entente");
});
