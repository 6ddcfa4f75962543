import { describe, expect, test } from "vitest";
import { day, evidence, forbid, line, named, scenario, when } from "../../test/tiny-scenario.ts";
import { rulesInForce, rulesSummary } from "./rules-in-force.ts";

const land = { weight: 1, values: { keep: 100, share: 50, give: 0 } };
const money = { weight: 1, values: { none: 0, some: 100 } };
const issues = {
  land: [land.weight, land.values],
  money: [money.weight, money.values],
} as const;

const dispute = scenario({
  issues: { land: ["keep", "share", "give"], money: ["none", "some"] },
  sheets: {
    A: {
      reservation: 40,
      issues,
      redLines: [
        line("no-giving", when({ land: "give" }), { from: day("2025-01-01") }),
        line("no-sharing", when({ land: "share" }), { kind: "declared" }),
        line("old", when({ money: "none" }), { until: day("2025-06-14") }),
      ],
      floors: [{ id: "pay", issue: "money", commitments: ["some"], min: 10, evidence: evidence() }],
    },
    B: {
      reservation: 40,
      issues,
      redLines: [
        line("no-keeping", when({ land: "keep" })),
        line("no-sharing", when({ land: "share" }), { kind: "declared" }),
      ],
    },
    C: { reservation: 0, issues, redLines: [line("never", when({ money: "some" }))] },
  },
  packages: [named("draft", { land: "share", money: "some" })],
  agenda: {
    consent: ["A", "B", "D"],
    issues: [
      {
        id: "land",
        name: "Land",
        cluster: "T",
        options: [
          { id: "keep", name: "", quantities: [] },
          { id: "share", name: "", quantities: [] },
          { id: "give", name: "", quantities: [] },
        ],
      },
      {
        id: "money",
        name: "Money",
        cluster: "E",
        options: [
          { id: "none", name: "", quantities: [] },
          { id: "some", name: "", quantities: [] },
        ],
      },
    ],
    rules: [
      forbid("physics", when({ land: "give", money: "none" })),
      forbid("words", when({ land: "keep", money: "some" }), true),
    ],
  },
});

const lineNames = (inForce: ReturnType<typeof rulesInForce>) =>
  inForce.lines.map(({ party, line }) => `${party}.${line.id}`);

describe("what a run enforces", () => {
  test("hard lines and floors of the consenting parties, in force on the date, and nothing else", () => {
    const inForce = rulesInForce(dispute, {});
    expect(lineNames(inForce)).toEqual(["A.no-giving", "B.no-keeping"]);
    expect(inForce.floors.map(({ party, floor }) => `${party}.${floor.id}`)).toEqual(["A.pay"]);
    expect(inForce.consent).toEqual(["A", "B"]);
    expect(rulesSummary(inForce)).toEqual({
      tie: "accepts",
      decision: "Every consenting party accepts: A, B. Without a sheet, so left out: D.",
      on: "2025-06-15",
      enforced: [
        { kind: "line", party: "A", line: "no-giving" },
        { kind: "line", party: "B", line: "no-keeping" },
        { kind: "floor", party: "A", floor: "pay" },
      ],
      reportedOnly: [
        { kind: "line", party: "A", line: "no-sharing" },
        { kind: "line", party: "B", line: "no-sharing" },
      ],
      notInForce: [{ kind: "line", party: "A", line: "old" }],
      undated: [
        { kind: "line", party: "A", line: "no-sharing" },
        { kind: "line", party: "B", line: "no-keeping" },
        { kind: "line", party: "B", line: "no-sharing" },
      ],
      setAside: [],
      ruleIds: ["physics", "words"],
      locks: {},
    });
  });

  test("on another day other lines are in force", () => {
    expect(lineNames(rulesInForce(dispute, {}, day("2024-12-31")))).toEqual(["A.old", "B.no-keeping"]);
  });

  test("the last day of a line still counts", () => {
    expect(lineNames(rulesInForce(dispute, {}, day("2025-06-14")))).toContain("A.old");
  });

  test.each([
    { declared: "all" as const, expected: ["A.no-giving", "A.no-sharing", "B.no-keeping", "B.no-sharing"] },
    { declared: ["B"], expected: ["A.no-giving", "B.no-keeping", "B.no-sharing"] },
    { enforce: ["A.no-sharing"], expected: ["A.no-giving", "A.no-sharing", "B.no-keeping"] },
    { enforce: ["no-sharing"], expected: ["A.no-giving", "A.no-sharing", "B.no-keeping", "B.no-sharing"] },
    { enforce: ["A.old"], expected: ["A.no-giving", "B.no-keeping"] },
    { withoutRedLines: true, expected: [] },
    { withoutRedLines: true, declared: ["A"], expected: ["A.no-sharing"] },
    { setAside: ["B.no-keeping"], expected: ["A.no-giving"] },
    { declared: "all" as const, setAside: ["no-sharing"], expected: ["A.no-giving", "B.no-keeping"] },
  ])("lines enforced under $declared $enforce $setAside $withoutRedLines", ({ expected, ...options }) => {
    expect(lineNames(rulesInForce(dispute, options))).toEqual(expected);
  });

  test("what the options take out is listed as set aside", () => {
    expect(rulesInForce(dispute, { withoutRedLines: true, setAside: ["A.pay"] }).setAside).toEqual([
      { kind: "line", party: "A", line: "no-giving" },
      { kind: "floor", party: "A", floor: "pay" },
      { kind: "line", party: "B", line: "no-keeping" },
    ]);
    expect(rulesInForce(dispute, { withoutFloors: true }).floors).toEqual([]);
  });

  test("definitional rules can be left out", () => {
    expect(rulesInForce(dispute, { withoutDefinitionalRules: true }).rules.map(({ id }) => id)).toEqual(["physics"]);
  });

  test("from a package, every issue is locked but the free ones and those of a free cluster; a lock comes on top", () => {
    expect(rulesInForce(dispute, { from: "draft" }).locks).toEqual({ land: "share", money: "some" });
    expect(rulesInForce(dispute, { from: "draft", free: ["land"] }).locks).toEqual({ money: "some" });
    expect(rulesInForce(dispute, { from: "draft", free: ["E"] }).locks).toEqual({ land: "share" });
    expect(rulesInForce(dispute, { from: "draft", free: ["E"], lock: { land: "keep", money: "none" } }).locks).toEqual({
      land: "keep",
      money: "none",
    });
  });

  test.each([
    [{ declared: ["C"] }, '"C" is no consenting party'],
    [{ enforce: ["A.never"] }, 'red line "A.never"'],
    [{ setAside: ["nothing"] }, '"nothing" to set aside'],
    [{ from: "dreft" }, 'package "dreft"'],
    [{ from: "draft", free: ["X"] }, 'issue or cluster "X"'],
    [{ free: ["land"] }, "a package to start from"],
    [{ lock: { sea: "keep" } }, 'no issue "sea"'],
    [{ lock: { land: "sell" } }, 'no option "sell"'],
    [{ where: [{ issue: "land", options: ["sell"] }] }, 'no option "sell"'],
  ])("a name that means nothing is refused: %j", (options, message) => {
    expect(() => rulesInForce(dispute, options)).toThrow(message);
  });
});
