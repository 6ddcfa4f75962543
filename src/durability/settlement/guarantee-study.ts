import type { Choices, Guarantee } from "#model";
import { measuredAgainst } from "./because.ts";
import type { GuaranteeReport } from "./durability-report.ts";
import { entrapmentStudy } from "./entrapment-study.ts";
import type { CasePlaces } from "./frame.ts";
import { guaranteeFrame } from "./guarantee-frame.ts";
import { backstopQuestions, prizeKey, thresholdKey } from "./guarantee-questions.ts";
import { judgeVerdict } from "./judge-verdict.ts";
import { posturesStudy } from "./postures-study.ts";
import { numberOf, quantityOf } from "./quantity-of.ts";
import { reactionStudy } from "./reaction-study.ts";
import type { Study } from "./study.ts";
import { verdictTally } from "./tally.ts";
import { tripwireStudy } from "./tripwire-study.ts";

/** Would an attack pay, would the guarantors fight: one guarantee in these choices. */
export function guaranteeStudy(guarantee: Guarantee, choices: Choices, places: CasePlaces): Study<GuaranteeReport> {
  const frame = guaranteeFrame(guarantee, choices, places);
  const asked = backstopQuestions(frame);
  const verdicts = verdictTally(asked.verdict);
  const postures = posturesStudy(guarantee, choices, places);
  const tripwire = tripwireStudy(guarantee, frame);
  const reaction = reactionStudy(guarantee, frame);
  const entrapment = entrapmentStudy(guarantee, frame);
  const parts = [postures, tripwire, reaction, entrapment].filter((part) => part !== undefined);
  return {
    frames: [frame, ...(postures?.frames ?? [])],
    observe: () => {
      verdicts.observe();
      for (const part of parts) part.observe();
    },
    report: (n, seed) => {
      const { id, name, challenger, protege, guarantors, note } = guarantee;
      const intervention = numberOf(asked.intervention);
      const nowhere = "somewhere in the ranges an intervention costs the challenger nothing";
      return {
        ...{ id, name, challenger, protege, guarantors, ...(note === undefined ? {} : { note }) },
        parameters: frame.parameters,
        costOnly: frame.costOnly,
        intervention: { ...intervention, from: frame.intervention },
        ...(frame.intervention === "derived" ? { resolve: numberOf(asked.resolve) } : {}),
        prizeThreshold: quantityOf(asked.prizeThreshold, prizeKey),
        credibilityDemanded: quantityOf(asked.threshold, thresholdKey),
        verdict: judgeVerdict(asked.verdict, verdicts.result(n, seed)),
        because: {
          mover: challenger,
          move: "attack",
          against: [protege],
          sanction: { kind: "intervention", by: guarantors },
          ...measuredAgainst(
            [{ symbol: "q", name: "chance that the guarantors fight" }, intervention],
            [{ symbol: "q*", name: "the chance that deters" }, numberOf(asked.demanded, nowhere)],
            numberOf(asked.margin, nowhere),
          ),
        },
        ...(postures ? { postures: postures.report(n, seed) } : {}),
        ...(tripwire ? { tripwire: tripwire.report(n, seed) } : {}),
        ...(reaction ? { reaction: reaction.report(n, seed) } : {}),
        ...(entrapment ? { entrapment: entrapment.report(n, seed) } : {}),
      };
    },
  };
}
