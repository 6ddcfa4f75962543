import type { Judgement } from "#model";
import { add, divide, rational, rationalOf, type Span, toNumber } from "#prelude";
import type { RawJudgement } from "../schema/scalars.ts";
import type { Step } from "../text/yaml-document.ts";
import type { Reader } from "./reader.ts";

/** A judgement in full; one number is its own range, and a range is judged by its middle. */
export function judgementAt(reader: Reader, container: object, key: Step): Judgement {
  const raw = (container as Record<Step, RawJudgement>)[key]!; // checked by the schema
  const judgement = judgementOf(raw);
  checkRange(reader, judgement, () => reader.document.at(container, key));
  return judgement;
}

export function judgementOf(raw: RawJudgement): Judgement {
  if (typeof raw === "number") return { low: raw, mid: raw, high: raw };
  if (Array.isArray(raw)) return { low: raw[0], mid: middle(raw[0], raw[1]), high: raw[1] };
  return { low: raw.low ?? raw.mid, mid: raw.mid, high: raw.high ?? raw.mid };
}

/** Half-way, as a person would reckon it: between 0.1 and 0.2 lies 0.15. */
function middle(low: number, high: number): number {
  return toNumber(divide(add(rationalOf(low), rationalOf(high)), rational(2n, 1n)));
}

export function checkRange({ diagnostics }: Reader, { low, mid, high }: Judgement, at: () => Span): void {
  if (low <= mid && mid <= high) return;
  diagnostics.error("range-reversed", at(), () => ({
    message:
      low > high
        ? `This range runs from ${low} to ${high}: its low end is above its high end.`
        : `The middle ${mid} lies outside the range from ${low} to ${high}.`,
    fix: "Write the least value first, then the middle, then the largest.",
  }));
}
