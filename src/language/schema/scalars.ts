import * as z from "zod";
import { isReservedName } from "../text/reserved-name.ts";

// zod would otherwise try to compile its checks with `new Function`, which a strict page forbids
z.config({ jitless: true });

/** Numbers beyond this are slips of the keyboard, and would make exact arithmetic slow. */
export const largestNumber = 1e9;
/** The same for numbers nearer to zero than this, zero aside. */
export const smallestNumber = 1e-12;

/** A map with exactly these keys. Its message for an unknown key is the list of known ones, for a suggestion. */
export function keyed<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === "unrecognized_keys" ? Object.keys(shape).join(" ") : undefined),
  });
}

/** A list; one item may stand without brackets. */
export function oneOrMany<Item extends z.ZodType>(item: Item) {
  return z.union([item, z.array(item)]);
}

/** The same, of at least one. */
export function someOf<Item extends z.ZodType>(item: Item) {
  return z.union([item, z.array(item).min(1)]);
}

export const idPattern = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/;

export const id = z
  .string()
  .regex(idPattern)
  .refine((text) => !isReservedName(text), { params: { code: "reserved-key" } })
  .meta({ description: "An id: letters, digits, _, - and ., starting with a letter or digit, at most 64 characters." });

export const text = z.string().refine((value) => value.trim() !== "", { params: { code: "empty-text" } });

export const day = z.iso.date();

export const number = z
  .number()
  .min(-largestNumber)
  .max(largestNumber)
  .refine((value) => value === 0 || Math.abs(value) >= smallestNumber, { params: { code: "number-too-small" } });

export const positive = number.refine((value) => value > 0, {
  params: { code: "number-out-of-range", range: "above 0" },
});

export const score = number.refine((value) => value >= 0 && value <= 100, {
  params: { code: "number-out-of-range", range: "from 0 to 100" },
});

export const count = z.int().min(0).max(largestNumber);

/** A number, a range, or a range with its middle. */
export const judgement = z
  .union([number, z.tuple([number, number]), keyed({ low: number.optional(), mid: number, high: number.optional() })])
  .meta({ description: "A number, [low, high], or { low, mid, high }." });

export const quantity = z.union([number, z.tuple([number, number])]);

export const confidence = z.enum(["high", "medium", "low"]);

/** What stands behind a judgement; may be written beside any of them. */
export const evidence = {
  confidence: confidence.optional(),
  author: text.optional(),
  date: day.optional(),
  why: text.optional(),
  sources: oneOrMany(id).optional(),
  note: text.optional(),
};

export const clause = z.union([id, z.array(id).min(1), keyed({ not: someOf(id) })]);

/** Issues to options; all must hold together. */
export const condition = z.record(id, clause).meta({
  description:
    "Issues, each with one option, a list of options (any of them) or { not: [..] }; all must hold together.",
});

export type RawEvidence = z.infer<z.ZodObject<typeof evidence>>;
export type RawJudgement = z.infer<typeof judgement>;
export type RawQuantity = z.infer<typeof quantity>;
export type RawCondition = z.infer<typeof condition>;
