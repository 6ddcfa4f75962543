import type { Path } from "./path.ts";
import type { YamlValue } from "./yaml-value.ts";

/** One change to a YAML file, as a form makes it. */
export type YamlEdit =
  /** Maps on the way that are not there are made; an item of a list may be set one beyond its end. */
  | { readonly kind: "set"; readonly path: Path; readonly value: YamlValue }
  | { readonly kind: "remove"; readonly path: Path }
  /** The key at the end of the path. Does nothing where the map already has that key. */
  | { readonly kind: "rename"; readonly path: Path; readonly to: string }
  /** The pair or item at the end of the path changes places with its neighbour. */
  | { readonly kind: "move"; readonly path: Path; readonly by: -1 | 1 };

/** What the edit makes of the data; undefined where it cannot be done. The text's edit must say the same. */
export function editValue(value: YamlValue, edit: YamlEdit): YamlValue | undefined {
  if (edit.path.length === 0) return edit.kind === "set" ? edit.value : undefined;
  return within(value, edit.path, edit);
}

function within(value: YamlValue, path: Path, edit: YamlEdit): YamlValue | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return undefined;
  if (value === null && edit.kind === "set" && typeof step === "string")
    return new Map([[step, made(rest, edit.value)]]);
  if (value instanceof Map) {
    const key = String(step);
    const entries: (readonly [string, YamlValue])[] = [...value];
    const index = entries.findIndex(([name]) => name === key);
    if (rest.length > 0) {
      if (index < 0) return edit.kind === "set" ? new Map([...entries, [key, made(rest, edit.value)]]) : undefined;
      const inner = within(entries[index]![1], rest, edit);
      return inner === undefined ? undefined : new Map(entries.with(index, [key, inner]));
    }
    switch (edit.kind) {
      case "set":
        return new Map(index < 0 ? [...entries, [key, edit.value]] : entries.with(index, [key, edit.value]));
      case "remove":
        return index < 0 ? undefined : new Map(entries.toSpliced(index, 1));
      case "rename":
        if (index < 0 || entries.some(([name]) => name === edit.to)) return undefined;
        return new Map(entries.with(index, [edit.to, entries[index]![1]]));
      case "move":
        return moved(entries, index, edit.by, (list) => new Map(list));
    }
  }
  if (Array.isArray(value) && typeof step === "number") {
    const list: readonly YamlValue[] = value;
    if (rest.length > 0) {
      const item = list[step];
      const inner = item === undefined ? undefined : within(item, rest, edit);
      return inner === undefined ? undefined : list.with(step, inner);
    }
    switch (edit.kind) {
      case "set":
        if (step > list.length) return undefined;
        return step === list.length ? [...list, edit.value] : list.with(step, edit.value);
      case "remove":
        return step < list.length ? list.toSpliced(step, 1) : undefined;
      case "rename":
        return undefined;
      case "move":
        return moved(list, step, edit.by, (items) => items);
    }
  }
  return undefined;
}

/** Maps around the value for the rest of a path that is not there yet. */
export function made(path: Path, value: YamlValue): YamlValue {
  return path.reduceRight<YamlValue>((inner, step) => new Map([[String(step), inner]]), value);
}

function moved<T>(list: readonly T[], index: number, by: -1 | 1, build: (list: readonly T[]) => YamlValue) {
  const other = index + by;
  if (index < 0 || index >= list.length || other < 0 || other >= list.length) return undefined;
  return build(list.with(index, list[other]!).with(other, list[index]!));
}
