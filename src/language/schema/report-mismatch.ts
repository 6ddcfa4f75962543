import type { Span } from "#prelude";
import type { DiagnosticCode } from "../diagnostic-codes.ts";
import type { Diagnostics } from "../diagnostics.ts";
import { fixForName, suggestion } from "../suggestion.ts";
import type { Step, YamlDocument } from "../text/yaml-document.ts";
import { containerAt } from "./container-at.ts";
import type { Mismatch } from "./mismatch.ts";
import { largestNumber, smallestNumber } from "./scalars.ts";

/** Says what is wrong in the words of a person who writes scenarios, at the key or value that is wrong. */
export function reportMismatch(mismatch: Mismatch, root: object, document: YamlDocument, diagnostics: Diagnostics) {
  const { path, code, expected, words, keys, known, detail } = mismatch;
  const holder = containerAt(root, path);
  const step = path.at(-1);
  const value = holder && step !== undefined ? holder[step] : root;
  const at = () => (holder && step !== undefined ? document.at(holder, step) : document.start(root));
  const what = `\`${nameOf(path)}\``;
  switch (code) {
    case "unrecognized_keys": {
      const container = containerAt(root, [...path, ""]);
      if (!container) return;
      for (const key of keys)
        diagnostics.error("unknown-key", document.keyAt(container, key), () => ({
          message: `"${key}" is not a key ${path.length === 0 ? "of this file" : `of ${what}`}.`,
          fix:
            container[key] === null && suggestion(key, known) === undefined
              ? "Put quotes around a text that contains a comma, or give the key a value the reference knows."
              : fixForName(key, known, "key"),
        }));
      return;
    }
    case "invalid_type":
      if (holder && step !== undefined && value === undefined)
        return diagnostics.error("missing-key", keyOfContainer(root, path, document), () => ({
          message: `${path.length === 1 ? "This file" : `\`${nameOf(path.slice(0, -1))}\``} has no \`${step}\`.`,
          fix: `Add \`${step}:\` with ${typeNames(expected)}.`,
        }));
      return diagnostics.error("wrong-type", at(), () => ({
        message: `${what} is ${described(value)}; it must be ${typeNames(expected)}.`,
        fix: `Write ${typeNames(expected)} here.`,
      }));
    case "invalid_value": {
      if (holder && step !== undefined && value === undefined)
        return diagnostics.error("missing-key", keyOfContainer(root, path, document), () => ({
          message: `${path.length === 1 ? "This file" : `\`${nameOf(path.slice(0, -1))}\``} has no \`${step}\`.`,
          fix: `Add \`${step}: ${words[0]}\`${words.length > 1 ? ` (or ${words.slice(1).join(", ")})` : ""}.`,
        }));
      const word = described(value);
      if (step === "schema")
        return diagnostics.error("wrong-schema", at(), () => ({
          message: `This file says its schema is ${word}; this program reads ${words.join(" or ")}.`,
          fix: `Write \`schema: ${words[0]}\`.`,
        }));
      if (typeof value === "object" && value !== null)
        return diagnostics.error("wrong-type", at(), () => ({
          message: `${what} is ${word}; it must be one of: ${words.join(", ")}.`,
          fix: "Write one of these words.",
        }));
      return diagnostics.error("unknown-word", at(), () => ({
        message: `${what} is ${word}; it must be one of: ${words.join(", ")}.`,
        fix: fixForWord(String(value), words),
      }));
    }
    case "invalid_key": {
      if (!holder || step === undefined) return;
      return reportId(detail.code, String(step), document.keyAt(holder, step), diagnostics);
    }
    case "invalid_format":
      if (detail.format === "date")
        return diagnostics.error("invalid-date", at(), () => ({
          message: `${what} is ${described(value)}, which is not a day of the calendar.`,
          fix: "Write year-month-day, such as 2025-08-26.",
        }));
      if (step === "settlements")
        return diagnostics.error("wrong-type", at(), () => ({
          message: `${what} is ${described(value)}; it must be a whole number, written as a text.`,
          fix: 'Write its digits between quotes, such as "42000".',
        }));
      return reportId("bad-id", String(value), at(), diagnostics);
    case "limit":
      return reportLimit(mismatch, what, value, at(), diagnostics);
    case "custom":
      return reportCustom(mismatch, what, value, at(), diagnostics);
  }
}

