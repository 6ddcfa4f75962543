import type { StateCode, StateCondition } from "#model";
import type { Span } from "#prelude";
import type { Diagnostics } from "../diagnostics.ts";
import { fixForName } from "../suggestion.ts";
import type { Step, YamlDocument } from "../text/yaml-document.ts";
import type { RawLevers } from "./conflict-schema.ts";

/** What is needed to read the parts of a conflict file: where things stand, which names exist, where to report. */
export type ConflictReader = {
  readonly document: YamlDocument;
  readonly diagnostics: Diagnostics;
  /** The place of each party and each lever, by id. Undefined where the section could not be read: nothing is unknown then. */
  readonly parties: ReadonlyMap<string, number> | undefined;
  readonly levers: ReadonlyMap<string, number> | undefined;
};

/** The place of the party or lever; reported when there is none of that id. */
export function placeOf(
  reader: ConflictReader,
  noun: "party" | "lever",
  id: string,
  at: () => Span,
): number | undefined {
  const known = noun === "party" ? reader.parties : reader.levers;
  const place = known?.get(id);
  if (place === undefined && known)
    reader.diagnostics.error(noun === "party" ? "unknown-party" : "unknown-lever", at(), () => ({
      message: `There is no ${noun} "${id}".`,
      fix: fixForName(id, known.keys(), noun),
    }));
  return place;
}

/** A map of levers, or a list of them of which any may hold, under a key of a map or list of the file. */
export function conditionAt(reader: ConflictReader, container: object, step: Step): StateCondition | undefined {
  const value = (container as Record<Step, RawLevers | readonly RawLevers[]>)[step]; // checked by the schema
  const { document } = reader;
  if (value === undefined) return undefined;
  const clauses = isList(value)
    ? value.map((levers, index) => clauseOf(reader, levers, () => document.at(value, index)))
    : [clauseOf(reader, value, () => document.at(container, step))];
  return clauses.every((clause) => clause !== undefined) ? clauses : undefined;
}

function clauseOf(reader: ConflictReader, levers: RawLevers, at: () => Span): StateCondition[number] | undefined {
  const keys = reader.document.keys(levers);
  if (keys.length === 0)
    reader.diagnostics.error("empty-condition", at(), () => ({
      message: "This names no lever, so every state meets it.",
      fix: "Name at least one lever with true (taken) or false (not taken), or take it out.",
    }));
  const literals = keys.map((id) => {
    const lever = placeOf(reader, "lever", id, () => reader.document.keyAt(levers, id));
    return lever === undefined ? undefined : { lever, taken: levers[id] === true };
  });
  return keys.length > 0 && literals.every((literal) => literal !== undefined) ? literals : undefined;
}

/** A state written as the list of levers that are taken. */
export function stateOf(reader: ConflictReader, taken: readonly string[]): StateCode | undefined {
  const { document, diagnostics } = reader;
  const seen = new Set<string>();
  const places = taken.map((id, index) => {
    if (seen.has(id))
      diagnostics.warning("repeated-item", document.at(taken, index), () => ({
        message: `"${id}" stands in this list twice.`,
        fix: "Take one out.",
      }));
    seen.add(id);
    return placeOf(reader, "lever", id, () => document.at(taken, index));
  });
  if (!places.every((place) => place !== undefined)) return undefined;
  return [...new Set(places)].reduce((code, place) => code + 2 ** place, 0);
}

/** Array.isArray does not narrow readonly arrays. */
function isList<T>(value: T | readonly T[]): value is readonly T[] {
  return Array.isArray(value);
}
