import type { Conflict, Preferences, StateCode, StateCondition } from "#model";
import { mapBy, mapOf, type Plain, some, someBy, yamlText } from "../plain-yaml.ts";
import { isReservedName } from "../text/reserved-name.ts";
import type { ConflictAbout } from "./parsed-conflict.ts";

/** The text of a conflict file, from which `parseConflict` reads an equal conflict. */
export function formatConflict(conflict: Conflict, about: ConflictAbout = { sources: [] }): string {
  const { parties, levers } = conflict;
  const ids = levers.map(({ id }) => id);
  const partyId = (party: number): string => parties[party]!.id; // parties are named by their place
  return yamlText(
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
    "../../schemas/conflict.schema.json",
  );
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
