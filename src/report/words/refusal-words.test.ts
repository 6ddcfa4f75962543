import { expect, test } from "vitest";
import { plainText } from "../document/plain-text.ts";
import { ceasefireScenario } from "../fixture/ceasefire-scenario.ts";
import { namesOf } from "./names.ts";
import { reasonsWords } from "./refusal-words.ts";

const scenario = ceasefireScenario();
const names = namesOf(scenario);
const sheet = scenario.sheets.find((one) => one.redLines.some((line) => line.kind === "declared"))!;
const declared = sheet.redLines.find((line) => line.kind === "declared")!;
const refusal = (line: string, undated: boolean) => ({ party: sheet.party, by: "line" as const, line, undated });

test("a declared line that refuses is said to be enforced in this run, not called a hard one", () => {
  const words = reasonsWords([refusal(declared.id, true)], names).map(plainText);
  expect(words).toEqual(["its declared line on Donbas (undated, enforced in this run)"]);
});

test("hard and declared lines are told apart, and a line on no sheet keeps its id", () => {
  const words = reasonsWords([refusal(declared.id, false), refusal("some-hard-line", true)], names).map(plainText);
  expect(words).toEqual([
    "its red line some-hard-line (undated)",
    "its declared line on Donbas (enforced in this run)",
  ]);
});
