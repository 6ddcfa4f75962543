import type { Agenda } from "#model";
import type { Entry } from "#record";
import type { StreamId } from "#room";
import type { Grown, NegotiationId, NegotiationRow, Store, StreamHead } from "#store";
import { type HeldNegotiation, type ReadStream, takeIn } from "./held-negotiation.ts";
import type { Grew } from "./host.ts";

const entriesAtOnce = 500;
/** Negotiations that nobody watches are forgotten beyond this number, the longest unused first. */
const mostHeld = 200;

/** The negotiations that this process holds, each worked on by one at a time. */
export type HeldNegotiations = {
  /**
   * Does something with a negotiation while nobody else in this process does; undefined if there is none. `held` may be
   * behind the store: `refresh` reads what is new.
   */
  readonly within: <Result>(id: NegotiationId, work: (work: Within) => Promise<Result>) => Promise<Result | undefined>;
  readonly onGrew: (listener: (grew: Grew) => void) => () => void;
  /** From when it resolves on, growth is told, other processes' too; call what it gives to let go. */
  readonly watch: (id: NegotiationId) => Promise<() => void>;
  /** As it is held now, without a look at the store; undefined: not held. */
  readonly peek: (id: NegotiationId) => HeldNegotiation | undefined;
  readonly close: () => Promise<void>;
};

export type Within = {
  readonly held: HeldNegotiation;
  /** Whether anything was new. */
  readonly refresh: () => Promise<boolean>;
  /** What this process has just appended. */
  readonly wrote: (streams: readonly ReadStream[]) => void;
  /** While it is running, hints about these streams are this process's own. */
  readonly appending: <Result>(streams: readonly StreamId[], append: () => Promise<Result>) => Promise<Result>;
};

type Place = {
  held: HeldNegotiation | undefined;
  /** The last of those who wait for their turn. */
  queue: Promise<unknown>;
  watchers: number;
  waiting: number;
  /** Hints that are expected as this process appends, by stream. */
  readonly own: Map<StreamId, number>;
  /** A look at the store that is waiting for its turn: whoever wants one may share it. */
  look: Promise<unknown> | undefined;
};

export function heldNegotiations(store: Store): HeldNegotiations {
  const places = new Map<NegotiationId, Place>();
  const listeners = new Set<(grew: Grew) => void>();
  let isClosed = false;

  function placeOf(id: NegotiationId): Place {
    const place = places.get(id) ?? {
      held: undefined,
      queue: Promise.resolve(),
      watchers: 0,
      waiting: 0,
      own: new Map(),
      look: undefined,
    };
    places.delete(id);
    places.set(id, place); // the last used stands last
    return place;
  }

  function forgetSome(): void {
    for (const [id, { watchers, waiting }] of places) {
      if (places.size <= mostHeld) return;
      if (watchers === 0 && waiting === 0) places.delete(id);
    }
  }

  function inTurn<Result>(place: Place, work: () => Promise<Result>): Promise<Result> {
    place.waiting += 1;
    const done = place.queue.then(work);
    place.queue = done.then(
      () => {},
      () => {}, // whoever asked hears of it
    );
    return done.finally(() => {
      place.waiting -= 1;
      forgetSome();
    });
  }

  function tell(id: NegotiationId, held: HeldNegotiation, streams: readonly ReadStream[]): boolean {
    const grown = takeIn(held, streams);
    if (grown.length === 0) return false;
    for (const listener of listeners) listener({ negotiation: id, streams: grown });
    return true;
  }

  async function within<Result>(id: NegotiationId, work: (within: Within) => Promise<Result>) {
    const place = placeOf(id);
    return await inTurn(place, async () => {
      place.held ??= await load(store, id);
      const { held } = place;
      if (held === undefined) {
        if (place.watchers === 0) places.delete(id);
        return undefined;
      }
      return await work({
        held,
        refresh: async () => tell(id, held, await readNew(store, held)),
        wrote: (streams) => void tell(id, held, streams),
        appending: async (streams, append) => {
          for (const stream of streams) place.own.set(stream, (place.own.get(stream) ?? 0) + 1);
          try {
            return await append();
          } catch (error) {
            // whether it was written is not known: the next look tells
            look(id, place).catch(() => {});
            throw error;
          } finally {
            await new Promise(setImmediate); // its hints come before this turn is over
            place.own.clear();
          }
        },
      });
    });
  }

  function hinted({ negotiation, stream }: Grown): void {
    const place = places.get(negotiation);
    if (!place || place.watchers === 0 || isClosed) return;
    const expected = place.own.get(stream) ?? 0;
    if (expected > 0) {
      place.own.set(stream, expected - 1);
      return;
    }
    // the database is out of reach: whoever needs it hears so, and the next hint comes
    look(negotiation, place).catch(() => {});
  }

  function look(id: NegotiationId, place: Place): Promise<unknown> {
    if (place.look) return place.look;
    const asked = within(id, ({ refresh }) => {
      place.look = undefined; // what happens from now on is for the next one to see
      return refresh();
    });
    const isOver = (): void => {
      if (place.look === asked) place.look = undefined; // it failed before its turn came
    };
    place.look = asked;
    asked.then(isOver, isOver);
    return asked;
  }

  const deaf = store.onGrown(hinted);
  return {
    within,
    onGrew: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    watch: async (id) => {
      const place = placeOf(id);
      place.watchers += 1;
      let isWatching = true;
      const letGo = (): void => {
        if (isWatching) place.watchers -= 1;
        isWatching = false;
      };
      try {
        await look(id, place); // what is held from now on is told when it grows
        return letGo;
      } catch (error) {
        letGo();
        throw error;
      }
    },
    peek: (id) => places.get(id)?.held,
    close: async () => {
      isClosed = true;
      deaf();
      await Promise.all([...places.values()].map(({ queue }) => queue));
    },
  };
}

async function load(store: Store, id: NegotiationId): Promise<HeldNegotiation | undefined> {
  const row = await store.negotiation(id);
  if (row === undefined) return undefined;
  const held = newlyHeld(row);
  takeIn(held, await readNew(store, held));
  return held;
}

function newlyHeld(row: NegotiationRow): HeldNegotiation {
  const agenda: Agenda = JSON.parse(row.agenda); // was read strictly before it was kept
  return { row, agenda, heads: new Map(), states: new Map(), tails: new Map() };
}

async function readNew(store: Store, { row, heads }: HeldNegotiation): Promise<readonly ReadStream[]> {
  const grown = (await store.streams(row.id)).map(async (head): Promise<ReadStream> => {
    return { head, entries: await entriesBetween(store, row.id, head, heads.get(head.stream)?.version ?? 0) };
  });
  return await Promise.all(grown);
}

/** Up to the head's version and no further, so that all streams are as they were at one moment. */
async function entriesBetween(
  store: Store,
  id: NegotiationId,
  { stream, version }: StreamHead,
  after: number,
): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  while (after + entries.length < version) {
    const from = after + entries.length;
    const page = await store.entries(id, stream, from, Math.min(entriesAtOnce, version - from));
    if (page.length === 0) throw new Error(`stream ${stream} has fewer entries than its head says`);
    entries.push(...page);
  }
  return entries;
}
