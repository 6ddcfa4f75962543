// Writes the JSON Schemas, `npm run schemas`: those that editors use, from the same definitions that check scenarios, and
// the contract of every --json.
import { writeFileSync } from "node:fs";
import { conflictSchema, durabilitySchema, mapLayersSchema, scenarioSchema, sheetSchema } from "#language";
import { contractSchemas } from "#report";

const folder = new URL("../../schemas/", import.meta.url);
const schemas = {
  conflict: conflictSchema(),
  scenario: scenarioSchema(),
  sheet: sheetSchema(),
  durability: durabilitySchema(),
  "map-layers": mapLayersSchema(),
  ...contractSchemas(),
};
for (const [name, schema] of Object.entries(schemas))
  writeFileSync(new URL(`${name}.schema.json`, folder), `${JSON.stringify(schema, null, 2)}\n`);
