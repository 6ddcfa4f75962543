import type { Consistency, Misfit, Question, SheetDraft, Spread } from "#elicitation";
import type { Agenda, Choices, Package, PreferenceSheet } from "#model";

/** What the page asks of the worker that thinks about a sheet in the making. */
export type ThinkingRequest = {
  readonly turn: number;
  readonly agenda: Agenda;
  readonly packages: readonly Package[];
  readonly draft: SheetDraft;
  /** Questions that the reader would not answer: pairs of packages. */
  readonly skippedQuestions: readonly (readonly [Choices, Choices])[];
  readonly skippedSettlements: readonly Choices[];
};

/** First whether the statements agree; then, if they do, what is known. */
export type Thoughts = {
  readonly turn: number;
  readonly misfits: readonly Misfit[];
  readonly consistency: Consistency;
  readonly known?: Known;
};

export type Known = {
  readonly weights: Readonly<Record<string, Spread>>;
  readonly values: Readonly<Record<string, Readonly<Record<string, Spread>>>>;
  readonly reservation: Spread;
  readonly openness: number;
  readonly draws: number;
  readonly packages: readonly PackageWorth[];
  readonly question?: Question;
  /** Why there is no question. */
  readonly noQuestion?: NoQuestion;
  readonly settlement?: Proposal;
  readonly sheet: PreferenceSheet;
  /** The sheet as a file of the scenario language. */
  readonly yaml: string;
};

/** Nothing can be compared yet; the reader would not answer what is left; or no answer would tell much. */
export type NoQuestion = "too-little-said" | "skipped" | "nothing-left";

/** What a named package is worth to this side under what it has said. */
export type PackageWorth = {
  readonly package: string;
  /** Points; undefined for a package that leaves issues open. */
  readonly worth?: Spread;
  /** Share of the draws in which this side would accept it. */
  readonly accepted: number;
  /** Hard red lines in force that it breaks: then it is accepted in no draw. */
  readonly lines: readonly string[];
};

/** A settlement to compare with no deal. */
export type Proposal = {
  readonly settlement: Choices;
  /** Share of the draws in which it is at least as good as no deal. */
  readonly share: number;
};

/** What the worker says. */
export type ThinkingReply =
  | { readonly kind: "thoughts"; readonly thoughts: Thoughts }
  | { readonly kind: "done"; readonly turn: number }
  | { readonly kind: "failed"; readonly turn: number; readonly why: string };
