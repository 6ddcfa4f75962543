import { basename } from "node:path";
import { readDomainFolder } from "#language";
import { type DomainChoice, type Loaded, placedIn } from "./load-scenario.ts";
import { fileNames, readFiles } from "./read-files.ts";

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
