import type { Slot } from "./frame.ts";
import { flipTolerance, type Turn } from "./judged-verdict.ts";
import { askedAt, type Question } from "./question.ts";

/** Equal steps in which a range is walked before each change is closed in on. */
const gridSteps = 200;

/** Beyond this a range holds noise, not verdicts. */
const mostFlips = 64;

/**
 * Along one parameter, with all else as the point has it: every value at which the verdict changes. Changes are looked for
 * in 200 equal steps, each step with different ends halved until all changes in it are found; two changes that cancel
 * within one step would be missed. Moves the point.
 */
export function turnsOf<F extends string, V extends string>(
  question: Question<F, V>,
  slot: Slot<F>,
  placeholders: Turn<V>["given"],
): Turn<V> {
  const { low, high, reference } = slot;
  const at = (value: number): V => askedAt(question, [slot], [value]);
  const flips = flipsOf(at, low, high);
  const given = placeholders.filter((other) => other !== reference);
  return {
    parameter: reference,
    low,
    high,
    flips,
    ...(flips.length === 0 ? { throughout: at(low) } : {}),
    given,
  };
}

/** Where the verdict changes between two ends, ascending; exported for other walks than along one parameter. */
export function flipsOf<V extends string>(
  at: (value: number) => V,
  low: number,
  high: number,
  steps = gridSteps,
): Turn<V>["flips"] {
  const tolerance = flipTolerance * (high - low);
  const flips: { at: number; below: V; above: V }[] = [];
  const closeIn = (from: number, below: V, to: number, above: V): void => {
    if (below === above || flips.length >= mostFlips) return;
    const middle = from + (to - from) / 2;
    if (to - from <= tolerance || middle <= from || middle >= to) {
      flips.push({ at: middle, below, above });
      return;
    }
    const between = at(middle);
    closeIn(from, below, middle, between);
    closeIn(middle, between, to, above);
  };
  let [from, below] = [low, at(low)];
  for (let step = 1; step <= steps; step++) {
    const to = step === steps ? high : low + ((high - low) * step) / steps;
    const above = at(to);
    closeIn(from, below, to, above);
    [from, below] = [to, above];
  }
  return merged(flips, tolerance);
}

/** A verdict that holds at one value only, such as a tie, leaves two flips there; they are one. */
function merged<V extends string>(flips: Turn<V>["flips"], tolerance: number): Turn<V>["flips"] {
  const kept: { at: number; below: V; above: V }[] = [];
  for (const flip of flips) {
    const last = kept.at(-1);
    if (last && flip.at - last.at <= 4 * tolerance && last.above === flip.below) {
      if (last.below === flip.above) kept.pop();
      else kept[kept.length - 1] = { ...last, above: flip.above };
    } else kept.push(flip);
  }
  return kept;
}
