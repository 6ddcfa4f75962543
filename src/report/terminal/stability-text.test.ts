import { expect, test } from "vitest";
import { type StabilityReport, stabilityReport } from "#durability";
import type { Conflict, Preferences } from "#model";
import { run } from "#prelude";
import { stabilityContract } from "../json/stability-contract.ts";
import { stabilityJson } from "../json/stability-json.ts";
import { stabilityText } from "./stability-text.ts";

const best = (classes: readonly (readonly number[])[]): Preferences => ({ kind: "ranking", classes });

/** Each holds one lever; codes: 1 first, 2 second. */
function twoParties(first: Preferences | undefined, second: Preferences | undefined, today?: number): Conflict {
  return {
    title: "Two parties",
    parties: [
      { id: "a", name: "Alpha" },
      { id: "b", name: "Beta" },
    ],
    levers: [
      { id: "x", name: "Advance", party: 0, direction: "both" },
      { id: "y", name: "Answer", party: 1, direction: "both" },
    ],
    impossible: [],
    preferences: [first, second],
    coalitions: [],
    ...(today === undefined ? {} : { today }),
  };
}

function reportOf(conflict: Conflict): StabilityReport {
  const report = run(stabilityReport(conflict));
  if (report.status !== "exact") throw new Error("too large");
  return report.value;
}

const shown = (conflict: Conflict): string =>
  stabilityText(reportOf(conflict), { width: 80, colour: false }).replace(/\s+/g, " ");

/** Alpha wants to match, Beta to differ: nobody is ever content. */
const chase = twoParties(
  best([
    [0, 3],
    [1, 2],
  ]),
  best([
    [1, 2],
    [0, 3],
  ]),
  0,
);

test("who moves away, where to and that nothing holds it is said of today's state", () => {
  const lone = shown(
    twoParties(
      best([
        [1, 3],
        [0, 2],
      ]),
      best([[0, 1, 2, 3]]),
      0,
    ),
  );
  expect(lone).toContain("Today’s state, [nothing taken], does not hold: Alpha leaves it for [x], by “Advance”.");
  expect(lone).toContain("No answer that others would gain by makes it regret that.");
});

test("a sanction is named with who makes it and where it leads", () => {
  // Alpha gains by advancing; Beta answers, which leaves Alpha worse off than before
  const text = shown(twoParties(best([[1], [0], [3], [2]]), best([[0], [3], [1], [2]]), 0));
  expect(text).toContain("Today’s state, [nothing taken], holds.");
  expect(text).toContain("What holds it: Beta: “Answer”, to [x, y].");
  expect(text).toMatch(/\d preference swaps? away/);
});

test("where each move is undone by the next, no state holds by itself and all hold by the answers", () => {
  const text = shown(chase);
  expect(text).toContain("4 of 4 states hold once each party reckons with answers that others gain by (SEQ)");
  expect(text).toContain("0 by Nash stability");
});

test("an order that is not known leaves open what rests on it, and is listed", () => {
  const text = shown(twoParties(best([[1], [0], [3], [2]]), undefined, 0));
  expect(text).toContain("cannot be decided");
  expect(text).toContain("WHAT IS NOT KNOWN");
  expect(text).toContain("The order of Beta");
});

test("a search that is ended at once prints what is open, and its JSON keeps to the contract", () => {
  const search = stabilityReport(chase);
  let step = search.next("continue");
  while (!step.done) step = search.next("finish");
  if (step.value.status !== "exact") throw new Error("too large");
  const text = stabilityText(step.value.value, { width: 80, colour: false });
  expect(text).toContain("? open");
  expect(text).not.toContain("undefined");
  const json = JSON.parse(JSON.stringify({ ...stabilityJson(step.value.value), notes: [], timings: {} }));
  expect(stabilityContract().safeParse(json).error?.issues).toBeUndefined();
});

test("names cannot act on a terminal", () => {
  const named = { ...chase, title: "Two\u001b[31m parties\u202e" };
  const text = stabilityText(reportOf(named), { width: 80, colour: false });
  expect(text).not.toContain("\u001b");
  expect(text).not.toContain("\u202e");
});
