import { sql } from "kysely";
import type { Entry } from "#record";
import type { Append, AppendOutcome, HeldAnswer, KeptAnswer, NegotiationId, NewStream } from "../store.ts";
import type { Database } from "./scope.ts";

/** Rolls the transaction back and is the answer. */
export class InsteadOfAppending {
  readonly outcome: AppendOutcome;
  constructor(outcome: AppendOutcome) {
    this.outcome = outcome;
  }
}

/**
 * Within a transaction of the host. Locks are always taken in the same order: the key, the streams by id, the call; so two
 * appends can wait for each other but never in a circle.
 */
export async function appendWithin(database: Database, append: Append): Promise<AppendOutcome> {
  const { negotiation, parts, created, key, closesCall, opensCall } = append;
  if (key) {
    const answer = { digest: key.digest, answer: key.answer };
    const before = await keepAnswer(database, { negotiation, seat: key.seat, key: key.key, ...answer });
    if (before) await stop(database, append, { kind: "repeated", answer: before });
  }
  const heads = await lockStreams(database, append);
  if (parts.some(({ stream, expected }) => heads.get(stream) !== expected)) {
    await stop(database, append, { kind: "conflict" });
  }
  if (closesCall) {
    const closed = await closeCall(database, negotiation, closesCall.call, closesCall.answers);
    if (!closed) await stop(database, append, { kind: "conflict" });
  }
  if (created.length > 0 && (await anyIsThere(database, append))) await stop(database, append, { kind: "appended" });

  await openStreams(database, negotiation, created);
  for (const { stream, expected, entries, audience } of parts) {
    if (entries.length === 0 && !audience) continue; // only to find it as expected: locked above, and compared
    await writeEntries(database, negotiation, stream, entries);
    await database
      .updateTable("stream")
      .set({
        version: expected + entries.length,
        grown_in: sql`pg_current_xact_id()`,
        ...(entries.length > 0 ? { hash: entries.at(-1)?.hash ?? "" } : {}),
        ...(audience ? { audience: sortedSeats(audience) } : {}),
      })
      .where("negotiation", "=", negotiation)
      .where("id", "=", stream)
      .execute();
  }
  if (opensCall) {
    await database
      .insertInto("open_call")
      .values({ negotiation, call: opensCall.call, stream: opensCall.stream, until: opensCall.until })
      .execute();
  }
  for (const seat of append.removesSeats ?? []) await removeSeat(database, negotiation, seat);
  for (const seat of append.freesSeats ?? []) await shutOut(database, negotiation, seat);
  if (append.takesSeat) {
    await database
      .deleteFrom("session")
      .where("negotiation", "=", negotiation)
      .where("seat", "=", append.takesSeat.seat)
      .where("token_digest", "!=", append.takesSeat.sessionDigest)
      .execute();
  }
  return { kind: "appended" };
}

/** New streams with their first entries. */
export async function openStreams(
  database: Database,
  negotiation: NegotiationId,
  streams: readonly NewStream[],
): Promise<void> {
  for (const { stream, kind, audience, entries } of streams) {
    await database
      .insertInto("stream")
      .values({
        negotiation,
        id: stream,
        kind,
        version: entries.length,
        hash: entries.at(-1)?.hash ?? "",
        audience: sortedSeats(audience),
      })
      .execute();
    await writeEntries(database, negotiation, stream, entries);
  }
}

/** Whether the first of these very entries is stored: salts make a hash its entry's own. */
export async function holdsEntry(
  database: Database,
  negotiation: NegotiationId,
  stream: string,
  [first]: readonly Entry[],
): Promise<boolean> {
  if (!first) return false;
  const there = await database
    .selectFrom("entry")
    .select("hash")
    .where("negotiation", "=", negotiation)
    .where("stream", "=", stream)
    .where("version", "=", first.version)
    .executeTakeFirst();
  return there?.hash === first.hash;
}

/** Nothing is written, unless all of it was written already: an append that lost its connection while it committed. */
async function stop(database: Database, append: Append, outcome: AppendOutcome): Promise<never> {
  throw new InsteadOfAppending((await anyIsThere(database, append)) ? { kind: "appended" } : outcome);
}

