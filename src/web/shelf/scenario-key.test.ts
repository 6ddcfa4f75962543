import fc from "fast-check";
import { expect, test } from "vitest";
import { formatScenarioKey, newScenarioKey, parseScenarioKey, scenarioKey, shippedId } from "./scenario-key.ts";

test("a shipped scenario's folder is written with a tilde in the address", () => {
  expect(scenarioKey("textbook/no-deal")).toBe("textbook~no-deal");
  expect(shippedId("textbook~no-deal")).toBe("textbook/no-deal");
  expect(shippedId("ukraine-2025")).toBe("ukraine-2025");
});

test("every shipped id and every own key comes back from the address as it went in", () => {
  const part = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,20}$/).filter((text) => !text.startsWith("own-"));
  const shipped = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("/"));
  fc.assert(
    fc.property(shipped, (id) => {
      expect(parseScenarioKey(formatScenarioKey({ kind: "shipped", id }))).toEqual({ kind: "shipped", id });
    }),
  );
  fc.assert(
    fc.property(fc.uuid(), (uuid) => {
      const id = `own-${uuid}`;
      expect(parseScenarioKey(formatScenarioKey({ kind: "own", id }))).toEqual({ kind: "own", id });
      expect(shippedId(id)).toBeUndefined();
    }),
  );
});

test("a new key is an own key, and another one each time", () => {
  const keys = Array.from({ length: 100 }, newScenarioKey);
  expect(keys.every((key) => parseScenarioKey(key)?.kind === "own")).toBe(true);
  expect(new Set(keys).size).toBe(100);
});

test.each(["", "~", "..", "..~etc", "a~..~b", "a//b", "own-1", "a b", "a/b", "%2e%2e", "x".repeat(201)])(
  "%j is no scenario's key",
  (key) => {
    expect(parseScenarioKey(key)).toBeUndefined();
  },
);
