import { compareNear, type GuaranteeThresholds, type PrizeThreshold, prizeKey } from "#durability";
import type { Question } from "#model";
import { type Finding, found, undecided, type World } from "../finding.ts";
import { judgedParameters } from "../judged-after-signature.ts";
import { guaranteeOf } from "../lookup.ts";
import { placeholderText } from "../placeholder-text.ts";
import { thresholdsOf } from "../thresholds-of.ts";
import { partyName, points, variantText } from "../wording.ts";

/**
 * Decided by v* at the stated values along the list, and by every parameter that it depends on. A placeholder among them
 * leaves it undecided. Where nothing but the judged chance of intervention differs, the order of v* is that of those
 * judgements, which v* never falls in: assumed, whatever they cite.
 */
export function decideThresholdRises(
  question: Extract<Question, { kind: "threshold-rises" }>,
  { scenario }: World,
): Finding {
  const guarantee = guaranteeOf(scenario, question.guarantee);
  if (!guarantee) return undecided(`The scenario judges no guarantee "${question.guarantee}".`);
  const steps = question.along.map((variant) => thresholdsOf(scenario, guarantee, variant));
  const stated: PrizeThreshold[] = [];
  for (const [at, { prizeThreshold }] of steps.entries()) {
    const { answer, restsOn, stated: prize } = prizeThreshold;
    const under = () => `The prize above which an attack pays under ${variantText(scenario, question.along[at]!)}`; // one step for each
    if (answer.status === "unknown") return undecided(`${under()} is not known: ${answer.reason}.`);
    if (prize === undefined) return undecided(`${under()} rests on ${placeholderText(restsOn)}.`);
    stated.push(prize);
  }
  const climbs = directions(stated.map(prizeKey));
  const rising = climbs.every((climb) => climb > 0);
  const repeats = () => sameButIntervention(steps) && followsIntervention(steps, climbs);
  return {
    ...found(
      rising,
      () => {
        const pays = `An attack by ${partyName(scenario, guarantee.challenger)} pays ${prizesText(stated)}.`;
        const flat = rising ? "" : " That does not rise at every step.";
        const order = " Nothing but the judged chance that the guarantors fight differs between these, so";
        return `${pays}${flat}${repeats() ? `${order} their order is that of the judgements: assumed, not derived.` : ""}`;
      },
      () => steps.flatMap(({ prizeParameters }) => judgedParameters(scenario, guarantee, prizeParameters)),
    ),
    assumed: repeats,
  };
}

/** Between each and the next: 1 up, -1 down, 0 level; ties as in the order of a guarantee's postures. */
function directions(values: readonly number[]): readonly number[] {
  return values.slice(1).map((value, at) => compareNear(value, values[at]!)); // one stands before each of the others
}

/** In all that v* depends on, but for a judged chance of intervention, each takes the same case. */
function sameButIntervention(steps: readonly GuaranteeThresholds[]): boolean {
  const cases = steps.map(({ prizeParameters }) =>
    prizeParameters
      .filter(({ id }) => id !== "intervention")
      .map(({ id, resolution }) => `${id} ${resolution.status === "judged" ? resolution.at : ""}`)
      .join(),
  );
  return steps.every(({ intervention }) => intervention.from === "judged") && new Set(cases).size === 1;
}

function followsIntervention(steps: readonly GuaranteeThresholds[], climbs: readonly number[]): boolean {
  const chances = steps.map(({ intervention }) => intervention.stated ?? Number.NaN);
  return directions(chances).every((climb, at) => climb === climbs[at]);
}

/** "above a prize of 66 points, then 84, then at no prize". */
function prizesText(stated: readonly PrizeThreshold[]): string {
  const texts = stated.map((threshold, at) => {
    if (threshold.kind === "any-prize-pays") return "at any prize";
    if (threshold.kind === "no-prize-pays") return "at no prize";
    const first = stated.findIndex(({ kind }) => kind === "prize") === at;
    return first ? `above a prize of ${points(threshold.value)} points` : points(threshold.value);
  });
  return texts.join(", then ");
}
