import { expect, test } from "vitest";
import { parseScenario } from "#language";
import { judge, type Outcome } from "./judge.ts";
import { seeds } from "./seeds.ts";

test("72 seed folders are read without a mistake", () => {
  expect(seeds()).toHaveLength(72);
  for (const { name, files } of seeds()) {
    const { diagnostics } = parseScenario(files);
    expect(diagnostics, name).toEqual([]);
  }
});

test("1,500 mutants are read without a broken promise, and known mistakes are reported at their line and column", () => {
  const outcomes: Outcome[] = [];
  for (let number = 0; number < 1500; number++) outcomes.push(judge(number, 1, () => performance.now()));
  expect(outcomes.filter(({ broken }) => broken)).toEqual([]);
  const known = outcomes.filter(({ located }) => located !== undefined);
  expect(known.length).toBeGreaterThan(500);
  expect(known.filter(({ located }) => !located)).toEqual([]);
});
