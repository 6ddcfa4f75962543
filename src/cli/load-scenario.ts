import { basename, join } from "node:path";
import { parseScenario, readDomainFolder } from "#language";
import type { Scenario } from "#model";
import { type Diagnostic, err, ok, type Result } from "#prelude";
import { countOf, diagnosticsText, exitOf } from "./diagnostics-text.ts";
import { couldNotRun, type Failure } from "./failure.ts";
import { findScenario, type ScenarioPlace } from "./find-scenario.ts";
import { type ReadFiles, readFolder, readOne, together } from "./read-files.ts";
import type { Terminal } from "./terminal.ts";

/** Which files of a GENIUS or GeniusWeb folder to use. */
export type DomainChoice = { readonly domain?: string; readonly profiles?: readonly string[] };

/** What was read, and everything wrong with it. There is no scenario when one of the diagnostics is an error. */
export type Loaded = { readonly scenario?: Scenario; readonly diagnostics: readonly Diagnostic[] };

/** The scenario that SCENARIO names, or every mistake in it. Warnings go to the terminal at once. */
export function loadScenario(written: string, choice: DomainChoice, terminal: Terminal): Result<Scenario, Failure> {
  const place = findScenario(written);
  if (!place.ok) return place;
  const loaded = loadPlace(place.value, choice);
  if (!loaded.ok) return loaded;
  const { scenario, diagnostics } = loaded.value;
  const text = diagnostics.length > 0 ? diagnosticsText(diagnostics, terminal) : "";
  const exit = exitOf(diagnostics);
  if (scenario === undefined || exit !== 0)
    return err({ exit: exit === 2 ? 2 : 1, message: `${text}\n${countOf(diagnostics)}; nothing was computed.` });
  if (text !== "") terminal.tell(text);
  return ok(scenario);
}

export function loadPlace({ kind, folder }: ScenarioPlace, choice: DomainChoice): Result<Loaded, Failure> {
  if (kind === "domain") return ok(domainIn(folder, choice));
  if (choice.domain !== undefined || choice.profiles !== undefined)
    return couldNotRun(
      "--domain and --profiles choose among the files of a GENIUS or GeniusWeb folder; this is a scenario of Entente's own.",
    );
  return ok(scenarioIn(folder));
}

/** scenario.yaml and every sheet of sheets/. */
export function scenarioIn(folder: string): Loaded {
  const sheets = readFolder(join(folder, "sheets"), [".yaml", ".yml"], folder);
  return parsed(together([readOne(join(folder, "scenario.yaml"), folder), sheets]));
}

/** The language sees what could be read; what could not is an error of its own, so nothing is computed from a part. */
export function parsed({ files, diagnostics }: ReadFiles): Loaded {
  const { scenario, diagnostics: found } = parseScenario(files);
  const all = [...diagnostics, ...found];
  return scenario && diagnostics.length === 0 ? { scenario, diagnostics: all } : { diagnostics: all };
}

/** A folder of GENIUS XML or GeniusWeb JSON. A file too large to read matters only when it was chosen by name. */
export function domainIn(folder: string, choice: DomainChoice): Loaded {
  const { files, diagnostics: unread } = readFolder(folder, [".xml", ".json"], folder);
  const shown = new Map(files.map(({ file, bytes }) => [basename(file), { file, bytes }]));
  const wanted = {
    ...(choice.domain === undefined ? {} : { domain: basename(choice.domain) }),
    ...(choice.profiles === undefined ? {} : { profiles: choice.profiles.map((name) => basename(name)) }),
  };
  const bytes = new Map([...shown].map(([name, file]) => [name, file.bytes]));
  const { scenario, diagnostics: found } = readDomainFolder(bytes, wanted);
  const placed = found.map((each) => ({
    ...each,
    at: { ...each.at, file: shown.get(each.at.file)?.file ?? each.at.file },
  }));
  const isChosen = (file: string): boolean =>
    wanted.domain === basename(file) || wanted.profiles?.includes(basename(file)) === true;
  const beside = unread.map((each) =>
    scenario && !isChosen(each.at.file) ? { ...each, severity: "warning" as const } : each,
  );
  return { ...(scenario ? { scenario } : {}), diagnostics: [...beside, ...placed] };
}
