import * as z from "zod";
import { scenarioFile } from "./scenario-schema.ts";
import { sheetFile } from "./sheet-schema.ts";

export type JsonSchema = Readonly<Record<string, unknown>>;

/** The JSON Schema of scenario.yaml, for editors. It knows shapes, not which ids exist. */
export function scenarioSchema(): JsonSchema {
  return describe(scenarioFile, "Entente scenario");
}

/** The JSON Schema of sheets/PARTY.yaml. */
export function sheetSchema(): JsonSchema {
  return describe(sheetFile, "Entente preference sheet");
}

function describe(schema: z.ZodType, title: string): JsonSchema {
  return { title, ...z.toJSONSchema(schema, { io: "input", reused: "ref" }) };
}
