import { z } from "zod";
import { analysisContract } from "./analysis-contract.ts";

/** The contract as JSON Schema 2020-12, for `schemas/analysis.schema.json`. */
export function analysisSchema(): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(analysisContract()) as Readonly<Record<string, unknown>>; // a JSON object by definition
}
