import type { Instant } from "#room";
import type { HeldAnswer, NegotiationId } from "../store.ts";
import type { Database } from "./scope.ts";

/** The call's row is locked, so that an answer is either part of the outcome or too late, never neither. */
export async function holdWithin(
  database: Database,
  held: HeldAnswer,
  at: Instant,
): Promise<"held" | "changed" | "closed"> {
  const { negotiation, call, party, seat, saysYes } = held;
  const open = await database
    .selectFrom("open_call")
    .select("until")
    .where("negotiation", "=", negotiation)
    .where("call", "=", call)
    .forUpdate()
    .executeTakeFirst();
  if (!open || open.until <= at) return "closed";
  const before = await database
    .selectFrom("held_answer")
    .select(["seat", "says_yes"])
    .where("negotiation", "=", negotiation)
    .where("call", "=", call)
    .where("party", "=", party)
    .executeTakeFirst();
  await database
    .insertInto("held_answer")
    .values({ negotiation, call, party, seat, says_yes: saysYes })
    .onConflict((conflict) =>
      conflict.columns(["negotiation", "call", "party"]).doUpdateSet({ seat, says_yes: saysYes }),
    )
    .execute();
  return before && before.says_yes !== saysYes ? "changed" : "held";
}

export async function heldWithin(
  database: Database,
  negotiation: NegotiationId,
  call: string,
): Promise<readonly HeldAnswer[]> {
  const rows = await database
    .selectFrom("held_answer")
    .selectAll()
    .where("negotiation", "=", negotiation)
    .where("call", "=", call)
    .orderBy("party")
    .execute();
  return rows.map(({ party, seat, says_yes }) => ({ negotiation, call, party, seat, saysYes: says_yes }));
}
