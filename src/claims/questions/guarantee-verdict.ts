import { type BackstopVerdict, durabilityOf } from "#durability";
import type { Question } from "#model";
import { run } from "#prelude";
import { type Finding, found, undecided, type World } from "../finding.ts";
import { judgedParameters } from "../judged-after-signature.ts";
import { guaranteeOf, readVariant } from "../lookup.ts";
import { placeholderText } from "../placeholder-text.ts";
import { thresholdsOf } from "../thresholds-of.ts";
import { variantText } from "../wording.ts";

const words: Readonly<Record<BackstopVerdict, string>> = {
  "safe-without-guarantee": "an attack does not pay even if nobody helps",
  deterred: "help is likely enough to deter an attack",
  "hollow-guarantee": "help is too unlikely to deter an attack",
  "nothing-deters": "an attack pays even if help is certain",
};

/**
 * Decided by all that the verdict depends on. A verdict that placeholders leave open decides a question for `open`, and
 * one for a verdict that occurs nowhere in their ranges.
 */
export function decideGuaranteeVerdict(
  question: Extract<Question, { kind: "guarantee-verdict" }>,
  { scenario }: World,
): Finding {
  const { durability } = scenario;
  const guarantee = guaranteeOf(scenario, question.guarantee);
  if (!durability || !guarantee) return undecided(`The scenario judges no guarantee "${question.guarantee}".`);
  const { choices } = readVariant(scenario, question.of);
  // of this guarantee alone, and not of the ways to arrange it: the verdict is the same and comes sooner
  const alone = { ...durability, guarantees: [{ ...guarantee, postures: [] }], limits: [], shifts: [] };
  const report = run(durabilityOf({ ...scenario, durability: alone }, choices, { draws: 0 }));
  const verdict = report.status === "judged" ? report.guarantees[0]?.verdict : undefined;
  const under = `"${guarantee.name}" under ${variantText(scenario, question.of)}`;
  if (!verdict || verdict.status === "unknown")
    return undecided(`What becomes of ${under} is not known${verdict ? `: ${verdict.reason}` : ""}.`);
  const judgements = () => {
    const { prizeParameters } = thresholdsOf(scenario, guarantee, question.of);
    const all = report.status === "judged" ? (report.guarantees[0]?.parameters ?? []) : [];
    const deciding = all.filter(({ id }) => id === "prize" || prizeParameters.some((one) => one.id === id));
    return judgedParameters(scenario, guarantee, deciding);
  };
  if (verdict.status === "decided") {
    return found(verdict.verdict === question.answer, () => `${under}: ${words[verdict.verdict]}.`, judgements);
  }
  const possible = verdict.possible.map((one) => words[one]).join("; or ");
  const why = `${under} is left open by ${placeholderText(verdict.restsOn)}. It may be that ${possible}.`;
  if (question.answer === "open") return found(true, () => why, judgements);
  const impossible = verdict.complete && !verdict.possible.includes(question.answer);
  return impossible ? found(false, () => why, judgements) : undecided(why);
}
