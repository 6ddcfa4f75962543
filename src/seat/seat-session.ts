import type { Agenda } from "#model";
import { commandText, documentDigest, signCommand } from "#record";
import {
  type Command,
  decide,
  type Holding,
  type Instant,
  type Refusal,
  type SeatId,
  type StreamId,
  situationFor,
} from "#room";
import { instantOf } from "./clock.ts";
import { type ConnectionState, connect, type Lent } from "./connection.ts";
import type { Outcome, Pending } from "./outbox.ts";
import { type RandomBytes, randomId } from "./random-bytes.ts";
import { type KeptSeat, type Keys, keysOf } from "./seat-keys.ts";
import { type Remembered, type SeatStreams, type StreamKeeper, streamKeeper } from "./streams.ts";

/** A new object after each change, and the same one as long as nothing changes: for `useSyncExternalStore`. */
export type SeatSnapshot = {
  readonly connection: ConnectionState;
  readonly streams: SeatStreams;
  /** Sent or to be sent, and not answered yet. */
  readonly pending: readonly Pending[];
  readonly here: readonly SeatId[];
  /** The host's clock less this machine's, in milliseconds. */
  readonly clockOffset: number;
};

/** A seat that is taken and connected. What a page or a command line does goes through it and `act.ts`. */
export type SeatSession = {
  readonly kept: KeptSeat;
  readonly keys: Keys;
  readonly agenda: Agenda;
  readonly agendaText: string;
  readonly random: RandomBytes;
  readonly snapshot: () => SeatSnapshot;
  readonly subscribe: (listener: () => void) => () => void;
  /** The host's time, as far as it has said it. */
  readonly now: () => Instant;
  /** Signs, keeps and sends it. `after`: the version of the stream that the author has seen; left out: what has come. */
  readonly send: (stream: StreamId | "new", command: Command, after?: number) => Promise<Outcome>;
  readonly sendAnswer: (stream: StreamId, call: string, saysYes: boolean) => Promise<Outcome>;
  readonly keeper: StreamKeeper;
  /** To be kept for the next visit. */
  readonly remembered: () => Remembered;
  readonly wake: () => void;
  readonly close: () => void;
};

export type SeatOptions = {
  readonly remembered?: Remembered;
  readonly settled?: (pending: Pending, outcome: Outcome) => void;
};

/** How many entries' signatures are checked at one go, some 15 ms either way, and how long other things then have. */
const entriesAtOnce = { portable: 3, native: 32 } as const;
const rest = 20;

/** @param agendaText  as the host has given it on joining; a hall with another agenda is a fault. */
export async function openSeat(
  kept: KeptSeat,
  agendaText: string,
  lent: Lent,
  options: SeatOptions = {},
): Promise<SeatSession> {
  const keys = keysOf(kept);
  const { negotiation, seat } = kept;
  const agenda: Agenda = JSON.parse(agendaText); // the hall's first entry names its digest, which the keeper compares
  const keeper = streamKeeper({ negotiation, agenda: documentDigest(agendaText) }, options.remembered, lent.check);
  const listeners = new Set<() => void>();
  let snapshot: SeatSnapshot | undefined;
  let isChecking = false;
  let isClosed = false;

  function changed(): void {
    snapshot = undefined;
    if (!isChecking) {
      isChecking = true;
      lent.clock.after(rest, check);
    }
    for (const listener of [...listeners]) listener();
  }

  /** Signatures are checked bit by bit, between other things. */
  function check(): void {
    isChecking = false;
    if (isClosed) return;
    const before = keeper.snapshot().fault;
    const more = keeper.checkSome(lent.check ? entriesAtOnce.native : entriesAtOnce.portable);
    if (keeper.snapshot().fault !== before) connection.mistrust();
    if (!more) return;
    isChecking = true;
    lent.clock.after(rest, check);
  }

  const connection = await connect(lent, keeper, {
    changed,
    ...(options.settled ? { settled: options.settled } : {}),
  });

  function signed(stream: StreamId | "new", what: string, key: string, text: string) {
    const t = what === "answer" ? ("answer" as const) : ("command" as const);
    return { key, t, stream, what, text, signature: signCommand(text, keys.sign) };
  }

  return {
    kept,
    keys,
    agenda,
    agendaText,
    random: lent.random,
    keeper,
    snapshot: () => {
      snapshot ??= {
        connection: connection.state(),
        streams: keeper.snapshot(),
        pending: connection.pending(),
        here: connection.here(),
        clockOffset: connection.clockOffset(),
      };
      return snapshot;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    now: () => instantOf(lent.clock.now() + connection.clockOffset()),
    send: (stream, command, after) => {
      const seen = after ?? (stream === "new" ? 0 : (keeper.snapshot().states.get(stream)?.version ?? 0));
      const key = randomId(lent.random);
      const text = commandText({ v: 1, negotiation, stream, seat, key, after: seen, command });
      return connection.queue(signed(stream, command.kind, key, text));
    },
    sendAnswer: (stream, call, saysYes) => {
      const key = randomId(lent.random);
      const text = JSON.stringify({ v: 1, negotiation, stream, seat, key, call, saysYes });
      return connection.queue(signed(stream, "answer", key, text));
    },
    remembered: keeper.remembered,
    wake: connection.wake,
    close: () => {
      isClosed = true;
      connection.close();
    },
  };
}

/** What the seat holds, as the room's rules take it; undefined before the hall has come. */
export function holdingOf({ kept, agenda, snapshot }: SeatSession): Holding | undefined {
  const { hall, hallStream, states } = snapshot().streams;
  if (!hall || hallStream === undefined) return undefined;
  return { negotiation: kept.negotiation, agenda, hostKey: hall.hostKey, hallStream, streams: states };
}

/** Why the host would refuse this now; undefined if, as far as this client sees, it would not. */
export function foreseenRefusal(session: SeatSession, stream: StreamId | "new", command: Command): Refusal | undefined {
  const holding = holdingOf(session);
  if (!holding) return { rule: "client", message: "The negotiation has not been read yet." };
  const shell = { at: session.now(), newId: () => "0".repeat(32), digestOf: documentDigest };
  const seen = stream === "new" ? 0 : (holding.streams.get(stream)?.version ?? 0);
  const decided = decide(situationFor(holding, stream, shell), session.kept.seat, seen, command);
  return decided.ok ? undefined : decided.error;
}
