import { expect, test } from "vitest";
import { parseDay } from "#prelude";
import { ceasefireScenario } from "../fixture/ceasefire-scenario.ts";
import { drawnRobustness } from "../fixture/drawn-robustness.ts";
import { enumerateAnalysis } from "../fixture/enumerate-analysis.ts";
import { htmlReport } from "../html/html-report.ts";
import { evaluationText } from "../terminal/evaluation-text.ts";
import { robustnessText } from "../terminal/robustness-text.ts";
import { terminalReport } from "../terminal/terminal-report.ts";

test("a scenario whose files carry no date shows none: not in the answer, an evaluation, the robustness or the page", () => {
  const dated = ceasefireScenario();
  const scenario = { ...dated, agenda: { ...dated.agenda, asOf: parseDay("1970-01-01")! } };
  const analysis = enumerateAnalysis(scenario);
  const robustness = { ...drawnRobustness(), scenario: { ...drawnRobustness().scenario, asOf: "1970-01-01" } };
  const options = { colour: false, width: 80 };
  const { date: _, ...report } = analysis.packages.as_presented!;
  const printed = [
    terminalReport(scenario, analysis, options),
    evaluationText(scenario, report, options),
    robustnessText(scenario, robustness, options),
    htmlReport({ scenario, analysis, robustness, fonts: [] }),
  ];
  for (const text of printed) {
    expect(text).toContain("no date");
    expect(text).not.toContain("1970");
  }
});
