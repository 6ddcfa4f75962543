import type { Guarantee } from "#model";
import { bindingTie, type TripwireKind, tripwire } from "../deterrence/tripwire.ts";
import { measuredAgainst } from "./because.ts";
import type { TripwireReport } from "./durability-report.ts";
import type { GuaranteeField, GuaranteeFrame } from "./guarantee-frame.ts";
import { attackNeeds, resolveNeeds } from "./guarantee-questions.ts";
import { judgeVerdict } from "./judge-verdict.ts";
import type { VerdictQuestion } from "./possible-verdicts.ts";
import { numberOf } from "./quantity-of.ts";
import type { Study } from "./study.ts";
import { verdictTally } from "./tally.ts";

const tripwireKinds = [
  "safe-without-guarantee",
  "peace-without-signal",
  "binding",
  "pooling",
  "separating",
  "bluff",
  "cheap-talk",
  "nobody-deploys",
  "nothing-deters",
] as const satisfies readonly TripwireKind[];

/** Model 2, where the guarantee gives what only it needs. */
export function tripwireStudy(guarantee: Guarantee, frame: GuaranteeFrame): Study<TripwireReport> | undefined {
  const { deploymentCost, lowStake, highStakeShare } = guarantee.parameters;
  if (!deploymentCost && !lowStake && !highStakeShare) return undefined;
  const tieNeeds = ["fightingCost", "lowStake", ...resolveNeeds];
  const verdict: VerdictQuestion<GuaranteeField, TripwireKind> = {
    frame,
    needs: [...new Set([...attackNeeds, ...tieNeeds, "tie", "deploymentCost", "highStakeShare"])],
    at: (point) => tripwire(point).kind,
    inSteps: ["successAlone"],
    verdicts: tripwireKinds,
    form: "scattered",
  };
  const shortfall = { frame, needs: ["tie", ...tieNeeds], at: () => frame.point.tie - bindingTie(frame.point) };
  const reach: VerdictQuestion<GuaranteeField, "reaches" | "falls-short"> = {
    ...shortfall,
    at: (point) => (point.tie >= bindingTie(point) ? "reaches" : "falls-short"),
    verdicts: ["reaches", "falls-short"],
    form: "corners",
  };
  const [kinds, reached] = [verdictTally(verdict), verdictTally(reach)];
  return {
    frames: [frame],
    observe: () => {
      kinds.observe();
      reached.observe();
    },
    report: (n, seed) => {
      const tie = numberOf({ frame, needs: ["tie"], at: (point) => point.tie });
      const tieNeeded = numberOf({ frame, needs: tieNeeds, at: bindingTie });
      return {
        verdict: judgeVerdict(verdict, kinds.result(n, seed)),
        tie,
        tieNeeded,
        reach: judgeVerdict(reach, reached.result(n, seed)),
        because: {
          mover: guarantee.challenger,
          move: "attack",
          against: [guarantee.protege],
          sanction: { kind: "intervention", by: guarantee.guarantors },
          ...measuredAgainst(
            [{ symbol: "b", name: "further cost of staying out once troops are deployed" }, tie],
            [{ symbol: "b*", name: "the tie at which guarantors of a low stake would fight" }, tieNeeded],
            numberOf(shortfall),
          ),
        },
      };
    },
  };
}
