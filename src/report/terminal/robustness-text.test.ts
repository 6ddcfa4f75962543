import { expect, test } from "vitest";
import { ceasefireScenario } from "../fixture/ceasefire-scenario.ts";
import { drawnRobustness } from "../fixture/drawn-robustness.ts";
import { displayWidth } from "./display-width.ts";
import { robustnessText } from "./robustness-text.ts";

const text = robustnessText(ceasefireScenario(), drawnRobustness(), { colour: false, width: 80 });
const flowing = text.replace(/\s+/g, " ");

test("the answer is a share of draws with its interval, and says that it is no chance of agreement", () => {
  expect(flowing).toContain(
    "Some settlement has the consent of all in 93.1 % of 1,000 draws of the judgements (95 % interval 90.1 to 96.1 %).",
  );
  expect(flowing).toContain("they are no chances of agreement");
  expect(flowing).not.toMatch(/probabilit|likel/i);
});

test("each package stands with the share of draws in which all, and each party, accept it", () => {
  expect(text).toMatch(/^Package +All +UA\* +RU\* +US +EU\*$/m);
  expect(text).toMatch(/^Counter-position +12\.5 % +12\.5 % +100\.0 % +100\.0 % +40\.0 %$/m);
  expect(flowing).toContain("“Counter-position” has the consent of all most often, in 12.5 % of draws.");
});

test("the judgements that matter are named in words, largest first, with what a larger number does", () => {
  const rows = text.split("\n").filter((line) => /(room away|makes room)$/.test(line.trimEnd()));
  expect(rows[0]).toMatch(/^Russia’s reservation value +41\.0 %/);
  expect(rows[1]).toMatch(/^Ukraine’s weight of Donbas +12\.0 %/);
  expect(flowing).toContain("Reactive force, poised outside given Intelligence and command support");
});

test("seed and spread are printed, and no line is too wide", () => {
  expect(flowing).toContain("1,000 draws from seed 11.");
  expect(flowing).toContain("standard deviation 0.35");
  for (const line of text.split("\n")) expect(displayWidth(line), line).toBeLessThanOrEqual(80);
});

test("a party without a sheet is said to be left out, and without any sheet nothing is drawn", () => {
  const whole = ceasefireScenario();
  const [first, ...sheets] = whole.sheets;
  const name = whole.agenda.parties.find(({ id }) => id === first!.party)!.name;
  const flowing = (of: typeof whole): string =>
    robustnessText(of, drawnRobustness(), { colour: false, width: 100 }).replace(/\s+/g, " ");
  expect(flowing({ ...whole, sheets })).toContain(`Left out for want of a sheet: ${name}.`);
  expect(flowing({ ...whole, sheets: [] })).toContain("there is nothing to draw.");
});

test("room that is no number is not printed", () => {
  const room = { mean: 0, low: Number.NaN, median: Number.NaN, high: Number.NaN };
  const text = robustnessText(ceasefireScenario(), { ...drawnRobustness(), room }, { colour: false, width: 100 });
  expect(text).toContain("The judgements that matter most to the room for agreement\n");
  expect(text).not.toMatch(/NaN|not a number/);
});
