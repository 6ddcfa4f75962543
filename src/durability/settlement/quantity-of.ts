import { exact, unknown } from "#prelude";
import { type Slot, toMiddles, whyUnknown } from "./frame.ts";
import type { Quantity } from "./judged-verdict.ts";
import { askedAt, placeholdersOf, type Question, rangedSlots, steps, visitCorners } from "./question.ts";

/**
 * What a question comes to over all ranges of its parameters, and at the stated values. The answer must be monotone in
 * each parameter by itself (see `visitCorners`), but for those it is asked `inSteps`: between those steps the least and
 * the greatest are looked for near the steps where they are met, see `closedIn`.
 * @param keyOf  what the answers are ordered by; may be infinite.
 * @param undefinedBecause  the reason where the answer is undefined somewhere in the ranges.
 */
export function quantityOf<F extends string, T>(
  question: Question<F, T | undefined>,
  keyOf: (answer: T, point: Record<F, number>) => number,
  undefinedBecause = "the model has no answer somewhere in the ranges",
): Quantity<T> {
  const { frame, needs, at } = question;
  const reason = whyUnknown(frame, needs);
  if (reason !== undefined) return { answer: unknown(reason), restsOn: [] };
  const restsOn = placeholdersOf(question);
  toMiddles(frame);
  const middle = at(frame.point);
  const stated = restsOn.length === 0 && middle !== undefined ? { stated: middle } : {};
  let least: Extreme<T> | undefined;
  let greatest: Extreme<T> | undefined;
  let everywhere = true;
  const ranged = rangedSlots(question);
  visitCorners(question, ranged, (answer, values) => {
    if (answer === undefined) {
      everywhere = false;
      return;
    }
    const key = keyOf(answer, frame.point);
    if (least === undefined || key < least.key) least = { answer, key, values: [...values] };
    if (greatest === undefined || key > greatest.key) greatest = { answer, key, values: [...values] };
  });
  if (!everywhere || least === undefined || greatest === undefined) {
    toMiddles(frame);
    return { answer: unknown(undefinedBecause), ...stated, restsOn };
  }
  const low = closedIn(question, keyOf, ranged, least, -1).answer;
  const high = closedIn(question, keyOf, ranged, greatest, 1).answer;
  toMiddles(frame);
  if (ranged.length === 0 && restsOn.length === 0) return { answer: exact(low), ...stated, restsOn };
  return { answer: { status: "bounded", low, high }, ...stated, restsOn };
}

/** An answer, and where it is met. */
type Extreme<T> = { readonly answer: T; readonly key: number; readonly values: readonly number[] };

/** Each looks between the neighbours of the best step so far, in steps an eighth as wide: to some 1e-15 of the range. */
const rounds = 16;

/** From where the answer is the farthest in this direction among the steps, on between them. Moves the point. */
function closedIn<F extends string, T>(
  question: Question<F, T | undefined>,
  keyOf: (answer: T, point: Record<F, number>) => number,
  ranged: readonly Slot<F>[],
  from: Extreme<T>,
  direction: 1 | -1,
): Extreme<T> {
  let best = from;
  for (const [place, { low, high, reference }] of ranged.entries()) {
    if (!question.inSteps?.includes(reference.parameter)) continue;
    let wide = (high - low) / steps;
    for (let round = 0; round < rounds; round++) {
      const middle = best.values[place]!; // one value for each slot
      for (let step = -steps / 2; step <= steps / 2; step++) {
        const value = Math.min(high, Math.max(low, middle + (wide * step) / (steps / 2)));
        const values = best.values.with(place, value);
        const answer = askedAt(question, ranged, values);
        if (answer === undefined) continue;
        const key = keyOf(answer, question.frame.point);
        if (direction * key > direction * best.key) best = { answer, key, values };
      }
      wide /= steps / 2;
    }
  }
  return best;
}

/** Numbers are their own order. */
export function numberOf<F extends string>(
  question: Question<F, number | undefined>,
  undefinedBecause?: string,
): Quantity {
  const finite = (point: Record<F, number>): number | undefined => {
    const value = question.at(point);
    return value !== undefined && Number.isFinite(value) ? value : undefined;
  };
  return quantityOf({ ...question, at: finite }, (value) => value, undefinedBecause);
}
