import { robustness } from "#analysis";
import { printJson, robustnessText } from "#report";
import { type ExitCode, endWith } from "../failure.ts";
import { type DomainChoice, loadScenario } from "../load-scenario.ts";
import { earlyEndNote, runOnTerminal } from "../run-on-terminal.ts";
import type { Terminal } from "../terminal.ts";

export type RobustnessFlags = DomainChoice & {
  readonly draws?: number;
  readonly seed?: number;
  readonly json?: boolean;
  readonly progress?: boolean;
};

/** How much of the answer depends on the exact numbers. */
export async function robustnessCommand(
  written: string,
  flags: RobustnessFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const loaded = await loadScenario(written, flags, terminal);
  if (!loaded.ok) return endWith(terminal, loaded.error);
  const scenario = loaded.value;
  const search = robustness(scenario, {
    ...(flags.draws === undefined ? {} : { draws: flags.draws }),
    ...(flags.seed === undefined ? {} : { seed: flags.seed }),
  });
  const outcome = await runOnTerminal(search, terminal, { progress: flags.progress === true });
  const notes = earlyEndNote(outcome);
  if (flags.json) {
    const answer = { ...outcome.value, notes, timings: outcome.timings };
    terminal.print(printJson(answer, Object.keys(answer)));
    return 0;
  }
  terminal.print(robustnessText(scenario, outcome.value, { width: terminal.columns, colour: terminal.colour }));
  for (const note of notes) terminal.print(note);
  return 0;
}
