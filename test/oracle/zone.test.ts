import { expect, test } from "vitest";
import type { Linkage } from "#model";
import { nameOf } from "./constraints.ts";
import { oracle } from "./oracle.ts";
import { day, judged, noEvidence, type Plain, type PlainSheet, plainPackage, plainScenario } from "./plain-scenario.ts";
import type { SettlementTable } from "./settlement-table.ts";

/** Two issues of two options worth 50 points each to both: P1 wants a0 and b0, P2 wants a1 and b1. */
const p1: PlainSheet = {
  weights: [1, 1],
  values: [
    [100, 0],
    [100, 0],
  ],
  reservation: 50,
};
const p2: PlainSheet = {
  ...p1,
  values: [
    [0, 100],
    [0, 100],
  ],
};
const opposed: Plain = { options: [2, 2], sheets: [p1, p2] };

const noA0 = { id: "no-a0", kind: "hard", when: [{ issue: "A", options: ["a0"] }], evidence: noEvidence } as const;

test("equality accepts, unless the scenario says otherwise", () => {
  expect(oracle(plainScenario(opposed)).zoneCount).toBe(2);
  expect(oracle(plainScenario({ ...opposed, tie: "refuses" })).zoneCount).toBe(0);
});

test("a party outside the consent list neither refuses nor counts for the frontier", () => {
  const answer = oracle(plainScenario({ ...opposed, consent: ["P1"] }));
  expect(answer.zoneCount).toBe(3);
  expect(answer.parties).toEqual(["P1"]);
  expect(answer.frontier.map(({ values }) => values)).toEqual([[100]]);
});

test("a rule lowers the count, and only the definitional ones are left out of the second count", () => {
  const rule = { reason: "", sources: [], kind: "forbid" } as const;
  const answer = oracle(
    plainScenario({
      ...opposed,
      rules: [
        {
          ...rule,
          id: "r1",
          definitional: true,
          when: [
            { issue: "A", options: ["a0"] },
            { issue: "B", options: ["b0"] },
          ],
        },
        {
          ...rule,
          id: "r2",
          definitional: false,
          when: [
            { issue: "A", options: ["a1"] },
            { issue: "B", options: ["b0"] },
          ],
        },
      ],
    }),
  );
  expect([answer.settlements, answer.settlementsWithoutDefinitionalRules]).toEqual([2, 3]);
});

test("a requirement binds only where its condition holds", () => {
  const rule = { id: "r", reason: "", sources: [], definitional: false } as const;
  const when = [{ issue: "A", options: ["a0"] }];
  const then = [{ issue: "B", options: ["b1"] }];
  expect(oracle(plainScenario({ ...opposed, rules: [{ ...rule, kind: "require", when, then }] })).settlements).toBe(3);
});

test("lines bind between their dates, both days included", () => {
  const count = (from: string, until: string, options = {}): number =>
    oracle(
      plainScenario({
        ...opposed,
        sheets: [p1, { ...p2, redLines: [{ ...noA0, from: day(from), until: day(until) }] }],
      }),
      options,
    ).zoneCount;
  expect(count("2025-08-26", "2025-08-26")).toBe(1);
  expect(count("2025-08-27", "2025-09-01")).toBe(2);
  expect(count("2025-08-01", "2025-08-25")).toBe(2);
  expect(count("2025-08-26", "2025-08-26", { withoutRedLines: true })).toBe(2);
  expect(count("2025-08-26", "2025-08-26", { setAside: ["no-a0"] })).toBe(2);
});

test("a declared line binds only when asked for", () => {
  const scenario = plainScenario({ ...opposed, sheets: [p1, { ...p2, redLines: [{ ...noA0, kind: "declared" }] }] });
  expect(oracle(scenario).zoneCount).toBe(2);
  expect(oracle(scenario, { declared: "all" }).zoneCount).toBe(1);
  expect(oracle(scenario, { declared: ["P1"] }).zoneCount).toBe(2);
  expect(oracle(scenario, { enforce: ["no-a0"] }).zoneCount).toBe(1);
});

test("a floor binds on its commitments only", () => {
  const floor = { id: "f", issue: "A", min: 35, evidence: noEvidence };
  const count = (commitments: string[]): number =>
    oracle(plainScenario({ ...opposed, sheets: [{ ...p1, floors: [{ ...floor, commitments }] }, p2] })).zoneCount;
  expect(count(["a1"])).toBe(1); // a1 is worth 0 to P1
  expect(count(["a0"])).toBe(2);
});

const names = (table: SettlementTable, positions: readonly number[]): string[] =>
  positions.map((position) => nameOf(table.constraints[position]!.ref));

test("an empty zone has every minimal conflict and every minimal way to open it, with the least cuts", () => {
  // P1 asks 60 and P2 51 of 100 that they split in halves: either pair of claims conflicts.
  const sheets = [
    { ...p1, reservation: 60 },
    { ...p2, reservation: 51 },
  ];
  const answer = oracle(plainScenario({ ...opposed, sheets }));
  expect(answer.conflicts).toEqual([["P1's reservation", "P2's reservation"]]);
  const unlocks = answer.zoneUnlocks.map(({ remove, cuts }) => ({
    remove: names(answer.table, remove),
    cuts: cuts.map((cut) => cut.map(({ cut: points }) => points)),
  }));
  // P2 accepts 51 only at 100: P1 then has 0, 60 short. P1 accepts 60 only at 100: P2 is 51 short.
  expect(unlocks).toEqual([
    { remove: ["P1's reservation"], cuts: [[60]] },
    { remove: ["P2's reservation"], cuts: [[51]] },
  ]);
});

