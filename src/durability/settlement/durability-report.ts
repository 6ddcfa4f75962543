import type {
  Choices,
  GuaranteeParameter,
  IssueId,
  LimitParameter,
  OptionId,
  ParameterKind,
  PartyId,
  ShiftParameter,
} from "#model";
import type { LeastDetection } from "../compliance/repeated-compliance.ts";
import type { LeastCredibility, ShiftingPower } from "../compliance/shifting-power.ts";
import type { TransparencyVerdict } from "../compliance/transparency-window.ts";
import type { AttackThreshold, BackstopVerdict, PrizeThreshold } from "../deterrence/backstop.ts";
import type { Entrapment } from "../deterrence/entrapment.ts";
import type { CriticalDelay, DeploymentComparison } from "../deterrence/reaction.ts";
import type { TripwireKind } from "../deterrence/tripwire.ts";
import type { JudgedVerdict, ParameterReference, Quantity, ShareOfDraws } from "./judged-verdict.ts";
import type { Resolution } from "./resolve-parameter.ts";

/** "Would the guarantee be honoured, would an attack pay, would a cheat be seen", for one package or settlement. */
export type DurabilityReport =
  /** The scenario judges nothing about the time after signature. */
  | { readonly status: "unknown"; readonly reason: string }
  | {
      readonly status: "judged";
      readonly guarantees: readonly GuaranteeReport[];
      /** Also those that do not stand in these choices, and say so. */
      readonly limits: readonly LimitReport[];
      readonly shifts: readonly ShiftReport[];
      /** How the shares were drawn; `n` is what was done before an early end, and 0 if shares were not asked for. */
      readonly draws: { readonly n: number; readonly seed: number; readonly rule: DrawRule };
    };

/** Half-widths, as shares of the value, of judgements that are one number; ranges are drawn uniform between their ends. */
export type DrawRule = { readonly high: number; readonly medium: number; readonly low: number };

/** One parameter of a model as these choices have it. */
export type ResolvedParameter<P extends string = string> = {
  readonly id: P;
  readonly symbol: string;
  readonly name: string;
  readonly kind: ParameterKind;
  readonly resolution: Resolution;
};

/** What a verdict's sentences are made of: who might do what, what holds it back, and how far it is from the next verdict. */
export type Because = {
  readonly mover: PartyId;
  readonly move: "attack" | "breach" | "strike-first" | "provoke" | "stay-out";
  /** Whom the move is against. */
  readonly against: readonly PartyId[];
  readonly sanction: {
    readonly kind: "intervention" | "penalty" | "suspension" | "war" | "none";
    readonly by: readonly PartyId[];
  };
  /** What is measured, against which threshold. */
  readonly measured: { readonly symbol: string; readonly name: string; readonly value: Quantity };
  readonly threshold: { readonly symbol: string; readonly name: string; readonly value: Quantity };
  /** How far the measured is on the safe side of the threshold: at least 0 a margin, below 0 a gap. */
  readonly margin: Quantity;
};

export type GuaranteeReport = {
  readonly id: string;
  readonly name: string;
  readonly challenger: PartyId;
  readonly protege: PartyId;
  readonly guarantors: readonly PartyId[];
  readonly note?: string;
  /** Those that the guarantee gives, in the order of the models. */
  readonly parameters: readonly ResolvedParameter<GuaranteeParameter>[];
  /** An intervention changes the cost of an attack only: no chance of success against a fight is given, so p1 = p0. */
  readonly costOnly: boolean;
  /** q: judged directly, or F(k*) with k* = w (p0 - p1) + a. */
  readonly intervention: Quantity & { readonly from: "judged" | "derived" | "unknown" };
  /** k*; only where q is derived. */
  readonly resolve?: Quantity;
  /** v*: an attack pays above it. */
  readonly prizeThreshold: Quantity<PrizeThreshold>;
  /** q*: what it takes to deter. */
  readonly credibilityDemanded: Quantity<AttackThreshold>;
  readonly verdict: JudgedVerdict<BackstopVerdict>;
  readonly because: Because;
  readonly postures?: Postures;
  readonly tripwire?: TripwireReport;
  readonly reaction?: ReactionReport;
  readonly entrapment?: EntrapmentReport;
};

