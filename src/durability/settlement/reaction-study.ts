import type { Guarantee } from "#model";
import { attackThreshold, type BackstopVerdict, deters } from "../deterrence/backstop.ts";
import {
  type CriticalDelay,
  compareDeployments,
  criticalDelay,
  type DeploymentComparison,
  type ReactionParameters,
  type ReactiveGuarantee,
  reactiveGuarantee,
} from "../deterrence/reaction.ts";
import { measuredAgainst } from "./because.ts";
import { criticalDelayAlong } from "./critical-delay-along.ts";
import { delayTally } from "./delay-tally.ts";
import type { ReactionReport } from "./durability-report.ts";
import { whyUnknown } from "./frame.ts";
import type { GuaranteeField, GuaranteeFrame, GuaranteePoint } from "./guarantee-frame.ts";
import { attackNeeds, backstopVerdicts, credibilityAt, resolveNeeds, thresholdKey } from "./guarantee-questions.ts";
import { judgeVerdict } from "./judge-verdict.ts";
import type { VerdictQuestion } from "./possible-verdicts.ts";
import { numberOf, quantityOf } from "./quantity-of.ts";
import type { Question } from "./question.ts";
import type { Study } from "./study.ts";
import { verdictTally } from "./tally.ts";

/** Model 3, where the guarantee gives a speed or a delay. */
export function reactionStudy(guarantee: Guarantee, frame: GuaranteeFrame): Study<ReactionReport> | undefined {
  const { seizureSpeed, reactionDays, provocation, tie } = guarantee.parameters;
  if (!seizureSpeed && !reactionDays) return undefined;
  const { point: moving } = frame;
  const credibilityOf = (resolve: number): number => credibilityAt(moving, resolve);
  const late = (point: GuaranteePoint): ReactiveGuarantee =>
    reactiveGuarantee(readOf(point), credibilityOf, point.reactionDays);
  const delayNeeds = [...new Set([...attackNeeds, ...resolveNeeds, "fightingCost", "seizureSpeed"])];
  const willing = [...resolveNeeds, "seizureSpeed", "reactionDays"];
  const asked = { frame, needs: [...delayNeeds, "reactionDays"], inSteps: ["successAlone"] };
  const critical: Question<GuaranteeField, CriticalDelay> = {
    ...asked,
    needs: delayNeeds,
    at: (point) => criticalDelay(readOf(point), credibilityOf),
  };
  const verdict: VerdictQuestion<GuaranteeField, BackstopVerdict> = {
    ...asked,
    at: (point) => late(point).backstop.verdict,
    verdicts: backstopVerdicts,
    form: "ordered",
  };
  const inTime: VerdictQuestion<GuaranteeField, "in-time" | "too-late"> = {
    ...asked,
    at: (point) => (deters(late(point).backstop) ? "in-time" : "too-late"),
    verdicts: ["in-time", "too-late"],
    form: "corners",
  };
  const comparison: VerdictQuestion<GuaranteeField, DeploymentComparison["kind"]> = {
    ...asked,
    needs: [...asked.needs, "provocation", "tie"],
    at: (point) => compareDeployments(point, credibilityOf, point.reactionDays).kind,
    verdicts: ["both-deter", "only-standing-deters", "only-reactive-deters", "neither-deters"],
    form: "scattered",
  };
  const compared = provocation !== undefined || tie !== undefined;
  const tallies = {
    verdict: verdictTally(verdict),
    inTime: verdictTally(inTime),
    comparison: verdictTally(comparison),
  };
  const delays = delayTally();
  const knowsDelay = whyUnknown(frame, delayNeeds) === undefined;
  return {
    frames: [frame],
    observe: () => {
      tallies.verdict.observe();
      tallies.inTime.observe();
      if (compared) tallies.comparison.observe();
      if (knowsDelay) delays.observe(critical.at(moving));
    },
    report: (n, seed) => {
      const delay = numberOf({ frame, needs: ["reactionDays"], at: (point) => point.reactionDays });
      const criticalQuantity = quantityOf(critical, delayKey);
      const along = criticalDelayAlong(critical);
      const slack = (point: GuaranteePoint): number | undefined => {
        const found = critical.at(point);
        return found.kind === "days" ? found.value - point.reactionDays : undefined;
      };
      const days = (point: GuaranteePoint): number | undefined => {
        const found = critical.at(point);
        return found.kind === "days" ? found.value : undefined;
      };
      const nowhere = "somewhere in the ranges it deters at any delay, or at none";
      return {
        delay,
        resolve: numberOf({ ...asked, needs: willing, at: (point) => late(point).resolve }),
        intervention: numberOf({
          ...asked,
          needs: [...willing, "fightingCost"],
          at: (point) => late(point).intervention,
        }),
        credibilityDemanded: quantityOf(
          {
            ...asked,
            needs: [...attackNeeds, "seizureSpeed", "reactionDays"],
            at: (point) => attackThreshold({ ...readOf(point), successOpposed: late(point).successOpposed }),
          },
          thresholdKey,
        ),
        verdict: judgeVerdict(verdict, tallies.verdict.result(n, seed)),
        criticalDelay: criticalQuantity,
        ...(along.length > 0 ? { criticalDelayAlong: along } : {}),
        inTime: judgeVerdict(inTime, tallies.inTime.result(n, seed)),
        ...(knowsDelay && n > 0 ? { criticalDelayInDraws: delays.result(n, seed) } : {}),
        ...(compared ? { comparison: judgeVerdict(comparison, tallies.comparison.result(n, seed)) } : {}),
        because: {
          mover: guarantee.challenger,
          move: "attack",
          against: [guarantee.protege],
          sanction: { kind: "intervention", by: guarantee.guarantors },
          ...measuredAgainst(
            [{ symbol: "tau", name: "days until a reactive deployment is in place" }, delay],
            [{ symbol: "tau*", name: "the delay up to which it deters" }, numberOf({ ...critical, at: days }, nowhere)],
            numberOf({ ...asked, at: slack }, nowhere),
          ),
        },
      };
    },
  };
}

/** Only what the model reads: the search for the delay copies it at every step. */
function readOf(point: GuaranteePoint): ReactionParameters {
  const { prize, successAlone, successOpposed, warCost, widerWarCost, penalty, peace } = point;
  const { stake, reneging, seizureSpeed } = point;
  const costs = { warCost, widerWarCost, penalty, peace };
  return { prize, successAlone, successOpposed, ...costs, stake, reneging, seizureSpeed };
}

function delayKey(delay: CriticalDelay): number {
  if (delay.kind === "days") return delay.value;
  return delay.kind === "zero" ? -1 : Number.POSITIVE_INFINITY;
}
