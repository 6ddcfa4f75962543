import type { Choices } from "#model";
import type { OfferCondition } from "./offer.ts";
import { issuesOf } from "./package-mistake.ts";
import type { Refusal } from "./refusal.ts";
import type { ChannelSituation } from "./situation.ts";

/**
 * Rule R4. A channel that is not there and one that somebody here does not see are refused in the same words, since
 * neither is in the situation.
 */
export function conditionMistake(
  { agenda, address, seenByAll }: ChannelSituation,
  { choices, conditions }: { readonly choices: Choices; readonly conditions: readonly OfferCondition[] },
): Refusal | undefined {
  const named = new Set<string>();
  for (const { channel, issue, options } of conditions) {
    if (channel === address) {
      return {
        rule: "R4.2",
        message: "A condition names another channel; within this one, choose the option instead.",
      };
    }
    const other = seenByAll.get(channel);
    if (other === undefined) {
      return { rule: "R4.1", message: "A condition names a channel that everybody here sees; this is none." };
    }
    const known = issuesOf(agenda, other.plan).find(({ id }) => id === issue);
    if (known === undefined) {
      return { rule: "R4.3", message: `Issue ${issue} is not on the agenda of ${other.plan.name}.` };
    }
    if (options.length === 0 || new Set(options).size < options.length) {
      return { rule: "R4.3", message: `A condition on ${issue} names at least one option, and each once.` };
    }
    const missing = options.find((option) => !known.options.some(({ id }) => id === option));
    if (missing !== undefined) return { rule: "R4.3", message: `Issue ${issue} has no option ${missing}.` };
    if (Object.hasOwn(choices, issue)) {
      return { rule: "R4.4", message: `This offer decides ${issue} itself, so that it cannot wait on it.` };
    }
    const key = JSON.stringify([channel, issue]);
    if (named.has(key))
      return { rule: "R4.5", message: `Two conditions name ${issue} in ${other.plan.name}: write one.` };
    named.add(key);
  }
}
