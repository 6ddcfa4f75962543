import { isReservedName } from "./reserved-name.ts";

/**
 * The value of a JSON text that has no key twice and none that is reserved; undefined of any other text, of which
 * `readYaml` says what is wrong, and where. It is some twenty times as fast, which large maps need, and knows no places.
 */
export function quickJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  // of a key that stands twice JSON.parse keeps one, so that fewer are read than are written
  return keysWritten(text) === keysRead(value) ? value : undefined;
}

/** In a text that is JSON, a string before a colon is a key. */
function keysWritten(text: string): number {
  let keys = 0;
  for (const [, colon] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/g)) if (colon !== undefined) keys++;
  return keys;
}

/** Without recursion, because JSON may be nested as deep as it is long; -1 when one of the keys is reserved. */
function keysRead(value: unknown): number {
  let keys = 0;
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== "object" || next === null) continue;
    if (Array.isArray(next)) {
      if (typeof next[0] !== "number")
        for (const item of next) open.push(item); // a position holds no keys
      else if (next.some((item) => typeof item === "object")) for (const item of next) open.push(item);
      continue;
    }
    for (const [key, inner] of Object.entries(next)) {
      if (isReservedName(key)) return -1;
      keys++;
      open.push(inner);
    }
  }
  return keys;
}
