import type { Diagnostic, Span } from "#prelude";
import { codePointName, forbiddenCharacters } from "../text/forbidden-character.ts";
import { lineIndex } from "../text/line-index.ts";
import { largestFile } from "../text/readable-text.ts";
import { decodeText } from "./decode-text.ts";
import { mistake } from "./mistake.ts";

/** One piece of an .efg or .nfg file. A word is anything bare: a number, or the letter that begins a node. */
export type GameToken = {
  readonly kind: "text" | "word" | "open" | "close" | "end";
  /** What a text says, without quotes and escapes; otherwise what is written. */
  readonly value: string;
  readonly offset: number;
};

/** Reads a file piece by piece, and keeps its mistakes. Commas separate like blanks; white space is free. */
export type GameTokens = {
  readonly peek: () => GameToken;
  readonly take: () => GameToken;
  readonly at: (token: GameToken) => Span;
  readonly place: (offset: number) => Span;
  readonly report: (diagnostic: Diagnostic) => void;
  readonly diagnostics: () => readonly Diagnostic[];
  readonly hasErrors: () => boolean;
};

/** Mistakes shown of one file; the rest are counted. */
const shown = 200;
const bare = /[^\s,{}"]+/y;
const blank = /[\s,]*/y;

/** The pieces of a file, or the reason why it is not read at all. */
export function gameTokens(content: string | Uint8Array, file: string): GameTokens {
  const tooLarge = content.length > largestFile;
  const decoded = tooLarge ? "" : typeof content === "string" ? content : decodeText(content);
  const text = decoded.startsWith("\ufeff") ? decoded.slice(1) : decoded;
  const { span } = lineIndex(file, text);
  const kept: Diagnostic[] = [];
  let errors = 0;
  let more = 0;
  const report = (diagnostic: Diagnostic) => {
    if (diagnostic.severity === "error") errors += 1;
    if (kept.length < shown) kept.push(diagnostic);
    else if (diagnostic.severity === "error" && errors === 1) kept[shown - 1] = diagnostic;
    else more += 1;
  };
  if (tooLarge) report(fileTooLarge(span(0), content.length));
  const hidden = forbiddenCharacters(text).filter(({ codePoint }) => codePoint !== 0x0d);
  for (const { offset, codePoint } of hidden) {
    report(
      mistake(
        span(offset),
        "game-hidden-character",
        `The character ${codePointName(codePoint)} here cannot be seen, or changes how the text around it reads.`,
        "Delete the character.",
      ),
    );
  }
  let position = 0;
  let ahead: GameToken | undefined;
  const scan = (): GameToken => {
    position = endOf(blank, text, position);
    const offset = position;
    const first = text[position];
    if (first === undefined) return { kind: "end", value: "", offset };
    if (first === "{" || first === "}") {
      position += 1;
      return { kind: first === "{" ? "open" : "close", value: first, offset };
    }
    if (first !== '"') {
      position = endOf(bare, text, position);
      return { kind: "word", value: text.slice(offset, position), offset };
    }
    const end = closingQuote(text, position + 1);
    if (end === undefined) {
      report(
        mistake(
          span(offset),
          "game-open-text",
          "This text has no closing quotation mark.",
          'End it with ", and write a quotation mark inside it as \\".',
        ),
      );
      position = text.length;
      return { kind: "end", value: "", offset };
    }
    position = end + 1;
    return { kind: "text", value: text.slice(offset + 1, end).replace(/\\(["\\])/g, "$1"), offset };
  };
  const peek = (): GameToken => {
    ahead ??= scan();
    return ahead;
  };
  return {
    peek,
    take: () => {
      const token = peek();
      if (token.kind !== "end") ahead = undefined;
      return token;
    },
    at: ({ offset }) => span(offset),
    place: span,
    report,
    diagnostics: () => {
      const sorted = [...kept].sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
      const last = sorted.at(-1);
      if (more === 0 || !last) return sorted;
      const severity = errors > 0 ? "error" : "warning";
      const message = `And ${more} more in this file.`;
      const fix = "Put the ones above right first; some of the rest may follow from them.";
      return [...sorted, { severity, code: "more-diagnostics", at: last.at, message, fix }];
    },
    hasErrors: () => errors > 0,
  };
}

function fileTooLarge(at: Span, length: number): Diagnostic {
  return mistake(
    at,
    "file-too-large",
    `This file is ${length} long; at most ${largestFile} characters are read.`,
    "Use a smaller game: fewer types, or fewer actions.",
  );
}

function closingQuote(text: string, from: number): number | undefined {
  for (let at = from; at < text.length; at++) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === '"') return at;
  }
  return undefined;
}

function endOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return from + (pattern.exec(text)?.[0].length ?? 0);
}
