/** A character that a reader cannot see and that can make a text read differently from what it says. */
export type ForbiddenCharacter = {
  readonly offset: number;
  readonly codePoint: number;
  readonly kind: "bidi" | "control";
};

/** Why the code point may not stand in a scenario, if so. Tabs and line ends may. */
export function forbiddenKind(code: number): ForbiddenCharacter["kind"] | undefined {
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d ? undefined : "control";
  if (code < 0x7f) return undefined;
  if (code <= 0x9f) return "control";
  if (code === 0x061c || code === 0x200e || code === 0x200f) return "bidi";
  if (code >= 0x202a && code <= 0x202e) return "bidi";
  if (code >= 0x2066 && code <= 0x2069) return "bidi";
  if (code === 0x2028 || code === 0x2029 || code === 0xfeff || code === 0xfffe || code === 0xffff) return "control";
  return undefined;
}

/** Every one in the text, in order; a carriage return counts unless a line feed follows, a surrogate unless paired. */
export function forbiddenCharacters(text: string): readonly ForbiddenCharacter[] {
  const found: ForbiddenCharacter[] = [];
  for (let offset = 0; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code >= 0x20 && code < 0x7f) continue;
    if (code >= 0xd800 && code <= 0xdfff) {
      const next = text.charCodeAt(offset + 1);
      if (code < 0xdc00 && next >= 0xdc00 && next <= 0xdfff) offset++;
      else found.push({ offset, codePoint: code, kind: "control" });
      continue;
    }
    const kind = code === 0x0d && text.charCodeAt(offset + 1) !== 0x0a ? "control" : forbiddenKind(code);
    if (kind) found.push({ offset, codePoint: code, kind });
  }
  return found;
}

/** `U+202E`. */
export function codePointName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
}
