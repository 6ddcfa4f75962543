import { readFileSync } from "node:fs";
import { describe, expect, expectTypeOf, test } from "vitest";
import type { z } from "zod";
import type { PackageReport, Robustness } from "#analysis";
import type { DecidedClaim } from "#claims";
import type { GameSolution } from "#durability";
import { ceasefireScenario } from "../fixture/ceasefire-scenario.ts";
import { decidedClaims } from "../fixture/decided-claims.ts";
import { drawnRobustness } from "../fixture/drawn-robustness.ts";
import { enumerateAnalysis } from "../fixture/enumerate-analysis.ts";
import { claimsContract } from "./claims-contract.ts";
import { contractSchemas } from "./contract-schemas.ts";
import { evaluationContract } from "./evaluation-contract.ts";
import type { gameContract } from "./game-contract.ts";
import { printJson } from "./print-json.ts";
import { robustnessContract } from "./robustness-contract.ts";

type Writable<T> = T extends readonly (infer Item)[]
  ? Writable<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Writable<T[Key]> }
    : T;
type Evaluations = z.infer<ReturnType<typeof evaluationContract>>;
type Claims = z.infer<ReturnType<typeof claimsContract>>;
type PrintedGame = Omit<z.infer<ReturnType<typeof gameContract>>, "schema" | "timings">;
type Printed = z.infer<ReturnType<typeof robustnessContract>>;

test("the contracts and the engine's types are the same types, read-only marks aside", () => {
  expectTypeOf<Evaluations["packages"][string]>().toExtend<Writable<PackageReport>>();
  expectTypeOf<Writable<PackageReport>>().toExtend<Evaluations["packages"][string]>();
  expectTypeOf<Claims["claims"][number]>().toExtend<Writable<DecidedClaim>>();
  expectTypeOf<Writable<DecidedClaim>>().toExtend<Claims["claims"][number]>();
  expectTypeOf<PrintedGame>().toExtend<Writable<GameSolution>>();
  expectTypeOf<Writable<GameSolution>>().toExtend<PrintedGame>();
  // printed with notes and timings beside it; room that is no number prints as null
  expectTypeOf<Writable<Robustness>>().toExtend<Omit<Printed, "notes" | "timings">>();
  expectTypeOf<Omit<Printed, "notes" | "timings" | "room">>().toExtend<Omit<Writable<Robustness>, "room">>();
});

const scenario = { id: "ceasefire", title: "A ceasefire", asOf: "2025-08-26" };
const beside = { notes: [], timings: { total: 0.1 } };
const evaluation = {
  schema: "entente.evaluation/1",
  scenario,
  packages: enumerateAnalysis(ceasefireScenario()).packages,
  ...beside,
};
const claims = { schema: "entente.claims/1", scenario, claims: decidedClaims, ...beside };
const robustness = { ...drawnRobustness(), ...beside };
const none = { mean: Number.NaN, low: Number.NaN, median: Number.NaN, high: Number.NaN };

test.each([
  ["evaluate", evaluationContract(), evaluation],
  ["claims", claimsContract(), claims],
  ["robustness", robustnessContract(), robustness],
  ["robustness when no draw has any room", robustnessContract(), { ...robustness, room: none }],
])("the contract accepts what `%s --json` prints", (_, contract, answer) => {
  expect(contract.safeParse(JSON.parse(printJson(answer))).error?.issues).toBeUndefined();
});

describe("a contract refuses", () => {
  const [claim] = decidedClaims;
  test.each([
    ["another version", evaluationContract(), { ...evaluation, schema: "entente.evaluation/2" }],
    ["a field nobody declared", claimsContract(), { ...claims, verdict: "holds" }],
    ["a verdict that is none", claimsContract(), { ...claims, claims: [{ ...claim, verdict: "perhaps" }] }],
    ["a share beyond one", robustnessContract(), { ...robustness, zone: { ...robustness.zone, share: 1.2 } }],
    [
      "a share that is no number",
      robustnessContract(),
      { ...robustness, zone: { ...robustness.zone, low: Number.NaN } },
    ],
  ])("%s", (_, contract, answer) => {
    expect(contract.safeParse(JSON.parse(printJson(answer))).success).toBe(false);
  });
});

test.each(Object.entries(contractSchemas()))(
  "schemas/%s.schema.json is what `npm run schemas` writes",
  (name, schema) => {
    const file = new URL(`../../../schemas/${name}.schema.json`, import.meta.url);
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(schema);
  },
);
