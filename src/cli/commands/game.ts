import { existsSync, statSync } from "node:fs";
import { basename, dirname, extname } from "node:path";
import { solveGame, solverAgreement } from "#durability";
import { formatEfg, formatNfg, parseEfg, parseNfg } from "#language";
import type { Game, StrategicGame } from "#model";
import { type Diagnostic, ok, type Result } from "#prelude";
import { gameText, modelFinding, printJson } from "#report";
import { actorTable } from "../actor-table.ts";
import { type AskedModel, askedModel, modelList } from "../asked-model.ts";
import { countOf, diagnosticsText, exitOf } from "../diagnostics-text.ts";
import { couldNotRun, type ExitCode, endWith, type Failure } from "../failure.ts";
import { readFiles, shownPath } from "../read-files.ts";
import { earlyEndNote, runOnTerminal } from "../run-on-terminal.ts";
import type { Terminal } from "../terminal.ts";
import { writeNewFile } from "../write-new-file.ts";

export type GameFlags = {
  readonly model?: string;
  readonly models?: boolean;
  readonly with?: readonly string[];
  readonly to?: string;
  readonly json?: boolean;
  readonly progress?: boolean;
};

/** The equilibria of a game in a file or of a model's, with what the model's closed form says; or the game written out. */
export async function gameCommand(
  written: string | undefined,
  flags: GameFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  if (flags.models) {
    terminal.print(modelList());
    return 0;
  }
  const loaded = gameToSolve(written, flags, terminal);
  if (!loaded.ok) return endWith(terminal, loaded.error);
  const { game, asked } = loaded.value;
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
  const model = asked && {
    model: asked.model,
    settings: asked.settings,
    found: modelFinding(asked.reading.answer),
    solver: solverAgreement(solution, asked.reading.expected),
  };
  if (flags.json) {
    const notes = [...solution.notes, ...earlyEndNote(outcome)];
    const beside = model && {
      id: model.model.id,
      settings: model.settings,
      verdict: model.found.verdict,
      numbers: model.found.numbers,
      finding: model.found.sentences,
      solver: model.solver,
    };
    const answer = { schema: "entente.game/1", ...solution, model: beside, notes, timings: outcome.timings };
    terminal.print(printJson(answer, ["schema", "title", "model", "form", "players", "status", "equilibria"]));
    return exit;
  }
  const words = model && { ...model, finding: model.found.sentences };
  terminal.print(gameText(solution, { width: terminal.columns, colour: terminal.colour }, words));
  for (const note of earlyEndNote(outcome)) terminal.print(note);
  return exit;
}

type ToSolve = { readonly game: AnyGame; readonly asked?: AskedModel };

function gameToSolve(written: string | undefined, flags: GameFlags, terminal: Terminal): Result<ToSolve, Failure> {
  if (flags.model === undefined) {
    if (written === undefined)
      return couldNotRun("error: missing required argument 'file', or a model: --models lists them.");
    if (flags.with) return couldNotRun("--with sets the numbers of a model: name it with --model.");
    const loaded = loadGame(written, terminal);
    return loaded.ok ? ok({ game: loaded.value }) : loaded;
  }
  if (written !== undefined)
    return couldNotRun(`"${written}" is a file and --model ${flags.model} a model: give the one or the other.`);
  const asked = askedModel(flags.model, flags.with ?? []);
  if (!asked.ok) return asked;
  const { model, settings, reading } = asked.value;
  const numbers = settings.map(({ name, value, isDefault }) => `${name}=${value}${isDefault ? " (default)" : ""}`);
  return ok({ game: { ...reading.game, comment: `${model.id}: ${numbers.join(", ")}` }, asked: asked.value });
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
  if (!read) return couldNotRun(`"${path}" is neither an .efg nor an .nfg file.${isConflict}${actorTable(path)}`);
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
