import type { MapFeature, ScenarioMap, Tier } from "#model";
import { unreachable } from "#prelude";
import { formatEvidence, mapOf, ownText, type Plain, some, yamlText } from "../plain-yaml.ts";

/** Characters and positions of one file of features; the reader takes twice as many. */
const largestText = 500_000;
const mostPositions = 20_000;

/** A map as files of the language: map/layers.yaml when it has tiers, and its features. Reading them gives the same. */
export function formatMap({ features, tiers }: ScenarioMap): ReadonlyMap<string, string> {
  const files = inFiles(features).map((own, index): [string, string] => [
    `map/features-${String(index + 1).padStart(4, "0")}.geojson`, // so that their order is that of their names
    `{"type":"FeatureCollection","features":[\n${own.join(",\n")}\n]}\n`,
  ]);
  const layers = mapOf({ schema: "entente.map/1", tiers: some(tiers, formatTier) });
  return new Map([
    ...(tiers.length > 0 || files.length === 0
      ? [["map/layers.yaml", yamlText(layers, "../../../schemas/map-layers.schema.json")] as const]
      : []),
    ...files,
  ]);
}

/** The features as texts, in as few files as the reader's limits allow. */
function inFiles(features: readonly MapFeature[]): readonly (readonly string[])[] {
  const files: string[][] = [];
  let [length, positions] = [Number.POSITIVE_INFINITY, 0];
  for (const feature of features) {
    const text = formatFeature(feature);
    const own = feature.geometry.coordinates.flat(4).length / 2;
    if (length + text.length > largestText || positions + own > mostPositions) {
      files.push([]);
      [length, positions] = [0, 0];
    }
    files.at(-1)?.push(text);
    length += text.length;
    positions += own;
  }
  return files;
}

function formatFeature({ id, name, approximate, asOf, note, sources, geometry }: MapFeature): string {
  const properties = { id, name, approximate, as_of: asOf, note, sources: sources.length > 0 ? sources : undefined };
  return JSON.stringify({ type: "Feature", properties, geometry });
}

function formatTier(tier: Tier): Plain {
  const { id, name, note, kind } = tier;
  const own = { id, name, note, kind };
  switch (tier.kind) {
    case "demilitarised-zone": {
      const { publishedKm: published } = tier;
      return mapOf({
        ...own,
        line: tier.line,
        sides: mapOf(tier.sides),
        depth: tier.depth,
        depths: new Map(Object.entries(tier.depths).map(([option, sides]): [string, Plain] => [option, mapOf(sides)])),
        patrol: tier.patrol,
        published_km:
          published && mapOf({ low: published.low, high: published.high, sources: some(published.sources, ownText) }),
      });
    }
    case "forces":
      return mapOf({
        ...own,
        party: tier.party,
        area: tier.area,
        without: some(tier.without, ownText),
        limits: some(tier.limits, ownText),
      });
    case "presence": {
      const { troopsPerBrigade: brigade } = tier;
      return mapOf({
        ...own,
        parties: tier.parties,
        issue: tier.issue,
        areas: mapOf(tier.areas),
        from: tier.from,
        troops_per_brigade:
          brigade && mapOf({ low: brigade.low, high: brigade.high, ...formatEvidence(brigade.evidence) }),
        limits: some(tier.limits, ownText),
      });
    }
    default:
      return unreachable(tier);
  }
}
