export { formatScenario } from "./format-scenario.ts";
export { formatSheetFile } from "./format-sheet-file.ts";
export { type DomainChoice, type DomainFolder, readDomainFolder } from "./interchange/index.ts";
export { type ParsedScenario, parseScenario, type ScenarioFiles } from "./parse-scenario.ts";
export { type ParsedSheet, parseSheet } from "./parse-sheet.ts";
export { type JsonSchema, scenarioSchema, sheetSchema } from "./schema/json-schema.ts";
