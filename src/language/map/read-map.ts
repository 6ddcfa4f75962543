import type { MapFeature, ScenarioMap } from "#model";
import { most } from "../build/limits.ts";
import { idsOf, type Names } from "../build/names.ts";
import type { Diagnostics } from "../diagnostics.ts";
import type { ScenarioFiles } from "../parse-scenario.ts";
import { checkShape } from "../schema/check-shape.ts";
import { layersFile } from "../schema/layers-schema.ts";
import { readYaml } from "../text/yaml-document.ts";
import { buildTiers } from "./build-tiers.ts";
import type { FeatureNames } from "./read-features.ts";
import { readShapes } from "./read-shapes.ts";

export type ReadMap = {
  /** Undefined when the folder has no map. */
  readonly map: ScenarioMap | undefined;
  /** Ids of the tiers; undefined where layers.yaml could not be read, and where there is none. */
  readonly tiers: ReadonlySet<string> | undefined;
};

/** map/layers.yaml and map/*.geojson, as many of them as the folder has. */
export function readMap(files: ScenarioFiles, names: Names | undefined, diagnostics: Diagnostics): ReadMap {
  const shapes = [...files.keys()].filter(isShapePath).sort(); // one order on every machine
  const layers = ["map/layers.yaml", "map/layers.yml"].find((path) => files.has(path));
  if (shapes.length === 0 && layers === undefined) return { map: undefined, tiers: undefined };
  const seen: FeatureNames = { places: new Map(), geometries: new Map(), complete: true };
  const room = { positions: most.positions, features: most.features };
  const features: MapFeature[] = [];
  for (const path of shapes) features.push(...readShapes(path, files.get(path)!, names, diagnostics, seen, room));
  if (layers === undefined) return { map: { features, tiers: [] }, tiers: undefined };
  const document = readYaml(layers, files.get(layers)!, diagnostics);
  if (!document) return { map: { features, tiers: [] }, tiers: undefined };
  const raw = document.raw as Readonly<Record<string, unknown>> | readonly unknown[]; // asked for one key, below
  const tierNames =
    typeof raw === "object" && !Array.isArray(raw) ? idsOf(Reflect.get(raw, "tiers"), document) : undefined;
  const shaped = checkShape(layersFile, document, { schema: "entente.map/1" }, diagnostics);
  const reader = { document, names, diagnostics };
  const tiers = shaped ? buildTiers(reader, shaped.value, { features: seen, tiers: tierNames }) : [];
  return { map: { features, tiers }, tiers: tierNames };
}

/** The shapes of a map lie beside layers.yaml, not in folders below. */
export function isShapePath(path: string): boolean {
  return /^map\/[^/]+\.geojson$/i.test(path);
}
