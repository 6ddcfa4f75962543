import { toMiddles, whyUnknown } from "./frame.ts";
import type { JudgedVerdict, Turn, VerdictShare } from "./judged-verdict.ts";
import { possibleVerdicts, type VerdictQuestion } from "./possible-verdicts.ts";
import { placeholdersOf, rangedSlots } from "./question.ts";
import { turnsOf } from "./turns-of.ts";

/** The verdict over the ranges of its parameters. Leaves the point at the middles. */
export function judgeVerdict<F extends string, V extends string>(
  question: VerdictQuestion<F, V>,
  shares?: readonly VerdictShare<V>[],
): JudgedVerdict<V> {
  const { frame, needs, at, verdicts } = question;
  const reason = whyUnknown(frame, needs);
  if (reason !== undefined) return { status: "unknown", reason };
  const ranged = rangedSlots(question);
  const placeholders = placeholdersOf(question);
  toMiddles(frame);
  const verdict = at(frame.point);
  const turns = ranged.map((slot) => {
    toMiddles(frame);
    return turnsOf(question, slot, placeholders);
  });
  toMiddles(frame);
  const { possible: found, complete } = possibleVerdicts(question, ranged);
  toMiddles(frame);
  const unjudged = ranged.filter(({ reference }) => reference.placeholder);
  const resting = found.length === 1 || unjudged.length === 0 ? [] : possibleVerdicts(question, unjudged).possible;
  toMiddles(frame);
  const inTurns = (of: readonly Turn<V>[]): readonly V[] =>
    of.flatMap(({ flips }) => flips.flatMap(({ below, above }) => [below, above]));
  const met = new Set([verdict, ...found, ...inTurns(turns)]);
  const metWithPlaceholders = new Set([
    verdict,
    ...resting,
    ...inTurns(turns.filter(({ parameter }) => parameter.placeholder)),
  ]);
  const possible = verdicts.filter((one) => met.has(one));
  const common = { possible, complete, turns, ...(shares && shares.length > 0 ? { shares } : {}) };
  // a placeholder that names one number has no range to move in, and is nobody's judgement all the same
  const guessed = placeholders.length > unjudged.length;
  return metWithPlaceholders.size === 1 && !guessed
    ? { status: "decided", verdict, ...common }
    : { status: "open", restsOn: placeholders, ...common };
}
