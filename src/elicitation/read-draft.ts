import type { SheetDraft } from "./draft.ts";

/**
 * A draft from where it was stored, as far as its shape goes: undefined when it is no draft, or has kinds of statements
 * that this version does not know. Whether it fits an agenda is `checkDraft`'s question.
 */
export function readDraft(stored: unknown): SheetDraft | undefined {
  // safe: every field of the type was looked at
  return isDraft(stored) ? (stored as SheetDraft) : undefined;
}

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === "string";
const number: Check = (value) => typeof value === "number" && Number.isFinite(value);
const oneOf =
  (...words: readonly string[]): Check =>
  (value) =>
    words.includes(value as string); // safe: anything that is no such word is not among them
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const mapOf =
  (check: Check): Check =>
  (value) =>
    isRecord(value) && Object.values(value).every(check);
const record =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isRecord(value) && Object.entries(fields).every(([field, check]) => check(value[field]));
const kinds =
  (byKind: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isRecord(value) && Object.entries(byKind).some(([kind, check]) => value.kind === kind && check(value));

const evidence = record({
  author: optional(text),
  date: optional(text),
  confidence: optional(oneOf("high", "medium", "low")),
  why: optional(text),
  sources: listOf(text),
  note: optional(text),
});
const judgement = record({ low: number, mid: number, high: number });
const condition = listOf(record({ issue: text, options: listOf(text) }));
const choices = mapOf(text);
const order = listOf(listOf(text));
const stated = (fields: Readonly<Record<string, Check>>): Check =>
  record({
    id: text,
    note: optional(text),
    why: optional(text),
    confidence: optional(oneOf("high", "medium", "low")),
    sources: optional(listOf(text)),
    ...fields,
  });
const range = { low: number, high: number };

const statement = kinds({
  "matters-most": stated({ issue: text }),
  swing: stated({ issue: text, against: text, ...range }),
  "swing-order": stated({ order }),
  "option-value": stated({ issue: text, option: text, ...range }),
  "option-order": stated({ issue: text, order }),
  choice: stated({ first: choices, second: choices, answer: oneOf("first", "second", "indifferent") }),
  "reservation-range": stated(range),
  "no-deal": stated({ settlement: choices, answer: oneOf("better", "about-equal", "worse") }),
});

const isDraft = record({
  schema: oneOf("entente.sheet-draft/1"),
  agenda: text,
  party: text,
  kind: oneOf("own", "estimate"),
  author: text,
  date: optional(text),
  statements: listOf(statement),
  freeScales: listOf(text),
  redLines: listOf(
    record({
      id: text,
      kind: oneOf("hard", "declared"),
      when: condition,
      from: optional(text),
      until: optional(text),
      evidence,
    }),
  ),
  linkages: listOf(
    kinds({
      combination: record({ id: text, when: condition, value: judgement, of: number, evidence }),
      table: record({ id: text, issue: text, given: text, table: mapOf(mapOf(judgement)), evidence }),
    }),
  ),
  floors: listOf(record({ id: text, issue: text, commitments: listOf(text), min: number, evidence })),
  aspiration: optional(judgement),
  evidence,
});

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
