import { stringify } from "yaml";
import type { Choices, Condition, Evidence, Judgement } from "#model";

/** The text of a file, with the line that tells editors which schema it has. */
export function yamlText(content: Plain, schema: string): string {
  const text = stringify(content, { version: "1.2", schema: "core", lineWidth: 110, aliasDuplicateObjects: false });
  return `# yaml-language-server: $schema=${schema}\n${text}`;
}

/** What is written: maps as Map, because objects put number-like keys first; undefined entries are left out. */
export type Plain = string | number | boolean | readonly Plain[] | ReadonlyMap<string, Plain>;

/** A map of the entries that have a value. */
export function mapOf(fields: Readonly<Record<string, Plain | undefined>>): ReadonlyMap<string, Plain> {
  return new Map(Object.entries(fields).filter((entry): entry is [string, Plain] => entry[1] !== undefined));
}

export function mapBy<T>(items: readonly T[], key: (item: T) => string, value: (item: T) => Plain) {
  return new Map(items.map((item): [string, Plain] => [key(item), value(item)]));
}

/** Undefined for an empty list, so that its key is left out. */
export function some<T>(items: readonly T[], value: (item: T) => Plain): readonly Plain[] | undefined {
  return items.length === 0 ? undefined : items.map(value);
}

export function someBy<T>(items: readonly T[], key: (item: T) => string, value: (item: T) => Plain) {
  return items.length === 0 ? undefined : mapBy(items, key, value);
}

export const ownText = (text: string): string => text;
export const idOf = ({ id }: { readonly id: string }): string => id;

export function formatChoices(choices: Choices): Plain {
  return mapOf(choices);
}

export function formatJudgement({ low, mid, high }: Judgement): Plain {
  return low === mid && mid === high ? mid : mapOf({ low, mid, high });
}

export function formatCondition(condition: Condition): Plain {
  return mapBy(
    condition,
    ({ issue }) => issue,
    ({ options }) => (options.length === 1 ? options[0]! : options),
  );
}

/** The fields that differ from what is inherited; an empty list of sources is written where another would be inherited. */
export function formatEvidence(
  evidence: Evidence,
  inherited: Evidence = { sources: [] },
): Record<string, Plain | undefined> {
  const own = <Key extends "author" | "date" | "confidence" | "why">(key: Key) =>
    evidence[key] === inherited[key] ? undefined : evidence[key];
  const sameSources = evidence.sources.join(" ") === inherited.sources.join(" "); // ids hold no spaces
  return {
    confidence: own("confidence"),
    author: own("author"),
    date: own("date"),
    why: own("why"),
    sources: sameSources ? undefined : evidence.sources,
    note: evidence.note,
  };
}
