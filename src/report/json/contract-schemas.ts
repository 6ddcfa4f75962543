import { z } from "zod";
import { analysisSchema } from "./analysis-schema.ts";
import { claimsContract } from "./claims-contract.ts";
import { durabilityContract } from "./durability-contract.ts";
import { evaluationContract } from "./evaluation-contract.ts";
import { gameContract } from "./game-contract.ts";
import { robustnessContract } from "./robustness-contract.ts";
import { stabilityContract } from "./stability-contract.ts";

/** The contract of every `--json` as JSON Schema 2020-12, by the name of its file in schemas/. */
export function contractSchemas(): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  return {
    analysis: analysisSchema(),
    evaluation: asSchema(evaluationContract()),
    claims: asSchema(claimsContract()),
    robustness: asSchema(robustnessContract()),
    stability: asSchema(stabilityContract()),
    game: asSchema(gameContract()),
    // durability.schema.json is that of the file durability.yaml
    "durability-answer": asSchema(durabilityContract()),
  };
}

function asSchema(contract: z.ZodType): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(contract) as Readonly<Record<string, unknown>>; // a JSON object by definition
}
