import { settlementQuestions } from "#analysis";
import { type ClaimOptions, decideClaims } from "#claims";
import { claimsText, printJson } from "#report";
import { type ExitCode, endWith } from "../failure.ts";
import { knownName } from "../known-name.ts";
import { type DomainChoice, loadScenario } from "../load-scenario.ts";
import { earlyEndNote, runOnTerminal } from "../run-on-terminal.ts";
import type { Terminal } from "../terminal.ts";

export type ClaimsFlags = DomainChoice & {
  readonly row?: string;
  readonly draws?: number;
  readonly seed?: number;
  readonly json?: boolean;
  readonly progress?: boolean;
};

/** What the scenario's sources claim, decided. */
export async function claimsCommand(written: string, flags: ClaimsFlags, terminal: Terminal): Promise<ExitCode> {
  const loaded = await loadScenario(written, flags, terminal);
  if (!loaded.ok) return endWith(terminal, loaded.error);
  const scenario = loaded.value;
  if (flags.row !== undefined) {
    const rows = new Set(scenario.claims.flatMap(({ id, row }) => (row === undefined ? [id] : [row, id])));
    const known = knownName(flags.row, "row or claim", [...rows]);
    if (!known.ok) return endWith(terminal, known.error);
  }
  const options: ClaimOptions = {
    engine: settlementQuestions,
    ...(flags.row === undefined ? {} : { row: flags.row }),
    ...(flags.draws === undefined ? {} : { draws: flags.draws }),
    ...(flags.seed === undefined ? {} : { seed: flags.seed }),
  };
  const outcome = await runOnTerminal(decideClaims(scenario, options), terminal, { progress: flags.progress === true });
  const notes = earlyEndNote(outcome);
  if (flags.json) {
    const { id, title, asOf } = scenario.agenda;
    const answer = { schema: "entente.claims/1", scenario: { id, title, asOf }, claims: outcome.value, notes };
    terminal.print(printJson({ ...answer, timings: outcome.timings }, [...Object.keys(answer), "timings"]));
    return 0;
  }
  terminal.print(claimsText(scenario, outcome.value, { width: terminal.columns, colour: terminal.colour }));
  for (const note of notes) terminal.print(note);
  return 0;
}
