import { existsSync, statSync } from "node:fs";
import { basename, dirname, extname } from "node:path";
import { solveGame } from "#durability";
import { formatEfg, formatNfg, parseEfg, parseNfg } from "#language";
import type { Game, StrategicGame } from "#model";
import { type Diagnostic, ok, type Result } from "#prelude";
import { gameText, printJson } from "#report";
import { countOf, diagnosticsText, exitOf } from "../diagnostics-text.ts";
import { couldNotRun, type ExitCode, endWith, type Failure } from "../failure.ts";
import { readFiles, shownPath } from "../read-files.ts";
import { earlyEndNote, runOnTerminal } from "../run-on-terminal.ts";
import type { Terminal } from "../terminal.ts";
import { writeNewFile } from "../write-new-file.ts";

export type GameFlags = { readonly to?: string; readonly json?: boolean; readonly progress?: boolean };

/** The equilibria of a game in a file; or the game written out again. */
export async function gameCommand(written: string, flags: GameFlags, terminal: Terminal): Promise<ExitCode> {
  const loaded = loadGame(written, terminal);
  if (!loaded.ok) return endWith(terminal, loaded.error);
  const game = loaded.value;
  if (flags.to !== undefined) {
    const text = textFor(flags.to, game);
    const done = text.ok ? writeNewFile(flags.to, text.value) : text;
    if (!done.ok) return endWith(terminal, done.error);
    terminal.print(`Wrote ${flags.to}.`);
    return 0;
  }
  const outcome = await runOnTerminal(solveGame(game), terminal, { progress: flags.progress === true });
  const solution = outcome.value;
  const exit = solution.status.kind === "refused" ? 2 : 0;
  if (flags.json) {
    const notes = [...solution.notes, ...earlyEndNote(outcome)];
    const answer = { schema: "entente.game/1", ...solution, notes, timings: outcome.timings };
    terminal.print(printJson(answer, ["schema", "title", "form", "players", "status", "equilibria"]));
    return exit;
  }
  terminal.print(gameText(solution, { width: terminal.columns, colour: terminal.colour }));
  for (const note of earlyEndNote(outcome)) terminal.print(note);
  return exit;
}

type AnyGame = Game | StrategicGame;
type Parsed = { readonly game?: AnyGame; readonly diagnostics: readonly Diagnostic[] };

const readers: Readonly<Record<string, (content: Uint8Array, file: string) => Parsed>> = {
  ".efg": parseEfg,
  ".nfg": parseNfg,
};

function loadGame(path: string, terminal: Terminal): Result<AnyGame, Failure> {
  if (!existsSync(path)) return couldNotRun(`There is no file "${path}". A game is an .efg or .nfg file.`);
  if (statSync(path).isDirectory()) return couldNotRun(`"${path}" is a folder. Name an .efg or .nfg file.`);
  const read = readers[extname(path).toLowerCase()];
  const isConflict = /\.(gmcr|ya?ml)$/i.test(path) ? ` If it is a conflict: entente stability ${path}.` : "";
  if (!read) return couldNotRun(`"${path}" is neither an .efg nor an .nfg file.${isConflict}`);
  const { files, diagnostics: unread } = readFiles(dirname(path), [basename(path)]);
  const content = files.get(basename(path));
  const { game, diagnostics }: Parsed = content ? read(content, shownPath(path)) : { diagnostics: unread };
  const text = diagnosticsText(diagnostics, terminal);
  if (!game) {
    const exit = exitOf(diagnostics) === 2 ? 2 : 1;
    return {
      ok: false,
      error: { exit, message: `${text}\n${countOf(diagnostics)}. Correct them and run this again.` },
    };
  }
  if (text !== "") terminal.tell(text);
  return ok(game);
}

function textFor(path: string, game: AnyGame): Result<string, Failure> {
  const ending = extname(path).toLowerCase();
  if (ending !== ".efg" && ending !== ".nfg") return couldNotRun(`--to writes .efg or .nfg; "${path}" is neither.`);
  if ("root" in game)
    return ending === ".efg"
      ? ok(formatEfg(game))
      : couldNotRun("This game is a tree, and is not turned into a table: write it --to an .efg file.");
  return ending === ".nfg"
    ? ok(formatNfg(game))
    : couldNotRun("This game is a table, and is not turned into a tree: write it --to an .nfg file.");
}
