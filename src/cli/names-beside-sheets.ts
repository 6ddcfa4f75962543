import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileNames } from "./read-files.ts";

/** What a scenario may hold beside its agenda and sheets, by path inside its folder: durability.yaml and its map. */
export function namesBesideSheets(folder: string): readonly string[] {
  const yaml = ["durability.yaml", "durability.yml"].filter((name) => existsSync(join(folder, name)));
  const layers = ["map/layers.yaml", "map/layers.yml"].filter((name) => existsSync(join(folder, name)));
  const shapes = fileNames(join(folder, "map"), [".geojson"]).map((name) => `map/${name}`);
  return [...yaml.slice(0, 1), ...layers.slice(0, 1), ...shapes];
}
