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
 *
 * Where the verdict is ordered, what lies between the best and the worst corner and is met at none is looked for on the
 * edges. They show all: take the quantities that only move the boundary in question (those of q, of the restraint) to the
 * ends where the verdict in question is widest; between a best and a worst corner there is a path of edges on which they
 * stay there, and by continuity it passes through that verdict.
 *
 * Cost: 2^n points for n quantities; if something between is met at no corner, a halving for each edge whose ends differ.
 * Moves the point.
 */
export function possibleVerdicts<F extends string, V extends string>(
  question: VerdictQuestion<F, V>,
  slots: readonly Slot<F>[],
): { readonly possible: readonly V[]; readonly complete: boolean } {
  const { verdicts, form, inSteps = [] } = question;
  const met = new Set<V>();
  visitCorners(question, slots, (verdict) => met.add(verdict));
  if (form === "ordered" && lacksBetween(verdicts, met)) walkEdges(question, slots, met);
  if (form === "scattered" && slots.length > 0) {
    const random = seededRandom(1);
    for (let sample = 0; sample < samples; sample++) {
      const values = slots.map(({ low, high }) => low + random.uniform() * (high - low));
      met.add(askedAt(question, slots, values));
    }
  }
  const stepped = slots.some(({ reference }) => inSteps.includes(reference.parameter));
  return {
    possible: verdicts.filter((verdict) => met.has(verdict)),
    complete: slots.length === 0 || (form !== "scattered" && !stepped),
  };
}

/** A verdict between two that are met is not. */
function lacksBetween<V extends string>(verdicts: readonly V[], met: ReadonlySet<V>): boolean {
  const ranks = verdicts.flatMap((verdict, rank) => (met.has(verdict) ? [rank] : []));
  return ranks.length > 0 && Math.max(...ranks) - Math.min(...ranks) + 1 > ranks.length;
}

/** Along every edge whose ends differ, until nothing lacks. Corner c has slot i at its upper end iff bit i of c is set. */
function walkEdges<F extends string, V extends string>(
  question: VerdictQuestion<F, V>,
  slots: readonly Slot<F>[],
  met: Set<V>,
): void {
  const valuesAt = (corner: number): number[] =>
    slots.map(({ low, high }, place) => ((corner >> place) & 1 ? high : low));
  const at = Array.from({ length: 2 ** slots.length }, (_, corner) => askedAt(question, slots, valuesAt(corner)));
  for (let corner = 0; corner < at.length; corner++) {
    for (const [place, { low, high }] of slots.entries()) {
      if ((corner >> place) & 1 || at[corner] === at[corner | (1 << place)]) continue;
      const values = valuesAt(corner);
      const along = (value: number): V => {
        values[place] = value;
        return askedAt(question, slots, values);
      };
      for (const { below, above } of flipsOf(along, low, high, 1)) met.add(below).add(above);
      if (!lacksBetween(question.verdicts, met)) return;
    }
  }
}
