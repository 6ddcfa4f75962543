import type { Choices, Conflict, IssueId, LeverKind, PartyId, StateCode } from "#model";
import type { Answer } from "#prelude";
import type { StabilityConcept } from "../stability/stability-concept.ts";
import type {
  CoalitionMove,
  FirstDefectionReport,
  LeverMove,
  MoveVerdict,
  StabilityNeeds,
  StatusQuoRoute,
  UnknownPart,
} from "../stability/stability-report.ts";

/** Whether a settlement holds once it is signed, by the graph model that its obligations generate. */
export type AftermathReport = { readonly choices: Choices } & (AftermathUnknown | AftermathFindings);

export type AftermathUnknown = {
  readonly kind: "unknown";
  readonly reason: string;
  /** Open issues that decide whether a lever or a preference is there. */
  readonly openIssues: readonly IssueId[];
};

/** Parties and levers are indices into `conflict`; the state of full compliance is 0: no lever is taken. */
export type AftermathFindings = {
  readonly kind: "findings";
  readonly conflict: Conflict;
  /** What each lever of the conflict is, in its order. */
  readonly levers: readonly AftermathLever[];
  /** Levers of the file that this settlement does not give. */
  readonly withheld: readonly AftermathLever[];
  readonly states: number;
  readonly compliance: StateCode;
  /** One for each party of the conflict. */
  readonly parties: readonly PartyAfterSignature[];
  /**
   * Full compliance is stable for every party by SEQ and by SSEQ, and no coalition has a group improvement that is not
   * held (coalitional SEQ).
   */
  readonly settlementHolds: Answer<boolean>;
  /** By SEQ, of full compliance: the preferred move that is held most weakly; of all moves when none is preferred. */
  readonly firstDefection: FirstDefectionReport;
  /** By SEQ: the fewest swaps that end the stability of full compliance, also by a move that nobody prefers today. */
  readonly robustness: FirstDefectionReport;
  /** Coalitions of two or more that leave full compliance by coalitional SEQ; the first few. */
  readonly coalitions: readonly CoalitionMove[];
  /** Improvements from full compliance that are held only if somebody acts against its own order: GMR, not SEQ. */
  readonly hollowSanctions: readonly HollowSanction[];
  /** From full compliance to equilibria by SEQ that improvements reach, nearest first; the first few. */
  readonly leadsTo: readonly StatusQuoRoute[];
  /** How many equilibria by SEQ there are, and how many of them improvements reach from full compliance. */
  readonly equilibria: { readonly count: number; readonly reached: number; readonly undecided: number };
  readonly unknowns: readonly UnknownPart[];
};

export type AftermathLever = {
  readonly id: string;
  readonly name: string;
  readonly party: PartyId;
  readonly kind: LeverKind;
  readonly irreversible: boolean;
  /** The obligation that it breaks or answers. */
  readonly obligation: { readonly id: string; readonly name: string };
  readonly role: "breach" | "response";
};

export type PartyAfterSignature = {
  readonly party: number;
  /** Whether full compliance is stable for it, by each concept. */
  readonly stable: Readonly<Record<StabilityConcept, Answer<boolean>>>;
  /** Every move that it prefers to full compliance, with what holds it by SEQ. Absent when its order is not known. */
  readonly temptations?: readonly MoveVerdict[];
  /** By SEQ; absent when its order is not known. */
  readonly needs?: StabilityNeeds;
};

/** A move that is deterred only by an answer that nobody would want to give. */
export type HollowSanction = {
  readonly move: LeverMove;
  /** Each who alone could hold it by acting against its own order; if none can alone, all who would have to. */
  readonly ifActed: readonly ActsAgainstItself[];
};

export type ActsAgainstItself = {
  readonly parties: readonly number[];
  /** A shortest response. */
  readonly acts: readonly LeverMove[];
  /** Which of the acts their own mover does not prefer to doing nothing. */
  readonly against: readonly LeverMove[];
};
