import { err, ok, type Result } from "#prelude";
import { isWellFormed } from "./digest.ts";

export type JsonBounds = { readonly longest: number; readonly deepest: number };

/**
 * The value of a JSON text written in the one compact form (what `JSON.stringify` gives), or why it is none. One form
 * means: no member twice, no blanks, one way to write each number and character, so that no two readers read it otherwise.
 */
export function parseStrictJson(text: string, { longest, deepest }: JsonBounds): Result<unknown, string> {
  if (text.length > longest) return err(`It is longer than ${longest} characters.`);
  if (!isWellFormed(text)) return err("It holds half a surrogate pair, which has no bytes.");
  if (depthOf(text, deepest) > deepest) return err(`It is nested deeper than ${deepest} levels.`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return err("It is not JSON.");
  }
  if (JSON.stringify(value) !== text)
    return err(
      "It is not in the compact form: a member stands twice, or blanks or other ways to write a value are used.",
    );
  if (holdsPrototypeKey(value)) return err('It holds a member named "__proto__", "constructor" or "prototype".');
  return ok(value);
}

/** The members of an object whose names are exactly these, in any order; undefined for everything else. */
export function objectWith<Name extends string>(
  value: unknown,
  names: readonly Name[],
): Readonly<Record<Name, unknown>> | undefined {
  if (!isObject(value)) return undefined;
  const found = Object.keys(value);
  const isExact = found.length === names.length && names.every((name) => Object.hasOwn(value, name));
  return isExact ? (value as Readonly<Record<Name, unknown>>) : undefined; // exactly these names, just checked
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isWholeNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

/** A name in a record: short and on one line, so that it can stand between line breaks under a signature. */
export function isId(value: unknown): value is string {
  return typeof value === "string" && value.length >= 1 && value.length <= 128 && !/[\p{Cc}\p{Surrogate}]/u.test(value);
}

/** Brackets open at once outside strings; stops counting beyond `enough`. Before parsing, as a parser may recurse. */
function depthOf(text: string, enough: number): number {
  let depth = 0;
  let most = 0;
  let isString = false;
  for (let at = 0; at < text.length && most <= enough; at++) {
    const code = text.charCodeAt(at);
    if (isString) {
      if (code === 0x5c) at++;
      else if (code === 0x22) isString = false;
    } else if (code === 0x22) isString = true;
    else if (code === 0x5b || code === 0x7b) most = Math.max(most, ++depth);
    else if (code === 0x5d || code === 0x7d) depth--;
  }
  return most;
}

const prototypeKeys = new Set(["__proto__", "constructor", "prototype"]);

function holdsPrototypeKey(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsPrototypeKey);
  if (!isObject(value)) return false;
  return Object.keys(value).some((name) => prototypeKeys.has(name) || holdsPrototypeKey(value[name]));
}
