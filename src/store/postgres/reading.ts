import type { Entry } from "#record";
import type { SeatId, StreamId } from "#room";
import type { NegotiationId, StreamHead } from "../store.ts";
import type { Database } from "./scope.ts";

const headColumns = ["id", "kind", "version", "hash", "audience"] as const;
const entryColumns = ["version", "body", "salt", "hash", "receipt"] as const;

export type Page = { readonly after: number; readonly limit: number };

export async function readHead(
  database: Database,
  negotiation: NegotiationId,
  stream: StreamId,
): Promise<StreamHead | undefined> {
  const row = await database
    .selectFrom("stream")
    .select(headColumns)
    .where("negotiation", "=", negotiation)
    .where("id", "=", stream)
    .executeTakeFirst();
  return row && headOf(row);
}

/** All streams of the negotiation or, for a seat, those whose audience it is in. */
export async function readHeads(
  database: Database,
  negotiation: NegotiationId,
  seat?: SeatId,
): Promise<readonly StreamHead[]> {
  let query = database.selectFrom("stream").select(headColumns).where("negotiation", "=", negotiation);
  if (seat !== undefined) query = query.where((is) => is(is.val(seat), "=", is.fn.any("audience")));
  return (await query.orderBy("id").execute()).map(headOf);
}

export async function readEntries(
  database: Database,
  negotiation: NegotiationId,
  stream: StreamId,
  { after, limit }: Page,
): Promise<readonly Entry[]> {
  return await database
    .selectFrom("entry")
    .select(entryColumns)
    .where("negotiation", "=", negotiation)
    .where("stream", "=", stream)
    .where("version", ">", after)
    .orderBy("version")
    .limit(limit)
    .execute();
}

type HeadRow = Omit<StreamHead, "stream"> & { readonly id: string };

function headOf({ id, kind, version, hash, audience }: HeadRow): StreamHead {
  return { stream: id, kind, version, hash, audience };
}
