import type { ClaimId, Confidence, PartyId, Question, SourceId } from "#model";
import type { Share } from "#prelude";

/** `undecided`: the question has no answer here (an open package, a party without a sheet, a search cut short). */
export type Verdict = "holds" | "does-not-hold" | "undecided" | "later";

/** A claim, what the numbers say of it, and whose numbers they are. */
export type DecidedClaim = {
  readonly id: ClaimId;
  readonly row?: string;
  readonly statement: string;
  readonly source: SourceId;
  readonly question: Question["kind"];
  /** With red lines enforced. */
  readonly verdict: Verdict;
  readonly why: string;
  /** With no red line enforced, so that a line counts only by the values it sits on; for questions that depend on lines. */
  readonly asWeight?: { readonly verdict: Verdict; readonly why: string };
  /**
   * Assumed: a judgement that decides the verdict cites the claim's own source, or the claim repeats what its judgements
   * say. Absent when nothing was decided.
   */
  readonly basis?: "assumed" | "derived";
  /** What decides the verdict. */
  readonly judgements: readonly DecidingJudgement[];
  /** In how many draws of the judgements the claim holds, lines enforced; for questions that judgements can sway. */
  readonly shareOfDraws?: Share & { readonly seed: number };
  /** What will decide it; with the verdict `later`. */
  readonly later?: Extract<Question, { kind: "later" }>["capability"];
};

/** One judgement or record that a verdict rests on. */
export type DecidingJudgement = {
  readonly kind:
    | "reservation"
    | "issue"
    | "linkage"
    | "line"
    | "floor"
    | "reading"
    | "acceptability"
    | "package"
    | "event"
    | "session"
    | "source"
    | "parameter"
    | "statement"
    | "feature";
  /** Whose judgement it is about; absent for records. */
  readonly party?: PartyId;
  /**
   * The issue, line, floor, linkage, term, candidate, package, event or channel; "guarantee.parameter"; the place of a
   * preference statement among its party's, from 1; the tier or shape of the map.
   */
  readonly id: string;
  /** What it says, with its numbers. */
  readonly says: string;
  readonly author?: string;
  readonly confidence?: Confidence;
  readonly sources: readonly SourceId[];
  readonly citesClaimSource: boolean;
};
