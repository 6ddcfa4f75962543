import type {
  Choices,
  Confidence,
  Evidence,
  Floor,
  IssueId,
  Judgement,
  Linkage,
  OptionId,
  PartyId,
  RedLine,
  SourceId,
} from "#model";
import type { Day } from "#prelude";

/**
 * What one side has said so far about its own preferences: plain data, kept in the browser and in its owner's file.
 * Any part may still be missing. The statements stand in the order of the guided steps and may repeat and contradict
 * each other; `consistency` names those that do.
 *
 * Points: a settlement of every issue at its best is worth 100, of every issue at its worst 0 (linkages aside). The
 * weight of an issue is what its swing, from the worst option to the best, is worth; weights sum to 100.
 */
export type SheetDraft = {
  readonly schema: "entente.sheet-draft/1";
  /** Id of the agenda it was written for. */
  readonly agenda: string;
  readonly party: PartyId;
  /** Written by the party, or about it by somebody else. */
  readonly kind: "own" | "estimate";
  readonly author: string;
  readonly date?: Day;
  readonly statements: readonly Statement[];
  /**
   * Issues whose values need not run from 0 to 100: sheets that were written elsewhere may rate the best option 90.
   * Everywhere else the best option counts 100 and the worst 0, and other ratings contradict that.
   */
  readonly freeScales: readonly IssueId[];
  readonly redLines: readonly RedLine[];
  readonly linkages: readonly Linkage[];
  readonly floors: readonly Floor[];
  readonly aspiration?: Judgement;
  /** Holds for the whole sheet. */
  readonly evidence: Evidence;
};

export type StatementId = string;

export type Statement =
  | MattersMost
  | Swing
  | SwingOrder
  | OptionValue
  | OptionOrder
  | Choice
  | ReservationRange
  | NoDeal;

type Stated = {
  readonly id: StatementId;
  readonly note?: string;
  readonly why?: string;
  readonly confidence?: Confidence;
  readonly sources?: readonly SourceId[];
};

/** No other issue's swing matters more. */
export type MattersMost = Stated & { readonly kind: "matters-most"; readonly issue: IssueId };

/** The swing of `issue` counts low..high when the swing of `against` counts 100. Equal ends: that number. */
export type Swing = Stated & {
  readonly kind: "swing";
  readonly issue: IssueId;
  readonly against: IssueId;
  readonly low: number;
  readonly high: number;
};

/** Swings by importance, largest first, ties together. Issues may be left out. */
export type SwingOrder = Stated & { readonly kind: "swing-order"; readonly order: readonly (readonly IssueId[])[] };

/** The option counts low..high on its issue's scale: 0 the worst option, 100 the best. */
export type OptionValue = Stated & {
  readonly kind: "option-value";
  readonly issue: IssueId;
  readonly option: OptionId;
  readonly low: number;
  readonly high: number;
};

/** The issue's options, best first, ties together. Options may be left out. */
export type OptionOrder = Stated & {
  readonly kind: "option-order";
  readonly issue: IssueId;
  readonly order: readonly (readonly OptionId[])[];
};

/** A pairwise question answered: both packages choose on the same two or more issues, all else equal. */
export type Choice = Stated & {
  readonly kind: "choice";
  readonly first: Choices;
  readonly second: Choices;
  readonly answer: "first" | "second" | "indifferent";
};

/** The reservation value lies in this range, in points. */
export type ReservationRange = Stated & {
  readonly kind: "reservation-range";
  readonly low: number;
  readonly high: number;
};

/** No deal is better than this settlement, worse, or about as good. */
export type NoDeal = Stated & {
  readonly kind: "no-deal";
  readonly settlement: Choices;
  readonly answer: "better" | "about-equal" | "worse";
};
