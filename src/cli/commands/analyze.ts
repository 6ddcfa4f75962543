import { answerScenario, type Run, reportInput } from "#compute";
import { analysisJson, terminalReport } from "#report";
import { type AnalyzeFlags, analysisOptions } from "../analysis-options.ts";
import { type ExitCode, endWith } from "../failure.ts";
import { type DomainChoice, loadScenario } from "../load-scenario.ts";
import { runOnTerminal } from "../run-on-terminal.ts";
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
  const run: Run = (search, budget) =>
    runOnTerminal(search, terminal, { ...budget, progress: flags.progress === true });
  const answer = await answerScenario(scenario, options.value, flags.budget * 1000, run);
  const { analysis, asked } = answer;
  terminal.print(
    flags.json
      ? analysisJson(analysis)
      : terminalReport(scenario, analysis, { width: terminal.columns, colour: terminal.colour }, asked),
  );
  if (flags.report === undefined) return 0;
  const { reportPage } = await import("../report-page.ts");
  const page = reportPage(await reportInput(scenario, options.value, answer, run));
  const wrote = writeFile(flags.report, page);
  if (!wrote.ok) return endWith(terminal, wrote.error);
  terminal.tell(`Wrote ${flags.report}.`);
  return 0;
}
