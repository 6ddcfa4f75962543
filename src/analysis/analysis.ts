import type { Choices, IssueId, OptionId, PackageId, PartyId } from "#model";
import type { Answer } from "#prelude";
import type { Certificate } from "./certificate/certificate.ts";

/** Everything Entente can say about whether there is a deal. The same shape is printed by `analyze --json`. */
export type Analysis = {
  readonly schema: "entente.analysis/1";
  readonly scenario: { readonly id: string; readonly title: string; readonly asOf: string };
  readonly parties: readonly PartySummary[];
  readonly rules: RulesSummary;
  /** Rule-abiding settlements (rules and locks only; no line, floor or reservation), decimal. */
  readonly settlements: Answer<string>;
  /** The same with definitional rules left out; equal when there are none. */
  readonly settlementsWithoutDefinitionalRules: Answer<string>;
  readonly agreementZone: AgreementZone;
  readonly frontier: Frontier;
  /** Constraints kept, reservations ignored; present when the agreement zone is empty. */
  readonly frontierBeforeReservations?: Frontier;
  readonly solutions: Solutions;
  /** Each: a minimal set of reservations, lines and floors that together leave no settlement. Only when the zone is empty. */
  readonly conflicts: Answer<readonly Conflict[]>;
  readonly zoneUnlocks: Answer<readonly ZoneUnlock[]>;
  readonly redLinePrices: readonly RedLinePrice[];
  readonly deadOptions: DeadOptions;
  /** What changes when no red line is enforced; absent when the run enforces none. */
  readonly readAsWeights?: ReadAsWeights;
  readonly packages: Readonly<Record<PackageId, PackageReport>>;
  readonly hollowConsensus: readonly HollowConsensus[];
  readonly mutualVeto: readonly MutualVeto[];
  readonly channels: ChannelsReport;
  /** What a reader must know about this run: undated lines, rounding, parts stopped early. */
  readonly notes: readonly string[];
  readonly timings: Readonly<Record<string, number>>;
};

export type PartySummary = {
  readonly id: PartyId;
  readonly name: string;
  readonly consents: boolean;
  readonly sheet: "own" | "estimate" | "none";
  readonly author?: string;
  readonly scale: number;
  readonly reservation?: { readonly low: number; readonly mid: number; readonly high: number };
  /** Best and worst over rule-abiding settlements, lines and reservations aside. */
  readonly range?: { readonly least: number; readonly most: number };
  /** The best the party can have in the agreement zone; absent when the zone is empty or the party has no sheet. */
  readonly ideal?: Answer<number>;
  /** Exact, or the largest rounding error of a utility in points of the scale. */
  readonly arithmetic: "exact" | { readonly roundingError: number };
};

export type ConstraintRef =
  | { readonly kind: "reservation"; readonly party: PartyId }
  | { readonly kind: "line"; readonly party: PartyId; readonly line: string }
  | { readonly kind: "floor"; readonly party: PartyId; readonly floor: string };

export type RulesSummary = {
  readonly tie: "accepts" | "refuses";
  readonly decision: string;
  readonly on: string;
  readonly enforced: readonly ConstraintRef[];
  /** Declared lines in force that are reported only. */
  readonly reportedOnly: readonly ConstraintRef[];
  readonly notInForce: readonly ConstraintRef[];
  readonly undated: readonly ConstraintRef[];
  /** Hard lines set aside by the options of this run. */
  readonly setAside: readonly ConstraintRef[];
  readonly ruleIds: readonly string[];
  readonly locks: Choices;
};

export type AgreementZone = {
  readonly exists: Answer<boolean>;
  readonly count: Answer<string>;
  readonly witness?: Point;
  readonly certificate?: Certificate;
};

/** A settlement with what it is worth, in points of each party's scale. */
export type Point = {
  readonly utilities: Readonly<Record<PartyId, number>>;
  readonly settlement: Choices;
};

export type FrontierPoint = Point & {
  /** How many settlements have exactly these utilities. */
  readonly ties: string;
};

