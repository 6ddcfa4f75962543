import type { Random } from "#prelude";

/** A text after one change. Where it is known what must be reported, and where, `expected` says so. */
export type Mutant = { readonly content: string | Uint8Array; readonly expected?: Expected };
/** The place is an offset into the mutant's text, turned into line and column by the judge. */
export type Expected = { readonly offset: number; readonly codes: readonly string[] };

export type Mutation = { readonly name: string; readonly apply: (text: string, random: Random) => Mutant | undefined };

const pick = <T>(random: Random, items: readonly T[]): T => items[random.below(items.length)]!;
const insert = (text: string, at: number, piece: string) => text.slice(0, at) + piece + text.slice(at);
const anywhere = (text: string, random: Random) => {
  const at = random.below(text.length + 1);
  const middle = text.charCodeAt(at) >> 10 === 0x37; // the second half of a pair
  return middle || (at === 0 && text.startsWith("\ufeff")) ? at + 1 : at;
};

/** Changes that may do anything at all: the parser must survive them and keep its promises. */
const wild: readonly Mutation[] = [
  { name: "bytes changed", apply: (text, random) => ({ content: bytesChanged(text, random) }) },
  { name: "truncated", apply: (text, random) => ({ content: text.slice(0, random.below(text.length)) }) },
  { name: "piece removed", apply: (text, random) => ({ content: pieceRemoved(text, random) }) },
  { name: "piece repeated", apply: (text, random) => ({ content: pieceRepeated(text, random) }) },
  { name: "lines swapped", apply: (text, random) => ({ content: linesSwapped(text, random) }) },
  { name: "sign inserted", apply: (text, random) => ({ content: signInserted(text, random) }) },
  { name: "nested", apply: (text, random) => ({ content: nested(text, random) }) },
  { name: "word replaced", apply: (text, random) => ({ content: wordReplaced(text, random) }) },
  { name: "line repeated", apply: (text, random) => ({ content: lineRepeated(text, random) }) },
];

function bytesChanged(text: string, random: Random): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  for (let changes = 1 + random.below(8); changes > 0; changes--) bytes[random.below(bytes.length)] = random.below(256);
  return bytes;
}

function pieceRemoved(text: string, random: Random): string {
  const start = random.below(text.length);
  return text.slice(0, start) + text.slice(start + 1 + random.below(60));
}

function pieceRepeated(text: string, random: Random): string {
  const start = random.below(text.length);
  const piece = text.slice(start, start + 1 + random.below(80));
  return insert(text, random.below(text.length), piece.repeat(1 + random.below(50)));
}

function linesSwapped(text: string, random: Random): string {
  const lines = text.split("\n");
  const [a, b] = [random.below(lines.length), random.below(lines.length)];
  [lines[a], lines[b]] = [lines[b]!, lines[a]!];
  return lines.join("\n");
}

function lineRepeated(text: string, random: Random): string {
  const lines = text.split("\n");
  const line = pick(random, lines);
  lines.splice(random.below(lines.length), 0, line);
  return lines.join("\n");
}

const signs = [
  "[",
  "]",
  "{",
  "}",
  ":",
  ": ",
  "- ",
  "? ",
  "&a ",
  "*a",
  "!t ",
  "|",
  ">",
  '"',
  "'",
  "#",
  " #",
  "\t",
  "\n",
  "%",
];
const longer = [
  "---\n",
  "...\n",
  "<<: ",
  "\\x",
  "\u0085",
  "\u2028",
  "\ud800",
  "__proto__: 1\n",
  "constructor: {}\n",
  "\r",
];

function signInserted(text: string, random: Random): string {
  const sign = pick(random, [...signs, ...longer]);
  return insert(text, anywhere(text, random), sign.repeat(pick(random, [1, 1, 2, 100])));
}

function nested(text: string, random: Random): string {
  const [open, close] = pick(random, [
    ["[", "]"],
    ["{a: ", "}"],
    ["- ", ""],
    ["? ", ""],
    ["a:\n ", ""],
  ] as const);
  const times = pick(random, [10, 60, 70, 500, 5000]);
  return insert(text, anywhere(text, random), open.repeat(times) + (random.below(2) === 0 ? close.repeat(times) : ""));
}

