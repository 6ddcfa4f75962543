import { join } from "node:path";
import { parseScenario } from "#language";
import type { Scenario } from "#model";
import { type Diagnostic, err, ok, type Result } from "#prelude";
import { countOf, diagnosticsText, exitOf } from "./diagnostics-text.ts";
import { couldNotRun, type Failure } from "./failure.ts";
import { findScenario, type ScenarioPlace } from "./find-scenario.ts";
import { namesBesideSheets } from "./names-beside-sheets.ts";
import { readFiles, shownPath } from "./read-files.ts";
import { sheetNames } from "./sheet-names.ts";
import type { Terminal } from "./terminal.ts";

/** Which files of a GENIUS or GeniusWeb folder to use. */
export type DomainChoice = { readonly domain?: string; readonly profiles?: readonly string[] };

/** What was read, and everything wrong with it. There is no scenario when one of the diagnostics is an error. */
export type Loaded = { readonly scenario?: Scenario; readonly diagnostics: readonly Diagnostic[] };

/** The scenario that SCENARIO names, or every mistake in it. Warnings go to the terminal at once. */
export async function loadScenario(
  written: string,
  choice: DomainChoice,
  terminal: Terminal,
): Promise<Result<Scenario, Failure>> {
  const place = findScenario(written);
  if (!place.ok) return place;
  const loaded = await loadPlace(place.value, choice);
  if (!loaded.ok) return loaded;
  return scenarioOf(loaded.value, terminal);
}

/** The scenario, with its warnings told; or all its mistakes as the reason to stop. */
export function scenarioOf({ scenario, diagnostics }: Loaded, terminal: Terminal): Result<Scenario, Failure> {
  const text = diagnosticsText(diagnostics, terminal);
  const exit = exitOf(diagnostics);
  if (scenario === undefined || exit !== 0)
    return err({
      exit: exit === 2 ? 2 : 1,
      message: `${text}\n${countOf(diagnostics)}. Correct them and run this again.`,
    });
  if (text !== "") terminal.tell(text);
  return ok(scenario);
}

async function loadPlace({ kind, folder }: ScenarioPlace, choice: DomainChoice): Promise<Result<Loaded, Failure>> {
  if (kind === "domain") {
    const { domainAt } = await import("./load-domain.ts"); // its XML reader is not worth loading for a scenario
    return domainAt(folder, choice);
  }
  if (choice.domain !== undefined || choice.profiles !== undefined)
    return couldNotRun(
      "--domain and --profiles choose among the files of a GENIUS or GeniusWeb folder; this is a scenario of Entente's own.",
    );
  return ok(scenarioIn(folder));
}

/** scenario.yaml, every sheet under sheets/, durability.yaml and the map. What could not be read is an error, so nothing is computed from a part. */
export function scenarioIn(folder: string): Loaded {
  const sheets = sheetNames(folder);
  const { files, diagnostics: notRead } = readFiles(folder, [
    "scenario.yaml",
    ...sheets.names,
    ...namesBesideSheets(folder),
  ]);
  const unread = [...sheets.diagnostics, ...notRead];
  if (!files.has("scenario.yaml")) return { diagnostics: unread };
  const { scenario, diagnostics } = parseScenario(files);
  const all = [...unread, ...diagnostics.map((each) => placedIn(folder, each))];
  return scenario && unread.length === 0 ? { scenario, diagnostics: all } : { diagnostics: all };
}

/** The diagnostic with its file as a person at this prompt would name it. */
export function placedIn(folder: string, diagnostic: Diagnostic): Diagnostic {
  return { ...diagnostic, at: { ...diagnostic.at, file: shownPath(join(folder, diagnostic.at.file)) } };
}