function reportId(code: string | undefined, word: string, at: Span, diagnostics: Diagnostics) {
  if (code === "reserved-key")
    return diagnostics.error("reserved-key", at, () => ({
      message: `"${word}" has a meaning inside programs and cannot be an id.`,
      fix: "Choose another word.",
    }));
  diagnostics.error("bad-id", at, () => ({
    message: `${described(word)} is not an id.`,
    fix: "Use letters, digits, _, - and . only, starting with a letter or digit, at most 64 characters.",
  }));
}

function reportLimit({ detail }: Mismatch, what: string, value: unknown, at: Span, diagnostics: Diagnostics) {
  if (detail.origin === "array")
    return diagnostics.error("empty-list", at, () => ({
      message: `${what} is a list of ${Array.isArray(value) ? value.length : 0}; it needs ${
        detail.minimum !== undefined ? `at least ${detail.minimum}` : `at most ${detail.maximum}`
      }.`,
      fix: detail.minimum !== undefined ? "Add what belongs into it, or remove the key." : "Shorten the list.",
    }));
  const far = Math.abs(Number(value)) > largestNumber;
  const code: DiagnosticCode = far ? "number-too-large" : "number-out-of-range";
  diagnostics.error(code, at, () => ({
    message: far
      ? `${what} is ${value}; numbers lie between -${largestNumber} and ${largestNumber}.`
      : `${what} is ${value}; it must be ${detail.minimum !== undefined ? `at least ${detail.minimum}` : `at most ${detail.maximum}`}.`,
    fix: far ? "Look for a slip of the keyboard, or choose a larger unit." : "Correct the number.",
  }));
}

function reportCustom({ detail }: Mismatch, what: string, value: unknown, at: Span, diagnostics: Diagnostics) {
  switch (detail.code) {
    case "reserved-key":
      return reportId(detail.code, String(value), at, diagnostics);
    case "empty-text":
      return diagnostics.error("empty-text", at, () => ({
        message: `${what} is an empty text.`,
        fix: "Write the text, or remove the key.",
      }));
    case "number-not-finite":
      return diagnostics.error("number-not-finite", at, () => ({
        message: `${what} is ${value}, which is not a number one can count with.`,
        fix: "Write an ordinary number.",
      }));
    case "number-too-small":
      return diagnostics.error("number-too-small", at, () => ({
        message: `${what} is ${value}; it is nearer to zero than ${smallestNumber}.`,
        fix: "Write 0, or choose a smaller unit.",
      }));
    case "value-or-placeholder":
      return diagnostics.error("value-or-placeholder", at, () => ({
        message: "Neither a value nor a placeholder stands here.",
        fix: "Write `value:` for what somebody judged, or `placeholder:` with a wide range for what nobody did.",
      }));
    case "number-out-of-range":
      return diagnostics.error("number-out-of-range", at, () => ({
        message: `${what} is ${value}; it must be ${detail.range}.`,
        fix: "Correct the number.",
      }));
    default:
      throw new Error(`The schemas have no check of their own called ${detail.code}.`);
  }
}

/** The last steps of a path, enough to recognise it: `issues.S1.weight`. */
function nameOf(path: readonly Step[]): string {
  let name = "";
  for (const step of path) name += typeof step === "number" ? `[${step + 1}]` : name ? `.${step}` : step;
  return name.length > 120 ? `...${name.slice(-117)}` : name;
}

/** The key under which the map that lacks something stands; the start of the map, in a list or at the top. */
function keyOfContainer(root: object, path: readonly Step[], document: YamlDocument): Span {
  const own = path.slice(0, -1);
  const step = own.at(-1);
  const holder = containerAt(root, own);
  return step === undefined || !holder ? document.start(root) : document.keyAt(holder, step);
}

function described(value: unknown): string {
  if (value === null || value === undefined) return "empty";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a map";
  if (typeof value === "string") return `"${value.length > 60 ? `${value.slice(0, 57)}...` : value}"`;
  return String(value);
}

const typeWords: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  object: "a map",
  record: "a map",
  array: "a list",
  tuple: "a list of two numbers",
  null: "nothing",
};

function typeNames(expected: readonly string[]): string {
  const names = [...new Set(expected.map((type) => typeWords[type] ?? type))];
  return names.length < 2 ? (names[0] ?? "a value") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}

function fixForWord(word: string, words: readonly string[]): string {
  const nearest = suggestion(word, words);
  return nearest === undefined ? "Write one of these words." : `Did you mean "${nearest}"?`;
}
