import type { Span } from "#prelude";
import type { Diagnostics } from "../diagnostics.ts";
import { withoutForbidden } from "../text/without-forbidden.ts";
import type { JsonNode } from "./json-document.ts";

/** Collects every mistake of a .gmcr file. A reading function that finds one reports it and returns undefined. */
export type GmcrMistakes = {
  readonly error: (at: Span, code: GmcrCode, message: string, fix: string) => undefined;
  readonly warning: (at: Span, code: GmcrCode, message: string, fix: string) => undefined;
};

/** Codes of the diagnostics of a .gmcr file; docs/reference/conflict-files.md explains each. */
export const gmcrCodes = [
  "import-broken-json",
  "gmcr-other-program",
  "gmcr-wrong-shape",
  "gmcr-missing-key",
  "gmcr-too-many",
  "gmcr-unknown-option",
  "gmcr-unknown-party",
  "gmcr-option-owner",
  "gmcr-condition",
  "gmcr-ranking",
  "gmcr-no-state",
  "gmcr-coalitions",
  "gmcr-repeated-statement",
  "gmcr-no-preferences",
  "gmcr-name",
  "gmcr-ignored",
] as const;

export type GmcrCode = (typeof gmcrCodes)[number];

export function gmcrMistakes(diagnostics: Diagnostics): GmcrMistakes {
  return {
    error: (at, code, message, fix) => void diagnostics.error(code, at, () => ({ message, fix })),
    warning: (at, code, message, fix) => void diagnostics.warning(code, at, () => ({ message, fix })),
  };
}

export type JsonObject = Extract<JsonNode, { kind: "object" }>;

export function objectOf(node: JsonNode, what: string, mistakes: GmcrMistakes): JsonObject | undefined {
  return node.kind === "object" ? node : wrongShape(node, what, "an object in braces", mistakes);
}

/** The items of a list with at most `most` of them. */
export function itemsOf(
  node: JsonNode,
  what: string,
  most: number,
  mistakes: GmcrMistakes,
): readonly JsonNode[] | undefined {
  if (node.kind !== "array") return wrongShape(node, what, "a list in brackets", mistakes);
  if (node.items.length <= most) return node.items;
  return mistakes.error(
    node.at,
    "gmcr-too-many",
    `${what} is a list of ${node.items.length}; at most ${most} are read.`,
    "Take some out.",
  );
}

/** A whole number from `low` to `high`. */
export function wholeOf(
  node: JsonNode,
  what: string,
  low: number,
  high: number,
  code: GmcrCode,
  mistakes: GmcrMistakes,
): number | undefined {
  if (node.kind !== "number" || !/^-?\d{1,15}$/.test(node.text))
    return wrongShape(node, what, "a whole number", mistakes);
  const value = Number(node.text);
  if (value >= low && value <= high) return value;
  const range =
    high < low ? "there is none to name" : low === high ? `only ${low} exists` : `they go from ${low} to ${high}`;
  return mistakes.error(node.at, code, `${what} is ${node.text}; ${range}.`, "Correct the number.");
}

/** A name that can be shown: without characters that nobody sees, and not empty. */
export function nameOf(holder: JsonObject, what: string, fallback: string, mistakes: GmcrMistakes): string {
  const node = holder.entries.get("name");
  if (node === undefined) {
    mistakes.error(holder.at, "gmcr-missing-key", `${what} has no "name".`, `Add "name": "...".`);
    return fallback;
  }
  if (node.kind !== "string") {
    wrongShape(node, `The name of ${lowerFirst(what)}`, "a text in quotes", mistakes);
    return fallback;
  }
  const seen = withoutForbidden(node.value);
  const name = seen.trim() === "" ? fallback : seen;
  if (name !== node.value)
    mistakes.warning(
      node.at,
      "gmcr-name",
      seen.trim() === "" ? `${what} has an empty name.` : `The name of ${lowerFirst(what)} holds invisible characters.`,
      `It is read as "${name}".`,
    );
  return name;
}

export function wrongShape(node: JsonNode, what: string, wanted: string, mistakes: GmcrMistakes): undefined {
  return mistakes.error(
    node.at,
    "gmcr-wrong-shape",
    `${what} is ${described(node)}; it must be ${wanted}.`,
    `Write ${wanted} here.`,
  );
}

export function described(node: JsonNode): string {
  switch (node.kind) {
    case "object":
      return "an object";
    case "array":
      return `a list of ${node.items.length}`;
    case "string":
      return `the text "${node.value.length > 40 ? `${node.value.slice(0, 37)}...` : node.value}"`;
    case "number":
      return node.text.length > 40 ? "a number" : node.text;
    case "literal":
      return node.value;
  }
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
