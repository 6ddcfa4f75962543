import { expect, test } from "vitest";
import type { AnalysisOptions } from "#analysis";
import { oracle } from "../oracle/oracle.ts";
import { differences } from "./differences.ts";
import { analysisOf } from "./engine.ts";
import { shippedScenario, textbookNames } from "./shipped-scenario.ts";

/** What a naive enumeration can look at in seconds. */
const most = 1_000_000;

const asked: readonly { readonly what: string; readonly options: AnalysisOptions }[] = [
  { what: "as written", options: {} },
  { what: "with every declared line enforced", options: { declared: "all" } },
  { what: "without red lines", options: { withoutRedLines: true } },
];

test.each(["essequibo-2025", "scarborough-2025"].flatMap((name) => asked.map((one) => ({ name, ...one }))))(
  "$name $what: every number is that of full enumeration",
  { timeout: 120_000 },
  ({ name, options }) => {
    const scenario = shippedScenario(name);
    expect(differences(analysisOf(scenario, options), oracle(scenario, options), options)).toEqual([]);
  },
);

test("the textbook scenarios small enough to enumerate agree too", { timeout: 120_000 }, () => {
  const small = textbookNames()
    .map((name) => ({ name, scenario: shippedScenario(name) }))
    .filter(({ scenario }) => scenario.agenda.issues.reduce((all, { options }) => all * options.length, 1) <= most);
  expect(small.length).toBeGreaterThanOrEqual(4);
  for (const { name, scenario } of small) {
    for (const { options } of asked) {
      expect(differences(analysisOf(scenario, options), oracle(scenario, options), options), name).toEqual([]);
    }
  }
});
