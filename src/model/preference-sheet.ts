import type { Day } from "#prelude";
import type { Condition, IssueId, OptionId } from "./issue.ts";
import type { PartyId } from "./party.ts";
import type { Evidence } from "./source.ts";

/**
 * One party's private part of a scenario, or somebody's estimate of it.
 *
 * Utility of a settlement, in points of `scale`:
 *   u = min(cap, sum over issues of  weight / total x value / of x scale  +  sum over linkages of  value / of x scale)
 * where `total` is the sum of the weights unless given, and a table linkage replaces the value of its issue.
 */
export type PreferenceSheet = {
  readonly party: PartyId;
  /** Written by the party, or about it; an estimate is always shown as "this analyst's estimate". */
  readonly kind: "own" | "estimate";
  readonly author: string;
  readonly date?: Day;
  /** Points of the best conceivable settlement: 100, or 1 in imported files. */
  readonly scale: number;
  /** What weights are shares of; default: their sum. */
  readonly total?: number;
  /** Utility beyond this counts as this (imported formats cap at their scale). */
  readonly cap?: number;
  readonly reservation: Reservation;
  readonly aspiration?: Judgement;
  readonly issues: Readonly<Record<IssueId, IssuePreference>>;
  readonly linkages: readonly Linkage[];
  readonly redLines: readonly RedLine[];
  readonly floors: readonly Floor[];
  /** Holds for every judgement of the sheet that has none of its own. */
  readonly evidence: Evidence;
};

/** A judged number with its range; low = mid = high when one number was written. Analysis uses mid, robustness the range. */
export type Judgement = { readonly low: number; readonly mid: number; readonly high: number };

export type Reservation = Judgement & { readonly evidence: Evidence };

export type IssuePreference = {
  readonly weight: Judgement;
  /** What values are shares of: 100 unless the sheet says otherwise. */
  readonly of: number;
  /** Every option of the issue. Stated as an order, values are spaced evenly by rank, and robustness draws any values in that order. */
  readonly values: Readonly<Record<OptionId, Judgement>>;
  /** Best first, ties together; present when the sheet states an order instead of numbers. */
  readonly order?: readonly (readonly OptionId[])[];
  readonly evidence: Evidence;
};

/** An extra value of a combination of options across issues, to this party. */
export type Linkage = { readonly id: string; readonly evidence: Evidence } & (
  | {
      readonly kind: "combination";
      readonly when: Condition;
      /** In points of `of`; `of` is the sheet's scale unless given. May be negative. */
      readonly value: Judgement;
      readonly of: number;
    }
  | {
      /** Values of `issue` that replace its own when `given` takes an option of the table; absent cells keep the issue's value. */
      readonly kind: "table";
      readonly issue: IssueId;
      readonly given: IssueId;
      readonly table: Readonly<Record<OptionId, Readonly<Record<OptionId, Judgement>>>>;
    }
);

/** A combination refused whatever the compensation. Hard: enforced. Declared: reported, enforced only on request. */
export type RedLine = {
  readonly id: string;
  readonly kind: "hard" | "declared";
  /** Refused when it holds. */
  readonly when: Condition;
  readonly from?: Day;
  readonly until?: Day;
  readonly evidence: Evidence;
};

/** The least value, on the issue's own scale, at which the party carries out one of these commitments itself. */
export type Floor = {
  readonly id: string;
  readonly issue: IssueId;
  /** The options that are the commitment; any other option never breaks the floor. */
  readonly commitments: readonly OptionId[];
  readonly min: number;
  readonly evidence: Evidence;
};
