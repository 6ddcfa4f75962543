import type { Choices, ClusterId, IssueId, OptionId, RuleId } from "#model";
import type { StreamId } from "../channel.ts";
import type { OfferCondition, OfferId } from "../offer.ts";

/** An offer's author chooses its id, so that only with its channel it names one. */
export type OfferRef = { readonly channel: StreamId; readonly offer: OfferId };

/**
 * What the provisional agreements and live offers of some channels amount to. A closed set holds provisionally agreed
 * offers, one option per issue, every condition met by an offer inside the set.
 */
export type Composition = {
  readonly status: CompositionStatus;
  /** The inclusion-maximal closed sets that hold anything, up to the listing limit, in a fixed order. */
  readonly closedSets: readonly ClosedSet[];
  /** How many there are, in decimal digits; of a bounded composition how many were found. */
  readonly count: string;
  readonly closing: Closing;
  /** In every closed set. */
  readonly core: readonly OfferRef[];
  /** Where closed sets part: each fork is a choice between alternatives, and forks are independent of each other. */
  readonly forks: readonly Fork[];
  /** Live offers, and agreed ones that are in no closed set: what they wait for. */
  readonly waiting: readonly Waiting[];
  readonly circles: readonly Circle[];
  readonly contradictions: readonly Contradiction[];
  readonly clusters: readonly ClusterProgress[];
};

export type CompositionStatus =
  /** Every inclusion-maximal closed set was found; `count` may still be more than are listed. */
  | { readonly kind: "exact" }
  /** Every set shown is closed; larger ones and further ones may exist. */
  | { readonly kind: "bounded"; readonly reason: string };

export type Closing =
  /** The only inclusion-maximal closed set, which breaks no rule: it closes. */
  | { readonly kind: "closes"; readonly set: ClosedSet }
  /** Nothing agreed closes. */
  | { readonly kind: "nothing" }
  /** None of them closes by itself: somebody has to choose. */
  | { readonly kind: "several"; readonly count: string }
  /** The only closed set breaks rules of the agenda however the rest is settled. */
  | { readonly kind: "breaks rules"; readonly rules: readonly RuleId[] }
  | { readonly kind: "unknown"; readonly reason: string };

export type ClosedSet = {
  readonly offers: readonly OfferRef[];
  readonly choices: Choices;
  readonly complete: boolean;
  /** Issues of the agenda that no offer of the set settles, in the agenda's order. */
  readonly open: readonly IssueId[];
  /** Rules of the agenda that it breaks however the open issues are settled. */
  readonly breaks: readonly RuleId[];
};

export type Fork = {
  /** Up to the listing limit. */
  readonly alternatives: readonly (readonly OfferRef[])[];
  readonly count: number;
};

export type Waiting = {
  readonly offer: OfferRef;
  readonly status: "live" | "provisionally agreed";
  readonly conditions: readonly ConditionState[];
  /** Agreed offers that choose another option on an issue which this one chooses too. */
  readonly contradicts: readonly OfferRef[];
};

export type ConditionState = {
  readonly condition: OfferCondition;
  /** Unmet: the channel has agreed nothing on the issue yet. Contradicted: only what does not go together with it. */
  readonly state: "met" | "unmet" | "contradicted";
  /** Agreed offers that meet it and can stand beside this one. */
  readonly metBy: readonly OfferRef[];
  /** Whether one of them is in a closed set; otherwise what meets it waits itself. */
  readonly firmly: boolean;
  /** Agreed offers of the channel with another option on the issue. */
  readonly against: readonly OfferRef[];
  /** Agreed offers that would meet it but choose otherwise than this offer on another issue. */
  readonly clashing: readonly OfferRef[];
  /** Live offers that would meet it if they were accepted. */
  readonly couldMeet: readonly OfferRef[];
};

/** Offers of which each waits, through others, on every other one. */
export type Circle = {
  readonly offers: readonly OfferRef[];
  /** A shortest way round through the first of them: each waits on the next, the last on the first. */
  readonly ring: readonly { readonly offer: OfferRef; readonly waitsOn: OfferCondition }[];
  /** All of them agreed and inside closed sets: a circle that has closed. */
  readonly closed: boolean;
  /** The live ones. */
  readonly toAccept: readonly OfferRef[];
  /** Whether the circle would be inside one closed set if those were accepted; false where that was not found in time. */
  readonly wouldClose: boolean;
};

/** Agreed offers choose different options on an issue. */
export type Contradiction = {
  readonly issue: IssueId;
  readonly sides: readonly { readonly option: OptionId; readonly offers: readonly OfferRef[] }[];
  /** Whether the sides come from different channels. */
  readonly acrossChannels: boolean;
};

export type ClusterProgress = {
  /** Absent for issues without a cluster. */
  readonly cluster?: ClusterId;
  /** Settled alike in every closed set. */
  readonly settled: readonly IssueId[];
  /** Settled in some closed set, but not alike in all. */
  readonly undecided: readonly IssueId[];
  readonly open: readonly IssueId[];
};
