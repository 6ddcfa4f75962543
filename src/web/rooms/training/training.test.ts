import { expect, test } from "vitest";
import { evaluate } from "#model";
import { toNumber } from "#prelude";
import { groupNames } from "../convene/group-names.ts";
import { scenarioOf } from "../convene/scenario-fixture.ts";
import { unreadOf } from "../kept-seats/read-marks.ts";
import { asSentence } from "./as-sentence.ts";
import { settlementRows } from "./compare-settlements.ts";
import { optionWorths } from "./option-worths.ts";

test.each(["textbook/harbour-town", "textbook/opposed-favourites"])(
  "%s: the points of a brief add up to what the settlement is worth, where nothing goes together",
  (name) => {
    const { agenda, sheets } = scenarioOf(name);
    for (const sheet of sheets.filter(({ linkages }) => linkages.length === 0)) {
      const worths = optionWorths(agenda, sheet);
      const best = Object.fromEntries(worths.map(({ issue, options }) => [issue.id, options[0]!.option.id]));
      const sum = worths.reduce((total, { options }) => total + options[0]!.worth, 0);
      expect(sum).toBeCloseTo(toNumber(evaluate(sheet, best, agenda.asOf).utility), 9);
    }
    expect(sheets.some(({ linkages }) => linkages.length === 0)).toBe(true);
  },
);

test("what groups adopted stands side by side, and an issue on which they differ is told", () => {
  const { agenda } = scenarioOf("textbook/harbour-town");
  const [first, second] = agenda.issues;
  const one = { [first!.id]: first!.options[0]!.id, [second!.id]: second!.options[0]!.id };
  const other = { ...one, [second!.id]: second!.options[1]!.id };
  const rows = settlementRows(agenda, [one, undefined, other]);
  expect(rows[0]).toEqual({
    issue: first!.name,
    options: [first!.options[0]!.name, undefined, first!.options[0]!.name],
    differ: false,
  });
  expect(rows[1]!.differ).toBe(true);
});

test("groups are named one on a line, and a name that stands there twice is told", () => {
  expect(groupNames(" Blue \n\nGreen\n")).toEqual({ names: ["Blue", "Green"] });
  expect(groupNames("Blue\nGreen\nBlue")).toEqual({ names: ["Blue", "Green", "Blue"], twice: "Blue" });
});

test("what is unread is what came after the last that was read, and a stream never read is unread whole", () => {
  const streams = [
    { stream: "a", version: 5 },
    { stream: "b", version: 2 },
  ];
  expect(unreadOf(streams, { a: 3 })).toBe(4);
  expect(unreadOf(streams, { a: 5, b: 2 })).toBe(0);
  expect(unreadOf(streams, { a: 9, b: 2 })).toBe(0);
});

test.each([
  ["the quay at dawn", "The quay at dawn."],
  ["Why not?", "Why not?"],
  ["", ""],
])("a reason written %j is printed %j", (written, printed) => {
  expect(asSentence(written)).toBe(printed);
});
