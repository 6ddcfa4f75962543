import type { Agenda, IssueId, OptionId, ScenarioMap, SourceId } from "#model";
import type { Measure } from "./measure.ts";
import type { PatrolStrength, SideOfZone } from "./tier-on-the-ground.ts";

/** A demilitarised zone at every depth on the agenda, and at every strength of patrol. */
export type ZoneTable = {
  readonly tier: string;
  readonly name: string;
  readonly lengthKm: Measure;
  readonly publishedKm?: { readonly measure: Measure; readonly sources: readonly SourceId[] };
  readonly depthIssue: IssueId;
  readonly depths: readonly DepthRow[];
  readonly patrolIssue?: IssueId;
  /** `chosen` is false in every row: a table chooses nothing. */
  readonly patrols: readonly PatrolStrength[];
};

export type DepthRow = {
  readonly option: OptionId;
  readonly name: string;
  readonly areaKm2: Measure;
  readonly landKm2: Measure;
  readonly bySide: readonly SideOfZone[];
};

/** One table for every demilitarised zone of the map, in their order; options in the order of their issue. */
export function zoneTable(map: ScenarioMap, agenda: Agenda): readonly ZoneTable[] {
  throw new Error(`Not measured yet: ${map.tiers.length} ${agenda.id}`);
}
