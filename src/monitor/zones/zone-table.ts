import type { Agenda, IssueId, OptionId, ScenarioMap, SourceId } from "#model";
import { lineLength, patrols, publishedLength, type ZoneTier, zoneOfDepth } from "./demilitarised-zone.ts";
import { type Measure, unmeasured } from "./measure.ts";
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
  return map.tiers
    .filter((tier) => tier.kind === "demilitarised-zone")
    .map((tier) => {
      const lengthKm = lineLength(tier, map);
      const publishedKm = publishedLength(tier);
      return {
        tier: tier.id,
        name: tier.name,
        lengthKm,
        ...(publishedKm ? { publishedKm } : {}),
        depthIssue: tier.depth,
        depths: depthRows(tier, map, agenda),
        ...(tier.patrol === undefined ? {} : { patrolIssue: tier.patrol }),
        patrols: patrols(tier, agenda, lengthKm),
      };
    });
}

function depthRows(tier: ZoneTier, map: ScenarioMap, agenda: Agenda): readonly DepthRow[] {
  const issue = agenda.issues.find(({ id }) => id === tier.depth);
  return (issue?.options ?? []).map(({ id, name }): DepthRow => {
    const zone = zoneOfDepth(tier, map, id);
    return {
      option: id,
      name,
      areaKm2: zone.ok ? zone.value.areaKm2 : unmeasured("km2", zone.error),
      landKm2: zone.ok ? zone.value.landKm2 : unmeasured("km2", zone.error),
      bySide: zone.ok ? zone.value.sides.map(({ side }) => side) : [],
    };
  });
}
