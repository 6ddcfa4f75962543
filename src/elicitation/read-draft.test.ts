import fc from "fast-check";
import { expect, test } from "vitest";
import { draftOf, hiddenSheets, tinyAgenda, trueStatements } from "../../test/hidden-sheet.ts";
import type { SheetDraft } from "./draft.ts";
import { readDraft } from "./read-draft.ts";

const agenda = tinyAgenda(3, 2);

test("a draft comes back from where it was stored, whatever was stated", () => {
  const cases = hiddenSheets(agenda).chain((sheet) => trueStatements(agenda, sheet));
  fc.assert(
    fc.property(cases, (statements) => {
      const draft: SheetDraft = {
        ...draftOf(agenda, statements),
        redLines: [{ id: "l", kind: "hard", when: [{ issue: "i0", options: ["o1"] }], evidence: { sources: [] } }],
        floors: [{ id: "f", issue: "i1", commitments: ["o0"], min: 3, evidence: { sources: ["S"] } }],
        aspiration: { low: 1, mid: 2, high: 3 },
      };
      expect(readDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
    }),
  );
});

test("what is no draft is not taken for one, and reading never fails", () => {
  const draft = draftOf(agenda, [{ kind: "reservation-range", low: 1, high: 2 }]);
  const broken: readonly unknown[] = [
    undefined,
    [],
    {},
    { ...draft, schema: "entente.sheet-draft/2" },
    { ...draft, statements: [{ id: "s", kind: "hunch" }] },
    { ...draft, statements: [{ id: "s", kind: "reservation-range", low: "1", high: 2 }] },
    { ...draft, statements: [{ id: "s", kind: "choice", first: {}, second: {}, answer: "third" }] },
    { ...draft, linkages: [{ id: "l", kind: "combination" }] },
    { ...draft, evidence: undefined },
  ];
  for (const each of broken) expect(readDraft(each)).toBeUndefined();
  fc.assert(
    fc.property(fc.anything(), (anything) => {
      expect(readDraft(anything)).toBeUndefined();
    }),
  );
});
