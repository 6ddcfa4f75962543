import { isAlias, isMap, isScalar, isSeq, type Node, Scalar } from "yaml";
import { type Span, unreachable } from "#prelude";
import type { Diagnostics } from "../diagnostics.ts";
import { escapedForbidden } from "./escaped-character.ts";
import { type LineIndex, lineIndex } from "./line-index.ts";
import { parseYaml, type SyntaxMistake } from "./parse-yaml.ts";
import { deepest, mostTokens, prescan, type Refusal } from "./prescan.ts";
import { readText, reportCharacter, reportForbidden } from "./readable-text.ts";
import { isReservedName } from "./reserved-name.ts";

/** A step inside a map (its key) or a list (its index). */
export type Step = string | number;

/** Plain data read from a YAML file, and where each part of it stands. */
export type YamlDocument = {
  readonly file: string;
  /** Maps as objects without a prototype, lists, texts, numbers, booleans, null. */
  readonly raw: unknown;
  /** Where the map or list itself starts. */
  readonly start: (container: object) => Span;
  /** Where the value at this step of a map or list of `raw` starts; an empty value, where its key does. */
  readonly at: (container: object, step: Step) => Span;
  /** Where the key stands; for a list item, where the item starts. */
  readonly keyAt: (container: object, step: Step) => Span;
  /** Keys of a map of `raw`, in the order of the file. */
  readonly keys: (container: object) => readonly string[];
  /** An unquoted scalar as it stands in the file: "08" where the value is 8. */
  readonly plainText: (container: object, step: Step) => string | undefined;
};

type Place = { readonly key: number; readonly value: number; readonly plain?: string };
type Inside = { readonly start: number; readonly places: Map<Step, Place> };
type Places = Map<object, Inside>;

/**
 * Reads one untrusted YAML file. Size, encoding, hidden characters, depth, anchors and tags are checked before the
 * parser sees the text; after a mistake of those or of syntax there is no document, only diagnostics.
 */
export function readYaml(
  file: string,
  content: string | Uint8Array,
  diagnostics: Diagnostics,
): YamlDocument | undefined {
  const text = readText(file, content, diagnostics);
  if (text === undefined) return undefined;
  const lines = lineIndex(file, text);
  const visible = reportForbidden(text, lines, diagnostics);
  const refusals = prescan(visible);
  for (const refusal of refusals) reportRefusal(refusal, visible, lines, diagnostics);
  if (refusals.length > 0) return undefined;
  const { document, mistakes } = parseYaml(visible);
  for (const mistake of mistakes) reportSyntax(mistake, lines, diagnostics);
  if (mistakes.length > 0) return undefined;
  const places: Places = new Map();
  const raw = !document?.contents ? null : plainData(document.contents, 1, { text, lines, diagnostics, places });
  if (raw === null) {
    diagnostics.error("empty-file", lines.span(0), () => ({
      message: "This file says nothing.",
      fix: "Write its content, or remove the file.",
    }));
    return undefined;
  }
  return located(file, raw, places, lines);
}

function reportRefusal({ kind, offset }: Refusal, text: string, lines: LineIndex, diagnostics: Diagnostics) {
  const at = lines.span(offset);
  const word = () => /^\S{1,40}/.exec(text.slice(offset, offset + 40))?.[0] ?? "";
  switch (kind) {
    case "depth":
      return diagnostics.error("too-deep", at, () => ({
        message: `This is nested more than ${deepest} levels deep.`,
        fix: "Close brackets that were left open, or write it flatter; nothing in the language needs more than a dozen levels.",
      }));
    case "length":
      return diagnostics.error("file-too-large", at, () => ({
        message: `This file has more than ${mostTokens} words and signs; it is not read beyond here.`,
        fix: "Shorten it.",
      }));
    case "anchor":
    case "alias":
      return diagnostics.error("yaml-anchor", at, () => ({
        message: `"${word()}" is a YAML ${kind}; the language has none.`,
        fix: "Write the content out where it is needed, or put quotes around a text that starts with & or *.",
      }));
    case "tag":
      return diagnostics.error("yaml-tag", at, () => ({
        message: `"${word()}" is a YAML tag; the language has none.`,
        fix: "Remove it, or put quotes around a text that starts with !.",
      }));
    case "directive":
      return diagnostics.error("yaml-directive", at, () => ({
        message: `"${word()}" is a YAML directive; the language has none.`,
        fix: "Remove the line.",
      }));
    case "second-document":
      return diagnostics.error("several-documents", at, () => ({
        message: "A second YAML document starts here; a file holds one.",
        fix: "Remove the line ---, or move what follows to a file of its own.",
      }));
    default:
      return unreachable(kind);
  }
}

function reportSyntax(mistake: SyntaxMistake, lines: LineIndex, diagnostics: Diagnostics) {
  diagnostics.error("yaml-syntax", lines.span(mistake.offset), () => ({
    message: `This is not YAML: ${mistake.message.replace(/\s+/g, " ").slice(0, 200)}.`,
    fix: syntaxFixes[mistake.code] ?? "Compare the line and the one above it with an example from the reference.",
  }));
}

