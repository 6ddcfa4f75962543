import type { Question, ScenarioMap, TierMeasure, Variant } from "#model";
import { endsOf, type Measure, type TierOnTheGround, tiersOnTheGround } from "#monitor";
import { unreachable } from "#prelude";
import { type Finding, found, type Judged, undecided, type World } from "../finding.ts";
import { judgedTier, type TierPart } from "../judged-tier.ts";
import { readVariant } from "../lookup.ts";
import { figure, listed, separated, variantText } from "../wording.ts";

/** Decided by the shapes of the map; see judgedTier. A tier that is not on the ground fails it. */
export function decideTiersDrawn(question: Extract<Question, { kind: "tiers-drawn" }>, { scenario }: World): Finding {
  const tiers = measuredTiers(question.of, question.tiers, scenario);
  if (typeof tiers === "string") return undecided(tiers);
  for (const { name, areaKm2 } of tiers) {
    if (areaKm2.answer.status === "unknown") return undecided(`"${name}" cannot be drawn: ${areaKm2.answer.reason}`);
  }
  const isDrawn = ({ geometry, areaKm2 }: TierOnTheGround) => geometry !== undefined && (endsOf(areaKm2)?.low ?? 0) > 0;
  const missing = tiers.filter((tier) => !isDrawn(tier));
  const { choices } = readVariant(scenario, question.of);
  return found(
    missing.length === 0,
    () =>
      missing.length > 0
        ? `${listed(missing.map(({ name }) => `"${name}"`))} ${missing.length === 1 ? "has" : "have"} no ground under ${variantText(scenario, question.of)}.`
        : `Under ${variantText(scenario, question.of)}: ${tiers.map(({ name, areaKm2 }) => `"${name}" ${measureText(areaKm2)}`).join("; ")}.`,
    () => (missing.length > 0 ? missing : tiers).flatMap(({ id }) => judgedTier(scenario, id, choices, "area")),
  );
}

/** Decided by the shapes of the map. A range that lies partly within the bounds leaves it undecided. */
export function decideMeasured(question: Extract<Question, { kind: "measured" }>, { scenario }: World): Finding {
  const tiers = measuredTiers(question.of, [question.tier], scenario);
  if (typeof tiers === "string") return undecided(tiers);
  const [tier] = tiers;
  const what = words[question.what];
  const measure = tier && measureOf(tier, question.what);
  const of = `${what} of "${tier?.name ?? question.tier}" under ${variantText(scenario, question.of)}`;
  if (!measure) return undecided(`There is no ${of}.`);
  const ends = boundsOf(measure, question.what);
  if (!ends) {
    const reason = measure.answer.status === "unknown" ? `: ${measure.answer.reason}` : ".";
    return undecided(`The ${of} is not known${reason}`);
  }
  const { low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY } = question;
  const why = () => `The ${of} is ${measureText(measure, ends)}.`;
  const judgements = (): readonly Judged[] => {
    return judgedTier(scenario, question.tier, readVariant(scenario, question.of).choices, parts[question.what]);
  };
  if (ends.low >= low && ends.high <= high) return found(true, why, judgements);
  if (ends.high < low || ends.low > high) return found(false, why, judgements);
  return undecided(`${why()} That is partly within what was asked.`);
}

const words: Readonly<Record<TierMeasure, string>> = {
  area_km2: "area",
  length_km: "length",
  troops_per_km_low: "strength, at the fewest,",
  troops_per_km_high: "strength, at the most,",
  distance_km_least: "least distance from the line",
};

const parts: Readonly<Record<TierMeasure, TierPart>> = {
  area_km2: "area",
  length_km: "length",
  troops_per_km_low: "length",
  troops_per_km_high: "length",
  distance_km_least: "distance",
};

/** The tiers asked for, each measured; or why there are none. */
function measuredTiers(
  of: Variant,
  ids: readonly string[],
  scenario: World["scenario"],
): readonly TierOnTheGround[] | string {
  const { map, agenda } = scenario;
  if (!map) return "The scenario has no map.";
  const unknown = ids.find((id) => !map.tiers.some((tier) => tier.id === id));
  if (unknown !== undefined) return `The map has no tier "${unknown}".`;
  const tiers = tiersOnTheGround(onlyTiers(map, ids), agenda, readVariant(scenario, of).choices);
  return tiers.filter(({ id }) => ids.includes(id));
}

/** The map with these tiers and those that they leave out of their own ground: the others need not be measured. */
function onlyTiers(map: ScenarioMap, ids: readonly string[]): ScenarioMap {
  const wanted = new Set<string>();
  const want = (id: string): void => {
    if (wanted.has(id)) return;
    wanted.add(id);
    const tier = map.tiers.find((one) => one.id === id);
    if (tier?.kind === "forces") for (const other of tier.without) want(other);
  };
  for (const id of ids) want(id);
  return { ...map, tiers: map.tiers.filter(({ id }) => wanted.has(id)) };
}

function measureOf(tier: TierOnTheGround, what: TierMeasure): Measure | undefined {
  switch (what) {
    case "area_km2":
      return tier.areaKm2;
    case "length_km":
      return tier.kind === "demilitarised-zone" ? tier.lengthKm : undefined;
    case "troops_per_km_low":
    case "troops_per_km_high":
      return tier.kind === "demilitarised-zone" ? tier.patrols.find(({ chosen }) => chosen)?.perKm : undefined;
    case "distance_km_least":
      return tier.kind === "presence" ? tier.nearestKm : undefined;
    default:
      return unreachable(what);
  }
}

type Ends = { readonly low: number; readonly high: number };

/** Of a range of strengths the one end that is asked for; else all of the range. */
function boundsOf(measure: Measure, what: TierMeasure): Ends | undefined {
  const ends = endsOf(measure);
  if (!ends) return undefined;
  if (what === "troops_per_km_low") return { low: ends.low, high: ends.low };
  return what === "troops_per_km_high" ? { low: ends.high, high: ends.high } : ends;
}

function measureText(measure: Measure, ends: Ends | undefined = endsOf(measure)): string {
  const unit = measure.unit === "km2" ? "km²" : measure.unit;
  const { low, high } = ends ?? { low: 0, high: 0 };
  const number = low < high ? `${rounded(low)} to ${rounded(high)}` : rounded(low);
  return `${number} ${unit}${measure.basis === undefined ? "" : ` (${measure.basis})`}`;
}

/** Whole numbers from 100, one decimal below: nothing on a coarse map is known more closely. */
function rounded(value: number): string {
  return Math.abs(value) >= 100 ? separated(Math.round(value)) : figure(Number(value.toFixed(1)));
}
