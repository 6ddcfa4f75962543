// Writes the JSON Schemas that editors use, from the same definitions that check scenarios: `npm run schemas`.
import { writeFileSync } from "node:fs";
import { scenarioSchema, sheetSchema } from "#language";

const folder = new URL("../../schemas/", import.meta.url);
for (const [name, schema] of Object.entries({ scenario: scenarioSchema(), sheet: sheetSchema() }))
  writeFileSync(new URL(`${name}.schema.json`, folder), `${JSON.stringify(schema, null, 2)}\n`);
