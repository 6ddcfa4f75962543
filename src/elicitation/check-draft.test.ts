import { expect, test } from "vitest";
import { draftOf, tinyAgenda, type Unnamed } from "../../test/hidden-sheet.ts";
import { checkDraft, fittingDraft } from "./check-draft.ts";
import { consistency } from "./consistency.ts";
import type { SheetDraft, Statement } from "./draft.ts";
import { drawSheets } from "./draw-sheets.ts";
import { emptyDraft } from "./empty-draft.ts";
import { nextQuestion } from "./next-question.ts";
import { sheetOf } from "./sheet-of.ts";

const agenda = tinyAgenda(3, 2);

test("nothing is wrong with a draft in which nothing has been said", () => {
  expect(checkDraft(agenda, emptyDraft(agenda, "A", "Alpha's staff"))).toEqual([]);
});

const misfits: readonly [string, Unnamed<Statement>, object][] = [
  ["an issue that is gone", { kind: "matters-most", issue: "i9" }, { kind: "no-such-issue", issue: "i9" }],
  [
    "an option that is gone",
    { kind: "option-value", issue: "i1", option: "o2", low: 1, high: 2 },
    { kind: "no-such-option", issue: "i1", option: "o2" },
  ],
  [
    "an option that is gone from an order",
    { kind: "option-order", issue: "i1", order: [["o0"], ["o5"]] },
    { kind: "no-such-option", issue: "i1", option: "o5" },
  ],
  [
    "a swing measured by itself",
    { kind: "swing", issue: "i0", against: "i0", low: 1, high: 2 },
    { kind: "compared-with-itself" },
  ],
  [
    "a range written the wrong way round",
    { kind: "reservation-range", low: 60, high: 40 },
    { kind: "impossible-range", low: 60, high: 40 },
  ],
  [
    "a negative swing",
    { kind: "swing", issue: "i0", against: "i1", low: -5, high: 5 },
    { kind: "impossible-range", low: -5, high: 5 },
  ],
  [
    "an issue twice in an order",
    { kind: "swing-order", order: [["i0"], ["i1", "i0"]] },
    { kind: "repeated", name: "i0" },
  ],
  ["an empty order", { kind: "swing-order", order: [] }, { kind: "nothing-said" }],
  [
    "packages over different issues",
    { kind: "choice", first: { i0: "o0" }, second: { i1: "o0" }, answer: "first" },
    { kind: "different-issues" },
  ],
  [
    "two packages that are one",
    { kind: "choice", first: { i0: "o0" }, second: { i0: "o0" }, answer: "first" },
    { kind: "compared-with-itself" },
  ],
  [
    "a settlement that leaves an issue open",
    { kind: "no-deal", settlement: { i0: "o0" }, answer: "better" },
    { kind: "open-issues", issues: ["i1"] },
  ],
];

test.each(misfits)("%s is named, and left out of every answer", (_, statement, reason) => {
  const draft = draftOf(agenda, [statement]);
  expect(checkDraft(agenda, draft)).toContainEqual({ part: "statement", id: "s0", ...reason });
  expect(fittingDraft(agenda, draft).statements).toEqual([]);
  expect(consistency(agenda, draft)).toEqual({ kind: "consistent" });
  const draws = drawSheets(agenda, draft, { draws: 5 })!;
  expect(draws.count).toBe(5);
  expect(nextQuestion(agenda, draft, draws)).toBeUndefined();
  expect(Object.keys(sheetOf(agenda, draft, draws).issues)).toEqual(["i0", "i1"]);
});

test("red lines, linkages, floors, the party and the agenda are checked too, and a repeated id counts once", () => {
  const evidence = { sources: [] };
  const gone = [{ issue: "i9", options: ["o0"] }];
  const one = { low: 1, mid: 1, high: 1 };
  const draft: SheetDraft = {
    ...emptyDraft(agenda, "B", "Beta"),
    agenda: "elsewhere",
    statements: [
      { id: "r", kind: "reservation-range", low: 10, high: 20 },
      { id: "r", kind: "reservation-range", low: 30, high: 40 },
    ],
    redLines: [{ id: "line", kind: "hard", when: gone, evidence }],
    linkages: [
      { id: "both", kind: "combination", when: gone, value: one, of: 100, evidence },
      { id: "table", kind: "table", issue: "i0", given: "i1", table: { o7: { o0: one } }, evidence },
    ],
    floors: [{ id: "floor", issue: "i1", commitments: ["o7"], min: 3, evidence }],
  };
  expect(checkDraft(agenda, draft).map(({ part, id, kind }) => [part, id, kind])).toEqual([
    ["draft", "elsewhere", "other-agenda"],
    ["draft", "B", "no-such-party"],
    ["statement", "r", "repeated-id"],
    ["red-line", "line", "no-such-issue"],
    ["linkage", "both", "no-such-issue"],
    ["linkage", "table", "no-such-option"],
    ["floor", "floor", "no-such-option"],
  ]);
  const fitting = fittingDraft(agenda, draft);
  expect(fitting.statements).toEqual([draft.statements[1]]);
  expect([fitting.redLines, fitting.linkages, fitting.floors]).toEqual([[], [], []]);
});

test("an agenda without issues, or with an issue that has no options yet, gives answers and no fault", () => {
  const statements = [{ kind: "reservation-range", low: 10, high: 20 }] as const;
  const none = tinyAgenda();
  expect(consistency(none, draftOf(none, statements)).kind).toBe("consistent");
  expect(drawSheets(none, draftOf(none, statements))).toBeUndefined();
  const begun = tinyAgenda(0, 2);
  expect(consistency(begun, draftOf(begun, statements))).toEqual({ kind: "consistent" });
  const draws = drawSheets(begun, draftOf(begun, statements), { draws: 5 })!;
  expect(nextQuestion(begun, draftOf(begun, statements), draws)).toBeUndefined();
});
