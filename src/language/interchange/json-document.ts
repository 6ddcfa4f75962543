import { type Diagnostic, err, ok, type Result, type Span } from "#prelude";
import { lineIndex } from "../text/line-index.ts";
import { mistake } from "./mistake.ts";

/** A JSON value that knows its place, so that a mistake in a profile can be pointed at. Numbers keep their text. */
export type JsonNode = { readonly at: Span } & (
  | { readonly kind: "object"; readonly entries: ReadonlyMap<string, JsonNode> }
  | { readonly kind: "array"; readonly items: readonly JsonNode[] }
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "number"; readonly text: string }
  | { readonly kind: "literal"; readonly value: "true" | "false" | "null" }
);

type Step = { readonly node: JsonNode; readonly end: number } | { readonly wrong: string; readonly offset: number };

const deepest = 64;
const blank = /[ \t\r\n]*/y;
const quoted = /"(?:[^"\\]|\\.)*"/sy;
const numeral = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const word = /true|false|null/y;

/** Reads one JSON document; a key written twice is refused, and so is nesting beyond 64. */
export function readJson(file: string, text: string): Result<JsonNode, Diagnostic> {
  const place = lineIndex(file, text).span;
  const step = readDocument(text, place);
  if ("node" in step) return ok(step.node);
  return err(
    mistake(
      place(Math.min(step.offset, text.length)),
      "import-broken-json",
      `This is not JSON: ${step.wrong}.`,
      "Repair the file here, or get it again: it may have been cut off.",
    ),
  );
}

/** What keeps `readJson` from reading a text, in words that follow "This is not JSON:", and where; undefined if nothing does. */
export function firstJsonMistake(text: string): { readonly wrong: string; readonly offset: number } | undefined {
  const nowhere = { file: "", line: 1, column: 1 };
  const step = readDocument(text, () => nowhere);
  return "node" in step ? undefined : step;
}

function readDocument(text: string, place: (offset: number) => Span): Step {
  const read = readValue(text, skip(text, 0), 0, place);
  if (!("node" in read)) return read;
  const end = skip(text, read.end);
  return end < text.length ? wrong("text after the end", end) : read;
}

function readValue(text: string, start: number, depth: number, place: (offset: number) => Span): Step {
  if (depth > deepest) return wrong(`values are nested more than ${deepest} deep`, start);
  const at = place(start);
  switch (text[start]) {
    case "{":
      return readObject(text, start, depth, place);
    case "[":
      return readArray(text, start, depth, place);
    case '"': {
      const token = match(quoted, text, start);
      const value = token === undefined ? undefined : unquote(token);
      if (token === undefined || value === undefined) return wrong("a text is not closed or holds a bad escape", start);
      return { node: { at, kind: "string", value }, end: start + token.length };
    }
    case undefined:
      return wrong("a value is missing", start);
    default: {
      const number = match(numeral, text, start);
      if (number !== undefined) return { node: { at, kind: "number", text: number }, end: start + number.length };
      const literal = match(word, text, start);
      if (literal === undefined) return wrong("a value was expected", start);
      // the pattern matches these three words only
      return { node: { at, kind: "literal", value: literal as "true" }, end: start + literal.length };
    }
  }
}

function readObject(text: string, start: number, depth: number, place: (offset: number) => Span): Step {
  const entries = new Map<string, JsonNode>();
  let at = skip(text, start + 1);
  while (text[at] !== "}") {
    if (entries.size > 0) {
      if (text[at] !== ",") return wrong('"," or "}" was expected', at);
      at = skip(text, at + 1);
    }
    const token = match(quoted, text, at);
    const key = token === undefined ? undefined : unquote(token);
    if (token === undefined || key === undefined) return wrong("a key in quotes was expected", at);
    if (entries.has(key)) return wrong("this key is written twice", at);
    at = skip(text, at + token.length);
    if (text[at] !== ":") return wrong('":" was expected', at);
    const value = readValue(text, skip(text, at + 1), depth + 1, place);
    if (!("node" in value)) return value;
    entries.set(key, value.node);
    at = skip(text, value.end);
  }
  return { node: { at: place(start), kind: "object", entries }, end: at + 1 };
}

function readArray(text: string, start: number, depth: number, place: (offset: number) => Span): Step {
  const items: JsonNode[] = [];
  let at = skip(text, start + 1);
  while (text[at] !== "]") {
    if (items.length > 0) {
      if (text[at] !== ",") return wrong('"," or "]" was expected', at);
      at = skip(text, at + 1);
    }
    const value = readValue(text, at, depth + 1, place);
    if (!("node" in value)) return value;
    items.push(value.node);
    at = skip(text, value.end);
  }
  return { node: { at: place(start), kind: "array", items }, end: at + 1 };
}

function wrong(what: string, offset: number): Step {
  return { wrong: what, offset };
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function skip(text: string, at: number): number {
  return at + (match(blank, text, at)?.length ?? 0);
}

function unquote(token: string): string | undefined {
  try {
    return String(JSON.parse(token));
  } catch {
    return undefined;
  }
}
