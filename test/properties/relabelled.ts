import type { Scenario } from "#model";

/** New ids for every party, issue and option; they sort the other way round, so that no answer may hang on a name. */
export function newIds(scenario: Scenario): ReadonlyMap<string, string> {
  const { parties, issues } = scenario.agenda;
  const ids = [...parties, ...issues, ...issues.flatMap(({ options }) => options)].map(({ id }) => id);
  return new Map(ids.map((id, place) => [id, `new-${String(ids.length - place).padStart(4, "0")}`]));
}

/** The same value with these ids replaced wherever they stand, as keys or as text. Ids are unlike any other text. */
export function relabelled<T>(value: T, ids: ReadonlyMap<string, string>): T {
  const replace = (inner: unknown): unknown => {
    if (typeof inner === "string") return ids.get(inner) ?? inner;
    if (Array.isArray(inner)) return inner.map(replace);
    if (typeof inner !== "object" || inner === null) return inner;
    return Object.fromEntries(Object.entries(inner).map(([key, one]) => [ids.get(key) ?? key, replace(one)]));
  };
  return replace(value) as T; // the same shape: only texts are exchanged for texts
}
