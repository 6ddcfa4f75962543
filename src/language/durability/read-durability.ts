import type { Durability } from "#model";
import type { Names } from "../build/names.ts";
import type { Diagnostics } from "../diagnostics.ts";
import type { ScenarioFiles } from "../parse-scenario.ts";
import { checkShape } from "../schema/check-shape.ts";
import { durabilityFile } from "../schema/durability-schema.ts";
import { readYaml } from "../text/yaml-document.ts";
import { buildDurability } from "./build-durability.ts";
import { type DurabilityNames, durabilityNamesOf, noDurabilityNames } from "./durability-names.ts";

export type ReadDurability = {
  /** Undefined when there is no such file, or nothing of it could be read. */
  readonly durability: Durability | undefined;
  readonly names: DurabilityNames;
};

/** durability.yaml, if the folder has one. */
export function readDurability(
  files: ScenarioFiles,
  names: Names | undefined,
  diagnostics: Diagnostics,
): ReadDurability {
  const path = ["durability.yaml", "durability.yml"].find((name) => files.has(name));
  const document = path === undefined ? undefined : readYaml(path, files.get(path)!, diagnostics);
  if (!document) return { durability: undefined, names: noDurabilityNames };
  const isMap = typeof document.raw === "object" && document.raw !== null && !Array.isArray(document.raw);
  const own = isMap ? durabilityNamesOf(document.raw as object, document) : noDurabilityNames; // an object, by the check
  const shaped = checkShape(durabilityFile, document, { schema: "entente.durability/1" }, diagnostics);
  const durability = shaped && buildDurability({ document, names, diagnostics }, shaped.value, own);
  return { durability, names: own };
}
