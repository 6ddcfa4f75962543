import type { Scenario } from "#model";
import type { Diagnostic } from "#prelude";
import { buildScenario } from "./build-scenario.ts";
import { decodeText } from "./decode-text.ts";
import { readGenius } from "./genius.ts";
import { readGeniusWeb } from "./geniusweb.ts";
import type { DomainFile, ImportedFile, ProfileFile } from "./imported-file.ts";
import { type MatchedProfile, matchIssues } from "./match-issues.ts";
import { mistake } from "./mistake.ts";

/** Which files of the folder to use, by name, and at how many points (at least 2; 11 unless given) to read a real issue. */
export type DomainChoice = {
  readonly domain?: string;
  readonly profiles?: readonly string[];
  readonly steps?: number;
};

export type DomainFolder = {
  /** Present when nothing that was chosen is wrong. */
  readonly scenario?: Scenario;
  readonly diagnostics: readonly Diagnostic[];
  /** Files that were not used, in name order. */
  readonly ignored: readonly string[];
};

const largest = 1024 * 1024;
const mostDiagnostics = 100;

/**
 * A GENIUS or GeniusWeb domain as a scenario. Without a choice: the one domain of the folder and every profile of it,
 * in the order of their names' bytes. What cannot be used is an error when it was chosen and a warning when it merely
 * lies there; documents of other kinds are passed over in silence.
 */
export function readDomainFolder(files: ReadonlyMap<string, Uint8Array>, choose: DomainChoice): DomainFolder {
  const names = [...files.keys()].sort(byBytes);
  const diagnostics: Diagnostic[] = [];
  const finish = (used: readonly string[], scenario?: Scenario): DomainFolder => ({
    ...(scenario && !diagnostics.some(({ severity }) => severity === "error") && { scenario }),
    diagnostics: firstOf(diagnostics),
    ignored: names.filter((name) => !used.includes(name)),
  });
  for (const name of [...(choose.domain === undefined ? [] : [choose.domain]), ...(choose.profiles ?? [])]) {
    if (!files.has(name)) diagnostics.push(noSuchFile(name, names));
  }
  if (diagnostics.length > 0) return finish([]);
  const wanted = (name: string): boolean =>
    choose.profiles === undefined ||
    choose.profiles.includes(name) ||
    choose.domain === undefined ||
    choose.domain === name;
  const read = new Map(names.filter(wanted).map((name) => [name, readFile(name, files.get(name)!)]));
  const domain = chooseDomain(read, choose, diagnostics);
  if (!domain) return finish([]);
  const profiles = chooseProfiles(read, domain, choose, diagnostics);
  const used = [domain.file, ...profiles.map(({ profile }) => profile.file)];
  if (diagnostics.some(({ severity }) => severity === "error")) return finish(used);
  if (profiles.length === 0) {
    diagnostics.push(
      mistake(
        start(domain.file),
        "import-no-profiles",
        "No profile of this domain was found.",
        "Put the parties' profiles beside the domain file, or choose them by name.",
      ),
    );
    return finish(used);
  }
  const built = buildScenario(domain, profiles, Math.max(2, Math.floor(choose.steps ?? 11)));
  diagnostics.push(...(built.ok ? built.value.warnings : built.error));
  return finish(used, built.ok ? built.value.scenario : undefined);
}