export type Postures = { readonly rows: readonly PostureRow[]; readonly order: PostureOrder };

export type PostureRow = {
  readonly id: string;
  readonly name: string;
  readonly choices: Choices;
  /** The choices in hand already have it so. */
  readonly chosen: boolean;
  readonly intervention: Quantity;
  readonly prizeThreshold: Quantity<PrizeThreshold>;
  readonly credibilityDemanded: Quantity<AttackThreshold>;
  readonly verdict: JudgedVerdict<BackstopVerdict>;
};

/** Postures by v*, the lowest first; those that tie share a rank. */
export type PostureOrder =
  | {
      readonly status: "ordered";
      readonly ranks: readonly (readonly string[])[];
      /**
       * `assumed`: nothing but the judged chance of intervention differs between the postures, so that the order of v* is
       * the order of those judgements. `derived`: it follows from more than one judgement.
       */
      readonly basis: "assumed" | "derived";
      /** Draws in which the whole order stands: strict where it is strict, either way where it ties. */
      readonly share?: ShareOfDraws;
      /** For each two ranks that stand next to each other, each pair of their postures. */
      readonly adjacent: readonly {
        readonly below: string;
        readonly above: string;
        /** Draws in which v* of `above` exceeds that of `below`. */
        readonly share?: ShareOfDraws;
      }[];
    }
  /** Placeholders decide the order; each pair in the order of the postures. */
  | {
      readonly status: "open";
      readonly restsOn: readonly ParameterReference[];
      readonly pairs: readonly { readonly below: string; readonly above: string; readonly share?: ShareOfDraws }[];
    }
  | { readonly status: "unknown"; readonly reason: string };

/** Model 2. */
export type TripwireReport = {
  readonly verdict: JudgedVerdict<TripwireKind>;
  /** b. */
  readonly tie: Quantity;
  /** b*. */
  readonly tieNeeded: Quantity;
  readonly reach: JudgedVerdict<"reaches" | "falls-short">;
  readonly because: Because;
};

/** Model 3. */
export type ReactionReport = {
  /** tau, as judged. */
  readonly delay: Quantity;
  /** k*, q and q* at that delay. */
  readonly resolve: Quantity;
  readonly intervention: Quantity;
  readonly credibilityDemanded: Quantity<AttackThreshold>;
  readonly verdict: JudgedVerdict<BackstopVerdict>;
  /** tau*, in days. */
  readonly criticalDelay: Quantity<CriticalDelay>;
  /** tau* along the range of the prize and of the speed of seizure; absent where it is unknown or neither has a range. */
  readonly criticalDelayAlong?: readonly DelayAlong[];
  /** Whether the judged delay is at most tau*; its flips are the values at which tau* equals the judged delay. */
  readonly inTime: JudgedVerdict<"in-time" | "too-late">;
  readonly criticalDelayInDraws?: {
    readonly failsAtAnyDelay: ShareOfDraws;
    readonly holdsAtAnyDelay: ShareOfDraws;
    /** In the draws between: nearest-rank quantiles in days. */
    readonly between?: { readonly n: number; readonly p5: number; readonly median: number; readonly p95: number };
  };
  /** Against a standing deployment; needs provocation and tie. */
  readonly comparison?: JudgedVerdict<DeploymentComparison["kind"]>;
  readonly because: Because;
};

/**
 * tau* if one parameter were this or that, ascending over its range with both ends: a conditional statement for each
 * value, all else at its stated value and placeholders at their middles.
 */
export type DelayAlong = {
  readonly parameter: ParameterReference;
  readonly points: readonly { readonly at: number; readonly delay: CriticalDelay }[];
};

