import type { Block, Text } from "../../document/document.ts";

/** A list of one, or of none. */
export function present<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}

/** A note, if there is something to note. */
export function noted(text: Text | undefined): readonly Block[] {
  return text === undefined ? [] : [{ kind: "paragraph", tone: "note", text }];
}