test("a cut is Pareto-minimal among several reservations that must move together", () => {
  // P3's line leaves only splits that neither P1 nor P2 accepts: (50, 50) twice.
  const line = (id: string, a: string, b: string) => ({
    ...noA0,
    id,
    when: [
      { issue: "A", options: [a] },
      { issue: "B", options: [b] },
    ],
  });
  const answer = oracle(
    plainScenario({
      ...opposed,
      sheets: [
        { ...p1, reservation: 60 },
        { ...p2, reservation: 51 },
        { ...p1, reservation: 0, redLines: [line("x", "a0", "b0"), line("y", "a1", "b1")] },
      ],
    }),
  );
  const both = answer.zoneUnlocks.find(
    ({ remove }) => names(answer.table, remove).join() === "P1's reservation,P2's reservation",
  );
  expect(both?.cuts).toEqual([
    [
      { column: 0, cut: 10 },
      { column: 1, cut: 1 },
    ],
  ]);
  expect(answer.zoneUnlocks).toHaveLength(3);
});

test("contradictory rules leave one conflict without members and no way to open the zone", () => {
  const rule = { id: "r", reason: "", sources: [], definitional: false, kind: "forbid" } as const;
  const answer = oracle(
    plainScenario({ ...opposed, rules: [{ ...rule, when: [{ issue: "A", options: ["a0", "a1"] }] }] }),
  );
  expect(answer.settlements).toBe(0);
  expect(answer.conflicts).toEqual([[]]);
  expect(answer.zoneUnlocks).toEqual([]);
});

test("an option is dead by rule, by line or by value", () => {
  const answer = oracle(
    plainScenario({
      options: [2, 3],
      sheets: [
        {
          weights: [1, 0],
          values: [
            [100, 0],
            [0, 0, 0],
          ],
          reservation: 50,
          redLines: [{ ...noA0, id: "b", when: [{ issue: "B", options: ["b1"] }] }],
        },
      ],
      rules: [
        {
          id: "r",
          reason: "",
          sources: [],
          definitional: false,
          kind: "forbid",
          when: [{ issue: "B", options: ["b2"] }],
        },
      ],
    }),
  );
  expect(answer.dead).toEqual({ byRules: ["B=b2"], byLine: ["B=b1"], byValue: ["A=a1"] });
});

test("a package is judged on its own date and unlocked by the fewest changes", () => {
  const scenario = plainScenario({
    ...opposed,
    sheets: [p1, { ...p2, redLines: [{ ...noA0, until: day("2025-01-01") }] }],
    packages: [
      plainPackage("now", { A: "a0", B: "b0" }),
      plainPackage("then", { A: "a0", B: "b0" }, day("2025-01-01")),
      plainPackage("open", { A: "a0" }),
    ],
  });
  const answer = oracle(scenario);
  expect(answer.verdicts.get("now")?.refusals).toEqual(["P2's reservation"]);
  expect(answer.verdicts.get("now")?.shortfall.P2).toEqual({ top: 50n, bottom: 1n });
  expect(answer.verdicts.get("then")?.refusals).toEqual(["P2's reservation", "P2's line no-a0"]);
  expect([...answer.packageUnlocks.get("now")!.sets.keys()]).toEqual(["B", "A"]);
  expect([...answer.packageUnlocks.get("then")!.sets.keys()]).toEqual(["A"]);
  expect(answer.packageUnlocks.get("now")!.size).toBe(1);
  expect(answer.verdicts.has("open")).toBe(false);
});

test("locks, where and freed clusters restrict what is counted", () => {
  const scenario = plainScenario({ ...opposed, packages: [plainPackage("p", { A: "a0", B: "b0" })] });
  expect(oracle(scenario, { lock: { A: "a1" } }).settlements).toBe(2);
  expect(oracle(scenario, { where: [{ issue: "B", options: ["b0", "b1"] }] }).settlements).toBe(4);
  expect(oracle(scenario, { from: "p", free: ["B"] }).settlements).toBe(2);
  expect(oracle(scenario, { from: "p" }).settlements).toBe(1);
});

test("the effect of a line is the zone without it", () => {
  const answer = oracle(plainScenario({ ...opposed, sheets: [p1, { ...p2, redLines: [noA0] }] }));
  expect(answer.withEverything.count).toBe(1);
  expect(answer.without.get("P2's line no-a0")).toMatchObject({ zoneExists: true, count: 2, ideals: [50, 50] });
});

test("linkages add to a combination, replace a value, and stop at the cap", () => {
  const both = [
    { issue: "A", options: ["a0"] },
    { issue: "B", options: ["b0"] },
  ];
  const utility = (sheet: Partial<PlainSheet>): number =>
    oracle(plainScenario({ options: [2, 2], sheets: [{ ...p1, reservation: 0, ...sheet }] })).table.rows[0]!
      .utilities[0]!;
  const linkage = { id: "l", evidence: noEvidence };
  expect(utility({})).toBe(100);
  expect(utility({ linkages: [{ ...linkage, kind: "combination", when: both, value: judged(-7), of: 100 }] })).toBe(93);
  expect(
    utility({ linkages: [{ ...linkage, kind: "combination", when: both, value: judged(7), of: 100 }], cap: 101 }),
  ).toBe(101);
  const table = (value: number): Linkage => ({
    ...linkage,
    kind: "table",
    issue: "B",
    given: "A",
    table: { a0: { b0: judged(value) } },
  });
  expect(utility({ linkages: [table(40), table(60)] })).toBe(70); // the first table that has the cell
});
