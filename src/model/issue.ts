import type { SourceId } from "./source.ts";

export type ClusterId = string;
export type IssueId = string;
export type OptionId = string;

/** A group of linked issues, such as one working group would own. */
export type Cluster = { readonly id: ClusterId; readonly name: string; readonly note?: string };

/** A matter to be settled: a settlement takes exactly one of its options. */
export type Issue = {
  readonly id: IssueId;
  readonly name: string;
  readonly cluster?: ClusterId;
  readonly note?: string;
  readonly options: readonly Option[];
};

export type Option = {
  readonly id: OptionId;
  readonly name: string;
  readonly what?: string;
  readonly quantities: readonly Quantity[];
  /** A layer of the scenario's map. */
  readonly place?: string;
  /** A legal norm the option touches; shown, never enforced. */
  readonly norm?: { readonly text: string; readonly sources: readonly SourceId[] };
};

/** `troops: [14000, 25000]`: a figure or a range of an option, with its unit. */
export type Quantity = { readonly name: string; readonly low: number; readonly high: number; readonly unit: string };

/** Every named issue takes one of the options listed for it. An empty condition always holds. */
export type Condition = readonly Clause[];
export type Clause = { readonly issue: IssueId; readonly options: readonly OptionId[] };
