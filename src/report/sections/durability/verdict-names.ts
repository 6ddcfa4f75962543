import type {
  BackstopVerdict,
  DeploymentComparison,
  EntrapmentVerdict,
  InspectionVerdict,
  ShiftVerdict,
  TransparencyVerdict,
  TripwireKind,
} from "#durability";
import type { Verdict } from "../../document/document.ts";

/** Everything that a model of the time after signature can find. */
export type DurabilityVerdict =
  | BackstopVerdict
  | TripwireKind
  | DeploymentComparison["kind"]
  | EntrapmentVerdict
  | InspectionVerdict
  | ShiftVerdict
  | TransparencyVerdict
  | "reaches"
  | "falls-short"
  | "in-time"
  | "too-late"
  | "sustained"
  | "not-sustained"
  | "window"
  | "empty";

/** How each is called, and whether it is good for the settlement. */
export const verdictNames: Readonly<Record<DurabilityVerdict, { readonly is: Verdict; readonly text: string }>> = {
  "safe-without-guarantee": { is: "yes", text: "safe without a guarantee" },
  deterred: { is: "yes", text: "deterred" },
  "hollow-guarantee": { is: "no", text: "hollow guarantee" },
  "nothing-deters": { is: "no", text: "no guarantee deters" },
  "peace-without-signal": { is: "yes", text: "peace without a signal" },
  binding: { is: "yes", text: "binding tripwire" },
  separating: { is: "partly", text: "separating signal" },
  bluff: { is: "partly", text: "bluff" },
  pooling: { is: "yes", text: "both deploy, and deter" },
  "cheap-talk": { is: "no", text: "cheap talk" },
  "nobody-deploys": { is: "no", text: "nobody deploys" },
  "both-deter": { is: "yes", text: "both deter" },
  "only-standing-deters": { is: "partly", text: "only a standing deployment deters" },
  "only-reactive-deters": { is: "partly", text: "only a reactive deployment deters" },
  "neither-deters": { is: "no", text: "neither deters" },
  "pure-guarantee-can-work": { is: "yes", text: "a guarantee without conditions can work" },
  "needs-conditional-clause": { is: "partly", text: "the guarantee needs a condition" },
  "no-credibility-deters": { is: "no", text: "no guarantee deters" },
  "no-temptation": { is: "yes", text: "no temptation" },
  "can-deter": { is: "yes", text: "inspection can deter" },
  "cannot-deter": { is: "no", text: "inspection cannot deter" },
  "peace-possible": { is: "yes", text: "no reason to strike first" },
  "war-unavoidable": { is: "no", text: "a reason to strike first" },
  works: { is: "yes", text: "works" },
  "sees-too-little": { is: "no", text: "sees too little" },
  "shows-too-much": { is: "no", text: "shows too much" },
  both: { is: "no", text: "sees too little and shows too much" },
  reaches: { is: "yes", text: "the tie binds" },
  "falls-short": { is: "no", text: "the tie does not bind" },
  "in-time": { is: "yes", text: "in time" },
  "too-late": { is: "no", text: "too late" },
  sustained: { is: "yes", text: "kept" },
  "not-sustained": { is: "no", text: "not kept" },
  window: { is: "yes", text: "some monitoring does both" },
  empty: { is: "no", text: "no monitoring does both" },
};