async function anyIsThere(database: Database, { negotiation, parts, created }: Append): Promise<boolean> {
  for (const { stream, entries } of [...parts, ...created]) {
    if (await holdsEntry(database, negotiation, stream, entries)) return true;
  }
  return false;
}

/** Waits for whoever is using the same key just now. Undefined: the key is ours. */
async function keepAnswer(
  database: Database,
  row: { negotiation: string; seat: string; key: string; digest: string; answer: string },
): Promise<KeptAnswer | undefined> {
  const kept = await database
    .insertInto("command_answer")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (kept.numInsertedOrUpdatedRows === 1n) return undefined;
  return await database
    .selectFrom("command_answer")
    .select(["digest", "answer"])
    .where("negotiation", "=", row.negotiation)
    .where("seat", "=", row.seat)
    .where("key", "=", row.key)
    .executeTakeFirstOrThrow();
}

/** Those that it appends to and those whose audience it changes, all in one go: their versions. */
async function lockStreams(
  database: Database,
  { negotiation, parts, removesSeats = [] }: Append,
): Promise<ReadonlyMap<string, number>> {
  const wanted = parts.map(({ stream }) => stream);
  const rows = await database
    .selectFrom("stream")
    .select(["id", "version"])
    .where("negotiation", "=", negotiation)
    .where(sql<boolean>`(id = any (${wanted}::text[]) or audience && ${removesSeats}::text[])`)
    .orderBy("id")
    .forUpdate()
    .execute();
  const heads = new Map(rows.map(({ id, version }) => [id, version]));
  const missing = wanted.find((stream) => !heads.has(stream));
  if (missing !== undefined) throw new Error(`no stream ${missing} in negotiation ${negotiation}`);
  return heads;
}

async function closeCall(
  database: Database,
  negotiation: NegotiationId,
  call: string,
  answers: readonly HeldAnswer[],
): Promise<boolean> {
  const open = await database
    .selectFrom("open_call")
    .select("call")
    .where("negotiation", "=", negotiation)
    .where("call", "=", call)
    .forUpdate()
    .executeTakeFirst();
  if (!open) return false;
  const held = await database
    .selectFrom("held_answer")
    .select(["party", "seat", "says_yes"])
    .where("negotiation", "=", negotiation)
    .where("call", "=", call)
    .execute();
  const stored = held.map(({ party, seat, says_yes }) => JSON.stringify([party, seat, says_yes])).sort();
  const given = answers.map(({ party, seat, saysYes }) => JSON.stringify([party, seat, saysYes])).sort();
  if (stored.join() !== given.join()) return false;
  // the held answers go with it (on delete cascade)
  await database.deleteFrom("open_call").where("negotiation", "=", negotiation).where("call", "=", call).execute();
  return true;
}

async function writeEntries(
  database: Database,
  negotiation: NegotiationId,
  stream: string,
  entries: readonly Entry[],
): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map(({ version, body, salt, hash, receipt }) => ({
    ...{ negotiation, stream, version },
    ...{ body, salt, hash, receipt },
  }));
  await database.insertInto("entry").values(rows).execute();
}

async function removeSeat(database: Database, negotiation: NegotiationId, seat: string): Promise<void> {
  await database
    .updateTable("stream")
    .set({ audience: sql<string[]>`array_remove(audience, ${seat})` })
    .where("negotiation", "=", negotiation)
    .where(sql<boolean>`${seat} = any (audience)`)
    .execute();
  await shutOut(database, negotiation, seat);
}

/** Its sessions end, its invitations are revoked. */
async function shutOut(database: Database, negotiation: NegotiationId, seat: string): Promise<void> {
  await database.deleteFrom("session").where("negotiation", "=", negotiation).where("seat", "=", seat).execute();
  await database
    .updateTable("invitation")
    .set({ revoked: true })
    .where("negotiation", "=", negotiation)
    .where("seat", "=", seat)
    .execute();
}

function sortedSeats(seats: readonly string[]): string[] {
  return [...new Set(seats)].sort();
}
