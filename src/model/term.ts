import type { IssueId, OptionId } from "./issue.ts";
import type { PartyId } from "./party.ts";
import type { Evidence } from "./source.ts";

/** A wording that parties read differently: each reading is an option of the issue that the wording stands for. */
export type Term = {
  readonly id: string;
  readonly wording: string;
  readonly issue: IssueId;
  readonly readings: Readonly<Record<PartyId, OptionId>>;
  readonly evidence: Evidence;
};
