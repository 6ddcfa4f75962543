import { existsSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { type Diagnostic, ok, type Result } from "#prelude";
import { countOf, diagnosticsText, exitOf, plural } from "../diagnostics-text.ts";
import { couldNotRun, type ExitCode, type Failure } from "../failure.ts";
import { findScenario, namesIn } from "../find-scenario.ts";
import { domainIn, parsed, scenarioIn } from "../load-scenario.ts";
import { readFolder, readOne, together } from "../read-files.ts";
import { paint, type Terminal } from "../terminal.ts";

/** How deep `check` looks for scenarios in a folder that is none itself: scenarios/textbook/NAME from two above. */
const deepest = 4;

/** Every mistake in everything named, then one line that sums up. */
export async function checkCommand(paths: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const diagnostics: Diagnostic[] = [];
  let checked = 0;
  let missing = false;
  for (const path of paths) {
    const found = checkPath(path);
    if (found.ok) {
      checked += found.value.length;
      for (const each of found.value) diagnostics.push(...each);
    } else {
      missing = true;
      terminal.tell(found.error.message);
    }
  }
  const once = withoutRepeats(diagnostics);
  if (once.length > 0) terminal.print(diagnosticsText(once, terminal));
  const exit = missing ? 2 : exitOf(once);
  const summary = `${plural(checked, "scenario or sheet", "scenarios and sheets")} checked: ${countOf(once)}.`;
  if (checked > 0) terminal.print(terminal.colour ? paint(summary, exit === 0 ? "green" : "red") : summary);
  return exit;
}

/** The diagnostics of each scenario or sheet that the path names. */
function checkPath(path: string): Result<readonly (readonly Diagnostic[])[], Failure> {
  if (existsSync(path) && !statSync(path).isDirectory()) return checkFile(path);
  if (existsSync(path)) {
    const folders = scenarioFolders(path, deepest);
    if (folders.length > 0) return ok(folders.map((folder) => scenarioIn(folder).diagnostics));
  }
  const place = findScenario(path);
  if (!place.ok) return place;
  const { kind, folder } = place.value;
  return ok([(kind === "domain" ? domainIn(folder, {}) : scenarioIn(folder)).diagnostics]);
}

/**
 * One file, judged with what belongs to it, since claims may name lines of a sheet and a sheet names issues of the agenda;
 * only the mistakes in the file itself are told. A sheet that lies elsewhere takes the place of its namesake.
 */
function checkFile(path: string): Result<readonly (readonly Diagnostic[])[], Failure> {
  if (!/\.ya?ml$/i.test(path))
    return couldNotRun(`"${path}" is not a YAML file. Name a scenario folder, a scenario.yaml or a sheet.`);
  const folder = dirname(resolve(path));
  const home = [folder, dirname(folder)].find((each) => existsSync(join(each, "scenario.yaml")));
  if (home === undefined)
    return couldNotRun(`There is no scenario.yaml beside "${path}" or in the folder above to check it against.`);
  const others = readFolder(join(home, "sheets"), [".yaml", ".yml"], home).files.filter(
    ({ file }) => basename(file) !== basename(path),
  );
  const agenda = readOne(join(home, "scenario.yaml"), home);
  const itself = basename(path) === "scenario.yaml" ? [] : [readOne(path, folder)];
  const { diagnostics } = parsed(together([agenda, ...itself, { files: others, diagnostics: [] }]));
  const own = diagnostics.filter(({ at }) => resolve(at.file) === resolve(path));
  // an agenda that cannot be read leaves the sheet unchecked: then that is what there is to say
  const inAgenda = diagnostics.filter(
    ({ at, severity }) => severity === "error" && basename(at.file) === "scenario.yaml",
  );
  return ok([own.length > 0 ? own : inAgenda]);
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