const syntaxFixes: Readonly<Record<string, string>> = {
  BAD_INDENT: "Indent it like its neighbours, with spaces.",
  TAB_AS_INDENT: "Indent with spaces instead of tabs.",
  BLOCK_AS_IMPLICIT_KEY: "Start the inner map on a line of its own, or put quotes around a text that contains a colon.",
  MULTILINE_IMPLICIT_KEY: "A key stands on one line; look for a missing colon or a bracket left open.",
  MISSING_CHAR: "Add the character that is missing, or put quotes around the text.",
  BAD_SCALAR_START: "Put quotes around a text that starts with this character.",
  BAD_DQ_ESCAPE: "Write \\\\ for a backslash, or use single quotes.",
  UNEXPECTED_TOKEN: "Look for a quote, bracket or colon too many, or put quotes around the text.",
};

type Reading = {
  readonly text: string;
  readonly lines: LineIndex;
  readonly diagnostics: Diagnostics;
  readonly places: Places;
};

/** The node as plain data. Recursion is bounded: `prescan` has refused deep texts. */
function plainData(node: Node, depth: number, reading: Reading): unknown {
  const { lines, diagnostics, places } = reading;
  if (isAlias(node)) throw new Error("An alias passed the scan that refuses them.");
  if (depth > deepest) {
    reportRefusal({ kind: "depth", offset: node.range?.[0] ?? 0 }, reading.text, lines, diagnostics);
    return null;
  }
  if (isSeq<Node>(node)) {
    const list: unknown[] = [];
    const own = new Map<Step, Place>();
    places.set(list, { start: node.range?.[0] ?? 0, places: own });
    for (const [index, item] of node.items.entries()) {
      const value = item.range?.[0] ?? node.range?.[0] ?? 0;
      own.set(index, { key: value, value, ...plainOf(item) });
      list.push(plainData(item, depth + 1, reading));
    }
    return list;
  }
  if (isMap<Node, Node | null>(node)) {
    const map: Record<string, unknown> = Object.create(null);
    const own = new Map<Step, Place>();
    places.set(map, { start: node.range?.[0] ?? 0, places: own });
    for (const { key, value } of node.items) {
      const start = key.range?.[0] ?? 0;
      const name = keyOf(key, reading);
      if (name === undefined) continue;
      const first = own.get(name);
      if (first) {
        diagnostics.error("duplicate-key", lines.span(start), () => ({
          message: `"${name}" stands twice in this map, first on line ${lines.span(first.key).line}.`,
          fix: "Keep one of the two, or rename one.",
        }));
        continue;
      }
      const empty = value === null || (isScalar(value) && value.value === null && !value.source);
      own.set(name, { key: start, value: empty ? start : (value.range?.[0] ?? start), ...plainOf(value) });
      map[name] = value === null ? null : plainData(value, depth + 1, reading);
    }
    return map;
  }
  return isScalar(node) ? scalarOf(node, reading) : null;
}

function scalarOf(node: Scalar, { text, lines, diagnostics }: Reading): unknown {
  const { value, range } = node;
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "number") return value === 0 ? 0 : value; // minus zero is zero
  if (typeof value === "string" && range && node.type === Scalar.QUOTE_DOUBLE) {
    for (const { offset, codePoint, kind } of escapedForbidden(text.slice(range[0], range[1])))
      reportCharacter(codePoint, kind, lines.span(range[0] + offset), diagnostics);
  }
  return value;
}

function keyOf(key: Node, { lines, diagnostics }: Reading): string | undefined {
  const at = () => lines.span(key.range?.[0] ?? 0);
  if (!isScalar(key) || (key.value === null && !key.source)) {
    diagnostics.error("key-not-text", at(), () => ({
      message: "This key is not a text.",
      fix: "Write a word before the colon; a list or a map cannot be a key.",
    }));
    return undefined;
  }
  const name = typeof key.value === "string" ? key.value : (key.source ?? String(key.value));
  if (!isReservedName(name)) return name;
  diagnostics.error("reserved-key", at(), () => ({
    message: `"${name}" has a meaning inside programs and cannot be a key.`,
    fix: "Choose another word.",
  }));
  return undefined;
}

function plainOf(node: Node | null): { plain?: string } {
  return isScalar(node) && node.type === Scalar.PLAIN && node.source ? { plain: node.source } : {};
}

function located(file: string, raw: unknown, places: Places, lines: LineIndex): YamlDocument {
  // a map that stands in for a missing one has no place of its own
  const nowhere: Inside = { start: 0, places: new Map() };
  const inside = (container: object): Inside => places.get(container) ?? nowhere;
  const place = (container: object, step: Step) => inside(container).places.get(step);
  return {
    file,
    raw,
    start: (container) => lines.span(inside(container).start),
    at: (container, step) => lines.span(place(container, step)?.value ?? inside(container).start),
    keyAt: (container, step) => lines.span(place(container, step)?.key ?? inside(container).start),
    keys: (container) => [...inside(container).places.keys()].map(String),
    plainText: (container, step) => place(container, step)?.plain,
  };
}
