import type { Day } from "#prelude";

export type SourceId = string;

/** Where a fact or judgement comes from, and who pays for that place as far as it says. */
export type Source = {
  readonly id: SourceId;
  readonly title: string;
  readonly publisher: string;
  /** As the source gives it: a day, a month, a season. */
  readonly date: string;
  readonly kind: SourceKind;
  /** The publisher's declared funding or interest; "not stated" is a finding, and is shown. */
  readonly funding: string;
  readonly status: SourceStatus;
  readonly note?: string;
};

export type SourceKind = "reporting" | "analysis" | "official" | "survey" | "treaty" | "data" | "judgement";
export type SourceStatus = "asserted" | "contested" | "debunked" | "corroborated";

export type Confidence = "high" | "medium" | "low";

/** What stands behind a number: who judged it, when, how surely, from what, and why. */
export type Evidence = {
  readonly author?: string;
  readonly date?: Day;
  readonly confidence?: Confidence;
  readonly why?: string;
  readonly sources: readonly SourceId[];
  readonly note?: string;
};
