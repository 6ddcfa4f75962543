export { formatConflict } from "./conflict/format-conflict.ts";
export { parseConflict } from "./conflict/parse-conflict.ts";
export type { ConflictAbout, ConflictSource, ParsedConflict } from "./conflict/parsed-conflict.ts";
export type { YamlEdit } from "./edit/edit-value.ts";
export { editYaml, offsetOf, readYamlValue } from "./edit/edit-yaml.ts";
export type { Path } from "./edit/path.ts";
export type { Named } from "./edit/references.ts";
export { countMentions, type Renaming, renameId } from "./edit/rename-id.ts";
export type { YamlValue } from "./edit/yaml-value.ts";
export { formatScenario } from "./format-scenario.ts";
export { formatSheetFile } from "./format-sheet-file.ts";
export { type ParsedEfg, parseEfg } from "./interchange/efg.ts";
export { formatEfg } from "./interchange/efg-format.ts";
export { formatGmcr } from "./interchange/format-gmcr.ts";
export { parseGmcr } from "./interchange/gmcr.ts";
export { type DomainChoice, type DomainFolder, readDomainFolder } from "./interchange/index.ts";
export { type ParsedNfg, parseNfg } from "./interchange/nfg.ts";
export { formatNfg } from "./interchange/nfg-format.ts";
export { type ParsedScenario, parseScenario, type ScenarioFiles } from "./parse-scenario.ts";
export { type ParsedSheet, parseSheet } from "./parse-sheet.ts";
export {
  conflictSchema,
  durabilitySchema,
  type JsonSchema,
  mapLayersSchema,
  scenarioSchema,
  sheetSchema,
} from "./schema/json-schema.ts";
