import type { Span } from "#prelude";
import type { Diagnostics } from "../diagnostics.ts";
import { decodeUtf8 } from "./decode-utf8.ts";
import { codePointName, forbiddenCharacters } from "./forbidden-character.ts";
import { type LineIndex, lineIndex } from "./line-index.ts";

export const largestFile = 1_000_000;

/** The text of a file, unless it is too large or not UTF-8. */
export function readText(file: string, content: string | Uint8Array, diagnostics: Diagnostics): string | undefined {
  const start = { file, line: 1, column: 1 };
  if (content.length > largestFile) {
    diagnostics.error("file-too-large", start, () => ({
      message: `This file is ${content.length} ${typeof content === "string" ? "characters" : "bytes"} long; at most ${largestFile} are read.`,
      fix: "Shorten it: long notes belong in README.md.",
    }));
    return undefined;
  }
  const decoded = typeof content === "string" ? { ok: true as const, text: content } : decodeUtf8(content);
  if (!decoded.ok) {
    const before = withoutMark(decoded.before);
    diagnostics.error("invalid-utf8", lineIndex(file, before).span(before.length), () => ({
      message: `The byte 0x${decoded.byte.toString(16).toUpperCase().padStart(2, "0")} here is not UTF-8.`,
      fix: "Save the file as UTF-8.",
    }));
    return undefined;
  }
  return withoutMark(decoded.text);
}

/** Without the byte order mark, which editors do not count as a column. */
function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

/** The text with every forbidden character replaced by one of the same length, so that offsets stay true. */
export function reportForbidden(text: string, lines: LineIndex, diagnostics: Diagnostics): string {
  const found = forbiddenCharacters(text);
  if (found.length === 0) return text;
  const parts: string[] = [];
  let done = 0;
  for (const { offset, codePoint, kind } of found) {
    reportCharacter(codePoint, kind, lines.span(offset), diagnostics);
    parts.push(text.slice(done, offset), "\ufffd");
    done = offset + 1;
  }
  return parts.join("") + text.slice(done);
}

export function reportCharacter(codePoint: number, kind: "bidi" | "control", at: Span, diagnostics: Diagnostics) {
  diagnostics.error(kind === "bidi" ? "bidi-character" : "control-character", at, () => ({
    message:
      kind === "bidi"
        ? `The invisible character ${codePointName(codePoint)} here changes the direction of text, so that it can read differently from what it says.`
        : `The control character ${codePointName(codePoint)} may not stand in a scenario.`,
    fix: "Delete the character.",
  }));
}
