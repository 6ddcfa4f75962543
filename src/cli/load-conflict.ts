import { existsSync, statSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { type ParsedConflict, parseConflict, parseGmcr } from "#language";
import { ok, type Result } from "#prelude";
import { actorTable } from "./actor-table.ts";
import { countOf, diagnosticsText, exitOf } from "./diagnostics-text.ts";
import { couldNotRun, type Failure } from "./failure.ts";
import { namesIn } from "./find-scenario.ts";
import { didYouMean } from "./nearest-name.ts";
import { packageRoot } from "./package-root.ts";
import { readFiles, shownPath } from "./read-files.ts";
import type { Terminal } from "./terminal.ts";

export type LoadedConflict = Required<Pick<ParsedConflict, "conflict" | "about">>;

const readers: Readonly<Record<string, (file: string, content: Uint8Array) => ParsedConflict>> = {
  ".yaml": parseConflict,
  ".yml": parseConflict,
  ".gmcr": parseGmcr,
  // the GMCR Chrome app writes .json: its reader says that it is that program's
  ".json": parseGmcr,
};

/** The conflict that FILE names, a file or one that ships with Entente; or every mistake in it. Warnings are told at once. */
export function loadConflict(written: string, terminal: Terminal): Result<LoadedConflict, Failure> {
  const path = findConflict(written);
  if (!path.ok) return path;
  const read = readers[extname(path.value).toLowerCase()];
  if (!read)
    return couldNotRun(
      `"${written}" is neither a conflict file (.yaml) nor a .gmcr file.${isGame(written)}${actorTable(written)}`,
    );
  const { files, diagnostics: unread } = readFiles(dirname(path.value), [basename(path.value)]);
  const content = files.get(basename(path.value));
  const parsed: ParsedConflict = content ? read(shownPath(path.value), content) : { diagnostics: unread };
  const text = diagnosticsText(parsed.diagnostics, terminal);
  const { conflict, about } = parsed;
  if (!conflict || !about) {
    const exit = exitOf(parsed.diagnostics) === 2 ? 2 : 1;
    return {
      ok: false,
      error: { exit, message: `${text}\n${countOf(parsed.diagnostics)}. Correct them and run this again.` },
    };
  }
  if (text !== "") terminal.tell(text);
  return ok({ conflict, about });
}

function findConflict(written: string): Result<string, Failure> {
  if (existsSync(written))
    return statSync(written).isDirectory()
      ? couldNotRun(`"${written}" is a folder. Name a conflict file (.yaml) or a .gmcr file.`)
      : ok(written);
  const shipped = shippedConflicts();
  if (shipped.includes(written)) return ok(join(packageRoot(), "scenarios", "conflicts", `${written}.yaml`));
  return couldNotRun(
    `There is no file "${written}", and no shipped conflict of that name.${didYouMean(written, shipped)}\n` +
      `Shipped conflicts: ${shipped.length === 0 ? "none in this installation" : shipped.join(", ")}.`,
  );
}

function shippedConflicts(): readonly string[] {
  return namesIn(join(packageRoot(), "scenarios", "conflicts"))
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => name.slice(0, -".yaml".length));
}

function isGame(written: string): string {
  return /\.(efg|nfg)$/i.test(written) ? ` It is a game: entente game ${written}.` : "";
}
