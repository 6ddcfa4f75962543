import type { MapGeometry, OptionId, PartyId, Tier } from "#model";
import { type Span, unreachable } from "#prelude";
import { evidenceAt } from "../build/evidence.ts";
import { checkRange } from "../build/judgement.ts";
import { most } from "../build/limits.ts";
import { needSome } from "../build/need-some.ts";
import { checkDistinct, checkName, checkOption, entries, ids, many, nameFromId, type Reader } from "../build/reader.ts";
import { present } from "../present.ts";
import type { RawForces, RawLayers, RawPresence, RawTier, RawZone } from "../schema/layers-schema.ts";
import { fixForName } from "../suggestion.ts";
import type { FeatureNames } from "./read-features.ts";
import { checkTierCycles } from "./tier-cycles.ts";

/** The features and tiers that a tier may name. */
export type MapNames = { readonly features: FeatureNames; readonly tiers: ReadonlySet<string> | undefined };

type Building = { readonly reader: Reader; readonly names: MapNames; readonly layers: RawLayers };

const areas = ["Polygon", "MultiPolygon"] as const;
const lines = ["LineString", "MultiLineString"] as const;

/** The tiers of map/layers.yaml, with everything they name checked. */
export function buildTiers(reader: Reader, layers: RawLayers, names: MapNames): readonly Tier[] {
  const items = many<RawTier>(reader, layers, "tiers");
  if (items.length > most.tiers) {
    reader.diagnostics.error("too-many", reader.document.keyAt(layers, "tiers"), () => ({
      message: `There are ${items.length} tiers here; at most ${most.tiers} are read.`,
      fix: "Keep those that the settlement decides.",
    }));
    return [];
  }
  checkDistinct(reader, items, "tiers");
  const building = { reader, names, layers };
  const tiers = items.map(({ value }) => tierOf(building, value));
  checkTierCycles(
    reader,
    items.map(({ value }) => value),
  );
  return tiers;
}

function tierOf(building: Building, raw: RawTier): Tier {
  const own = present({ id: raw.id, name: raw.name ?? nameFromId(raw.id), note: raw.note });
  switch (raw.kind) {
    case "demilitarised-zone":
      return { ...own, ...zoneOf(building, raw) };
    case "forces":
      return { ...own, ...forcesOf(building, raw) };
    case "presence":
      return { ...own, ...presenceOf(building, raw) };
    default:
      return unreachable(raw);
  }
}

function zoneOf(building: Building, raw: RawZone) {
  const { reader } = building;
  const { document } = reader;
  checkFeature(building, raw.line, lines, () => document.at(raw, "line"));
  checkName(reader, "issue", raw.depth, () => document.at(raw, "depth"));
  if (raw.patrol !== undefined) checkName(reader, "issue", raw.patrol, () => document.at(raw, "patrol"));
  needSome(reader, raw, "sides", "party");
  needSome(reader, raw, "depths", "option");
  warnOfMissingDepths(reader, raw);
  const { published_km: published } = raw;
  if (published) checkEnds(reader, published);
  const depths = entries(reader, raw.depths).map(
    ({ key: option, value, keyAt }): [OptionId, Record<PartyId, number>] => {
      checkOption(reader, raw.depth, option, keyAt);
      for (const { key: party, keyAt: place } of entries(reader, value)) checkSide(reader, party, raw.sides, place);
      return [option, { ...value }];
    },
  );
  return present({
    kind: raw.kind,
    line: raw.line,
    sides: Object.fromEntries(
      entries(reader, raw.sides).map(({ key: party, value: area, keyAt, at }) => {
        checkName(reader, "party", party, keyAt);
        checkFeature(building, area, areas, at);
        return [party, area];
      }),
    ),
    depth: raw.depth,
    depths: Object.fromEntries(depths),
    patrol: raw.patrol,
    publishedKm: published && { ...ends(published), sources: ids(reader, published, "sources", "source") },
  });
}

