import { basename } from "node:path";
import { readDomainFolder } from "#language";
import { formatSpan, ok, type Result } from "#prelude";
import type { Failure } from "./failure.ts";
import { noScenarioIn } from "./find-scenario.ts";
import { type DomainChoice, type Loaded, placedIn } from "./load-scenario.ts";
import { fileNames, readFiles } from "./read-files.ts";

/** Files of which it is said why they could not be read, where the folder is no domain. */
const mostBroken = 3;

/**
 * The domain in a folder that SCENARIO names and that has no scenario.yaml. Where no file of it is recognised as a domain
 * that is said first: its XML and JSON may be about anything, and are no mistakes.
 */
export function domainAt(folder: string, choice: DomainChoice): Result<Loaded, Failure> {
  const loaded = domainIn(folder, choice);
  const chosen = choice.domain !== undefined || choice.profiles !== undefined;
  if (chosen || !loaded.diagnostics.some(({ code }) => code === "import-no-domain")) return ok(loaded);
  const broken = loaded.diagnostics.filter(({ code, severity }) => severity === "error" && code !== "import-no-domain");
  const shown = broken.slice(0, mostBroken).map(({ at, message }) => `\n  ${formatSpan(at)} ${message}`);
  const rest = broken.length > mostBroken ? `\n  and ${broken.length - mostBroken} more` : "";
  return noScenarioIn(folder, broken.length > 0 ? `\nFiles that could not be read:${shown.join("")}${rest}` : "");
}

/** A folder of GENIUS XML or GeniusWeb JSON. A file that cannot be read matters only when it was chosen by name. */
export function domainIn(folder: string, choice: DomainChoice, endings = [".xml", ".json"]): Loaded {
  const { files, diagnostics: unread } = readFiles(folder, fileNames(folder, endings));
  const { scenario, diagnostics } = readDomainFolder(files, {
    ...(choice.domain === undefined ? {} : { domain: basename(choice.domain) }),
    ...(choice.profiles === undefined ? {} : { profiles: choice.profiles.map((name) => basename(name)) }),
  });
  const beside = scenario ? unread.map((each) => ({ ...each, severity: "warning" as const })) : unread;
  return {
    ...(scenario ? { scenario } : {}),
    diagnostics: [...beside, ...diagnostics.map((each) => placedIn(folder, each))],
  };
}
