import type { Block, Text } from "../../document/document.ts";

/** A list of one, or of none. */
export function present<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}

/** A note, if there is something to note. */
export function noted(text: Text | undefined): readonly Block[] {
  return text === undefined ? [] : [{ kind: "paragraph", tone: "note", text }];
}

/** Evidence one click away; text keeps what of it is sentences. Nothing where there is nothing to fold. */
export function folded(summary: Text, body: readonly Block[]): readonly Block[] {
  if (body.length === 0) return [];
  return [{ kind: "details", summary, body, inText: body.filter(({ kind }) => kind === "paragraph") }];
}
