import { exact, unknown } from "#prelude";
import { toMiddles, whyUnknown } from "./frame.ts";
import type { Quantity } from "./judged-verdict.ts";
import { placeholdersOf, type Question, rangedSlots, visitCorners } from "./question.ts";

/**
 * What a question comes to over all ranges of its parameters, and at the stated values. The answer must be monotone in
 * each parameter by itself (see `visitCorners`), but for those it is asked `inSteps`.
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
  let least: { readonly answer: T; readonly key: number } | undefined;
  let greatest = least;
  let everywhere = true;
  const ranged = rangedSlots(question);
  visitCorners(question, ranged, (answer) => {
    if (answer === undefined) {
      everywhere = false;
      return;
    }
    const key = keyOf(answer, frame.point);
    if (least === undefined || key < least.key) least = { answer, key };
    if (greatest === undefined || key > greatest.key) greatest = { answer, key };
  });
  toMiddles(frame);
  if (!everywhere || least === undefined || greatest === undefined)
    return { answer: unknown(undefinedBecause), ...stated, restsOn };
  if (ranged.length === 0 && restsOn.length === 0) return { answer: exact(least.answer), ...stated, restsOn };
  return { answer: { status: "bounded", low: least.answer, high: greatest.answer }, ...stated, restsOn };
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
