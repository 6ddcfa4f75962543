import { sql } from "kysely";
import { Client } from "pg";
import { newListeners } from "../listeners.ts";
import type { Grown } from "../store.ts";
import { clientConfig } from "./connection.ts";
import { type Database, inScope } from "./scope.ts";

export type WakeUp = {
  readonly onGrown: (listener: (grown: Grown) => void) => () => void;
  /** After a commit of this process: its own listeners hear it at once, other processes soon. */
  readonly grew: (grown: readonly (Grown & { readonly version: number })[]) => void;
  readonly close: () => Promise<void>;
};

const channel = "entente_grown";
/** A notification is sent after the commit and may be lost with its sender; looking now and then finds what it was about. */
const lookEvery = 1000;
const retryAfter = 250;
const rememberedStreams = 10_000;

/**
 * How one process hears of another's appends. The notification is empty: LISTEN needs no permission, so whatever it said
 * would be open to every login of the server. Who is woken asks, within the row policies, which streams were written by
 * transactions that it had not seen finished; so nothing is missed, however many notifications were.
 */
export function openWakeUp(database: Database, url: string): WakeUp {
  const listeners = newListeners();
  const told = new Map<string, number>();
  let seenUpTo: string | undefined;
  let client: Client | undefined;
  let closed = false;
  let looking: Promise<void> | undefined;
  let lookAgain = false;
  let notifying = false;
  let notifyAgain = false;
  let retry: NodeJS.Timeout | undefined;

  function tellOnce({ negotiation, stream }: Grown, version: number): void {
    if ((told.get(stream) ?? 0) >= version) return;
    if (told.size >= rememberedStreams) told.clear();
    told.set(stream, version);
    listeners.tell({ negotiation, stream });
  }

  /** One look at a time; what happens meanwhile is seen by one more. */
  function look(): void {
    if (looking) {
      lookAgain = true;
      return;
    }
    looking = lookOnce()
      .catch(() => {}) // out of reach: the next look finds it all
      .finally(() => {
        looking = undefined;
        if (lookAgain && !closed) {
          lookAgain = false;
          look();
        }
      });
  }

  async function lookOnce(): Promise<void> {
    const since = seenUpTo;
    const { mark, grown } = await inScope(database, { as: "house" }, async (within) => {
      // the mark is taken first: what commits in between is seen now and once more, never not at all
      const taken = await sql<{ mark: string }>`select pg_snapshot_xmin(pg_current_snapshot()) as mark`.execute(within);
      const rows =
        since === undefined
          ? []
          : await within
              .selectFrom("stream")
              .select(["negotiation", "id", "version"])
              .where(sql<boolean>`grown_in >= ${since}::xid8`)
              // a backup that was read into another server brings numbers that are still to come there
              .where(sql<boolean>`grown_in < pg_snapshot_xmax(pg_current_snapshot())`)
              .execute();
      return { mark: taken.rows[0]?.mark, grown: rows };
    });
    if (closed) return;
    seenUpTo = mark;
    for (const { negotiation, id, version } of grown) tellOnce({ negotiation, stream: id }, version);
  }

  /** One notification at a time: appends that commit meanwhile share the next one. */
  function notify(): void {
    if (!client) return; // the others look every second
    if (notifying) {
      notifyAgain = true;
      return;
    }
    notifying = true;
    client
      .query(`notify ${channel}`)
      .catch(() => {})
      .finally(() => {
        notifying = false;
        if (notifyAgain && !closed) {
          notifyAgain = false;
          notify();
        }
      });
  }

  async function connect(): Promise<void> {
    const opened = new Client(clientConfig(url, "entente wake-up"));
    const lost = (): void => {
      if (client === opened) client = undefined;
      opened.removeAllListeners("notification");
      if (!closed && !retry) {
        retry = setTimeout(() => {
          retry = undefined;
          void connect();
        }, retryAfter).unref();
      }
    };
    opened.on("error", lost);
    opened.on("end", lost);
    try {
      await opened.connect();
      opened.on("notification", ({ processId }) => {
        // our own: our listeners have heard it already
        if (processId !== ownProcessId) look();
      });
      // a hint need not reach the disk, and must not wait for it
      const started = await opened.query(
        `set synchronous_commit = off; listen ${channel}; select pg_backend_pid() as pid`,
      );
      const ownProcessId = pidIn(started);
      if (closed) return void (await opened.end());
      client = opened;
      look(); // what came while nobody listened
    } catch {
      await opened.end().catch(() => {});
      lost();
    }
  }

  const timer = setInterval(look, lookEvery).unref();
  look();
  void connect();

  return {
    onGrown: listeners.add,
    grew: (grown) => {
      for (const { negotiation, stream, version } of grown) {
        if ((told.get(stream) ?? 0) < version) told.set(stream, version); // the next look need not tell it again
        queueMicrotask(() => listeners.tell({ negotiation, stream }));
      }
      notify();
    },
    close: async () => {
      closed = true;
      clearInterval(timer);
      clearTimeout(retry);
      await looking;
      await client?.end().catch(() => {});
    },
  };
}

/** Several statements at once are answered with a list of results, which the driver's types do not say. */
function pidIn(answer: unknown): number | undefined {
  const last: unknown = Array.isArray(answer) ? answer.at(-1)?.rows?.[0] : undefined;
  return typeof last === "object" && last !== null && "pid" in last && typeof last.pid === "number"
    ? last.pid
    : undefined;
}
