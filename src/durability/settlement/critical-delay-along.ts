import type { CriticalDelay } from "../deterrence/reaction.ts";
import type { DelayAlong } from "./durability-report.ts";
import { toMiddles, whyUnknown } from "./frame.ts";
import type { GuaranteeField } from "./guarantee-frame.ts";
import { askedAt, type Question } from "./question.ts";

/** The quantities that tau* hangs on most and that nobody measures. */
const along: readonly GuaranteeField[] = ["prize", "seizureSpeed"];

/** How many values of a range are looked at, its ends among them. */
const points = 6;

/**
 * tau* at values of the prize and of the speed of seizure that are evenly spaced over the range of each, if it has one; all
 * else at its stated value, placeholders at their middles. It does not rise along either: D rises in v at any delay while
 * q does not move with v, and only the product of speed and delay enters phi. Empty where tau* is unknown.
 */
export function criticalDelayAlong(question: Question<GuaranteeField, CriticalDelay>): readonly DelayAlong[] {
  const { frame, needs } = question;
  if (whyUnknown(frame, needs) !== undefined) return [];
  const ranged = along.flatMap((id) => frame.slots.filter(({ field, low, high }) => field === id && low < high));
  const found = ranged.map((slot): DelayAlong => {
    const { reference, low, high } = slot;
    toMiddles(frame);
    return {
      parameter: reference,
      points: Array.from({ length: points }, (_, step) => {
        // the last is the end itself: low + (high - low) may miss it by rounding
        const at = step === points - 1 ? high : low + ((high - low) * step) / (points - 1);
        return { at, delay: askedAt(question, [slot], [at]) };
      }),
    };
  });
  toMiddles(frame);
  return found;
}
