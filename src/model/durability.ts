import type { GuaranteeParameter, LimitParameter, ShiftParameter } from "./durability-parameter.ts";
import type { Condition } from "./issue.ts";
import type { Choices } from "./package.ts";
import type { PartyId } from "./party.ts";
import type { Judgement } from "./preference-sheet.ts";
import type { Evidence } from "./source.ts";

/** What is judged about the time after signature: durability.yaml. Every part is optional; what is absent is `unknown`. */
export type Durability = {
  readonly guarantees: readonly Guarantee[];
  readonly limits: readonly MonitoredLimit[];
  readonly shifts: readonly PowerShift[];
  readonly aftermath?: Aftermath;
  /** Holds for every judgement of the file that has none of its own. */
  readonly evidence: Evidence;
};

/**
 * A quantity of a model, and how the settlement moves it: the first case whose condition the settlement meets. When none
 * does, or one may and may not because an issue is open, the quantity is unknown.
 */
export type Parameter = { readonly cases: readonly ParameterCase[] };

export type ParameterCase = {
  /** Empty: always. */
  readonly when: Condition;
  readonly value: Judgement;
  /** Nobody judged it: the range is wide, its middle means nothing, and no verdict may rest on it. */
  readonly placeholder: boolean;
  readonly evidence: Evidence;
};

/** Somebody might attack, somebody is protected, others have said that they would help. */
export type Guarantee = {
  readonly id: string;
  readonly name: string;
  readonly challenger: PartyId;
  readonly protege: PartyId;
  readonly guarantors: readonly PartyId[];
  readonly parameters: Readonly<Partial<Record<GuaranteeParameter, Parameter>>>;
  /** Ways to arrange the guarantee that are laid beside each other, each a change of the settlement in hand. */
  readonly postures: readonly Posture[];
  readonly note?: string;
};

export type Posture = { readonly id: string; readonly name: string; readonly set: Choices };

/** A limit that one party keeps and another checks. */
export type MonitoredLimit = {
  readonly id: string;
  readonly name: string;
  /** Who might breach it. */
  readonly holder: PartyId;
  /** Who is harmed by a breach, and looks for one. */
  readonly inspector: PartyId;
  /** In which settlements there is such a limit; empty: in all. */
  readonly when: Condition;
  readonly parameters: Readonly<Partial<Record<LimitParameter, Parameter>>>;
  readonly note?: string;
};

/** One party grows stronger: will the other rather fight now? */
export type PowerShift = {
  readonly id: string;
  readonly name: string;
  readonly declining: PartyId;
  readonly rising: PartyId;
  readonly when: Condition;
  readonly parameters: Readonly<Partial<Record<ShiftParameter, Parameter>>>;
  readonly note?: string;
};

/** What the parties may do once the settlement is signed, and what each would rather see: a graph model. */
export type Aftermath = {
  readonly obligations: readonly Obligation[];
  /** Combinations that treaty logic rules out; a lever that the settlement does not give counts as not taken. */
  readonly impossible: readonly LeverCondition[];
  /** Most important first. A party without statements has an unknown order, and so has every verdict about it. */
  readonly statements: Readonly<Record<PartyId, readonly PreferenceStatement[]>>;
};

/** What a party has undertaken. Not keeping it is a lever of that party; each response is a lever of another. */
export type Obligation = {
  readonly id: string;
  readonly name: string;
  readonly party: PartyId;
  /** In which settlements it stands; empty: in all. */
  readonly when: Condition;
  readonly breach: Lever;
  readonly responses: readonly Lever[];
};

export type LeverKind = "violate" | "suspend" | "snap-back" | "intervene" | "withdraw";

export type Lever = {
  readonly id: string;
  readonly name: string;
  readonly party: PartyId;
  readonly kind: LeverKind;
  /** In which settlements it is there, beside the condition of its obligation. */
  readonly when: Condition;
  /** Once taken it cannot be taken back. */
  readonly irreversible: boolean;
};

/** Any of these conjunctions holds: lever id -> taken or not. */
export type LeverCondition = readonly LeverClause[];
export type LeverClause = Readonly<Record<string, boolean>>;

export type PreferenceStatement = {
  readonly that: LeverCondition;
  /** In which settlements the party minds this; empty: in all. */
  readonly when: Condition;
  readonly evidence: Evidence;
};
