import type { Agenda, Choices, MapFeature, ScenarioMap, Tier } from "#model";
import { err, exact, ok, type Result, unreachable } from "#prelude";
import { type Areas, areaOf, areasOf, geometryOf, without } from "./areas.ts";
import { chosenOption, forceLimits, whyNone } from "./chosen-option.ts";
import { demilitarisedZone, zoneOfDepth } from "./demilitarised-zone.ts";
import { unmeasured } from "./measure.ts";
import { areaOfPresence, presence } from "./presence.ts";
import { basisOf, shapeOnMap } from "./shape-on-map.ts";
import { cutAlong } from "./strip-along.ts";
import type { ForcesOnTheGround, TierOnTheGround } from "./tier-on-the-ground.ts";

/**
 * What every tier of the map comes to under the choices: where, how large, how many troops, how far from the line, and
 * which limits apply. In the order of the map's tiers. What is open or missing is `unknown` with the reason, never an error.
 * Strips are remembered per line and depth, so that asking again costs little.
 */
export function tiersOnTheGround(map: ScenarioMap, agenda: Agenda, choices: Choices): readonly TierOnTheGround[] {
  return map.tiers.map((tier): TierOnTheGround => {
    switch (tier.kind) {
      case "demilitarised-zone":
        return demilitarisedZone(tier, map, agenda, choices);
      case "forces":
        return forces(tier, map, agenda, choices);
      case "presence":
        return presence(tier, map, agenda, choices);
      default:
        return unreachable(tier);
    }
  });
}

type ForcesTier = Extract<Tier, { readonly kind: "forces" }>;

function forces(tier: ForcesTier, map: ScenarioMap, agenda: Agenda, choices: Choices): ForcesOnTheGround {
  const ground = groundOfForces(tier, map, agenda, choices, []);
  const geometry = ground.ok ? geometryOf(ground.value.areas) : undefined;
  return {
    kind: "forces",
    id: tier.id,
    name: tier.name,
    ...(tier.note === undefined ? {} : { note: tier.note }),
    party: tier.party,
    ...(geometry ? { geometry } : {}),
    areaKm2: ground.ok
      ? { answer: exact(areaOf(ground.value.areas)), unit: "km2", basis: basisOf("area", ...ground.value.from) }
      : unmeasured("km2", ground.error),
    limits: forceLimits(agenda, choices, tier.limits),
    gaps: ground.ok ? [] : [ground.error],
  };
}

type Ground = { readonly areas: Areas; readonly from: readonly MapFeature[] };

/** @param asking the tiers that wait for this one: tiers that are each without the other have no ground. */
function groundOfForces(
  tier: ForcesTier,
  map: ScenarioMap,
  agenda: Agenda,
  choices: Choices,
  asking: readonly string[],
): Result<Ground, string> {
  const area = shapeOnMap(map, tier.area, "area");
  if (!area.ok) return area;
  const from = [area.value];
  const taken: Areas[] = [];
  for (const id of tier.without) {
    const other = map.tiers.find((one) => one.id === id);
    if (!other) return err(`The map has no tier "${id}".`);
    if (id === tier.id || asking.includes(id)) return err(`The tiers "${tier.id}" and "${id}" wait for each other.`);
    const ground = groundOfTier(other, map, agenda, choices, [...asking, tier.id]);
    if (!ground.ok) return ground;
    taken.push(ground.value.areas);
    from.push(...ground.value.from);
  }
  return ok({ areas: without(areasOf(area.value.geometry), ...taken), from });
}

function groundOfTier(
  tier: Tier,
  map: ScenarioMap,
  agenda: Agenda,
  choices: Choices,
  asking: readonly string[],
): Result<Ground, string> {
  switch (tier.kind) {
    case "forces":
      return groundOfForces(tier, map, agenda, choices, asking);
    case "presence": {
      const area = areaOfPresence(tier, map, agenda, choices);
      if (!area.ok) return area;
      return ok(area.value ? { areas: areasOf(area.value.geometry), from: [area.value] } : { areas: [], from: [] });
    }
    case "demilitarised-zone": {
      const { option } = chosenOption(agenda, choices, tier.depth);
      if (option === undefined) return err(whyNone(agenda, choices, tier.depth));
      const line = shapeOnMap(map, tier.line, "line");
      if (!line.ok) return line;
      const zone = zoneOfDepth(tier, map, option);
      if (!zone.ok) return zone;
      const areas = zone.value.sides.flatMap((side) => side.areas);
      // what the strip leaves out along the line itself is nobody's ground
      return ok({ areas: areas.length === 0 ? [] : [...areas, ...cutAlong(line.value.geometry)], from: [line.value] });
    }
    default:
      return unreachable(tier);
  }
}
