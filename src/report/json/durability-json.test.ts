import { expect, expectTypeOf, test } from "vitest";
import type { z } from "zod";
import type { DurabilityReport, GuaranteeReport, InspectionReport, TripwireReport } from "#durability";
import { attackAndAnswer, durableContext, judgedGuarantee } from "../fixture/durable-context.ts";
import { durabilityContract } from "./durability-contract.ts";
import { durabilityJson, type PrintedDurability, type ShortReferences } from "./durability-json.ts";
import { printJson } from "./print-json.ts";

type Writable<T> = T extends string | number | boolean
  ? T
  : T extends readonly (infer Item)[]
    ? Writable<Item>[]
    : T extends object
      ? { -readonly [Key in keyof T]: Writable<T[Key]> }
      : T;
type Printed = z.infer<ReturnType<typeof durabilityContract>>;
type PrintedJudged = Extract<Printed["durability"], { status: "judged" }>;
type PrintedGuarantee = PrintedJudged["guarantees"][number];
type PrintedTripwire = NonNullable<PrintedGuarantee["tripwire"]>;
type PrintedStanding = Extract<PrintedJudged["limits"][number], { stands: "yes" }>;

test("the contract and the engine's types are the same types, read-only marks aside", () => {
  expectTypeOf<Writable<ShortReferences<DurabilityReport>>>().toExtend<Printed["durability"]>();
  // the other way round verdict by verdict: the contract's ids are any text, the engine's are not
  expectTypeOf<PrintedGuarantee["verdict"]>().toExtend<Writable<ShortReferences<GuaranteeReport["verdict"]>>>();
  expectTypeOf<PrintedTripwire["verdict"]>().toExtend<Writable<ShortReferences<TripwireReport["verdict"]>>>();
  expectTypeOf<PrintedStanding["inspection"]["verdict"]>().toExtend<
    Writable<ShortReferences<InspectionReport["verdict"]>>
  >();
  expectTypeOf<Printed["durability"]["status"]>().toEqualTypeOf<DurabilityReport["status"]>();
  expectTypeOf<Writable<NonNullable<PrintedDurability["ground"]>>>().toExtend<NonNullable<Printed["ground"]>>();
});

const cap = { breachGain: 4, breachPenalty: [0, 10], detection: 0.5, falseAlarm: 0, falseAlarmCost: 0 } as const;
const growth = { winsNow: 0.3, winsLater: 0.6, decliningCost: 0.1, risingCost: 0.1, discount: 0.9 };
const context = durableContext({
  guarantee: { ...judgedGuarantee, prize: [50, 250] },
  limit: cap,
  shift: growth,
  aftermath: attackAndAnswer({ willing: false }),
  draws: 100,
  ground: true,
});
const { durability, aftermath, ground, choices } = context;
const answer = (options: { readonly geometry: boolean }) => ({
  schema: "entente.durability-answer/1",
  scenario: { id: "ceasefire", title: "A ceasefire", asOf: "2025-08-26" },
  ...durabilityJson(
    {
      package: { id: "as_presented", name: "As presented", choices },
      durability,
      aftermath,
      ...(ground ? { ground } : {}),
    },
    options,
  ),
  notes: [],
  timings: { total: 0.1 },
});
const printed = (value: unknown): unknown => JSON.parse(printJson(value));
const issuesOf = (value: unknown) => durabilityContract().safeParse(printed(value)).error?.issues;

test("the contract accepts an answer with every part, with and without the shapes", () => {
  expect(issuesOf(answer({ geometry: false }))).toBeUndefined();
  expect(issuesOf(answer({ geometry: true }))).toBeUndefined();
  expect(JSON.stringify(printed(answer({ geometry: false })))).not.toContain('"geometry"');
  expect(JSON.stringify(printed(answer({ geometry: true })))).toContain('"geometry"');
});

test("the contract accepts an answer in which nothing is judged", () => {
  const nothing = { status: "unknown", reason: "nothing is judged" };
  const { ground: shapes, ...rest } = answer({ geometry: false });
  const unknown = { ...rest, durability: nothing, aftermath: { kind: "unknown", reason: "nothing", openIssues: [] } };
  expect(issuesOf(unknown)).toBeUndefined();
});

test("a reference to a parameter names it once: symbol and name stand with the parameter", () => {
  const json = printed(answer({ geometry: false })) as Printed; // accepted above
  if (json.durability.status !== "judged") throw new Error("It is judged.");
  const [guarantee] = json.durability.guarantees;
  expect(guarantee?.verdict).toMatchObject({
    status: "open",
    restsOn: [{ owner: "guarantee", parameter: "prize", placeholder: true }],
  });
  expect(guarantee?.parameters.find(({ id }) => id === "prize")).toMatchObject({
    symbol: "v",
    resolution: { judgement: { low: 50, mid: 150, high: 250 }, placeholder: true, evidence: { sources: ["ENT"] } },
  });
  expect(JSON.stringify(guarantee?.verdict)).not.toContain("symbol");
  // (30 + 0.2 x 100) / 0.5
  expect(guarantee?.prizeThreshold).toEqual({
    answer: { status: "exact", value: { kind: "prize", value: 100 } },
    stated: { kind: "prize", value: 100 },
    restsOn: [],
  });
});

test("parties and levers stand by id, and a state as the levers taken in it", () => {
  const json = printed(answer({ geometry: false })) as Printed; // accepted above
  if (json.aftermath.kind !== "findings") throw new Error("It is known.");
  expect(json.aftermath.settlementHolds).toEqual({ status: "exact", value: false });
  expect(json.aftermath.firstDefection).toMatchObject({
    state: [],
    swaps: { status: "exact", value: 0 },
    defections: [{ move: { party: "RU", takes: ["attack"], from: [], to: ["attack"] } }],
  });
  expect(json.aftermath.hollowSanctions[0]?.ifActed[0]).toMatchObject({
    parties: ["EU"],
    against: [{ party: "EU", takes: ["fight"] }],
  });
});

test.each([
  ["another version", { schema: "entente.durability/2" }],
  ["a field nobody declared", { verdict: "holds" }],
  ["a chance of war", { aftermath: { ...answer({ geometry: false }).aftermath, chanceOfWar: 0.3 } }],
])("the contract refuses %s", (_, change) => {
  expect(issuesOf({ ...answer({ geometry: false }), ...change })).toBeDefined();
});