export type EntrapmentReport = {
  /** The largest q at which the protege restrains itself. */
  readonly restraint: Quantity;
  readonly credibilityDemanded: Quantity<AttackThreshold>;
  readonly verdict: JudgedVerdict<EntrapmentVerdict>;
  readonly because: Because;
};

/** Whether some credibility both deters and restrains; if none does, a clause must make help conditional. */
export type EntrapmentVerdict = Entrapment["kind"];

export type LimitReport = {
  readonly id: string;
  readonly name: string;
  readonly holder: PartyId;
  readonly inspector: PartyId;
  readonly note?: string;
} & (
  | { readonly stands: "no" }
  | { readonly stands: "unknown"; readonly reason: string; readonly issues: readonly IssueId[] }
  | {
      readonly stands: "yes";
      readonly parameters: readonly ResolvedParameter<LimitParameter>[];
      readonly inspection: InspectionReport;
      readonly compliance: ComplianceReport;
      readonly breakout: BreakoutReport;
      readonly transparency: TransparencyReport;
    }
);

export type InspectionReport = {
  readonly verdict: JudgedVerdict<InspectionVerdict>;
  /** y*: the least announced rate that is complied with. */
  readonly rate: Quantity<InspectionRate>;
  /** The detection at which y* reaches 1; above 1: no detection deters. */
  readonly leastDetection: Quantity;
  readonly because: Because;
};
export type InspectionRate =
  | { readonly kind: "rate"; readonly value: number }
  /** Not even if every occasion is inspected. */
  | { readonly kind: "cannot-deter" };
export type InspectionVerdict = "no-temptation" | "can-deter" | "cannot-deter";

export type ComplianceReport = {
  readonly verdict: JudgedVerdict<"sustained" | "not-sustained">;
  /** The largest gain from a breach that patience and suspension sustain. */
  readonly largestTemptation: Quantity;
  /** pi*. */
  readonly leastDetection: Quantity<LeastDetection>;
  readonly because: Because;
};

export type BreakoutReport = {
  /** n: inspections between the first breach and the last day on which a response is in time. */
  readonly inspections: Quantity;
  /** The chance that one of them sees it. */
  readonly seenInTime: Quantity;
};

export type TransparencyReport = {
  readonly verdict: JudgedVerdict<"window" | "empty">;
  /**
   * One for each option of every issue that the cases of detection name and that the limit itself does not rest on. Without
   * such an issue there are none, and the verdict is about the monitoring in these choices.
   */
  readonly levels: readonly TransparencyLevel[];
};

export type TransparencyLevel = {
  readonly issue: IssueId;
  readonly option: OptionId;
  readonly chosen: boolean;
  readonly detection: Quantity;
  readonly detectionNeeded: Quantity<LeastDetection>;
  readonly exposure: Quantity;
  readonly tolerance: Quantity;
  readonly verdict: JudgedVerdict<TransparencyVerdict>;
};
export type { TransparencyVerdict };

export type ShiftReport = {
  readonly id: string;
  readonly name: string;
  readonly declining: PartyId;
  readonly rising: PartyId;
  readonly note?: string;
} & (
  | { readonly stands: "no" }
  | { readonly stands: "unknown"; readonly reason: string; readonly issues: readonly IssueId[] }
  | {
      readonly stands: "yes";
      readonly parameters: readonly ResolvedParameter<ShiftParameter>[];
      /** The guarantee between the same two parties whose credibility counts, if there is one. */
      readonly guarantee?: string;
      /** Without a guarantee. */
      readonly unguaranteed: JudgedVerdict<ShiftVerdict>;
      /** With it. */
      readonly verdict: JudgedVerdict<ShiftVerdict>;
      /** delta p2 - p1 - cD - delta cR: above 0, war now cannot be avoided. */
      readonly excess: Quantity;
      /** The least credibility of a guarantee that removes it. */
      readonly leastCredibility: Quantity<LeastCredibility>;
      readonly because: Because;
    }
);
export type ShiftVerdict = ShiftingPower["kind"];
