import { z } from "zod";
import { answer } from "./contract-parts.ts";
import { conflictParts } from "./stability-contract.ts";

/** The graph model of `entente.durability-answer/1`: states are the levers taken, and full compliance is the empty state. */
export function aftermathContract() {
  const { id, whole, byConcept, move, moves, coalitionMove, route, firstDefection, verdict, needs } = conflictParts();
  const lever = z
    .strictObject({
      id,
      name: z.string(),
      party: id,
      kind: z.enum(["violate", "suspend", "snap-back", "intervene", "withdraw"]),
      irreversible: z.boolean(),
      obligation: z.strictObject({ id, name: z.string() }),
      role: z.enum(["breach", "response"]),
    })
    .meta({ id: "lever" });
  return z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("unknown"), reason: z.string(), openIssues: z.array(id) }),
    z.strictObject({
      kind: z.literal("findings"),
      levers: z.array(lever),
      withheld: z.array(lever).describe("levers of durability.yaml that this settlement does not give"),
      states: whole,
      settlementHolds: answer(z.boolean()).describe("by SEQ and SSEQ for every party, and by coalitional SEQ"),
      parties: z.array(
        z.strictObject({
          party: id,
          stable: byConcept(answer(z.boolean())),
          temptations: z.exactOptional(
            z.array(verdict).describe("every move it prefers to full compliance; absent: its order is not known"),
          ),
          needs: z.exactOptional(needs),
        }),
      ),
      firstDefection: firstDefection.describe("the preferred move that is held most weakly"),
      robustness: firstDefection.describe("the same over all moves, preferred today or not"),
      coalitions: z.array(coalitionMove),
      hollowSanctions: z
        .array(
          z.strictObject({
            move,
            ifActed: z.array(z.strictObject({ parties: z.array(id), acts: moves, against: moves })),
          }),
        )
        .describe("moves that only an answer against somebody's own order would hold"),
      leadsTo: z.array(route),
      equilibria: z.strictObject({ count: whole, reached: whole, undecided: whole }),
      unknowns: z.array(z.strictObject({ what: z.string(), reason: z.string() })),
    }),
  ]);
}
