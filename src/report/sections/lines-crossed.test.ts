import { expect, test } from "vitest";
import { ceasefireScenario } from "../fixture/ceasefire-scenario.ts";
import { namesOf } from "../words/names.ts";
import { newlyCrossed } from "./lines-crossed.ts";

const scenario = ceasefireScenario();
const context = { scenario, names: namesOf(scenario) };
const presented = scenario.packages[0]!;
const sheet = scenario.sheets.find((one) => one.redLines.some((line) => line.kind === "declared"))!;
const declared = sheet.redLines.find((line) => line.kind === "declared")!;
/** What breaks the declared line, whatever the package chose. */
const breaking = Object.fromEntries(declared.when.map(({ issue, options }) => [issue, options[0]!]));
const keeping = Object.fromEntries(
  declared.when.map(({ issue, options }) => {
    const kept = scenario.agenda.issues
      .find(({ id }) => id === issue)!
      .options.find(({ id }) => !options.includes(id))!;
    return [issue, kept.id];
  }),
);
const before = { ...presented, choices: { ...presented.choices, ...keeping } };
const ref = { kind: "line" as const, party: sheet.party, line: declared.id };

test("a declared line is crossed only in a run that enforces it", () => {
  expect(newlyCrossed(context, before, breaking)).not.toContainEqual(ref);
  expect(newlyCrossed(context, before, breaking, [ref])).toContainEqual(ref);
});

test("a line the package breaks already is not newly crossed", () => {
  const broken = { ...presented, choices: { ...presented.choices, ...breaking } };
  expect(newlyCrossed(context, broken, breaking, [ref])).not.toContainEqual(ref);
});
