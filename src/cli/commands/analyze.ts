import { type Analysis, type AnalysisOptions, analyze, settlementQuestions } from "#analysis";
import type { Scenario } from "#model";
import { type Asked, analysisJson, terminalReport } from "#report";
import { type AnalyzeFlags, analysisOptions } from "../analysis-options.ts";
import { type ExitCode, endWith } from "../failure.ts";
import { type DomainChoice, loadScenario } from "../load-scenario.ts";
import { earlyEndNote, runOnTerminal } from "../run-on-terminal.ts";
import type { Terminal } from "../terminal.ts";
import { writeFile } from "../write-file.ts";

export type AnalyzeCommandFlags = AnalyzeFlags &
  DomainChoice & {
    readonly json?: boolean;
    readonly report?: string;
    readonly budget: number;
    readonly progress?: boolean;
  };

/** Is there a deal? The answer in the terminal or as JSON, and as a page when asked for. */
export async function analyzeCommand(
  written: string,
  flags: AnalyzeCommandFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const loaded = await loadScenario(written, flags, terminal);
  if (!loaded.ok) return endWith(terminal, loaded.error);
  const scenario = loaded.value;
  const options = analysisOptions(flags, scenario);
  if (!options.ok) return endWith(terminal, options.error);
  const outcome = await runOnTerminal(analyze(scenario, options.value), terminal, {
    budgetMs: flags.budget * 1000,
    progress: flags.progress === true,
  });
  const analysis: Analysis = {
    ...outcome.value,
    notes: [...outcome.value.notes, ...earlyEndNote(outcome)],
    timings: outcome.timings,
  };
  const asked = { options: options.value, best: bestWithinLocks(scenario, options.value, analysis) };
  terminal.print(
    flags.json
      ? analysisJson(analysis)
      : terminalReport(scenario, analysis, { width: terminal.columns, colour: terminal.colour }, asked),
  );
  if (flags.report === undefined) return 0;
  // what only a page shows is not loaded for a terminal answer
  const { pageCompanions } = await import("../page-companions.ts");
  const { reportPage } = await import("../report-page.ts");
  const companions = outcome.interrupted
    ? {}
    : await pageCompanions(scenario, options.value, analysis, terminal, flags.progress === true);
  const wrote = writeFile(flags.report, reportPage({ scenario, analysis, asked, ...companions }));
  if (!wrote.ok) return endWith(terminal, wrote.error);
  terminal.tell(`Wrote ${flags.report}.`);
  return 0;
}

/** Each party's best settlement within the run's locks, as the party summaries mean it: rules kept, lines and floors aside. */
function bestWithinLocks(scenario: Scenario, options: AnalysisOptions, { rules }: Analysis): Asked["best"] {
  if (Object.keys(rules.locks).length === 0) return [];
  const { from, free, lock, withoutDefinitionalRules } = options;
  const within: AnalysisOptions = {
    ...(from === undefined ? {} : { from, free: free ?? [] }),
    ...(lock === undefined ? {} : { lock }),
    ...(withoutDefinitionalRules === undefined ? {} : { withoutDefinitionalRules }),
    withoutRedLines: true,
    withoutFloors: true,
  };
  const questions = settlementQuestions(scenario);
  return scenario.sheets.flatMap(({ party }) => {
    const best = questions.best(party, within);
    return best ? [{ party, settlement: best.settlement }] : [];
  });
}