export type Frontier =
  | { readonly status: "exact"; readonly size: number; readonly points: readonly FrontierPoint[] }
  /** Every efficient settlement is within `epsilon` points, per party, of a listed one, which is itself a settlement. */
  | {
      readonly status: "bounded";
      readonly epsilon: Readonly<Record<PartyId, number>>;
      /** Present when only efficient settlements that clear every reservation value by epsilon are sure to be near a listed one. */
      readonly edges?: "cleared";
      readonly size: number;
      readonly points: readonly FrontierPoint[];
    }
  | { readonly status: "unknown"; readonly reason: string };

export type Solutions = {
  readonly nashBargaining: Solution;
  readonly kalaiSmorodinsky: Solution;
  readonly egalitarian: Solution;
  readonly utilitarian: Solution;
};

export type Solution = {
  readonly status: "exact" | "bounded" | "empty" | "unknown";
  /** Nash: product of surpluses; Kalai-Smorodinsky: least ratio; egalitarian: least surplus; utilitarian: sum of utilities. */
  readonly value?: number;
  /** An upper bound proved when the search was stopped. */
  readonly bound?: number;
  /** Why it is empty or unknown. */
  readonly reason?: string;
  /** Kalai-Smorodinsky: parties whose ideal equals their reservation value. */
  readonly leftOut?: readonly PartyId[];
  /** Every tied utility vector. */
  readonly points: readonly SolutionPoint[];
};

export type SolutionPoint = Point & {
  readonly surplus: Readonly<Record<PartyId, number>>;
  /** How many settlements have exactly these utilities. */
  readonly ties: Answer<string>;
  /** Up to 20 of them. */
  readonly examples: readonly Choices[];
};

export type Conflict = { readonly members: readonly ConstraintRef[] };

export type ZoneUnlock = {
  /** Removing these opens the zone; removing fewer of them does not. */
  readonly remove: readonly ConstraintRef[];
  /**
   * When reservations are among them: the Pareto-minimal cuts, in points, that suffice together (where equality
   * refuses: any cut beyond them).
   */
  readonly cuts: readonly { readonly cut: Readonly<Record<PartyId, number>>; readonly witness: Point }[];
  readonly witness: Point;
};

export type RedLinePrice = {
  readonly constraint: ConstraintRef;
  /** Whether the agreement zone exists without it. */
  readonly zoneWithout: Answer<boolean>;
  /** How much each criterion would gain without it, in its own unit; absent where either side has no value. */
  readonly gain: {
    readonly utilitarian?: number;
    readonly egalitarian?: number;
    readonly nashProductRatio?: number;
  };
  /** What each party's best in the zone would gain without it. */
  readonly idealGain: Readonly<Record<PartyId, number>>;
  /** How many times more settlements the zone would hold; absent when a count is not exact or the zone is empty. */
  readonly countRatio?: number;
};

export type DeadOptions = {
  /** In no rule-abiding settlement. */
  readonly byRules: readonly { readonly issue: IssueId; readonly option: OptionId }[];
  /** In no settlement of the agreement zone, though some rule-abiding settlement has it. */
  readonly inZone: readonly { readonly issue: IssueId; readonly option: OptionId; readonly why: "line" | "value" }[];
};

export type ReadAsWeights = {
  readonly exists: Answer<boolean>;
  /** Options that a line keeps out of the agreement zone, and that are in it when lines are only weights. */
  readonly optionsGained: readonly { readonly issue: IssueId; readonly option: OptionId }[];
  /** Complete packages: who still refuses, by value or floor; and, for presented ones, what would unlock them then. */
  readonly packages: Readonly<
    Record<PackageId, { readonly refusedBy: readonly Refusal[]; readonly packageUnlocks?: PackageUnlocks }>
  >;
};

export type Refusal =
  | { readonly party: PartyId; readonly by: "value"; readonly shortfall: number }
  | { readonly party: PartyId; readonly by: "line"; readonly line: string; readonly undated: boolean }
  | {
      readonly party: PartyId;
      readonly by: "floor";
      readonly floor: string;
      readonly issue: IssueId;
      readonly option: OptionId;
      readonly value: number;
      readonly min: number;
    };

