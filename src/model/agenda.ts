import type { Day } from "#prelude";
import type { CandidateList } from "./candidate.ts";
import type { Cluster, Issue } from "./issue.ts";
import type { Party, PartyId, Stakeholder } from "./party.ts";
import type { Rule } from "./rule.ts";
import type { Source, SourceId } from "./source.ts";
import type { Term } from "./term.ts";
import type { Channel, TimelineEvent } from "./timeline.ts";

/** The public part of a scenario: may be shown to everyone. */
export type Agenda = {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly asOf: Day;
  readonly status: string;
  /** Whether utility equal to the reservation value accepts. */
  readonly tie: "accepts" | "refuses";
  readonly parties: readonly Party[];
  /** The parties that must accept; the agreement zone is theirs. */
  readonly consent: readonly PartyId[];
  readonly stakeholders: readonly Stakeholder[];
  readonly clusters: readonly Cluster[];
  readonly issues: readonly Issue[];
  readonly rules: readonly Rule[];
  readonly terms: readonly Term[];
  readonly candidates: readonly CandidateList[];
  readonly formats: readonly Format[];
  readonly channels: readonly Channel[];
  readonly events: readonly TimelineEvent[];
  readonly facts: readonly Fact[];
  readonly sources: readonly Source[];
};

/** A configuration for talks: its members, the clusters it owns, its level. */
export type Format = {
  readonly id: string;
  readonly name: string;
  readonly members: readonly PartyId[];
  readonly clusters: readonly string[];
  readonly level?: string;
  readonly note?: string;
};

/** A sourced statement of fact that option texts and claims rest on. */
export type Fact = {
  readonly id: string;
  readonly statement: string;
  readonly figures: readonly {
    readonly name: string;
    readonly values: readonly (number | string)[];
    readonly unit?: string;
  }[];
  readonly sources: readonly SourceId[];
  readonly note?: string;
};
