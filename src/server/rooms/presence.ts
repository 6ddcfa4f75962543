import type { Instant, SeatId } from "#room";
import type { NegotiationId, Presence, Store } from "#store";
import type { Hub } from "./hub.ts";

/** How long the others believe a process that says nothing more: it was killed, or is cut off. */
const goodForMs = 45_000;
const renewAfterMs = 20_000;
/** Every how many ticks it is read who is connected elsewhere. */
const readEvery = 2;
/** How long a process that stops waits to take its seats back; what it cannot, runs out. */
const patienceMs = 1000;

export type HousePresence = {
  /** To be called about every second: tells who is here, at once; then says it to other processes, and hears it of them. */
  readonly tick: () => Promise<void>;
  /** After the last client has gone: nobody is here any more. */
  readonly close: () => Promise<void>;
};

/**
 * Who is here, of all server processes of one database. Everything happens on the house's ticks and on nothing else: were it
 * read when a stream has grown, then by when one hears of a seat's coming one could tell that somebody wrote somewhere.
 */
export function housePresence(parts: {
  readonly store: Pick<Store, "beHere" | "here">;
  readonly hub: Pick<Hub, "seatsHere" | "tellWhoIsHere">;
  readonly clock: () => Instant;
  /** Random, and another for every process. No client is told it. */
  readonly process: string;
}): HousePresence {
  const { store, hub, clock, process } = parts;
  /** What we have said of each negotiation, and when. */
  const said = new Map<NegotiationId, { readonly seats: string; readonly at: number }>();
  let others: readonly Presence[] = [];
  let known: ReadonlySet<NegotiationId> = new Set();
  let sinceRead = 0;
  let exchanging: Promise<void> | undefined;

  function tell(now: Instant): void {
    const elsewhere = new Map<NegotiationId, SeatId[]>();
    for (const { negotiation, seats, until } of others) {
      // also while the database is out of reach
      if (until > now) elsewhere.set(negotiation, [...(elsewhere.get(negotiation) ?? []), ...seats]);
    }
    hub.tellWhoIsHere((negotiation) => elsewhere.get(negotiation) ?? []);
  }

  async function say(now: Instant): Promise<void> {
    const at = Date.parse(now);
    const here = hub.seatsHere();
    const news = new Map<NegotiationId, readonly SeatId[]>();
    for (const [negotiation, seats] of here) {
      const before = said.get(negotiation);
      const isOld = before === undefined || Math.abs(at - before.at) >= renewAfterMs; // clocks are also set back
      if (isOld || before.seats !== JSON.stringify(seats)) news.set(negotiation, seats);
    }
    for (const negotiation of said.keys()) if (!here.has(negotiation)) news.set(negotiation, []);
    if (news.size === 0) return;
    await store.beHere(process, news, { at: now, until: new Date(at + goodForMs).toISOString() });
    for (const [negotiation, seats] of news) {
      if (seats.length === 0) said.delete(negotiation);
      else said.set(negotiation, { seats: JSON.stringify(seats), at });
    }
  }

  async function hear(now: Instant): Promise<void> {
    const asked = [...hub.seatsHere().keys()];
    sinceRead += 1;
    if (sinceRead < readEvery && asked.every((negotiation) => known.has(negotiation))) return;
    sinceRead = 0;
    const found = asked.length === 0 ? [] : await store.here(asked, now);
    others = found.filter((presence) => presence.process !== process);
    known = new Set(asked);
  }

  async function exchange(now: Instant): Promise<void> {
    try {
      await say(now);
      await hear(now);
    } catch {
      // the database is out of reach: the next tick says and hears what this one did not
    }
  }

  return {
    tick: async () => {
      const now = clock();
      tell(now);
      if (exchanging) return; // one at a time, however long it takes
      exchanging = exchange(now);
      await exchanging;
      exchanging = undefined;
    },
    close: async () => {
      const goodbye = (exchanging ?? Promise.resolve()).then(() => say(clock())).catch(() => {});
      let timer: NodeJS.Timeout | undefined;
      const enough = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, patienceMs);
      });
      await Promise.race([goodbye, enough]);
      clearTimeout(timer);
    },
  };
}
