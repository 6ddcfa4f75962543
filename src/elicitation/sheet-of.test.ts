import fc from "fast-check";
import { expect, test } from "vitest";
import { formatScenario, formatSheetFile, parseScenario, parseSheet } from "#language";
import type { Agenda, PreferenceSheet } from "#model";
import { breach, draftOf, hiddenSheets, tinyAgenda, trueStatements } from "../../test/hidden-sheet.ts";
import { day } from "../../test/tiny-scenario.ts";
import type { SheetDraft } from "./draft.ts";
import { drawSheets } from "./draw-sheets.ts";
import { sheetOf } from "./sheet-of.ts";

const written = (agenda: Agenda, draft: SheetDraft): PreferenceSheet =>
  sheetOf(agenda, draft, drawSheets(agenda, draft, { draws: 200 })!);

const noSources = { sources: [] };

test("the sheet is read back from its file as it was written, alone and in its scenario", () => {
  const agenda = tinyAgenda(3, 2, 4, 4);
  const cases = hiddenSheets(agenda).chain((sheet) => trueStatements(agenda, sheet));
  fc.assert(
    fc.property(cases, (statements) => {
      const sheet = written(agenda, draftOf(agenda, statements));
      const { sheet: read, diagnostics } = parseSheet("A.yaml", formatSheetFile(sheet), agenda);
      expect(diagnostics).toEqual([]);
      expect(read).toEqual(sheet);
      const files = formatScenario({ agenda, sheets: [sheet], packages: [], claims: [] });
      expect(parseScenario(files).scenario?.sheets).toEqual([sheet]);
    }),
    { numRuns: 40 },
  );
});

test("the middle of the sheet keeps every statement that made it, where best and worst options are known", () => {
  const agenda = tinyAgenda(3, 2, 3);
  const cases = hiddenSheets(agenda).chain((sheet) => fc.tuple(fc.constant(sheet), trueStatements(agenda, sheet)));
  fc.assert(
    fc.property(cases, ([hidden, said]) => {
      const ends = hidden.values.flatMap((values, i) =>
        values.flatMap((value, o) =>
          value === 100 || value === 0
            ? [{ kind: "option-value", issue: `i${i}`, option: `o${o}`, low: value, high: value } as const]
            : [],
        ),
      );
      const draft = draftOf(agenda, [...said, ...ends.map((end, at) => ({ ...end, id: `end ${at}` }))]);
      const sheet = written(agenda, draft);
      const middle = {
        weights: agenda.issues.map(({ id }) => sheet.issues[id]!.weight.mid),
        values: agenda.issues.map(({ id, options }) =>
          options.map((option) => sheet.issues[id]!.values[option.id]!.mid),
        ),
        reservation: sheet.reservation.mid,
      };
      for (const statement of draft.statements) expect(breach(middle, statement)).toBeLessThan(0.06); // hundredths
    }),
    { numRuns: 60 },
  );
});

test("an order stays an order when nothing else was said of its options, and becomes numbers when a question was answered", () => {
  const agenda = tinyAgenda(4, 3, 2);
  const order = [["o2"], ["o0", "o3"], ["o1"]];
  const said = [
    { kind: "option-order", issue: "i0", order },
    { kind: "option-order", issue: "i1", order: [["o0"], ["o1"], ["o2"]] },
    { kind: "no-deal", settlement: { i0: "o2", i1: "o1", i2: "o0" }, answer: "worse" },
  ] as const;
  const kept = written(agenda, draftOf(agenda, said));
  expect(kept.issues.i0).toMatchObject({ of: 100, order, values: { o3: { low: 0, mid: 50, high: 100 } } });
  const choice = {
    kind: "choice",
    first: { i0: "o0", i1: "o1" },
    second: { i0: "o1", i1: "o0" },
    answer: "indifferent",
  } as const;
  const sharpened = written(agenda, draftOf(agenda, [...said, choice]));
  expect(sharpened.issues.i0!.order).toBeUndefined();
  const { o0, o3 } = sharpened.issues.i0!.values;
  expect(o0).toEqual(o3);
});

test("an order of four ranks is written in thirds, or on the scale of a floor of its issue", () => {
  const agenda = tinyAgenda(4, 2);
  const order = [["o3"], ["o2"], ["o1"], ["o0"]];
  const draft = draftOf(agenda, [{ kind: "option-order", issue: "i0", order }]);
  const floor = { id: "f", issue: "i0", commitments: ["o1"], min: 30, evidence: noSources };
  for (const [each, of] of [
    [draft, 3],
    [{ ...draft, floors: [floor] }, 100],
  ] as const) {
    const sheet = written(agenda, each);
    expect(sheet.issues.i0!.of).toBe(of);
    expect(parseSheet("A.yaml", formatSheetFile(sheet), agenda)).toEqual({ sheet, diagnostics: [] });
  }
});

test("what stands behind the statements goes with them, and the least confidence of several", () => {
  const agenda: Agenda = {
    ...tinyAgenda(2, 2),
    sources: [
      {
        id: "S",
        title: "T",
        publisher: "P",
        date: "2025",
        kind: "official",
        funding: "not stated",
        status: "asserted",
      },
    ],
  };
  const draft: SheetDraft = {
    ...draftOf(agenda, [
      { kind: "swing", issue: "i0", against: "i1", low: 50, high: 60, confidence: "medium", why: "asked staff" },
      {
        kind: "option-order",
        issue: "i0",
        order: [["o0"], ["o1"]],
        confidence: "low",
        sources: ["S"],
        note: "again in May",
      },
      { kind: "reservation-range", low: 30, high: 50, why: "the war goes on" },
    ]),
    date: day("2026-05-01"),
    evidence: { sources: [], why: "a day's workshop" },
    redLines: [{ id: "no-o1", kind: "hard", when: [{ issue: "i1", options: ["o1"] }], evidence: noSources }],
    linkages: [
      {
        id: "both",
        kind: "combination",
        when: [
          { issue: "i0", options: ["o0"] },
          { issue: "i1", options: ["o0"] },
        ],
        value: { low: 2, mid: 4, high: 6 },
        of: 100,
        evidence: { sources: [], confidence: "high" },
      },
    ],
    aspiration: { low: 80, mid: 85, high: 90 },
  };
  const sheet = written(agenda, draft);
  expect(sheet).toMatchObject({ kind: "own", author: "Alpha's staff", date: "2026-05-01", party: "A" });
  expect(sheet.issues.i0!.evidence).toEqual({
    author: "Alpha's staff",
    date: "2026-05-01",
    confidence: "low",
    why: "asked staff",
    sources: ["S"],
    note: "again in May",
  });
  expect(sheet.reservation).toMatchObject({ low: 30, mid: 40, high: 50, evidence: { why: "the war goes on" } });
  expect(sheet.redLines[0]!.evidence.why).toBe("a day's workshop");
  expect(parseSheet("A.yaml", formatSheetFile(sheet), agenda)).toEqual({ sheet, diagnostics: [] });
});
