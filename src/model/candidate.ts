import type { PartyId } from "./party.ts";
import type { Evidence } from "./source.ts";

/** Who may fill a post only with the consent of every deciding party, such as a patrol both belligerents accept. */
export type CandidateList = {
  readonly id: string;
  readonly name: string;
  /** The parties that each hold a veto. */
  readonly deciding: readonly PartyId[];
  /** 0-100; a candidate passes with a party from this score on. */
  readonly threshold: number;
  readonly candidates: readonly Candidate[];
  readonly evidence: Evidence;
};

export type Candidate = {
  readonly id: string;
  readonly name: string;
  readonly condition?: string;
  readonly acceptability: Readonly<Record<PartyId, number>>;
  readonly evidence: Evidence;
};