/** An option that the tier says nothing about leaves the strip unknown: nobody has said that there is none. */
function warnOfMissingDepths({ document, names, diagnostics }: Reader, { depth, depths }: RawZone): void {
  const written = new Set(document.keys(depths)); // also those that a mistake has taken out
  if (written.size === 0) return;
  for (const option of names?.issues?.get(depth) ?? []) {
    if (written.has(option)) continue;
    diagnostics.warning("missing-depth", document.start(depths), () => ({
      message: `\`depths\` says nothing about option "${option}" of "${depth}": how deep the strip is there is not known.`,
      fix: `Write \`${option}: {}\` if nothing is demilitarised, or how many km on each side.`,
    }));
  }
}

function forcesOf(building: Building, raw: RawForces) {
  const { reader, names } = building;
  const { document } = reader;
  checkName(reader, "party", raw.party, () => document.at(raw, "party"));
  checkFeature(building, raw.area, areas, () => document.at(raw, "area"));
  for (const { value: tier, at } of many<string>(reader, raw, "without")) checkTier(reader, names.tiers, tier, at);
  return {
    kind: raw.kind,
    party: raw.party,
    area: raw.area,
    without: ids(reader, raw, "without", undefined),
    limits: ids(reader, raw, "limits", "issue"),
  };
}

function presenceOf(building: Building, raw: RawPresence) {
  const { reader, layers } = building;
  const { document } = reader;
  checkName(reader, "issue", raw.issue, () => document.at(raw, "issue"));
  if (raw.from !== undefined) checkFeature(building, raw.from, lines, () => document.at(raw, "from"));
  const { troops_per_brigade: brigade } = raw;
  if (brigade) checkEnds(reader, brigade);
  const inherited = evidenceAt(reader, layers.evidence ?? {});
  return present({
    kind: raw.kind,
    parties: ids(reader, raw, "parties", "party"),
    issue: raw.issue,
    areas: Object.fromEntries(
      entries(reader, raw.areas).map(({ key: option, value: area, keyAt, at }) => {
        checkOption(reader, raw.issue, option, keyAt);
        checkFeature(building, area, areas, at);
        return [option, area];
      }),
    ),
    from: raw.from,
    troopsPerBrigade: brigade && { ...ends(brigade), evidence: evidenceAt(reader, brigade, inherited) },
    limits: ids(reader, raw, "limits", "issue"),
  });
}

/** The feature is of the map, and of a kind that can be what it is named for. */
function checkFeature(
  { reader: { diagnostics }, names: { features } }: Building,
  id: string,
  wanted: readonly MapGeometry["type"][],
  at: () => Span,
): void {
  const type = features.geometries.get(id);
  if (type === undefined && !features.places.has(id) && features.complete)
    diagnostics.error("unknown-feature", at(), () => ({
      message: `No file of map/ has a feature "${id}".`,
      fix: fixForName(id, features.places.keys(), "feature"),
    }));
  if (type !== undefined && !wanted.includes(type))
    diagnostics.error("geometry-type", at(), () => ({
      message: `The feature "${id}" is a ${type}; here it must be a ${wanted.join(" or a ")}.`,
      fix: wanted === lines ? "Name a line." : "Name an area.",
    }));
}

/** Reports the tier unless layers.yaml declares it. */
export function checkTier(
  { diagnostics }: Reader,
  tiers: ReadonlySet<string> | undefined,
  id: string,
  at: () => Span,
): void {
  if (!tiers || tiers.has(id)) return;
  diagnostics.error("unknown-tier", at(), () => ({
    message: `There is no tier "${id}" in map/layers.yaml.`,
    fix: fixForName(id, tiers, "tier"),
  }));
}

function checkSide(reader: Reader, party: PartyId, sides: Readonly<Record<PartyId, string>>, at: () => Span): void {
  if (!checkName(reader, "party", party, at) || party in sides) return;
  reader.diagnostics.error("unknown-party", at(), () => ({
    message: `"${party}" is not one of the sides of this tier.`,
    fix: fixForName(party, Object.keys(sides), "side"),
  }));
}

type Ends = { readonly low: number; readonly high: number };

function checkEnds(reader: Reader, raw: Ends): void {
  checkRange(reader, { low: raw.low, mid: raw.low, high: raw.high }, () => reader.document.at(raw, "low"));
}

function ends({ low, high }: Ends): Ends {
  return { low, high };
}
