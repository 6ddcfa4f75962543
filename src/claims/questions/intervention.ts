import type { Question } from "#model";
import { type Finding, found, undecided, type World } from "../finding.ts";
import { judgedParameters } from "../judged-after-signature.ts";
import { guaranteeOf } from "../lookup.ts";
import { placeholderText } from "../placeholder-text.ts";
import { thresholdsOf } from "../thresholds-of.ts";
import { figure, variantText } from "../wording.ts";

/**
 * Decided by the chance of intervention at its stated value; on a placeholder, only where all of its range lies on one
 * side. A chance that is judged directly is the judgement itself: assumed, whatever it cites.
 */
export function decideIntervention(
  question: Extract<Question, { kind: "intervention" }>,
  { scenario }: World,
): Finding {
  const { above = Number.NEGATIVE_INFINITY, below = Number.POSITIVE_INFINITY } = question;
  const guarantee = guaranteeOf(scenario, question.guarantee);
  if (!guarantee) return undecided(`The scenario judges no guarantee "${question.guarantee}".`);
  const { intervention, interventionParameters } = thresholdsOf(scenario, guarantee, question.of);
  const { answer, stated, restsOn, from } = intervention;
  const chance = `The chance that the guarantors fight under ${variantText(scenario, question.of)}`;
  if (answer.status === "unknown") return undecided(`${chance} is not known: ${answer.reason}.`);
  const range = answer.status === "exact" ? { low: answer.value, high: answer.value } : answer;
  const [low, high] = stated === undefined ? [range.low, range.high] : [stated, stated];
  const within = low > above && high < below;
  if (!within && high > above && low < below)
    return undecided(`${chance} is between ${figure(low)} and ${figure(high)}, on ${placeholderText(restsOn)}.`);
  return {
    ...found(
      within,
      () =>
        `${chance} is ${stated === undefined ? `${figure(low)} to ${figure(high)}` : figure(stated)}${
          from === "judged" ? ", a judgement: that is assumed, not derived." : "."
        }`,
      () => judgedParameters(scenario, guarantee, interventionParameters),
    ),
    assumed: () => from === "judged",
  };
}
