export type { Agenda, Fact, Format } from "./agenda.ts";
export type { Candidate, CandidateList } from "./candidate.ts";
export type { Claim, ClaimId, Question, TierMeasure, Variant } from "./claim.ts";
export type { Conflict, ConflictLever, Preferences, StateCode, StateCondition } from "./conflict.ts";
export { type ConstraintSubject, floorSubject, lineSubject } from "./constraint-subject.ts";
export type {
  Aftermath,
  Durability,
  Guarantee,
  Lever,
  LeverClause,
  LeverCondition,
  LeverKind,
  MonitoredLimit,
  Obligation,
  Parameter,
  ParameterCase,
  Posture,
  PowerShift,
  PreferenceStatement,
} from "./durability.ts";
export {
  type GuaranteeParameter,
  guaranteeParameters,
  type LimitParameter,
  limitParameters,
  type ParameterKind,
  type ShiftParameter,
  shiftParameters,
} from "./durability-parameter.ts";
export { type Evaluation, evaluate, localValue, weightTotal } from "./evaluate.ts";
export type {
  ChanceNode,
  DecisionNode,
  Game,
  GameNode,
  Outcome,
  StrategicGame,
  TerminalNode,
} from "./game.ts";
export { isLater } from "./is-later.ts";
export type { Clause, Cluster, ClusterId, Condition, Issue, IssueId, Option, OptionId, Quantity } from "./issue.ts";
export type { Choices, Package, PackageId } from "./package.ts";
export type { Member, Party, PartyId, PartyRole, Stakeholder } from "./party.ts";
export type {
  Floor,
  IssuePreference,
  Judgement,
  Linkage,
  PreferenceSheet,
  RedLine,
  Reservation,
} from "./preference-sheet.ts";
export { isInForce, isUndated } from "./red-line.ts";
export type { Rule, RuleId } from "./rule.ts";
export type { Scenario } from "./scenario.ts";
export type { MapFeature, MapGeometry, Position, ScenarioMap, Tier } from "./scenario-map.ts";
export { breaks, certainlyBreaks, holds, isSettlement, type Settlement } from "./settlement.ts";
export type { Confidence, Evidence, Source, SourceId, SourceKind, SourceStatus } from "./source.ts";
export type { Term } from "./term.ts";
export type { Channel, Session, TimelineEvent } from "./timeline.ts";
export { withinJudgedRange } from "./within-judged-range.ts";
