import { Document, isScalar, isSeq, visit } from "yaml";
import type { Conflict, Preferences, StateCode, StateCondition } from "#model";
import { mapBy, mapOf, type Plain, some, someBy } from "../plain-yaml.ts";
import { isReservedName } from "../text/reserved-name.ts";
import type { ConflictAbout } from "./parsed-conflict.ts";

/** The text of a conflict file, from which `parseConflict` reads an equal conflict. */
export function formatConflict(conflict: Conflict, about: ConflictAbout = { sources: [] }): string {
  const { parties, levers } = conflict;
  const ids = levers.map(({ id }) => id);
  const partyId = (party: number): string => parties[party]!.id; // parties are named by their place
  const document = new Document(
    mapOf({
      schema: "entente.conflict/1",
      id: about.id ?? idFrom(conflict.title),
      title: conflict.title,
      note: about.note,
      sources: someBy(
        about.sources,
        ({ id }) => id,
        ({ title, publisher, date, kind, funding, note }) => mapOf({ title, publisher, date, kind, funding, note }),
      ),
      parties: mapBy(
        parties,
        ({ id }) => id,
        ({ name }) => name,
      ),
      levers: levers.map(({ id, name, party, direction }) =>
        mapOf({ id, name, party: partyId(party), direction: direction === "both" ? undefined : direction }),
      ),
      impossible: some(conflict.impossible, (condition) => conditionOf(condition, ids)),
      preferences: someBy(
        parties.flatMap(({ id }, party) => {
          const preferences = conflict.preferences[party];
          return preferences ? [{ id, preferences }] : [];
        }),
        ({ id }) => id,
        ({ preferences }) => preferencesOf(preferences, ids),
      ),
      coalitions: some(conflict.coalitions, (group) => group.map(partyId)),
      today: conflict.today === undefined ? undefined : stateOf(conflict.today, ids),
    }),
    { version: "1.2", schema: "core", aliasDuplicateObjects: false },
  );
  visit(document, {
    Seq: (_, node, path) => {
      if (node.items.every(isScalar) || isTie(node.items, path)) node.flow = true;
    },
    Map: (_, node) => {
      if (node.items.every(({ value }) => isScalar(value) && typeof value.value === "boolean")) node.flow = true;
    },
  });
  const schema = "# yaml-language-server: $schema=../../schemas/conflict.schema.json";
  return `${schema}\n${document.toString({ lineWidth: 110 })}`;
}

/** A list of states inside a ranking; the ranking itself stands one entry a line. */
function isTie(items: readonly unknown[], path: readonly unknown[]): boolean {
  const holder = path.at(-1);
  return items.every(isSeq) && isSeq(holder);
}

function preferencesOf(preferences: Preferences, ids: readonly string[]): Plain {
  if (preferences.kind === "ranking")
    return mapOf({
      ranking: preferences.classes.map((members) => {
        const states = members.map((code) => stateOf(code, ids));
        return states.length === 1 ? states[0]! : states;
      }),
    });
  if (preferences.statements.length === 0) return mapOf({ indifferent: true });
  return preferences.statements.map((statement) => mapOf({ that: conditionOf(statement, ids) }));
}

function conditionOf(condition: StateCondition, ids: readonly string[]): Plain {
  const clauses = condition.map((clause) =>
    mapBy(
      clause,
      ({ lever }) => ids[lever]!, // levers are named by their place
      ({ taken }) => taken,
    ),
  );
  return clauses.length === 1 ? clauses[0]! : clauses;
}

function stateOf(code: StateCode, ids: readonly string[]): readonly string[] {
  return ids.filter((_, lever) => (code >> lever) & 1);
}

function idFrom(title: string): string {
  const id = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 64);
  return id === "" || isReservedName(id) ? `conflict-${id}`.replace(/-$/, "") : id;
}
