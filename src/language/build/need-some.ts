import type { Reader } from "./reader.ts";

/** Reports a map with nothing in it. What was taken out for its shape counts as there. */
export function needSome(reader: Reader, container: object, key: string, noun: string): void {
  const map = (container as Record<string, object | undefined>)[key]; // checked by the schema
  if (map === undefined || reader.document.keys(map).length > 0) return;
  reader.diagnostics.error("empty-list", reader.document.at(container, key), () => ({
    message: `\`${key}\` has no ${noun}.`,
    fix: `Write at least one ${noun}.`,
  }));
}
