import { expect, test } from "vitest";
import { analysisContract, claimsContract, evaluationContract, robustnessContract } from "#report";
import { entente } from "./entente.ts";

const contracts = {
  analyze: analysisContract(),
  evaluate: evaluationContract(),
  claims: claimsContract(),
  robustness: robustnessContract(),
};

type Case = readonly [command: keyof typeof contracts, words: string];

test.each<Case>([
  ["analyze", "harbour-town"],
  ["analyze", "no-deal"],
  ["analyze", "essequibo-2025 --declared all"],
  ["evaluate", "ukraine-2025"],
  ["evaluate", "ukraine-2025 --package as_presented --set S1_eu_presence=none"],
  ["evaluate", "harbour-town --set quay=mornings"],
  ["claims", "ukraine-2025 --draws 20"],
  ["claims", "essequibo-2025 --draws 20"],
  ["claims", "nash-1950-barter"],
  ["robustness", "ukraine-2025 --draws 50"],
  ["robustness", "no-deal --draws 50"],
])("entente %s %s --json prints JSON of its contract", (command, words) => {
  const { stdout, stderr, exit } = entente([command, ...words.split(" "), "--json"]);
  expect(exit, stderr).toBe(0);
  expect(contracts[command].safeParse(JSON.parse(stdout)).error?.issues).toBeUndefined();
});
