import type { YamlValue } from "#language";

/** The scenario's title as its file has it; undefined when it has none. */
export function titleOf(agenda: YamlValue | undefined): string | undefined {
  const title = agenda instanceof Map ? agenda.get("title") : undefined;
  return (typeof title === "string" && title.trim() !== "") || typeof title === "number" ? String(title) : undefined;
}
