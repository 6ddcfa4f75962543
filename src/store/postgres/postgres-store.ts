import { checkAppend, checkCreated } from "../check-append.ts";
import type { Append, AppendOutcome, Created, Store } from "../store.ts";
import { appendWithin, InsteadOfAppending } from "./append.ts";
import { connectDatabase } from "./connection.ts";
import { createWithin } from "./create.ts";
import { findInvitation, invitationOf, invitationRow, redeemWithin, sessionOf } from "./doors.ts";
import { steadily } from "./failures.ts";
import { beHereWithin, hereWithin } from "./presence.ts";
import { readEntries, readHead, readHeads } from "./reading.ts";
import { type Database, inScope, type Scope } from "./scope.ts";
import { heldWithin, holdWithin } from "./sealed-answers.ts";
import { openWakeUp } from "./wake-up.ts";

export type PostgresStoreOptions = {
  /** A login that owns no superuser's powers and may become the application's role. */
  readonly url: string;
  readonly connections?: number;
  /** How long a call waits for a database that is out of reach, in milliseconds. */
  readonly patience?: number;
};

/** The store on a database that `prepareDatabase` has made ready and `checkServer` has found in order. */
export function postgresStore({ url, connections = 10, patience = 20_000 }: PostgresStoreOptions): Store {
  const database = connectDatabase(url, { most: connections });
  const wakeUp = openWakeUp(database, url);
  let closed: Promise<void> | undefined;

  const inside = <Result>(scope: Scope, work: (within: Database) => Promise<Result>): Promise<Result> =>
    steadily(() => inScope(database, scope, work), { patience, isClosed: () => closed !== undefined });
  const asHost = <Result>(negotiation: string, work: (within: Database) => Promise<Result>): Promise<Result> =>
    inside({ as: "host", negotiation }, work);

  async function append(wanted: Append): Promise<AppendOutcome> {
    checkAppend(wanted);
    const outcome = await asHost(wanted.negotiation, (within) => appendWithin(within, wanted)).catch((error) => {
      if (error instanceof InsteadOfAppending) return error.outcome;
      throw error;
    });
    if (outcome.kind === "appended") {
      const { negotiation, parts, created } = wanted;
      wakeUp.grew([
        ...parts
          .filter(({ entries, audience }) => entries.length > 0 || audience)
          .map(({ stream, expected, entries }) => ({ negotiation, stream, version: expected + entries.length })),
        ...created.map(({ stream, entries }) => ({ negotiation, stream, version: entries.length })),
      ]);
    }
    return outcome;
  }

  async function create(created: Created): Promise<"created" | "exists"> {
    checkCreated(created);
    return await asHost(created.negotiation.id, (within) => createWithin(within, created));
  }

  return {
    create,
    negotiation: async (id) => {
      const row = await asHost(id, (within) =>
        within.selectFrom("negotiation").selectAll().where("id", "=", id).executeTakeFirst(),
      );
      return row && { id: row.id, createdAt: row.created_at, agenda: row.agenda, hall: row.hall };
    },
    head: (negotiation, stream) => asHost(negotiation, (within) => readHead(within, negotiation, stream)),
    entries: (negotiation, stream, after, limit) =>
      asHost(negotiation, (within) => readEntries(within, negotiation, stream, { after, limit })),
    streams: (negotiation) => asHost(negotiation, (within) => readHeads(within, negotiation)),
    append,
    answered: (negotiation, seat, key) =>
      asHost(negotiation, (within) =>
        within
          .selectFrom("command_answer")
          .select(["digest", "answer"])
          .where("negotiation", "=", negotiation)
          .where("seat", "=", seat)
          .where("key", "=", key)
          .executeTakeFirst(),
      ),
    streamsOf: (negotiation, seat) =>
      inside({ as: "seat", negotiation, seat }, (within) => readHeads(within, negotiation, seat)),
    entriesFor: (seat, negotiation, stream, after, limit) =>
      inside({ as: "seat", negotiation, seat }, async (within) => {
        const head = await readHead(within, negotiation, stream);
        return head?.audience.includes(seat)
          ? await readEntries(within, negotiation, stream, { after, limit })
          : undefined;
      }),
    invitation: (token) => inside({ as: "door", token }, (within) => findInvitation(within, token)),
    invitations: (negotiation) =>
      asHost(negotiation, async (within) => {
        const rows = await within
          .selectFrom("invitation")
          .selectAll()
          .where("negotiation", "=", negotiation)
          .orderBy("token_digest")
          .execute();
        return rows.map(invitationOf);
      }),
    invite: (invitation) =>
      asHost(invitation.negotiation, async (within) => {
        await within
          .insertInto("invitation")
          .values(invitationRow(invitation))
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }),
    revokeInvitation: (negotiation, token) =>
      asHost(negotiation, async (within) => {
        await within
          .updateTable("invitation")
          .set({ revoked: true })
          .where("negotiation", "=", negotiation)
          .where("token_digest", "=", token)
          .execute();
      }),
    redeem: (token, session, at, hall) =>
      inside({ as: "door", token }, (within) => redeemWithin(within, token, session, at, hall)),
    session: async (token) => {
      const row = await inside({ as: "door", token }, (within) =>
        within.selectFrom("session").selectAll().where("token_digest", "=", token).executeTakeFirst(),
      );
      return row && sessionOf(row);
    },
    endSessions: (negotiation, seat) =>
      asHost(negotiation, async (within) => {
        await within.deleteFrom("session").where("negotiation", "=", negotiation).where("seat", "=", seat).execute();
      }),
    holdAnswer: (held, at) => asHost(held.negotiation, (within) => holdWithin(within, held, at)),
    heldAnswers: (negotiation, call) => asHost(negotiation, (within) => heldWithin(within, negotiation, call)),
    openCalls: (at) =>
      inside({ as: "house" }, (within) =>
        within
          .selectFrom("open_call")
          .select(["negotiation", "stream", "call"])
          .where("until", "<=", at)
          .orderBy("until")
          .execute(),
      ),
    keepOnce: (name, value) =>
      inside({ as: "house" }, async (within) => {
        await within
          .insertInto("kept")
          .values({ name, value })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        return (await within.selectFrom("kept").select("value").where("name", "=", name).executeTakeFirstOrThrow())
          .value;
      }),
    beHere: (process, seats, time) => inside({ as: "house" }, (within) => beHereWithin(within, process, seats, time)),
    here: (negotiations, at) => inside({ as: "house" }, (within) => hereWithin(within, negotiations, at)),
    onGrown: wakeUp.onGrown,
    close: () => {
      closed ??= wakeUp.close().then(() => database.destroy());
      return closed;
    },
  };
}
