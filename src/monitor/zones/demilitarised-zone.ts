import type { Agenda, Choices, MapFeature, OptionId, PartyId, ScenarioMap, SourceId, Tier } from "#model";
import { err, exact, ok, type Result } from "#prelude";
import { type Areas, areaOf, areasOf, geometryOf, inBoth } from "./areas.ts";
import { chosenOption, stated, whyNone } from "./chosen-option.ts";
import { lengthKm } from "./length-km.ts";
import { type Measure, measure, unmeasured } from "./measure.ts";
import { patrolDensity } from "./patrol-density.ts";
import { basisOf, shapeOnMap } from "./shape-on-map.ts";
import { stripAlong } from "./strip-along.ts";
import { mostDisagreement } from "./strip-disagreement.ts";
import type { DemilitarisedZoneOnTheGround, PatrolStrength, SideOfZone } from "./tier-on-the-ground.ts";

export type ZoneTier = Extract<Tier, { readonly kind: "demilitarised-zone" }>;

export function demilitarisedZone(
  tier: ZoneTier,
  map: ScenarioMap,
  agenda: Agenda,
  choices: Choices,
): DemilitarisedZoneOnTheGround {
  const depth = chosenOption(agenda, choices, tier.depth);
  const ground =
    depth.option === undefined ? err(whyNone(agenda, choices, tier.depth)) : zoneOfDepth(tier, map, depth.option);
  const length = lineLength(tier, map);
  const published = publishedLength(tier);
  const geometry = ground.ok ? geometryOf(ground.value.sides.flatMap(({ areas }) => areas)) : undefined;
  const patrolGap =
    tier.patrol !== undefined && chosenOption(agenda, choices, tier.patrol).option === undefined
      ? [whyNone(agenda, choices, tier.patrol)]
      : [];
  return {
    kind: "demilitarised-zone",
    id: tier.id,
    name: tier.name,
    ...(tier.note === undefined ? {} : { note: tier.note }),
    depth,
    ...(geometry ? { geometry } : {}),
    areaKm2: ground.ok ? ground.value.areaKm2 : unmeasured("km2", ground.error),
    landKm2: ground.ok ? ground.value.landKm2 : unmeasured("km2", ground.error),
    bySide: ground.ok ? ground.value.sides.map(({ side }) => side) : [],
    lengthKm: length,
    ...(published ? { publishedKm: published } : {}),
    patrols: patrols(tier, agenda, length, choices),
    gaps: [...new Set([...(ground.ok ? [] : [ground.error]), ...reasonOf(length), ...patrolGap])],
  };
}

type ZoneGround = {
  readonly sides: readonly { readonly side: SideOfZone; readonly areas: Areas }[];
  readonly areaKm2: Measure;
  readonly landKm2: Measure;
};

/** The strip at the depths that an option stands for. Every option must be in the tier's table: none is guessed. */
export function zoneOfDepth(tier: ZoneTier, map: ScenarioMap, option: OptionId): Result<ZoneGround, string> {
  const depths = Object.hasOwn(tier.depths, option) ? tier.depths[option] : undefined;
  if (!depths) return err(`The map does not say how deep "${option}" is.`);
  const line = shapeOnMap(map, tier.line, "line");
  if (!line.ok) return line;
  const features: Record<PartyId, MapFeature> = {};
  for (const [party, id] of Object.entries(tier.sides)) {
    const area = shapeOnMap(map, id, "area");
    if (!area.ok) return area;
    features[party] = area.value;
  }
  const areas = Object.fromEntries(Object.entries(features).map(([party, { geometry }]) => [party, geometry]));
  const strip = stripAlong(line.value.geometry, areas, depths);
  if (!strip.ok) return err(`No strip along "${tier.line}". ${strip.error}`);
  const basis = basisOf("line", line.value);
  const checked = `${basis}, checked to ${100 * mostDisagreement} %`;
  const sides = Object.keys(features).map((party) => {
    const ground = strip.value[party] ?? [];
    const geometry = geometryOf(ground);
    const areaKm2 = kilometres2(areaOf(ground), checked);
    const side: SideOfZone = { party, depthKm: depths[party] ?? 0, ...(geometry ? { geometry } : {}), areaKm2 };
    return { side, areas: ground, landKm2: landWithin(ground, features[party]!) }; // the keys are those of features
  });
  const sum = (of: (one: (typeof sides)[number]) => number) => sides.map(of).reduce((a, b) => a + b, 0);
  return ok({
    sides,
    areaKm2: kilometres2(
      sum(({ areas }) => areaOf(areas)),
      checked,
    ),
    landKm2: kilometres2(
      sum((one) => one.landKm2),
      basis,
    ),
  });
}

function kilometres2(value: number, basis: string): Measure {
  return { answer: exact(value), unit: "km2", basis };
}

/** Strips are remembered, so the same ground is asked about again whenever a slider comes back to it. */
function landWithin(ground: Areas, side: MapFeature): number {
  if (ground.length === 0) return 0;
  const known = rememberedLand.get(ground) ?? new WeakMap<MapFeature, number>();
  rememberedLand.set(ground, known);
  const km2 = known.get(side) ?? areaOf(inBoth(ground, areasOf(side.geometry)));
  known.set(side, km2);
  return km2;
}

const rememberedLand = new WeakMap<Areas, WeakMap<MapFeature, number>>();

export function lineLength(tier: ZoneTier, map: ScenarioMap): Measure {
  const line = shapeOnMap(map, tier.line, "line");
  if (!line.ok) return unmeasured("km", line.error);
  const km = lengthKm(line.value.geometry);
  return measure(km, km, "km", basisOf("line", line.value));
}

export function publishedLength(
  tier: ZoneTier,
): { readonly measure: Measure; readonly sources: readonly SourceId[] } | undefined {
  if (!tier.publishedKm) return undefined;
  const { low, high, sources } = tier.publishedKm;
  return { measure: measure(low, high, "km", "as published"), sources };
}

/** Every option of the patrol's issue; without choices none is the chosen one. */
export function patrols(
  tier: ZoneTier,
  agenda: Agenda,
  length: Measure,
  choices: Choices = {},
): readonly PatrolStrength[] {
  const published = publishedLength(tier);
  const issue = agenda.issues.find(({ id }) => id === tier.patrol);
  return (issue?.options ?? []).map((option): PatrolStrength => {
    const troops = stated(option, "troops");
    return {
      option: option.id,
      name: option.name,
      chosen: tier.patrol !== undefined && choices[tier.patrol] === option.id,
      troops,
      perKm: patrolDensity(troops, length),
      ...(published ? { perPublishedKm: patrolDensity(troops, published.measure) } : {}),
    };
  });
}

function reasonOf({ answer }: Measure): readonly string[] {
  return answer.status === "unknown" ? [answer.reason] : [];
}
