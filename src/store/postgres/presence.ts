import { sql } from "kysely";
import type { Instant, SeatId } from "#room";
import type { NegotiationId, Presence } from "../store.ts";
import type { Database } from "./scope.ts";

/** A statement takes a limited number of values. */
const rowsAtOnce = 1000;

export async function beHereWithin(
  database: Database,
  process: string,
  told: ReadonlyMap<NegotiationId, readonly SeatId[]>,
  { at, until }: { readonly at: Instant; readonly until: Instant },
): Promise<void> {
  const gone = [...told].filter(([, seats]) => seats.length === 0).map(([negotiation]) => negotiation);
  await database
    .deleteFrom("presence")
    .where(sql<boolean>`until <= ${at} or (process = ${process} and negotiation = any (${gone}::text[]))`)
    .execute();
  const rows = [...told]
    .filter(([, seats]) => seats.length > 0)
    .map(([negotiation, seats]) => ({ negotiation, process, seats: [...new Set(seats)].sort(), until }));
  for (let first = 0; first < rows.length; first += rowsAtOnce) {
    await database
      .insertInto("presence")
      .values(rows.slice(first, first + rowsAtOnce))
      .onConflict((conflict) =>
        conflict.columns(["negotiation", "process"]).doUpdateSet({
          seats: (row) => row.ref("excluded.seats"),
          until: (row) => row.ref("excluded.until"),
        }),
      )
      .execute();
  }
}

export async function hereWithin(
  database: Database,
  negotiations: readonly NegotiationId[],
  at: Instant,
): Promise<readonly Presence[]> {
  return await database
    .selectFrom("presence")
    .select(["negotiation", "process", "seats", "until"])
    .where(sql<boolean>`negotiation = any (${[...negotiations]}::text[])`)
    .where("until", ">", at)
    .orderBy("negotiation")
    .orderBy("process")
    .execute();
}
