// Writes the JSON Schemas that editors use, from the same definitions that check scenarios: `npm run schemas`.
import { writeFileSync } from "node:fs";
import { scenarioSchema, sheetSchema } from "#language";
import { analysisSchema } from "#report";

const folder = new URL("../../schemas/", import.meta.url);
const schemas = { scenario: scenarioSchema(), sheet: sheetSchema(), analysis: analysisSchema() };
for (const [name, schema] of Object.entries(schemas))
  writeFileSync(new URL(`${name}.schema.json`, folder), `${JSON.stringify(schema, null, 2)}\n`);
