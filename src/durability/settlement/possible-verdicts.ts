import { seededRandom } from "#prelude";
import type { Slot } from "./frame.ts";
import { askedAt, type Question, visitCorners } from "./question.ts";
import { flipsOf } from "./turns-of.ts";

/** A question whose answer is one of a list of verdicts. */
export type VerdictQuestion<F extends string, V extends string> = Question<F, V> & {
  /** From what keeps the peace best to what keeps it least. */
  readonly verdicts: readonly V[];
  /**
   * How the verdict depends on the quantities.
   * - `corners`: every verdict that occurs occurs at a corner of the ranges;
   * - `ordered`: it moves one way along `verdicts` in each quantity by itself, so that it passes what lies between;
   * - `scattered`: neither is known.
   */
  readonly form: "corners" | "ordered" | "scattered";
};

const samples = 1000;

/**
 * The verdicts that occur while these quantities move in their ranges and all else stays, each met at some point.
 * Cost: 2^n points for n quantities, and for what lies between two corners n walks of n edges. Moves the point.
 */
export function possibleVerdicts<F extends string, V extends string>(
  question: VerdictQuestion<F, V>,
  slots: readonly Slot<F>[],
): { readonly possible: readonly V[]; readonly complete: boolean } {
  const { verdicts, form, inSteps = [] } = question;
  const met = new Set<V>();
  let best: { readonly rank: number; readonly values: readonly number[] } | undefined;
  let worst = best;
  visitCorners(question, slots, (verdict, values) => {
    met.add(verdict);
    const rank = verdicts.indexOf(verdict);
    if (best === undefined || rank < best.rank) best = { rank, values: [...values] };
    if (worst === undefined || rank > worst.rank) worst = { rank, values: [...values] };
  });
  if (form !== "corners" && best && worst && worst.rank > best.rank) {
    // with every quantity last once and first once: what only occurs while one of them stays at an end is met too
    for (let first = 0; first < slots.length; first++) walk(question, slots, first, best.values, worst.values, met);
  }
  if (form === "scattered" && slots.length > 0) {
    const random = seededRandom(1);
    for (let sample = 0; sample < samples; sample++) {
      const values = slots.map(({ low, high }) => low + random.uniform() * (high - low));
      met.add(askedAt(question, slots, values));
    }
  }
  const walked = slots.some(({ reference }) => inSteps.includes(reference.parameter));
  return {
    possible: verdicts.filter((verdict) => met.has(verdict)),
    complete: slots.length === 0 || (form !== "scattered" && !walked),
  };
}

/** From corner to corner along edges, one quantity after the other, beginning with `first`. */
function walk<F extends string, V extends string>(
  question: VerdictQuestion<F, V>,
  slots: readonly Slot<F>[],
  first: number,
  from: readonly number[],
  to: readonly number[],
  met: Set<V>,
): void {
  const values = [...from];
  for (let step = 0; step < slots.length; step++) {
    const moved = (first + step) % slots.length;
    const [start, end] = [values[moved]!, to[moved]!]; // both corners have a value for every slot
    if (start === end) continue;
    const along = (share: number): V => {
      values[moved] = start + share * (end - start);
      return askedAt(question, slots, values);
    };
    for (const { below, above } of flipsOf(along, 0, 1, 1)) met.add(below).add(above);
    values[moved] = end;
  }
}
