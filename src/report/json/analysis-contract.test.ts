import { describe, expect, expectTypeOf, test } from "vitest";
import type { z } from "zod";
import type { Analysis } from "#analysis";
import { ceasefireScenario } from "../fixture/ceasefire-scenario.ts";
import { enumerateAnalysis } from "../fixture/enumerate-analysis.ts";
import { analysisContract } from "./analysis-contract.ts";
import { analysisJson } from "./analysis-json.ts";
import { analysisSchema } from "./analysis-schema.ts";

type Writable<T> = T extends readonly (infer Item)[]
  ? Writable<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Writable<T[Key]> }
    : T;

const scenario = ceasefireScenario();
const analysis = enumerateAnalysis(scenario);
const empty = enumerateAnalysis(scenario, { declared: true });

test("the contract and the Analysis type are the same type, read-only marks aside", () => {
  expectTypeOf<z.infer<ReturnType<typeof analysisContract>>>().toExtend<Writable<Analysis>>();
  expectTypeOf<Writable<Analysis>>().toExtend<z.infer<ReturnType<typeof analysisContract>>>();
});

test.each([
  ["with an agreement zone", analysis],
  ["with none", empty],
])("the contract accepts what is printed for an analysis %s", (_, one) => {
  const read: unknown = JSON.parse(analysisJson(one));
  expect(analysisContract().safeParse(read).error?.issues).toBeUndefined();
});

describe("the contract refuses", () => {
  const printed = () => JSON.parse(analysisJson(analysis)) as { readonly rules: object }; // the test edits it freely
  test.each([
    ["another version", () => ({ ...printed(), schema: "entente.analysis/2" })],
    ["a count that is a number", () => ({ ...printed(), settlements: { status: "exact", value: 31500 } })],
    ["an answer without a status", () => ({ ...printed(), settlements: { value: "31500" } })],
    ["a field nobody declared", () => ({ ...printed(), verdict: "deal" })],
    ["a missing part", () => ({ ...printed(), solutions: undefined })],
    [
      "an unknown kind of constraint",
      () => ({ ...printed(), rules: { ...printed().rules, enforced: [{ kind: "mood" }] } }),
    ],
  ])("%s", (_, broken) => {
    expect(analysisContract().safeParse(broken()).success).toBe(false);
  });
});

test("the published JSON Schema names the version and every part", () => {
  const schema = analysisSchema() as { properties: Record<string, { const?: string }>; required: string[] }; // an object schema
  expect(schema.properties.schema?.const).toBe("entente.analysis/1");
  expect([...schema.required, "frontierBeforeReservations"].sort()).toEqual(Object.keys(empty).sort());
});
