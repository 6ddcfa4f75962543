import { z } from "zod";

import type { ContractParts } from "./contract-parts.ts";

/** What would unlock a package. */
export function packageUnlocksContract({ id, byParty, choices }: ContractParts) {
  return z.union([
    z.strictObject({ status: z.literal("not-needed") }),
    z.strictObject({ status: z.literal("none"), reason: z.string() }),
    z.strictObject({ status: z.literal("unknown"), reason: z.string() }),
    z.strictObject({
      status: z
        .enum(["exact", "bounded"])
        .describe(
          "bounded: more sets of the same size may exist than are listed, or not every way to change a listed one is known",
        ),
      size: z.number().int(),
      sets: z.array(
        z.strictObject({
          issues: z.array(id),
          partial: z
            .exactOptional(z.literal(true))
            .describe(
              "the search was ended first: each listed way is enough, but there may be others, and better ones",
            ),
          changes: z.array(z.strictObject({ set: choices, utilities: byParty, change: byParty })),
        }),
      ),
    }),
  ]);
}

/** One package's report: a part of the contract, and what `evaluate --json` prints by itself. */
export function packageReportContract(parts: ContractParts) {
  const { id, points, byParty, choices, constraint, refusal } = parts;
  return z
    .strictObject({
      name: z.string(),
      date: z.exactOptional(z.string()),
      complete: z.boolean(),
      choices,
      utilities: byParty,
      surplus: byParty,
      rulesBroken: z.array(id),
      refusedBy: z.array(refusal),
      declaredLinesCrossed: z.array(z.strictObject({ party: id, line: id, undated: z.boolean() })),
      shortfallByIssue: z.record(id, z.array(z.strictObject({ issue: id, option: id, points }))),
      packageUnlocks: packageUnlocksContract(parts),
      moves: z.record(
        id,
        z.array(
          z.strictObject({
            issue: id,
            option: id,
            change: byParty,
            mends: z
              .exactOptional(z.array(constraint))
              .describe("the party's own lines and floors that the change mends"),
          }),
        ),
      ),
    })
    .meta({ id: "packageReport" });
}
