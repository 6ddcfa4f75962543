export { type AftermathOptions, aftermathOf } from "./aftermath/aftermath-of.ts";
export type {
  ActsAgainstItself,
  AftermathFindings,
  AftermathLever,
  AftermathReport,
  AftermathUnknown,
  HollowSanction,
  PartyAfterSignature,
} from "./aftermath/aftermath-report.ts";
export { conflictOf, type GeneratedConflict } from "./aftermath/conflict-of.ts";
export { hollowSanctions } from "./aftermath/hollow-sanctions.ts";
export { type Breakout, type BreakoutParameters, breakout } from "./compliance/breakout.ts";
export { type Inspection, type InspectionParameters, inspection } from "./compliance/inspection.ts";
export { inspectionGame } from "./compliance/inspection-game.ts";
export {
  complianceWorth,
  type LeastDetection,
  largestSustained,
  leastDetection,
  periodsToFalseSuspension,
  type RepeatedCompliance,
  type RepeatedParameters,
  repeatedCompliance,
  type ShortestSuspension,
  shortestSuspension,
} from "./compliance/repeated-compliance.ts";
export {
  type LeastCredibility,
  largestShift,
  leastCredibility,
  type OffersOf,
  type ShiftingPower,
  type ShiftingPowerParameters,
  shiftingPower,
} from "./compliance/shifting-power.ts";
export { type MonitoringLevel, type TransparencyWindow, transparencyWindow } from "./compliance/transparency-window.ts";
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
export { type BackstopGameParameters, backstopGame } from "./deterrence/backstop-game.ts";
export { credibility, type JudgedCost } from "./deterrence/credibility.ts";
export {
  type Entrapment,
  type EntrapmentParameters,
  entrapment,
  largestRestrainedCredibility,
  restrainsItself,
} from "./deterrence/entrapment.ts";
export {
  type PrivateCostBargaining,
  type PrivateCostParameters,
  privateCostBargaining,
} from "./deterrence/private-cost-bargaining.ts";
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
  type RudimentaryDeterrence,
  type RudimentaryDeterrenceParameters,
  rudimentaryDeterrence,
} from "./deterrence/rudimentary-deterrence.ts";
export {
  type RudimentaryDeterrenceGameParameters,
  rudimentaryDeterrenceGame,
} from "./deterrence/rudimentary-deterrence-game.ts";
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
export { tripwireGame } from "./deterrence/tripwire-game.ts";
export {
  type TwoSidedDeterrence,
  type TwoSidedDeterrenceParameters,
  type TwoSidedRegion,
  type TwoSidedThresholds,
  twoSidedDeterrence,
} from "./deterrence/two-sided-deterrence.ts";
export { twoSidedDeterrenceGame } from "./deterrence/two-sided-deterrence-game.ts";
export { type ResponderType, type Ultimatum, type UltimatumParameters, ultimatum } from "./deterrence/ultimatum.ts";
export { ultimatumGame } from "./deterrence/ultimatum-game.ts";
export type {
  GameEquilibrium,
  GameOptions,
  GameSolution,
  GameStatus,
  NodeBelief,
  SetStrategy,
} from "./games/game-solution.ts";
export { solveGame } from "./games/solve-game.ts";
export type {
  GameModel,
  ModelAnswer,
  ModelParameter,
  ModelReading,
  ModelSetting,
} from "./models/game-model.ts";
export { gameModels } from "./models/game-models.ts";
export { type ExpectedChoice, type SolverAgreement, solverAgreement } from "./models/solver-agreement.ts";
export { compareNear } from "./settlement/compare-near.ts";
export { drawDurability, drawRule } from "./settlement/draw-durability.ts";
export { type DurabilityOptions, durabilityOf } from "./settlement/durability-of.ts";
export type * from "./settlement/durability-report.ts";
export { prizeKey } from "./settlement/guarantee-questions.ts";
export { type GuaranteeThresholds, guaranteeThresholds } from "./settlement/guarantee-thresholds.ts";
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
export {
  type Defection,
  type DefectionOptions,
  type FirstDefection,
  firstDefection,
  firstDefectionSearch,
} from "./stability/first-defection.ts";
export type { Reversal } from "./stability/first-defection-order.ts";
export {
  type PartyChange,
  sanctionThreshold,
  type Threshold,
  type ThresholdLimits,
  type Way,
} from "./stability/first-defection-threshold.ts";
export { type GraphModel, graphModel, movesFrom } from "./stability/graph-model.ts";
export { type GraphTooLarge, graphLimits, graphOfConflict, graphWithinLimits } from "./stability/graph-of-conflict.ts";
export { type InverseAnswer, type InverseNeed, inverse } from "./stability/inverse-question.ts";
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
export { type StabilityReportOptions, stabilityReport } from "./stability/stability-report-of-conflict.ts";
export {
  type Equilibria,
  isStable,
  type Stability,
  type StabilityOptions,
  stabilityCell,
  stableStates,
  stableStatesSearch,
} from "./stability/stable-states.ts";
export { type StatusQuoPath, statusQuoPaths } from "./stability/status-quo-path.ts";
export type { Move } from "./stability/walk.ts";
