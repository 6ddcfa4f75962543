import { stabilityReport } from "#durability";
import { formatConflict, formatGmcr } from "#language";
import type { Conflict, StateCode } from "#model";
import { ok, type Result } from "#prelude";
import { printJson, stabilityJson, stabilityText } from "#report";
import { couldNotRun, type ExitCode, endWith, type Failure } from "../failure.ts";
import { type LoadedConflict, loadConflict } from "../load-conflict.ts";
import { didYouMean } from "../nearest-name.ts";
import { earlyEndNote, runOnTerminal } from "../run-on-terminal.ts";
import type { Terminal } from "../terminal.ts";
import { writeNewFile } from "../write-new-file.ts";

export type StabilityFlags = {
  readonly state?: string;
  readonly to?: string;
  readonly json?: boolean;
  readonly progress?: boolean;
  /** Seconds. */
  readonly budget: number;
};

/** The language reads no longer file. */
const largestText = 1_000_000;

/** Which states of a conflict hold, for whom and how firmly; or the conflict written in another format. */
export async function stabilityCommand(written: string, flags: StabilityFlags, terminal: Terminal): Promise<ExitCode> {
  const loaded = loadConflict(written, terminal);
  if (!loaded.ok) return endWith(terminal, loaded.error);
  const asked = asOfState(loaded.value.conflict, flags.state);
  if (!asked.ok) return endWith(terminal, asked.error);
  const conflict = asked.value;
  if (flags.to !== undefined) {
    const text = textFor(flags.to, { ...loaded.value, conflict });
    const done = text.ok ? writeNewFile(flags.to, text.value) : text;
    if (!done.ok) return endWith(terminal, done.error);
    terminal.print(`Wrote ${flags.to}.`);
    return 0;
  }
  const outcome = await runOnTerminal(stabilityReport(conflict), terminal, {
    progress: flags.progress === true,
    budgetMs: flags.budget * 1000,
  });
  const notes = [...earlyEndNote(outcome), ...budgetNote(outcome.endedByBudget, flags.budget)];
  const report = outcome.value;
  if (report.status !== "exact") return endWith(terminal, tooLarge(report.status === "unknown" ? report.reason : ""));
  if (flags.json) {
    const answer = { ...stabilityJson(report.value), notes, timings: outcome.timings };
    terminal.print(printJson(answer, Object.keys(answer)));
    return 0;
  }
  terminal.print(stabilityText(report.value, { width: terminal.columns, colour: terminal.colour }));
  for (const note of notes) terminal.print(note);
  return 0;
}

/** What the time was too short for. */
function budgetNote(phases: readonly string[], seconds: number): readonly string[] {
  if (phases.length === 0) return [];
  return [
    `The budget of ${seconds} s ended before this was finished: ${phases.join(", ")}. What was not reached is left open; --budget gives it more.`,
  ];
}

function tooLarge(reason: string): Failure {
  return { exit: 2, message: `This conflict cannot be examined. ${reason}` };
}

/** The conflict with today's state as given: the levers taken, separated by commas; an empty text for none. */
function asOfState(conflict: Conflict, written: string | undefined): Result<Conflict, Failure> {
  if (written === undefined) return ok(conflict);
  const ids = conflict.levers.map(({ id }) => id);
  const taken = written
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
  const unknown = taken.find((id) => !ids.includes(id));
  if (unknown !== undefined)
    return couldNotRun(
      `--state: there is no lever "${unknown}".${didYouMean(unknown, ids)}\nLevers: ${ids.join(", ")}.`,
    );
  const code = [...new Set(taken)].reduce((sum, id) => sum + 2 ** ids.indexOf(id), 0);
  if (excluded(conflict, code))
    return couldNotRun(
      `--state: [${taken.join(", ")}] is impossible in this conflict. See \`impossible\` in its file.`,
    );
  return ok({ ...conflict, today: code });
}

function excluded({ impossible }: Conflict, code: StateCode): boolean {
  return impossible.some((condition) =>
    condition.some((clause) => clause.every(({ lever, taken }) => ((code >> lever) & 1) === (taken ? 1 : 0))),
  );
}

function textFor(path: string, { conflict, about }: LoadedConflict): Result<string, Failure> {
  if (/\.ya?ml$/i.test(path)) {
    const text = formatConflict(conflict, about);
    return text.length <= largestText
      ? ok(text)
      : couldNotRun("As YAML this conflict would be longer than Entente reads: its rankings name too many states.");
  }
  if (!/\.gmcr$/i.test(path)) return couldNotRun(`--to writes .gmcr or .yaml; "${path}" is neither.`);
  return ok(formatGmcr(conflict));
}
