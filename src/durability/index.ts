export { type Inspection, type InspectionParameters, inspection } from "./compliance/inspection.ts";
export { attackShare } from "./deterrence/attack-share.ts";
export {
  type AttackParameters,
  type AttackThreshold,
  attackGain,
  attackThreshold,
  type Backstop,
  type BackstopVerdict,
  backstop,
  deters,
  type GuarantorParameters,
  guarantorResolve,
  interventionCost,
  type PrizeThreshold,
  prizeThreshold,
} from "./deterrence/backstop.ts";
export { credibility, type JudgedCost } from "./deterrence/credibility.ts";
export {
  type CredibilityOf,
  type CriticalDelay,
  compareDeployments,
  criticalDelay,
  type DeploymentComparison,
  delayTolerance,
  type ReactionParameters,
  type ReactiveGuarantee,
  reactiveGuarantee,
  type StandingGuarantee,
  type StandingParameters,
  standingGuarantee,
} from "./deterrence/reaction.ts";
export {
  bindingTie,
  lossesIfAttacked,
  type SeparatingCosts,
  separatingCosts,
  type Tripwire,
  type TripwireKind,
  type TripwireParameters,
  tripwire,
} from "./deterrence/tripwire.ts";
export type {
  GameEquilibrium,
  GameOptions,
  GameSolution,
  GameStatus,
  NodeBelief,
  SetStrategy,
} from "./games/game-solution.ts";
export { solveGame } from "./games/solve-game.ts";
