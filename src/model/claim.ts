import type { Day } from "#prelude";
import type { ClusterId, Condition, IssueId, OptionId } from "./issue.ts";
import type { Choices, PackageId } from "./package.ts";
import type { PartyId } from "./party.ts";
import type { SourceId } from "./source.ts";

export type ClaimId = string;

/** A sourced statement, tied to the question that decides it. The expected answer is part of the question. */
export type Claim = {
  readonly id: ClaimId;
  /** The row of the source's own list, such as A28. */
  readonly row?: string;
  readonly statement: string;
  readonly source: SourceId;
  readonly question: Question;
  readonly note?: string;
};

/** A package with some options changed. */
export type Variant = { readonly package: PackageId; readonly set: Choices };

/** A number that a tier has on the ground, named with its unit. */
export type TierMeasure = "area_km2" | "length_km" | "troops_per_km_low" | "troops_per_km_high" | "distance_km_least";

/** What the engine can be asked to decide. Each kind carries the answer that makes the claim hold. */
export type Question =
  /** The party accepts or refuses the package, for these reasons if given (all of them among its reasons). */
  | {
      readonly kind: "verdict";
      readonly of: Variant;
      readonly party: PartyId;
      readonly answer: "accepts" | "refuses";
      readonly by?: readonly ("value" | "line" | "floor")[];
    }
  /** The party's utility of the package is at or above (reached), or below, its reservation value; lines and floors aside. */
  | {
      readonly kind: "reservation";
      readonly of: Variant;
      readonly party: PartyId;
      readonly answer: "reached" | "below";
    }
  /** The party's utility rises strictly along the list. */
  | { readonly kind: "rises"; readonly party: PartyId; readonly along: readonly Variant[] }
  /** The party's value of the option (issue's own scale) rises strictly as `given` runs through its options in this order. */
  | {
      readonly kind: "local-value-rises";
      readonly party: PartyId;
      readonly issue: IssueId;
      readonly option: OptionId;
      readonly given: IssueId;
      readonly along: readonly OptionId[];
    }
  /** The best rule-abiding settlement for the party, from the package with only these free, reaches its reservation value, or stays below. */
  | {
      readonly kind: "best-for";
      readonly party: PartyId;
      readonly from: PackageId;
      readonly free: readonly (IssueId | ClusterId)[];
      readonly answer: "reached" | "below";
    }
  /** The agreement zone, restricted to a condition, with these declared lines enforced and these lines set aside. */
  | {
      readonly kind: "zone";
      readonly where: Condition;
      readonly enforce: readonly string[];
      readonly setAside: readonly string[];
      readonly answer: "empty" | "not-empty";
    }
  /** Every choice of this issue violates a hard or declared line or a rule: logic, whatever the weights. */
  | {
      readonly kind: "deadlock";
      readonly issue: IssueId;
      readonly parties: readonly PartyId[];
      readonly answer: boolean;
    }
  | { readonly kind: "hollow-consensus"; readonly term: string; readonly package: PackageId; readonly answer: boolean }
  | { readonly kind: "readings-differ"; readonly term: string; readonly answer: boolean }
  /** Which candidates pass with every deciding party; `fails` names who refuses a candidate. */
  | {
      readonly kind: "candidates";
      readonly list: string;
      readonly passes: readonly string[];
      readonly fails: Readonly<Record<string, PartyId>>;
      readonly atMost?: number;
    }
  /** How many channels had a session with all of these parties in the window. */
  | {
      readonly kind: "channels";
      readonly together: readonly PartyId[];
      readonly from?: Day;
      readonly until?: Day;
      readonly atLeast?: number;
      readonly atMost?: number;
    }
  | { readonly kind: "event"; readonly event: string; readonly date: Day }
  | { readonly kind: "chooses"; readonly package: PackageId; readonly issue: IssueId; readonly option: OptionId }
  | {
      readonly kind: "quantity";
      readonly issue: IssueId;
      readonly option: OptionId;
      readonly quantity: string;
      readonly low: number;
      readonly high: number;
    }
  /** A line of this kind over this issue exists on the party's sheet. */
  | { readonly kind: "line"; readonly party: PartyId; readonly issue: IssueId; readonly is: "hard" | "declared" }
  | { readonly kind: "members"; readonly party: PartyId; readonly includes: readonly string[] }
  | { readonly kind: "size"; readonly issues: number; readonly settlements: string }
  | { readonly kind: "source"; readonly source: SourceId }
  /** The prize at which an attack pays, with this guarantee, rises strictly along the list. */
  | { readonly kind: "threshold-rises"; readonly guarantee: string; readonly along: readonly Variant[] }
  /** The chance that the guarantors fight, as judged for this package, lies strictly above and below these. */
  | {
      readonly kind: "intervention";
      readonly guarantee: string;
      readonly of: Variant;
      readonly above?: number;
      readonly below?: number;
    }
  /** What the guarantee is worth under this package; `open` when the judgements leave it so. */
  | {
      readonly kind: "guarantee-verdict";
      readonly guarantee: string;
      readonly of: Variant;
      readonly answer: "safe-without-guarantee" | "deterred" | "hollow-guarantee" | "nothing-deters" | "open";
    }
  /** The state in which everything is kept is stable for all by this concept, or is not; `first`: who leaves it first, and how. */
  | {
      readonly kind: "aftermath";
      readonly of: Variant;
      readonly concept: "nash" | "gmr" | "smr" | "seq" | "sseq";
      readonly answer: "holds" | "breaks";
      readonly first?: { readonly party: PartyId; readonly lever: string };
    }
  /** Whether inspection can deter a breach of this limit under this package. */
  | {
      readonly kind: "limit-verdict";
      readonly limit: string;
      readonly of: Variant;
      readonly answer: "deterred" | "not-deterred" | "open";
    }
  /** Each of these tiers has a shape and an area under this package. */
  | { readonly kind: "tiers-drawn"; readonly of: Variant; readonly tiers: readonly string[] }
  /** This measure of a tier lies within these bounds, both included. */
  | {
      readonly kind: "measured";
      readonly of: Variant;
      readonly tier: string;
      readonly what: TierMeasure;
      readonly low?: number;
      readonly high?: number;
    }
  | { readonly kind: "all"; readonly of: readonly Question[] }
  /** Not decided yet: the capability that will. */
  | { readonly kind: "later"; readonly capability: "rooms" | "durability" | "monitoring" | "map" | "agents" };
