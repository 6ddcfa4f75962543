import { forbiddenCharacters } from "./forbidden-character.ts";

/** The text without the characters that may not stand in a scenario. */
export function withoutForbidden(text: string): string {
  const offsets = new Set(forbiddenCharacters(text).map(({ offset }) => offset));
  if (offsets.size === 0) return text;
  let kept = "";
  for (let at = 0; at < text.length; at++) if (!offsets.has(at)) kept += text[at];
  return kept;
}
