import { existsSync, statSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import { parseConflict, parseGmcr, parseSheet } from "#language";
import type { Agenda } from "#model";
import { type Diagnostic, ok, type Result } from "#prelude";
import { countOf, diagnosticsText, exitOf, plural } from "../diagnostics-text.ts";
import { couldNotRun, type ExitCode, type Failure } from "../failure.ts";
import { findScenario, namesIn } from "../find-scenario.ts";
import { scenarioIn } from "../load-scenario.ts";
import { namesBesideSheets } from "../names-beside-sheets.ts";
import { readFiles, shownPath } from "../read-files.ts";
import { deepestSheet } from "../sheet-names.ts";
import { paint, type Terminal } from "../terminal.ts";

/** How deep `check` looks for scenarios in a folder that is none itself: scenarios/textbook/NAME from two above. */
const deepest = 4;

type Checked = {
  readonly kind: "scenario" | "file";
  readonly diagnostics: readonly Diagnostic[];
  /** Of a scenario: what was read beside its agenda and sheets. */
  readonly beside?: readonly string[];
};

/** Every mistake in everything named, then one line that sums up. */
export async function checkCommand(paths: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const checked: Checked[] = [];
  let missing = false;
  for (const path of paths) {
    const found = await checkPath(path);
    if (found.ok) checked.push(...found.value);
    else {
      missing = true;
      terminal.tell(found.error.message);
    }
  }
  const diagnostics = withoutRepeats(checked.flatMap((each) => each.diagnostics));
  if (diagnostics.length > 0) terminal.print(diagnosticsText(diagnostics, terminal));
  const exit = missing ? 2 : exitOf(diagnostics);
  const summary = `${countChecked(checked)} checked: ${countOf(diagnostics)}.`;
  if (checked.length > 0) terminal.print(terminal.colour ? paint(summary, exit === 0 ? "green" : "red") : summary);
  return exit;
}

function countChecked(checked: readonly Checked[]): string {
  const scenarios = checked.filter(({ kind }) => kind === "scenario").length;
  const files = checked.length - scenarios;
  const beside = checked.flatMap((each) => each.beside ?? []);
  const inMaps = beside.filter((name) => name.startsWith("map/")).length;
  const counts = [
    [scenarios, "scenario"],
    [beside.length - inMaps, "durability file"],
    [inMaps, "map file"],
    [files, "file"],
  ] as const;
  const parts = counts.flatMap(([count, noun]) => (count > 0 ? [plural(count, noun)] : []));
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

async function checkPath(path: string): Promise<Result<readonly Checked[], Failure>> {
  if (existsSync(path) && !statSync(path).isDirectory()) return checkFile(path);
  const folders = existsSync(path) ? scenarioFolders(path, deepest) : [];
  if (folders.length > 0) return ok(folders.map(checkScenario));
  const place = findScenario(path);
  if (!place.ok) return place;
  const { kind, folder } = place.value;
  if (kind === "entente") return ok([checkScenario(folder)]);
  const { domainAt } = await import("../load-domain.ts");
  const domain = domainAt(folder, {});
  return domain.ok ? ok([{ kind: "scenario", ...domain.value }]) : domain;
}

function checkScenario(folder: string): Checked {
  return { kind: "scenario", diagnostics: scenarioIn(folder).diagnostics, beside: namesBesideSheets(folder) };
}

/**
 * One file, judged with what belongs to it (claims name lines of a sheet, a sheet names issues of the agenda); only the
 * mistakes in the file itself are told. A sheet may lie outside sheets/, beside the agenda or in folders below it.
 */
function checkFile(path: string): Result<readonly Checked[], Failure> {
  if (/\.gmcr$/i.test(path)) return ok([{ kind: "file", diagnostics: checkConflict(path, parseGmcr) }]);
  if (!/\.(ya?ml|geojson)$/i.test(path))
    return couldNotRun(
      `"${path}" is neither a YAML file nor GeoJSON. Name a scenario folder, a scenario.yaml, a sheet, a durability.yaml, a file of a map or a conflict.`,
    );
  if (isConflict(path)) return ok([{ kind: "file", diagnostics: checkConflict(path, parseConflict) }]);
  const folder = dirname(resolve(path));
  const home = homeOf(folder);
  if (home === undefined)
    return couldNotRun(`There is no scenario.yaml beside "${path}" or in a folder above to check it against.`);
  const { scenario, diagnostics } = scenarioIn(home);
  const own = (file: string): boolean => resolve(file) === resolve(path);
  const isBeside = namesBesideSheets(home).some((name) => own(join(home, name)));
  if (!isBeside && /\.geojson$/i.test(path))
    return couldNotRun(`"${path}" is not read as a part of a map. Shapes lie in map/, beside layers.yaml.`);
  const isSheetElsewhere =
    basename(path) !== "scenario.yaml" && !isBeside && !resolve(path).startsWith(join(home, "sheets") + sep);
  if (isSheetElsewhere && scenario)
    return ok([{ kind: "file", diagnostics: checkSheet(folder, basename(path), scenario.agenda) }]);
  const inFile = diagnostics.filter(({ at }) => own(at.file));
  // an agenda that cannot be read leaves the sheet unchecked: then that is what there is to say
  const inAgenda = diagnostics.filter(
    ({ at, severity }) => severity === "error" && basename(at.file) === "scenario.yaml",
  );
  return ok([{ kind: "file", diagnostics: inFile.length > 0 ? inFile : inAgenda }]);
}

/** A conflict file stands alone; it says so itself. */
function isConflict(path: string): boolean {
  const bytes = readFiles(dirname(path), [basename(path)]).files.get(basename(path));
  return bytes !== undefined && /^schema:\s*["']?entente\.conflict\//m.test(new TextDecoder().decode(bytes));
}

function checkConflict(
  path: string,
  parse: (file: string, content: Uint8Array) => { readonly diagnostics: readonly Diagnostic[] },
): readonly Diagnostic[] {
  const { files, diagnostics } = readFiles(dirname(path), [basename(path)]);
  const bytes = files.get(basename(path));
  return bytes ? parse(shownPath(path), bytes).diagnostics : diagnostics;
}

/** The nearest folder with a scenario.yaml, this one or one as far above as a sheet may lie. */
function homeOf(folder: string): string | undefined {
  let home = folder;
  for (let above = 0; above <= deepestSheet + 1; above++, home = dirname(home))
    if (existsSync(join(home, "scenario.yaml"))) return home;
  return undefined;
}

function checkSheet(folder: string, name: string, agenda: Agenda): readonly Diagnostic[] {
  const { files, diagnostics } = readFiles(folder, [name]);
  const bytes = files.get(name);
  return bytes ? parseSheet(shownPath(join(folder, name)), bytes, agenda).diagnostics : diagnostics;
}

function scenarioFolders(folder: string, depth: number): readonly string[] {
  if (existsSync(join(folder, "scenario.yaml"))) return [folder];
  if (depth === 0) return [];
  return namesIn(folder)
    .filter((name) => !name.startsWith(".") && name !== "node_modules")
    .map((name) => join(folder, name))
    .filter((each) => statSync(each, { throwIfNoEntry: false })?.isDirectory())
    .flatMap((each) => scenarioFolders(each, depth - 1));
}

/** A folder and a sheet in it may both have been named. */
function withoutRepeats(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const byPlace = new Map(
    diagnostics.map((each) => [`${each.at.file}:${each.at.line}:${each.at.column} ${each.code} ${each.message}`, each]),
  );
  return [...byPlace.values()];
}
