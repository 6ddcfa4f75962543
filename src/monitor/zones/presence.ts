import type { Agenda, Choices, MapFeature, Option, ScenarioMap, Tier } from "#model";
import { err, exact, ok, type Result } from "#prelude";
import { areaOf, areasOf } from "./areas.ts";
import { chosenOption, forceLimits, optionOf, stated, whyNone } from "./chosen-option.ts";
import { distanceToLine } from "./distance-to-line.ts";
import { endsOf, type Measure, measure, unmeasured } from "./measure.ts";
import { basisOf, shapeOnMap } from "./shape-on-map.ts";
import type { PresenceOnTheGround } from "./tier-on-the-ground.ts";

export type PresenceTier = Extract<Tier, { readonly kind: "presence" }>;

export function presence(tier: PresenceTier, map: ScenarioMap, agenda: Agenda, choices: Choices): PresenceOnTheGround {
  const chosen = chosenOption(agenda, choices, tier.issue);
  const option = optionOf(agenda, chosen);
  const area = areaOfPresence(tier, map, agenda, choices);
  const away = area.ok ? distance(tier, map, area.value) : err(area.error);
  const strength = strengthOf(tier, option, whyNone(agenda, choices, tier.issue));
  const km = (value: (both: { nearestKm: number; farthestKm: number }) => number): Measure =>
    away.ok ? { answer: exact(value(away.value)), unit: "km", basis: away.value.basis } : unmeasured("km", away.error);
  const gaps = [
    ...(area.ok ? [] : [area.error]),
    ...(away.ok || (area.ok && area.value === undefined) ? [] : [away.error]),
    ...[strength.troops, strength.brigades].flatMap(({ answer }) =>
      answer.status === "unknown" ? [answer.reason] : [],
    ),
  ];
  return {
    kind: "presence",
    id: tier.id,
    name: tier.name,
    ...(tier.note === undefined ? {} : { note: tier.note }),
    parties: tier.parties,
    presence: chosen,
    ...(area.ok && area.value ? { geometry: area.value.geometry } : {}),
    areaKm2: areaMeasure(area),
    ...strength,
    ...(tier.troopsPerBrigade ? { troopsPerBrigade: tier.troopsPerBrigade } : {}),
    nearestKm: km(({ nearestKm }) => nearestKm),
    farthestKm: km(({ farthestKm }) => farthestKm),
    limits: forceLimits(agenda, choices, tier.limits),
    gaps: [...new Set(gaps)],
  };
}

/** Where the chosen option puts the force; undefined: nobody is on the ground. */
export function areaOfPresence(
  tier: PresenceTier,
  map: ScenarioMap,
  agenda: Agenda,
  choices: Choices,
): Result<MapFeature | undefined, string> {
  const { option } = chosenOption(agenda, choices, tier.issue);
  if (option === undefined) return err(whyNone(agenda, choices, tier.issue));
  const id = Object.hasOwn(tier.areas, option) ? tier.areas[option] : undefined;
  return id === undefined ? ok(undefined) : shapeOnMap(map, id, "area");
}

function areaMeasure(area: Result<MapFeature | undefined, string>): Measure {
  if (!area.ok) return unmeasured("km2", area.error);
  if (!area.value) return { answer: exact(0), unit: "km2" };
  return {
    answer: exact(areaOf(areasOf(area.value.geometry))),
    unit: "km2",
    basis: basisOf("area", area.value),
  };
}

type Away = { readonly nearestKm: number; readonly farthestKm: number; readonly basis: string };

function distance(tier: PresenceTier, map: ScenarioMap, area: MapFeature | undefined): Result<Away, string> {
  if (!area) return err("Nobody is on the ground.");
  if (tier.from === undefined) return err("The map names no line to measure from.");
  const line = shapeOnMap(map, tier.from, "line");
  if (!line.ok) return line;
  return ok({ ...distanceToLine(area.geometry, line.value.geometry), basis: basisOf("line", line.value, area) });
}

type Strength = Pick<PresenceOnTheGround, "troops" | "brigades" | "brigadesAsTroops">;

/** As stated; what is not stated is converted both ways round, the widest range that the assumption allows. */
function strengthOf(tier: PresenceTier, option: Option | undefined, open: string): Strength {
  if (!option) return { troops: unmeasured("troops", open), brigades: unmeasured("brigades", open) };
  const troops = stated(option, "troops");
  const brigades = stated(option, "brigades");
  const each = tier.troopsPerBrigade;
  const basis =
    each && `converted at ${withCommas(each.low)} to ${withCommas(each.high)} troops per brigade, an assumption`;
  const [men, units] = [endsOf(troops), endsOf(brigades)];
  const asTroops = each && units ? measure(units.low * each.low, units.high * each.high, "troops", basis) : undefined;
  const asBrigades =
    each && men && each.low > 0 ? measure(men.low / each.high, men.high / each.low, "brigades", basis) : undefined;
  return {
    troops: men ? troops : (asTroops ?? troops),
    brigades: units ? brigades : (asBrigades ?? brigades),
    ...(asTroops ? { brigadesAsTroops: asTroops } : {}),
  };
}

/** With a comma at every thousand. Whole numbers are what a map states; of another the fraction stays as it is. */
function withCommas(value: number): string {
  const [whole = "", fraction] = String(value).split(".");
  return whole.replace(/\B(?=(\d{3})+$)/g, ",") + (fraction === undefined ? "" : `.${fraction}`);
}
