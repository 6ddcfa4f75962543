import type { Guarantee } from "#model";
import { attackGain, attackThreshold } from "../deterrence/backstop.ts";
import { entrapment, largestRestrainedCredibility } from "../deterrence/entrapment.ts";
import { measuredAgainst } from "./because.ts";
import type { EntrapmentReport, EntrapmentVerdict } from "./durability-report.ts";
import type { GuaranteeField, GuaranteeFrame } from "./guarantee-frame.ts";
import { attackNeeds, backstopQuestions, thresholdKey } from "./guarantee-questions.ts";
import { judgeVerdict } from "./judge-verdict.ts";
import type { VerdictQuestion } from "./possible-verdicts.ts";
import { numberOf, quantityOf } from "./quantity-of.ts";
import type { Study } from "./study.ts";
import { verdictTally } from "./tally.ts";

/** Entrapment, where the guarantee says what a provocation is worth to the protege. */
export function entrapmentStudy(guarantee: Guarantee, frame: GuaranteeFrame): Study<EntrapmentReport> | undefined {
  const { protegeGain, protegeLoss } = guarantee.parameters;
  if (!protegeGain && !protegeLoss) return undefined;
  const own = ["protegeGain", "protegeLoss"];
  const { demanded, threshold } = backstopQuestions(frame);
  const needs = [...attackNeeds, ...own];
  const verdict: VerdictQuestion<GuaranteeField, EntrapmentVerdict> = {
    frame,
    needs,
    at: (point) => entrapment(point, attackThreshold(point), attackGain(point, 0) > 0).kind,
    inSteps: ["successAlone"],
    verdicts: ["pure-guarantee-can-work", "needs-conditional-clause", "no-credibility-deters"],
    form: "ordered",
  };
  const tally = verdictTally(verdict);
  return {
    frames: [frame],
    observe: tally.observe,
    report: (n, seed) => {
      const restraint = numberOf({ frame, needs: own, at: largestRestrainedCredibility });
      const nowhere = "somewhere in the ranges an intervention costs the challenger nothing";
      return {
        restraint,
        credibilityDemanded: quantityOf(threshold, thresholdKey),
        verdict: judgeVerdict(verdict, tally.result(n, seed)),
        because: {
          mover: guarantee.protege,
          move: "provoke",
          against: [guarantee.challenger],
          sanction: { kind: "war", by: [guarantee.challenger] },
          ...measuredAgainst(
            [{ symbol: "q*", name: "the credibility that deters" }, numberOf(demanded, nowhere)],
            [{ symbol: "lP / (gP + lP)", name: "the credibility up to which the protege restrains itself" }, restraint],
            numberOf(
              {
                ...demanded,
                needs,
                at: (point) => {
                  const needed = demanded.at(point);
                  return needed === undefined ? undefined : largestRestrainedCredibility(point) - needed;
                },
              },
              nowhere,
            ),
          ),
        },
      };
    },
  };
}
