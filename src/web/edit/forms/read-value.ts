import type { Path, YamlEdit, YamlValue } from "#language";

/** A part of a file and the way to it. Forms read with tolerance: what has another shape is left to the source. */
export type Part = { readonly value: YamlValue | undefined; readonly path: Path };
export type Entry = Part & { readonly key: string };

export function child(value: YamlValue | undefined, key: string): YamlValue | undefined {
  return value instanceof Map ? value.get(key) : undefined;
}

export function partOf({ value, path }: Part, key: string): Part {
  return { value: child(value, key), path: [...path, key] };
}

export function entries(value: YamlValue | undefined, path: Path): readonly Entry[] {
  return value instanceof Map ? [...value].map(([key, inner]) => ({ key, value: inner, path: [...path, key] })) : [];
}

/** The items of a list, or the one that stands without brackets. */
export function items({ value, path }: Part): readonly Part[] {
  if (value === undefined || value === null) return [];
  const list = listOf(value);
  return list ? list.map((item, index) => ({ value: item, path: [...path, index] })) : [{ value, path }];
}

export function listOf(value: YamlValue | undefined): readonly YamlValue[] | undefined {
  return Array.isArray(value) ? value : undefined; // a Map is no array
}

/** A text, or a number written where a text is wanted. */
export function idText(value: YamlValue | undefined): string | undefined {
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

/** The ids of a list, or of the one that stands without brackets. */
export function idsOf(value: YamlValue | undefined): readonly string[] {
  const list = listOf(value) ?? (value === undefined ? [] : [value]);
  return list.flatMap((one) => idText(one) ?? []);
}

/** One without brackets, as the language allows. */
export function idsValue(ids: readonly string[]): YamlValue | undefined {
  return ids.length === 0 ? undefined : ids.length === 1 ? ids[0] : ids;
}

/**
 * Sets or takes away one field. What was written short, as a name alone, becomes a map with that name when it gets
 * another field.
 */
export function setField(holder: Part, key: string, value: YamlValue | undefined, short = "name"): readonly YamlEdit[] {
  const path = [...holder.path, key];
  const { value: held } = holder;
  if (held instanceof Map || held === undefined || held === null) {
    if (value !== undefined) return [{ kind: "set", path, value }];
    return held instanceof Map && held.has(key) ? [{ kind: "remove", path }] : [];
  }
  if (key === short) return [{ kind: "set", path: holder.path, value: value ?? null }];
  if (value === undefined) return [];
  return [
    {
      kind: "set",
      path: holder.path,
      value: new Map([
        [short, held],
        [key, value],
      ]),
    },
  ];
}

/** One more item of a list; a single one without brackets gets them. */
export function addItem(list: Part, item: YamlValue): readonly YamlEdit[] {
  const { value, path } = list;
  const own = listOf(value);
  if (own && own.length > 0) return [{ kind: "set", path: [...path, own.length], value: item }];
  if (value === undefined || value === null || own) return [{ kind: "set", path, value: [item] }];
  return [{ kind: "set", path, value: [value, item] }];
}

/** Away with one item; an optional list that would be empty goes with it. */
export function removeItem(list: Part, item: Part): readonly YamlEdit[] {
  return [{ kind: "remove", path: items(list).length === 1 ? list.path : item.path }];
}

/** The keys that a form does not know. */
export function unknownKeys(value: YamlValue | undefined, known: readonly string[]): readonly string[] {
  return value instanceof Map ? [...value.keys()].filter((key) => !known.includes(key)) : [];
}

/** A new id that none of these is: "issue-3". */
export function freeId(word: string, taken: readonly string[]): string {
  for (let number = taken.length + 1; ; number++) if (!taken.includes(`${word}-${number}`)) return `${word}-${number}`;
}
