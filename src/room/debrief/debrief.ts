import type { Choices, IssueId, OptionId, PartyId, RuleId, Settlement } from "#model";
import type { Rational } from "#prelude";
import type { OfferRef } from "../compose/composition.ts";
import type { Instant } from "../instant.ts";
import type { ValueRange } from "../mandate/value-range.ts";
import type { Offer, OfferStatus } from "../offer.ts";
import type { DelegationId } from "../seat.ts";

/** What happened, seen from the end, with the sheets that their owners chose to reveal. */
export type Debrief = {
  /** One for each party of the agenda and each other delegation that tabled something; parties first, in the agenda's order. */
  readonly series: readonly Series[];
  /** The last settlement that was adopted and not reopened; absent if there is none. */
  readonly adopted?: AdoptedSettlement;
  readonly leftOnTheTable?: LeftOnTheTable;
  /** Parties of the agenda whose sheet nobody revealed: nothing below is valued for them. */
  readonly missingSheets: readonly PartyId[];
  /** What a reader must know about the numbers. */
  readonly notes: readonly string[];
};

export type Series = {
  readonly delegation: DelegationId;
  readonly sheet: "revealed" | "missing" | "none needed";
  /** In order of tabling, over all channels given. */
  readonly offers: readonly TabledStep[];
  readonly pattern: ConcessionPattern;
};

export type TabledStep = OfferRef & {
  readonly number: number;
  readonly at: Instant;
  readonly kind: Offer["kind"];
  readonly choices: Choices;
  readonly ended: OfferStatus["kind"];
  /** What the package alone may be worth to each revealed party, its author among them. */
  readonly values: Readonly<Record<PartyId, ValueRange>>;
  /** Supposals and proposals move no position. */
  readonly step?: PositionStep;
};

/**
 * The author's position is what it last offered on each issue, with every issue it never named at its own best. So a step is
 * what it gave up or took back, and an issue named for the first time counts against that best.
 */
export type PositionStep = {
  /** Of the position after it, in points of each revealed party's own sheet. */
  readonly position: Readonly<Record<PartyId, Rational>>;
  /** By this step. */
  readonly change: Readonly<Record<PartyId, Rational>>;
  readonly reading: StepReading;
};

/** Of the revealed sheets; of a party that revealed none nothing is known. */
export type StepReading =
  /** Its own value fell, some other's rose and no other's fell. */
  | "concession"
  /** Its own value rose, some other's fell and no other's rose. */
  | "retraction"
  /** Somebody's rose and nobody's fell. */
  | "improvement for all"
  /** Somebody's fell and nobody's rose. */
  | "loss for all"
  /** Its own value stayed, and others' rose and fell. */
  | "shift between others"
  /** None of these: its own value changed, and not all others' the same way. */
  | "mixed"
  | "no change"
  /** No other sheet is revealed. */
  | "fell, others unknown"
  | "rose, others unknown";

export type ConcessionPattern = {
  readonly steps: number;
  readonly readings: Readonly<Partial<Record<StepReading, number>>>;
  /** Own value of the first and the last position; absent without the sheet or without an offer. */
  readonly first?: Rational;
  readonly last?: Rational;
  /** Changes of own value, one for each step after the first. */
  readonly own: readonly Rational[];
  /** The place in `own` of the largest fall; absent if it never fell. */
  readonly largestConcession?: number;
};

export type AdoptedSettlement = {
  readonly motion: string;
  readonly stage: "adopted" | "initialled" | "signed" | "ratified";
  readonly settlement: Settlement;
  readonly values: Readonly<Record<PartyId, SettlementValue>>;
  readonly rulesBroken: readonly RuleId[];
};

export type SettlementValue = {
  readonly utility: Rational;
  readonly surplus: Rational;
  readonly hardLinesBroken: readonly string[];
};

/**
 * Settlements better for one revealed party and worse for none than the adopted one. `how` says how they were found: the whole
 * search is the engine's, which fills the same type.
 */
export type LeftOnTheTable = {
  readonly how:
    | { readonly kind: "local"; readonly issuesChanged: number }
    | { readonly kind: "whole"; readonly status: "exact" | "bounded" };
  /** True if the search stopped before it had looked at every one it is for. */
  readonly stopped: boolean;
  /** None of them is better for one and worse for none than another; most in sum of gains first, as far as listed. */
  readonly improvements: readonly Improvement[];
  readonly moreFound: number;
  /** Parties whose consent is needed but whose sheet is missing: an improvement may be worse for them. */
  readonly unknownTo: readonly PartyId[];
  readonly note: string;
};

export type Improvement = {
  readonly settlement: Settlement;
  readonly changes: readonly { readonly issue: IssueId; readonly from: OptionId; readonly to: OptionId }[];
  readonly gain: Readonly<Record<PartyId, Rational>>;
};