function readFile(name: string, bytes: Uint8Array): ImportedFile {
  const extension = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  if (extension !== "xml" && extension !== "json") return { kind: "other", file: name };
  if (bytes.length > largest) {
    const size = mistake(
      start(name),
      "import-too-large",
      "This file is larger than 1 MB.",
      "Remove it, or choose other files.",
    );
    return { kind: "refused", file: name, diagnostics: [size] };
  }
  const text = decodeText(bytes);
  return /^\s*[{[]/.test(text) ? readGeniusWeb(name, text) : readGenius(name, text);
}

function chooseDomain(
  read: ReadonlyMap<string, ImportedFile>,
  choose: DomainChoice,
  diagnostics: Diagnostic[],
): DomainFile | undefined {
  if (choose.domain !== undefined) {
    const file = read.get(choose.domain);
    if (file?.kind === "domain") return file;
    if (file?.kind === "profile" && file.domain) return file.domain;
    if (file?.kind === "refused") diagnostics.push(...file.diagnostics);
    else diagnostics.push(notA("domain", choose.domain));
    return undefined;
  }
  const domains = [...read.values()].filter((file) => file.kind === "domain");
  const only = domains[0] ?? sharedDomain(read, choose);
  if (only && domains.length <= 1) return only;
  if (only) {
    diagnostics.push(
      mistake(
        start(only.file),
        "import-several-domains",
        `The folder holds several domains: ${domains.map(({ file }) => file).join(", ")}.`,
        "Choose one of them by its file name.",
      ),
    );
    return undefined;
  }
  const refused = [...read.values()].flatMap((file) => (file.kind === "refused" ? file.diagnostics : []));
  diagnostics.push(...refused);
  diagnostics.push(
    mistake(
      start([...read.keys()][0] ?? "."),
      "import-no-domain",
      "No GENIUS or GeniusWeb domain was found.",
      "Give a folder with a <negotiation_template> file or a JSON file with issuesValues.",
    ),
  );
  return undefined;
}

/** The domain inside the first GeniusWeb profile: enough when nobody wrote a domain file. */
function sharedDomain(read: ReadonlyMap<string, ImportedFile>, choose: DomainChoice): DomainFile | undefined {
  const profiles = [...read.values()].filter((file): file is ProfileFile => file.kind === "profile");
  return profiles.find(({ file, domain }) => domain && (choose.profiles?.includes(file) ?? true))?.domain;
}

function chooseProfiles(
  read: ReadonlyMap<string, ImportedFile>,
  domain: DomainFile,
  choose: DomainChoice,
  diagnostics: Diagnostic[],
): readonly MatchedProfile[] {
  const chosen = choose.profiles !== undefined;
  return (choose.profiles ?? [...read.keys()]).flatMap((name): MatchedProfile[] => {
    const file = read.get(name);
    if (name === domain.file && file?.kind !== "profile") {
      if (chosen) diagnostics.push(notA("profile", name));
      return [];
    }
    const matched = file?.kind === "profile" ? matchIssues(domain, file) : undefined;
    if (file?.kind === "profile" && matched?.ok) {
      diagnostics.push(...matched.value.warnings);
      return [matched.value];
    }
    if (file?.kind === "refused") diagnostics.push(...leftOut(file.diagnostics, chosen));
    else if (matched && !matched.ok) diagnostics.push(...leftOut([matched.error], chosen));
    else if (chosen) diagnostics.push(notA("profile", name));
    return [];
  });
}

/** Mistakes as they are in a file that was chosen; in one that merely lies there, one warning that it was left out. */
function leftOut(mistakes: readonly Diagnostic[], chosen: boolean): readonly Diagnostic[] {
  if (chosen) return mistakes;
  const first = mistakes.find(({ severity }) => severity === "error");
  return first ? [{ ...first, severity: "warning", message: `${first.message} The file was left out.` }] : [];
}

/** A ruined file can hold a hundred thousand mistakes; errors come first when some have to go unsaid. */
function firstOf(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (diagnostics.length <= mostDiagnostics) return diagnostics;
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const shown = [...errors, ...diagnostics.filter(({ severity }) => severity === "warning")].slice(0, mostDiagnostics);
  const rest = diagnostics.length - shown.length;
  const { at, severity } = shown[0]!;
  const message = `${rest} further mistakes and warnings are not shown.`;
  return [...shown, { severity, code: "import-more", at, message, fix: "Put right those above first." }];
}

function noSuchFile(name: string, names: readonly string[]): Diagnostic {
  return mistake(
    start(name),
    "import-no-such-file",
    `The folder has no file "${name}".`,
    `Choose among: ${names.slice(0, 30).join(", ")}.`,
  );
}

function notA(what: "domain" | "profile", file: string): Diagnostic {
  return mistake(
    start(file),
    "import-wrong-file",
    `This file is not a GENIUS or GeniusWeb ${what}.`,
    `Choose the file of a ${what}.`,
  );
}

function start(file: string): Diagnostic["at"] {
  return { file, line: 1, column: 1 };
}

/** Order of UTF-8 bytes, which is that of code points; plain string order differs beyond the first 65,536 of them. */
function byBytes(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  for (const [place, character] of left.entries()) {
    const other = right[place];
    if (other === undefined) return 1;
    const difference = character.codePointAt(0)! - other.codePointAt(0)!;
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
