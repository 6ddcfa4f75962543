import { durabilityOf, type InspectionVerdict } from "#durability";
import type { LimitParameter, Question } from "#model";
import { run } from "#prelude";
import { type Finding, found, undecided, type World } from "../finding.ts";
import { judgedParameters } from "../judged-after-signature.ts";
import { readVariant } from "../lookup.ts";
import { placeholderText } from "../placeholder-text.ts";
import { partyName, variantText } from "../wording.ts";

/** What decides whether inspection can deter: its gain, its penalty, what is seen and what is seen wrongly. */
const decidedBy: readonly LimitParameter[] = [
  "breachGain",
  "breachPenalty",
  "detection",
  "falseAlarm",
  "falseAlarmCost",
];

/**
 * Decided by the parameters of the limit. Inspection deters a breach if some rate of inspection does, or if there is no
 * temptation. What placeholders leave open decides a question for `open`.
 */
export function decideLimitVerdict(
  question: Extract<Question, { kind: "limit-verdict" }>,
  { scenario }: World,
): Finding {
  const { durability } = scenario;
  const limit = durability?.limits.find(({ id }) => id === question.limit);
  if (!durability || !limit) return undecided(`The scenario judges no limit "${question.limit}".`);
  const alone = { ...durability, guarantees: [], limits: [limit], shifts: [] };
  const { choices } = readVariant(scenario, question.of);
  const durable = run(durabilityOf({ ...scenario, durability: alone }, choices, { draws: 0 }));
  const report = durable.status === "judged" ? durable.limits[0] : undefined;
  const under = `"${limit.name}" under ${variantText(scenario, question.of)}`;
  if (!report || report.stands === "no") return undecided(`There is no limit ${under}.`);
  if (report.stands === "unknown")
    return undecided(`Whether there is a limit ${under} is not known: ${report.reason}.`);
  const { verdict } = report.inspection;
  if (verdict.status === "unknown") return undecided(`What holds ${under} is not known: ${verdict.reason}.`);
  const judgements = () => {
    const deciding = report.parameters.filter(({ id }) => decidedBy.includes(id));
    return judgedParameters(scenario, limit, deciding);
  };
  const breach = `a breach by ${partyName(scenario, limit.holder)}`;
  const possible = [...new Set(verdict.possible.map(answerOf))];
  const only = verdict.complete && possible.length === 1 ? possible[0] : undefined;
  const one = verdict.status === "decided" ? answerOf(verdict.verdict) : only;
  if (one) {
    const can = one === "deterred" ? "Inspection can deter" : "No inspection deters";
    return found(one === question.answer, () => `${can} ${breach} of ${under}.`, judgements);
  }
  const restsOn = verdict.status === "open" ? verdict.restsOn : [];
  const why = `Whether inspection can deter ${breach} of ${under} is left open by ${placeholderText(restsOn)}.`;
  if (question.answer === "open") return found(true, () => why, judgements);
  return undecided(why);
}

function answerOf(verdict: InspectionVerdict): "deterred" | "not-deterred" {
  return verdict === "cannot-deter" ? "not-deterred" : "deterred";
}
