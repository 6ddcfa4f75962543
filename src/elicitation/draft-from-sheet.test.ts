import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseScenario } from "#language";
import { evaluate, type PreferenceSheet } from "#model";
import { toNumber } from "#prelude";
import { tinyAgenda } from "../../test/hidden-sheet.ts";
import { evidence, judged, sheet as tinySheet } from "../../test/tiny-scenario.ts";
import { checkDraft } from "./check-draft.ts";
import { consistency } from "./consistency.ts";
import { draftFromSheet } from "./draft-from-sheet.ts";
import { drawSheets } from "./draw-sheets.ts";
import { sheetOf } from "./sheet-of.ts";

const shipped = ["ukraine-2025", "essequibo-2025", "scarborough-2025"];

test.each(shipped)("every sheet of %s, opened as a draft and written again, values its packages as before", (name) => {
  const folder = new URL(`../../scenarios/${name}/`, import.meta.url);
  const read = (path: string): [string, Buffer] => [path, readFileSync(new URL(path, folder))];
  const sheets = readdirSync(new URL("sheets/", folder)).map((file) => read(`sheets/${file}`));
  const { agenda, packages, sheets: all } = parseScenario(new Map([read("scenario.yaml"), ...sheets])).scenario!;
  const complete = packages.filter(({ choices }) => agenda.issues.every(({ id }) => choices[id] !== undefined));
  expect(complete.length).toBeGreaterThan(0);
  for (const sheet of all) {
    const { draft, changes } = draftFromSheet(agenda, sheet);
    expect(changes).toEqual([]);
    expect(checkDraft(agenda, draft)).toEqual([]);
    expect(consistency(agenda, draft)).toEqual({ kind: "consistent" });
    const again = sheetOf(agenda, draft, drawSheets(agenda, draft, { draws: 100 })!);
    expect(again).toMatchObject({ kind: sheet.kind, redLines: sheet.redLines, floors: sheet.floors });
    expect(again.reservation).toMatchObject({ low: sheet.reservation.low, high: sheet.reservation.high });
    for (const { choices } of complete) {
      const worth = (each: PreferenceSheet) => toNumber(evaluate(each, choices, agenda.asOf).utility);
      expect(worth(again)).toBeCloseTo(worth(sheet), 1);
    }
  }
});

test("a sheet in other units comes to the same in points of 100: scale, total, values out of 40, a table and a cap", () => {
  const agenda = tinyAgenda(3, 2);
  const base = tinySheet("A", {
    reservation: judged(0.4, 0.3, 0.5),
    issues: { i0: [3, { o0: 40, o1: 10, o2: 0 }], i1: [1, { o0: 20, o1: judged(60, 50, 70) }] },
    linkages: [
      {
        id: "both",
        kind: "combination",
        when: [
          { issue: "i0", options: ["o1"] },
          { issue: "i1", options: ["o0"] },
        ],
        value: judged(0.1),
        of: 1,
        evidence: evidence(),
      },
      {
        id: "table",
        kind: "table",
        issue: "i0",
        given: "i1",
        table: { o1: { o1: judged(30) } },
        evidence: evidence(),
      },
    ],
  });
  const sheet: PreferenceSheet = {
    ...base,
    scale: 1,
    total: 8,
    cap: 0.9,
    issues: { ...base.issues, i0: { ...base.issues.i0!, of: 40 } },
  };
  const { draft, changes } = draftFromSheet(agenda, sheet);
  expect(changes).toEqual([
    { kind: "rescaled", factor: 200 },
    { kind: "cap-left-out", cap: 0.9 },
  ]);
  expect(draft.freeScales).toEqual(["i1"]);
  const again = sheetOf(agenda, draft, drawSheets(agenda, draft, { draws: 100 })!);
  for (const i0 of ["o0", "o1", "o2"]) {
    for (const i1 of ["o0", "o1"]) {
      const worth = (each: PreferenceSheet) => toNumber(evaluate(each, { i0, i1 }, agenda.asOf).utility);
      expect(worth(again)).toBeCloseTo(200 * worth(sheet), 1);
    }
  }
  expect(again.reservation).toMatchObject({ low: 60, mid: 80, high: 100 });
});

test("orders, ranges and judgements' reasons come back as they were; what the agenda has not is named", () => {
  const agenda = tinyAgenda(3, 2);
  const order = [["o1"], ["o0", "o2"]];
  const base = tinySheet("A", {
    reservation: 30,
    issues: { i0: [2, { o0: 0, o1: 100, o2: 0 }], i1: [1, { o0: 100, o1: 0 }], gone: [1, { x: 0, y: 100 }] },
    evidence: { i0: { sources: [], why: "said so in March", confidence: "high" } },
  });
  const sheet: PreferenceSheet = {
    ...base,
    issues: {
      ...base.issues,
      i0: { ...base.issues.i0!, order },
      i1: { ...base.issues.i1!, weight: judged(1, 0.5, 1.5) },
    },
  };
  const { draft } = draftFromSheet(agenda, sheet);
  expect(draft.statements.find(({ kind }) => kind === "matters-most")).toMatchObject({
    issue: "i0",
    why: "said so in March",
    confidence: "high",
  });
  expect(draft.statements.find(({ id }) => id === "swing i1")).toMatchObject({ low: 25, high: 75, against: "i0" });
  const misfits = checkDraft(agenda, draft);
  expect(misfits.length).toBeGreaterThan(0);
  expect(misfits.every(({ kind }) => kind === "no-such-issue")).toBe(true);
  const again = sheetOf(agenda, draft, drawSheets(agenda, draft, { draws: 100 })!);
  expect(again.issues.i0).toMatchObject({ order });
  expect(Object.keys(again.issues)).toEqual(["i0", "i1"]);
});
