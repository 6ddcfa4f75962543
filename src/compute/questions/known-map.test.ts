import { expect, test } from "vitest";
import { shippedScenario } from "../../../test/scenarios/shipped-scenario.ts";
import { knownMap } from "./known-map.ts";

test("a copy of the last map is that map, and another one takes its place", () => {
  const map = shippedScenario("ukraine-2025").map!; // it has one
  expect(knownMap(map)).toBe(map);
  expect(knownMap(structuredClone(map))).toBe(map);
  const other = { ...map, features: map.features.slice(1) };
  expect(knownMap(other)).toBe(other);
  expect(knownMap(structuredClone(map))).not.toBe(map);
});
