import type { Created } from "../store.ts";
import { holdsEntry, openStreams } from "./append.ts";
import { invitationRow, sessionRow } from "./doors.ts";
import type { Database } from "./scope.ts";

export async function createWithin(database: Database, created: Created): Promise<"created" | "exists"> {
  const { id, createdAt, agenda, hall } = created.negotiation;
  const inserted = await database
    .insertInto("negotiation")
    .values({ id, created_at: createdAt, agenda, hall })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows !== 1n) return (await isSame(database, created)) ? "created" : "exists";
  await openStreams(database, id, created.streams);
  if (created.invitations.length > 0) {
    await database.insertInto("invitation").values(created.invitations.map(invitationRow)).execute();
  }
  if (created.session) await database.insertInto("session").values(sessionRow(created.session)).execute();
  return "created";
}

async function isSame(database: Database, { negotiation, streams }: Created): Promise<boolean> {
  const there = await database
    .selectFrom("negotiation")
    .selectAll()
    .where("id", "=", negotiation.id)
    .executeTakeFirstOrThrow();
  const { createdAt, agenda, hall } = negotiation;
  if (there.created_at !== createdAt || there.agenda !== agenda || there.hall !== hall) return false;
  for (const { stream, entries } of streams) {
    if (entries.length > 0 && !(await holdsEntry(database, negotiation.id, stream, entries))) return false;
  }
  return true;
}
