import type { IssueId, OptionId } from "#model";
import { type Day, parseDay, type Span } from "#prelude";
import type { DiagnosticCode } from "../diagnostic-codes.ts";
import type { Diagnostics } from "../diagnostics.ts";
import { fixForName } from "../suggestion.ts";
import type { Step, YamlDocument } from "../text/yaml-document.ts";
import type { Names } from "./names.ts";

/** What is needed to turn one file into model: where things stand, which names exist, where to report. */
export type Reader = {
  readonly document: YamlDocument;
  /** Undefined when the agenda could not be read; then no name is called unknown. */
  readonly names: Names | undefined;
  readonly diagnostics: Diagnostics;
};

const nouns = {
  party: "unknown-party",
  issue: "unknown-issue",
  cluster: "unknown-cluster",
  source: "unknown-source",
  package: "unknown-package",
  term: "unknown-term",
  "candidate list": "unknown-candidate-list",
  event: "unknown-event",
} as const satisfies Readonly<Record<string, DiagnosticCode>>;

export type Noun = keyof typeof nouns;

/** Reports the id unless the agenda declares it. */
export function checkName(reader: Reader, noun: Noun, id: string, at: () => Span): boolean {
  const known = knownNames(reader, noun);
  if (!known || known.has(id)) return true;
  reader.diagnostics.error(nouns[noun], at(), () => ({
    message: `There is no ${noun} "${id}".`,
    fix: fixForName(id, known.keys(), noun),
  }));
  return false;
}

function knownNames({ names }: Reader, noun: Noun): ReadonlySet<string> | ReadonlyMap<string, unknown> | undefined {
  if (!names) return undefined;
  const tables = {
    party: names.parties,
    issue: names.issues,
    cluster: names.clusters,
    source: names.sources,
    package: names.packages,
    term: names.terms,
    "candidate list": names.candidates,
    event: names.events,
  };
  return tables[noun];
}

/** Reports the option unless the issue has it; an unknown issue has been reported where it stands. */
export function checkOption(reader: Reader, issue: IssueId, option: OptionId, at: () => Span): boolean {
  const options = reader.names?.issues?.get(issue);
  if (!options || options.has(option)) return true;
  reader.diagnostics.error("unknown-option", at(), () => ({
    message: `Issue "${issue}" has no option "${option}".`,
    fix: fixForName(option, options, "option"),
  }));
  return false;
}

/** One item or a list of them under a key, each with its place. */
export function many<T>(
  reader: Reader,
  container: object,
  key: Step,
): readonly { readonly value: T; readonly at: () => Span }[] {
  const value = (container as Record<Step, unknown>)[key]; // any object may be asked for any key
  if (value === undefined) return [];
  const { document } = reader;
  // safe: the schema has checked that this key holds a T or a list of them, and no T is itself a list
  if (!Array.isArray(value)) return [{ value: value as T, at: () => document.at(container, key) }];
  return (value as T[]).map((item, index) => ({ value: item, at: () => document.at(value, index) }));
}

/** The ids under a key, checked; an id that is repeated counts once, with a warning. */
export function ids(reader: Reader, container: object, key: Step, noun: Noun | undefined): readonly string[] {
  const seen = new Set<string>();
  for (const { value, at } of many<string>(reader, container, key)) {
    if (seen.has(value)) reportRepeated(reader, value, at);
    else if (noun) checkName(reader, noun, value, at);
    seen.add(value);
  }
  return [...seen];
}

export function reportRepeated({ diagnostics }: Reader, value: string, at: () => Span): void {
  diagnostics.warning("repeated-item", at(), () => ({
    message: `"${value}" stands in this list twice.`,
    fix: "Take one out.",
  }));
}

/** The entries of a map of the file, in its order; those taken out for their shape are left out. */
export function entries<T>(
  reader: Reader,
  map: Readonly<Record<string, T>> | undefined,
): readonly { readonly key: string; readonly value: T; readonly keyAt: () => Span; readonly at: () => Span }[] {
  if (map === undefined) return [];
  const { document } = reader;
  return document.keys(map).flatMap((key) => {
    const value = map[key];
    if (value === undefined) return [];
    return [{ key, value, keyAt: () => document.keyAt(map, key), at: () => document.at(map, key) }];
  });
}

/** The day of a text that the schema has checked. */
export function dayOf(text: string): Day;
export function dayOf(text: string | undefined): Day | undefined;
export function dayOf(text: string | undefined): Day | undefined {
  return text === undefined ? undefined : parseDay(text);
}

/** The name a thing has when none is written: its id, with underscores as spaces. */
export function nameFromId(id: string): string {
  return id.replaceAll("_", " ");
}

/** Reports every id that an earlier item of the list has; `seen` may be shared by several lists. */
export function checkDistinct(
  reader: Reader,
  items: readonly { readonly value: { readonly id: string } }[],
  noun: string,
  seen = new Map<string, Span>(),
): void {
  for (const { value } of items) {
    const at = reader.document.at(value, "id");
    const first = seen.get(value.id);
    if (first)
      reader.diagnostics.error("duplicate-id", at, () => ({
        message: `Two ${noun} have the id "${value.id}"; the first is on line ${first.line}.`,
        fix: "Give one of them another id.",
      }));
    else seen.set(value.id, at);
  }
}
