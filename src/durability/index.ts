export type {
  AftermathFindings,
  AftermathLever,
  AftermathReport,
  AftermathUnknown,
  HollowSanction,
  PartyAfterSignature,
} from "./aftermath/aftermath-report.ts";
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
export { drawDurability, drawRule } from "./settlement/draw-durability.ts";
export { type DurabilityOptions, durabilityOf } from "./settlement/durability-of.ts";
export type * from "./settlement/durability-report.ts";
export {
  flipTolerance,
  type JudgedVerdict,
  type ParameterReference,
  type Quantity,
  type ShareOfDraws,
  type Turn,
  type VerdictShare,
} from "./settlement/judged-verdict.ts";
export { type Resolution, resolveParameter } from "./settlement/resolve-parameter.ts";
export {
  type CoalitionalEquilibria,
  type CoalitionBreak,
  coalitionalEquilibria,
  coalitionalEquilibriaSearch,
} from "./stability/coalitional-equilibria.ts";
export { type CoalitionalCell, coalitionalStability, groupPath } from "./stability/coalitional-stability.ts";
export { type Adjacency, type GraphModel, graphModel, type MoveRelation, movesFrom } from "./stability/graph-model.ts";
export { type GraphTooLarge, graphLimits, graphOfConflict, graphWithinLimits } from "./stability/graph-of-conflict.ts";
export { type MergedGraph, type MergedPlayer, mergedPlayers } from "./stability/merged-players.ts";
export { rankStates } from "./stability/rank-states.ts";
export { type Sanctions, sanctionsOf } from "./stability/sanctions-of.ts";
export { type StabilityConcept, stabilityConcepts } from "./stability/stability-concept.ts";
export type {
  CoalitionMove,
  EquilibriumList,
  FirstDefectionReport,
  LeverMove,
  MoveVerdict,
  OrderChange,
  PartyStability,
  Sanction,
  StabilityNeed,
  StabilityNeeds,
  StabilityReport,
  StateRow,
  StatusQuoRoute,
  UnknownPart,
} from "./stability/stability-report.ts";
export {
  type Equilibria,
  isStable,
  type Stability,
  type StabilityOptions,
  stabilityCell,
  stableStates,
  stableStatesSearch,
} from "./stability/stable-states.ts";
export type { Move } from "./stability/walk.ts";
