import type * as z from "zod";
import type { Span } from "#prelude";
import type { Diagnostics } from "../diagnostics.ts";
import type { Step, YamlDocument } from "../text/yaml-document.ts";
import { containerAt } from "./container-at.ts";
import { type Mismatch, mismatches } from "./mismatch.ts";
import { reportMismatch } from "./report-mismatch.ts";

/** A document whose shape is right, or as much of it as is; then names and meaning can still be checked. */
export type Shaped<T> = { readonly value: T; readonly whole: boolean };

/**
 * Checks the shape of a document and reports every mistake. Where the shape is wrong, the smallest entry of a section
 * around each mistake is taken out, missing keys at the top are filled from `blanks`, and what is left is returned.
 */
export function checkShape<T>(
  schema: z.ZodType<T>,
  document: YamlDocument,
  blanks: Readonly<Record<string, unknown>>,
  diagnostics: Diagnostics,
): Shaped<T> | undefined {
  const { raw } = document;
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) {
    diagnostics.error("wrong-type", startOf(document), () => ({
      message: "This file must be a map: keys with values, such as `id: my-scenario`.",
      fix: "Start from an example in the reference of the language.",
    }));
    return undefined;
  }
  const root = raw as Record<string, unknown>; // a map was read as an object with text keys
  let found = mismatches(schema, root);
  for (let round = 0; round < 4 && readAsText(found, root, document); round++) found = mismatches(schema, root);
  // safe: without mismatches the schema has accepted exactly this value, and it changes nothing while parsing
  if (found.length === 0) return { value: root as T, whole: true };
  for (const mismatch of found) reportMismatch(mismatch, root, document, diagnostics);
  for (const mismatch of found) takeOut(mismatch, root);
  for (const section of Object.values(root)) if (Array.isArray(section)) closeHoles(section);
  for (const [key, value] of Object.entries(blanks)) root[key] ??= value;
  return mismatches(schema, root).length === 0 ? { value: root as T, whole: false } : undefined;
}

/** Where a text is wanted and an unquoted number or truth value stands, its words are the text: `date: 2025`. */
function readAsText(found: readonly Mismatch[], root: object, document: YamlDocument): boolean {
  let changed = false;
  for (const { path, code, expected } of found) {
    const holder = containerAt(root, path);
    const step = path.at(-1);
    if (code !== "invalid_type" || !expected.includes("string") || !holder || step === undefined) continue;
    const words = document.plainText(holder, step);
    if (words === undefined || !["number", "boolean"].includes(typeof holder[step])) continue;
    holder[step] = words;
    changed = true;
  }
  return changed;
}

function takeOut({ path, keys }: Mismatch, root: Record<string, unknown>): void {
  if (keys.length > 0) {
    const container = containerAt(root, [...path, ""]);
    if (container) for (const key of keys) delete container[key];
    return;
  }
  const [section, entry] = path;
  if (section === undefined) return;
  const inside = root[String(section)];
  if (entry === undefined || typeof inside !== "object" || inside === null) delete root[String(section)];
  else if (!Array.isArray(inside))
    delete (inside as Record<Step, unknown>)[entry]; // any object may be asked for any key
  else if (inside.some((item) => typeof item !== "object")) delete root[String(section)];
  else inside[Number(entry)] = undefined;
}

/** In place, because the document knows the list by identity. */
function closeHoles(list: unknown[]): void {
  let kept = 0;
  for (const item of list) if (item !== undefined) list[kept++] = item;
  list.length = kept;
}

function startOf(document: YamlDocument): Span {
  return typeof document.raw === "object" && document.raw !== null
    ? document.start(document.raw)
    : { file: document.file, line: 1, column: 1 };
}
