import { expect, test } from "vitest";
import { parseScenario, readYamlValue } from "#language";
import { newScenarioFiles } from "../library/new-scenario-files.ts";
import { agendaNames } from "./forms/agenda-names.ts";
import { newSheetText } from "./new-sheet-text.ts";

test("a party's new sheet reads without a mistake, whatever its issues and options are called", () => {
  const files = newScenarioFiles("A title", "2025-01-01");
  const agenda = files["scenario.yaml"]!.replace(
    "low: The less of it",
    '"08": The less of it, null: x, yes: y, 1.5: z',
  ).replace("first: high", "first: middle");
  const { issues } = agendaNames(readYamlValue(agenda)!);
  const listed = issues.map(({ id, options }) => ({ id, options: options.map((one) => one.id) }));
  const { diagnostics, scenario } = parseScenario(
    new Map([
      ["scenario.yaml", agenda],
      ["sheets/A.yaml", newSheetText("A", listed, "me: you")],
      ["sheets/B.yaml", newSheetText("B", listed, "me")],
    ]),
  );
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(scenario?.sheets.map(({ party, author }) => [party, author])).toEqual([
    ["A", "me: you"],
    ["B", "me"],
  ]);
});
