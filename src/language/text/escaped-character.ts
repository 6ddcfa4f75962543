import { type ForbiddenCharacter, forbiddenKind } from "./forbidden-character.ts";

const named: Readonly<Record<string, number>> = {
  "0": 0x00,
  a: 0x07,
  b: 0x08,
  v: 0x0b,
  f: 0x0c,
  r: 0x0d,
  e: 0x1b,
  N: 0x85,
  L: 0x2028,
  P: 0x2029,
};
const digits: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** Forbidden characters that a double-quoted text writes as escapes, such as `\u202E`; offsets are those of the backslash. */
export function escapedForbidden(quoted: string): readonly ForbiddenCharacter[] {
  const found: ForbiddenCharacter[] = [];
  for (let at = quoted.indexOf("\\"); at !== -1; at = quoted.indexOf("\\", at + 2)) {
    const letter = quoted[at + 1] ?? "";
    const length = digits[letter];
    const codePoint = length === undefined ? named[letter] : Number.parseInt(quoted.slice(at + 2, at + 2 + length), 16);
    if (codePoint === undefined || Number.isNaN(codePoint)) continue;
    const kind = codePoint === 0x0d ? "control" : forbiddenKind(codePoint);
    if (kind) found.push({ offset: at, codePoint, kind });
  }
  return found;
}
