import { expect, test } from "vitest";
import { analyze } from "#analysis";
import { parseScenario } from "#language";
import { run } from "#prelude";
import { newScenarioFiles } from "./new-scenario-files.ts";

test("a new scenario has no mistake, and its opening package is refused though there is a deal", () => {
  const { scenario, diagnostics } = parseScenario(
    new Map(Object.entries(newScenarioFiles('A "quoted" title', "2026-01-31"))),
  );
  expect(diagnostics).toEqual([]);
  const answer = run(analyze(scenario!));
  expect(scenario!.agenda.title).toBe('A "quoted" title');
  expect(answer.agreementZone.exists).toEqual({ status: "exact", value: true });
  expect(answer.packages.opening!.refusedBy.map(({ party }) => party)).toEqual(["B"]);
});
