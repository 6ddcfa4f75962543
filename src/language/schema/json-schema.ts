import * as z from "zod";
import { conflictFile } from "../conflict/conflict-schema.ts";
import { durabilityFile } from "./durability-schema.ts";
import { layersFile } from "./layers-schema.ts";
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

/** The JSON Schema of a conflict file. */
export function conflictSchema(): JsonSchema {
  return describe(conflictFile, "Entente conflict");
}

/** The JSON Schema of durability.yaml. */
export function durabilitySchema(): JsonSchema {
  return describe(durabilityFile, "Entente durability: judgements about the time after signature");
}

/** The JSON Schema of map/layers.yaml. */
export function mapLayersSchema(): JsonSchema {
  return describe(layersFile, "Entente map layers: what the shapes of a map are for");
}

function describe(schema: z.ZodType, title: string): JsonSchema {
  return {
    title,
    ...z.toJSONSchema(schema, {
      io: "input",
      reused: "ref",
      override: ({ jsonSchema }) => {
        // the reader takes an unquoted number for its digits where a text is wanted: `date: 2025`
        const free = !jsonSchema.format && !jsonSchema.enum && jsonSchema.const === undefined;
        if (jsonSchema.type === "string" && free) Object.assign(jsonSchema, { type: ["string", "number"] });
      },
    }),
  };
}
