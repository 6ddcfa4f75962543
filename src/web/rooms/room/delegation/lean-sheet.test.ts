import { expect, test } from "vitest";
import { evaluate, type PreferenceSheet } from "#model";
import { noDay } from "#prelude";
import { leanSheet } from "./lean-sheet.ts";

const of = (value: number) => ({ low: value, mid: value, high: value });

function sheetWith(note: string): PreferenceSheet {
  const evidence = { sources: [], note };
  return {
    party: "UA",
    kind: "own",
    author: "UA",
    scale: 100,
    reservation: { ...of(40), evidence },
    issues: { line: { weight: of(1), of: 100, values: { held: of(70), moved: of(20) }, evidence } },
    linkages: [],
    redLines: [{ id: "never", kind: "hard", when: [{ issue: "line", options: ["moved"] }], evidence }],
    floors: [],
    evidence,
  };
}

test("a short sheet is kept whole, with its evidence", () => {
  const short = sheetWith("from the staff");
  expect(leanSheet(short)).toBe(short);
});

test("a long one loses its evidence and nothing that a value rests on", () => {
  const long = sheetWith("why ".repeat(5000));
  const lean = leanSheet(long);
  expect(JSON.stringify(lean).length).toBeLessThan(1000);
  const [was, is] = [long, lean].map((sheet) => evaluate(sheet, { line: "moved" }, noDay));
  expect(is!.utility).toEqual(was!.utility);
  expect(is!.surplus).toEqual(was!.surplus);
  expect(is!.linesBroken.map(({ id }) => id)).toEqual(["never"]);
});
