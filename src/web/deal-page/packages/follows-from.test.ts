import { expect, test } from "vitest";
import type { Choices, IssueId } from "#model";
import { demand, evidence, judged, scenario, when } from "../../../../test/tiny-scenario.ts";
import { comparison } from "./comparison.ts";
import { followsFrom, linkedIssues } from "./follows-from.ts";

/** Guards only where there is a force; what limits are worth to B depends on the force; A counts two of them together. */
const harbour = scenario({
  issues: { force: ["none", "some"], guards: ["none", "many"], limits: ["no", "yes"], fees: ["low", "high"] },
  sheets: {
    A: {
      reservation: 10,
      issues: {
        force: [1, { none: 0, some: 100 }],
        guards: [1, { none: 0, many: 100 }],
        limits: [1, { no: 100, yes: 0 }],
        fees: [1, { low: 0, high: 100 }],
      },
      linkages: [
        {
          id: "both",
          kind: "combination",
          when: when({ force: "some", fees: "high" }),
          value: judged(5),
          of: 100,
          evidence: evidence(),
        },
      ],
    },
    B: {
      reservation: 10,
      issues: {
        force: [1, { none: 100, some: 0 }],
        guards: [1, { none: 100, many: 0 }],
        limits: [1, { no: 0, yes: 100 }],
        fees: [1, { low: 100, high: 0 }],
      },
      linkages: [
        {
          id: "nothing-to-limit",
          kind: "table",
          issue: "limits",
          given: "force",
          table: { none: { no: judged(80), yes: judged(80) } },
          evidence: evidence(),
        },
      ],
    },
  },
  agenda: { rules: [demand("guards-need-force", when({ force: "none" }), when({ guards: "none" }))] },
});

const base = { force: "some", guards: "many", limits: "no", fees: "high" };

function follows(set: Choices, of: IssueId | "both") {
  const to = { ...base, ...set };
  const row = comparison(harbour, base, to).rows.find((one) =>
    one.kind === "issue" ? one.issue === of : one.kind === "linkage" && one.linkage === of,
  )!;
  return followsFrom(harbour, base, to, row);
}

test("an option that a rule asks for once another issue changes follows from that change, not the other way round", () => {
  expect(follows({ force: "none", guards: "none" }, "guards")).toEqual({
    kind: "rule",
    rule: "guards-need-force",
    issues: ["force"],
  });
  expect(follows({ force: "none", guards: "none" }, "force")).toBeUndefined();
});

test("an issue that keeps its option and changes its value follows from the issue it is linked to", () => {
  expect(follows({ force: "none", guards: "none" }, "limits")).toEqual({ kind: "linked", issues: ["force"] });
  expect(follows({ force: "none", guards: "none", limits: "yes" }, "limits")).toEqual({
    kind: "partly-linked",
    issues: ["force"],
  });
});

test("a combination that falls away follows from what changed of it alone", () => {
  expect(follows({ fees: "low" }, "both")).toEqual({ kind: "linked", issues: ["fees"] });
});

test("a change that nothing else asks for follows from nothing", () => {
  expect(follows({ guards: "none", limits: "yes" }, "guards")).toBeUndefined();
  expect(follows({ guards: "none", limits: "yes" }, "limits")).toBeUndefined();
});

test("a single move names the issues whose worth it changes without changing their option", () => {
  expect(linkedIssues(harbour, base, { force: "none" })).toEqual(["limits", "fees"]);
  expect(linkedIssues(harbour, base, { force: "none", limits: "yes" })).toEqual(["fees"]);
  expect(linkedIssues(harbour, base, { guards: "none" })).toEqual([]);
});