const words = [
  "null",
  "true",
  "[]",
  "{}",
  "[[1]]",
  "{a: 1}",
  "0",
  "-1",
  "1e400",
  ".nan",
  "0x10",
  "''",
  "2025-02-30",
  "~",
];

function wordReplaced(text: string, random: Random): string {
  const found = [...text.matchAll(/[A-Za-z0-9_.-]+/g)];
  const word = pick(random, found);
  const piece = pick(random, random.below(2) === 0 ? words : found.map(([other]) => other));
  return text.slice(0, word.index) + piece + text.slice(word.index + word[0].length);
}

/** Puts `piece` in place of a value that follows one of these keys; the mistake must be reported exactly there. */
function atValue(name: string, keys: string, pieces: readonly string[], codes: readonly string[]): Mutation {
  const value = new RegExp(`(?<=(?:^|[{,\\s])(?:${keys}): )[A-Za-z0-9_.-]+(?=[ \\t]*(?:[,}#\\r\\n]|$))`, "gm");
  return {
    name,
    apply: (text, random) => {
      const found = [...text.matchAll(value)];
      if (found.length === 0) return undefined;
      const { index, 0: word } = pick(random, found);
      const content = text.slice(0, index) + pick(random, pieces) + text.slice(index + word.length);
      return { content, expected: { offset: index, codes } };
    },
  };
}

function inserted(name: string, characters: readonly string[], codes: readonly string[]): Mutation {
  return {
    name,
    apply: (text, random) => {
      const offset = anywhere(text, random);
      return { content: insert(text, offset, pick(random, characters)), expected: { offset, codes } };
    },
  };
}

/** A line at the end of the file, at the top level. */
function appended(name: string, line: string, codes: readonly string[]): Mutation {
  return {
    name,
    apply: (text) => {
      const start = text.endsWith("\n") ? text : `${text}\n`;
      return { content: start + line, expected: { offset: start.length, codes } };
    },
  };
}

const numbers = "weight|min|threshold|mid|low|high|half|AA";
const mentions = "issue|given|cluster|base|package|party|term|list|source";

/** Changes whose mistake and place are known. */
const located: readonly Mutation[] = [
  atValue("number replaced by a word", "weight|min|threshold|reservation|mid", ["lots", "'5'"], ["wrong-type"]),
  atValue("text replaced by a list", "id|wording|author|publisher|what", ["[a]", "{}"], ["wrong-type"]),
  atValue(
    "number made huge",
    "weight|min|threshold",
    ["1e12", "-98765432109876"],
    ["number-too-large", "number-out-of-range"],
  ),
  atValue("number made not a number", "weight|min|threshold", [".nan", ".inf"], ["number-not-finite"]),
  atValue(
    "mention of nothing",
    mentions,
    ["zz-nothing"],
    ["unknown-issue", "unknown-cluster", "unknown-package", "unknown-party", "unknown-term", "unknown-source"],
  ),
  atValue("word of no list", "kind|tie|answer|confidence|status", ["zzz"], ["unknown-word"]),
  atValue("day that does not exist", "as_of|from|until", ["2025-02-30", "soon"], ["invalid-date"]),
  atValue("alias", `${numbers}|${mentions}|title|author`, ["*a", "&a x"], ["yaml-anchor"]),
  atValue("tag", `${numbers}|${mentions}|title|author`, ["!t x", "!!str x"], ["yaml-tag"]),
  inserted("bidi character", ["\u202e", "\u2066", "\u200f", "\u061c"], ["bidi-character"]),
  inserted("control character", ["\u0000", "\u0007", "\u001b", "\u009f"], ["control-character"]),
  appended("duplicate key", "schema: again\n", ["duplicate-key"]),
  appended("unknown key", "zz_key: 1\n", ["unknown-key"]),
  appended("unknown section", "zz_section:\n  - { a: [1, 2] }\n", ["unknown-key"]),
];

export const mutations: readonly Mutation[] = [...wild, ...located];
