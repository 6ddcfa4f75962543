import type * as z from "zod";
import type { Step } from "../text/yaml-document.ts";

/** One way in which a document departs from its schema, with unions already decided for the alternative that was meant. */
export type Mismatch = {
  readonly path: readonly Step[];
  readonly code:
    | "invalid_type"
    | "invalid_value"
    | "unrecognized_keys"
    | "invalid_key"
    | "invalid_format"
    | "limit"
    | "custom";
  /** Types that would do, in zod's words. */
  readonly expected: readonly string[];
  /** Words that would do, for `invalid_value`. */
  readonly words: readonly string[];
  /** Keys that are not known, for `unrecognized_keys`. */
  readonly keys: readonly string[];
  /** Keys that are, for `unrecognized_keys`. */
  readonly known: readonly string[];
  /** What was broken, for `invalid_format`, `limit` and `custom`. */
  readonly detail: Detail;
};

export type Detail = {
  readonly format?: string;
  readonly code?: string;
  readonly range?: string;
  readonly origin?: string;
  readonly minimum?: number;
  readonly maximum?: number;
};

export function mismatches(schema: z.ZodType, value: unknown): readonly Mismatch[] {
  const result = schema.safeParse(value, { reportInput: false });
  return result.success ? [] : result.error.issues.flatMap((issue) => settled(issue, []));
}

/** The mismatches of one zod issue; of a union, those of the alternative that fits best. */
function settled(issue: z.core.$ZodIssue, base: readonly Step[]): readonly Mismatch[] {
  const path = [...base, ...issue.path.map((step) => (typeof step === "number" ? step : String(step)))];
  const plain = { path, expected: [], words: [], keys: [], known: [], detail: {} };
  switch (issue.code) {
    case "invalid_union":
      // told apart by one key, whose word is none of those known
      if ("options" in issue && issue.errors.length === 0)
        return [{ ...plain, code: "invalid_value", words: (issue.options ?? []).map(String) }];
      return bestAlternative(
        path,
        issue.errors.map((errors) => errors.flatMap((inner) => settled(inner, path))),
      );
    case "invalid_type": {
      const received = "received" in issue ? String(issue.received) : ""; // only set for NaN, Infinity and bad dates
      if (received === "NaN" || received.endsWith("Infinity"))
        return [{ ...plain, code: "custom", detail: { code: "number-not-finite" } }];
      return [{ ...plain, code: "invalid_type", expected: [issue.expected] }];
    }
    case "invalid_value":
      return [{ ...plain, code: "invalid_value", words: issue.values.map(String) }];
    case "unrecognized_keys":
      return [{ ...plain, code: "unrecognized_keys", keys: issue.keys, known: issue.message.split(" ") }];
    case "invalid_key":
      return [{ ...plain, code: "invalid_key", detail: { code: customCode(issue.issues) ?? "bad-id" } }];
    case "invalid_format":
      return [{ ...plain, code: "invalid_format", detail: { format: issue.format } }];
    case "too_small":
      return [{ ...plain, code: "limit", detail: { origin: issue.origin, minimum: Number(issue.minimum) } }];
    case "too_big":
      return [{ ...plain, code: "limit", detail: { origin: issue.origin, maximum: Number(issue.maximum) } }];
    case "custom":
      return [{ ...plain, code: "custom", detail: issue.params ?? {} }];
    default:
      throw new Error(`The schemas have no check that gives ${issue.code}.`);
  }
}

function customCode(issues: readonly z.core.$ZodIssue[]): string | undefined {
  for (const issue of issues) if (issue.code === "custom") return String(issue.params?.code);
  return undefined;
}

/** Of the alternatives whose type is right, the one with fewest mistakes; if none is, one mismatch that names all types. */
function bestAlternative(path: readonly Step[], alternatives: readonly (readonly Mismatch[])[]): readonly Mismatch[] {
  const fitting = alternatives.filter((all) => !all.some((one) => isTypeOf(one, path)));
  // of several kinds of list, one whose items are of the right type: two numbers are a range, two maps are cases
  const sameItems = fitting.filter((all) => !all.some((one) => isTypeOfItem(one, path) || isLengthOf(one, path)));
  const meant = sameItems.length > 0 ? sameItems : fitting;
  if (meant.length > 0) return meant.reduce((best, next) => (mistakes(next) < mistakes(best) ? next : best));
  const expected = alternatives.flatMap((all) => all.flatMap((one) => (isTypeOf(one, path) ? one.expected : [])));
  return [{ path, code: "invalid_type", expected: [...new Set(expected)], words: [], keys: [], known: [], detail: {} }];
}

function isTypeOf(mismatch: Mismatch, path: readonly Step[]): boolean {
  return mismatch.code === "invalid_type" && mismatch.path.length === path.length;
}

function isTypeOfItem(mismatch: Mismatch, path: readonly Step[]): boolean {
  return (
    mismatch.code === "invalid_type" &&
    mismatch.path.length === path.length + 1 &&
    typeof mismatch.path.at(-1) === "number"
  );
}

function isLengthOf({ code, detail, path: own }: Mismatch, path: readonly Step[]): boolean {
  return code === "limit" && detail.origin === "array" && own.length === path.length;
}

function mistakes(all: readonly Mismatch[]): number {
  return all.reduce((sum, { keys }) => sum + Math.max(1, keys.length), 0);
}