export type PackageReport = {
  readonly name: string;
  readonly date?: string;
  /** False when it leaves issues open; then only what is certain is reported. */
  readonly complete: boolean;
  readonly choices: Choices;
  readonly utilities: Readonly<Record<PartyId, number>>;
  readonly surplus: Readonly<Record<PartyId, number>>;
  /** Rules the package breaks, by id. */
  readonly rulesBroken: readonly string[];
  readonly refusedBy: readonly Refusal[];
  /** Declared lines in force on its date that it crosses: reported, not enforced. */
  readonly declaredLinesCrossed: readonly {
    readonly party: PartyId;
    readonly line: string;
    readonly undated: boolean;
  }[];
  /** What each issue falls short of the party's best there, largest first. */
  readonly shortfallByIssue: Readonly<
    Record<PartyId, readonly { readonly issue: IssueId; readonly option: OptionId; readonly points: number }[]>
  >;
  readonly packageUnlocks: PackageUnlocks;
  /**
   * Single changes of one issue that mend a refusing party's own line or floor, these first, or raise its utility, largest
   * gain first; with what they cost the others.
   */
  readonly moves: Readonly<Record<PartyId, readonly Move[]>>;
};

export type Move = {
  readonly issue: IssueId;
  readonly option: OptionId;
  /** Change in every party's utility. */
  readonly change: Readonly<Record<PartyId, number>>;
  /** The refusing party's own lines and floors that the package breaks and the change mends; absent where it mends none. */
  readonly mends?: readonly ConstraintRef[];
};

export type PackageUnlocks =
  | { readonly status: "not-needed" }
  | { readonly status: "none"; readonly reason: string }
  | { readonly status: "unknown"; readonly reason: string }
  | {
      /** Bounded: more sets of this size may exist than are listed, or not every way to change a listed one is known. */
      readonly status: "exact" | "bounded";
      /** The least number of issues that must change. */
      readonly size: number;
      readonly sets: readonly UnlockSet[];
    };

export type UnlockSet = {
  readonly issues: readonly IssueId[];
  /** The search was ended first: each listed way is enough, but there may be others, and better ones. */
  readonly partial?: true;
  /** The Pareto-efficient ways to change exactly these issues so that all consent. */
  readonly changes: readonly {
    readonly set: Choices;
    readonly utilities: Readonly<Record<PartyId, number>>;
    readonly change: Readonly<Record<PartyId, number>>;
  }[];
};

export type HollowConsensus = {
  readonly term: string;
  readonly package: PackageId;
  readonly authors: readonly PartyId[];
  readonly hollow: boolean;
  /** Each author under its own reading. */
  readonly ownReading: readonly { readonly party: PartyId; readonly reading: OptionId; readonly accepts: boolean }[];
  /** Each declared reading: who accepts the package under it. */
  readonly declared: readonly {
    readonly reading: OptionId;
    readonly acceptedBy: readonly PartyId[];
    readonly refusedBy: readonly Refusal[];
  }[];
  /** Undeclared options that every author accepts. */
  readonly bridging: readonly OptionId[];
};

export type MutualVeto = {
  readonly list: string;
  readonly name: string;
  readonly threshold: number;
  readonly deciding: readonly PartyId[];
  readonly candidates: readonly {
    readonly id: string;
    readonly name: string;
    readonly condition?: string;
    readonly acceptability: Readonly<Record<PartyId, number>>;
    readonly refusedBy: readonly PartyId[];
    readonly passes: boolean;
    /** Low confidence, or a score within `margin` of the threshold: the verdict rests on a guess. */
    readonly restsOnGuess: boolean;
    readonly margin: number;
  }[];
};

export type ChannelsReport = {
  readonly asOf: string;
  readonly channels: readonly {
    readonly id: string;
    readonly name: string;
    readonly sessions: number;
    /** Sessions in which every belligerent (or, without any, every consenting party) sat. */
    readonly together: readonly { readonly date: string; readonly level?: string }[];
  }[];
  /** The parties that `together` is about. */
  readonly adversaries: readonly PartyId[];
  readonly channelsTogether: number;
  readonly sessionsTogether: number;
};
