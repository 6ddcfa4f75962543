import type { Entry } from "#record";
import type { Instant, SeatId, StreamId } from "#room";
import { checkAppend, checkCreated } from "./check-append.ts";
import { newListeners } from "./listeners.ts";
import type {
  Append,
  AppendOutcome,
  Created,
  Grown,
  HeldAnswer,
  Invitation,
  KeptAnswer,
  NegotiationId,
  NegotiationRow,
  NewStream,
  Presence,
  SessionRow,
  Store,
  StreamHead,
  StreamKind,
} from "./store.ts";

type Stream = { readonly kind: StreamKind; audience: readonly SeatId[]; readonly entries: Entry[] };
type Call = { readonly stream: StreamId; readonly until: Instant; readonly answers: Map<string, HeldAnswer> };
type Negotiation = {
  readonly row: NegotiationRow;
  readonly streams: Map<StreamId, Stream>;
  readonly answers: Map<string, KeptAnswer>;
  readonly calls: Map<string, Call>;
};

/**
 * A store in memory, for tests and for runs that must be the same each time: no clock and no chance. Every operation is done
 * within one turn of the event loop, so none sees another half done.
 */
export function memoryStore(): Store {
  const negotiations = new Map<NegotiationId, Negotiation>();
  const invitations = new Map<string, Invitation>();
  const sessions = new Map<string, SessionRow>();
  const kept = new Map<string, string>();
  const presences = new Map<string, Presence>();
  const listeners = newListeners();

  const streamOf = (negotiation: NegotiationId, stream: StreamId): Stream | undefined =>
    negotiations.get(negotiation)?.streams.get(stream);

  function create(created: Created): "created" | "exists" {
    checkCreated(created);
    const { negotiation: row, streams } = created;
    const there = negotiations.get(row.id);
    if (there) return isSame(there, created) ? "created" : "exists";
    const made = new Map(streams.map((stream): [StreamId, Stream] => [stream.stream, openStream(stream)]));
    negotiations.set(row.id, { row, streams: made, answers: new Map(), calls: new Map() });
    for (const invitation of created.invitations) invitations.set(invitation.tokenDigest, invitation);
    if (created.session) sessions.set(created.session.tokenDigest, created.session);
    return "created";
  }

  function append(append: Append): AppendOutcome {
    checkAppend(append);
    const negotiation = negotiations.get(append.negotiation);
    if (!negotiation) throw new Error(`no negotiation ${append.negotiation}`);
    const { key, closesCall, opensCall } = append;
    const parts = append.parts.map((part) => {
      const stream = negotiation.streams.get(part.stream);
      if (!stream) throw new Error(`no stream ${part.stream} in negotiation ${append.negotiation}`);
      return { ...part, stream, id: part.stream };
    });
    const isThere =
      parts.some((part) => holds(part.stream, part.expected, part.entries)) ||
      append.created.some(({ stream, entries }) => holds(negotiation.streams.get(stream), 0, entries));
    if (isThere) return { kind: "appended" };
    const before = key && negotiation.answers.get(keyOf(key.seat, key.key));
    if (before) return { kind: "repeated", answer: before };
    if (parts.some(({ stream, expected }) => stream.entries.length !== expected)) return { kind: "conflict" };
    if (closesCall) {
      const call = negotiation.calls.get(closesCall.call);
      if (!call || !sameAnswers([...call.answers.values()], closesCall.answers)) return { kind: "conflict" };
    }
    const taken = append.created.find(({ stream }) => negotiation.streams.has(stream));
    if (taken) throw new Error(`stream ${taken.stream} is there already`);

    for (const { stream, entries, audience } of parts) {
      stream.entries.push(...entries);
      if (audience) stream.audience = sorted(audience);
    }
    for (const stream of append.created) negotiation.streams.set(stream.stream, openStream(stream));
    if (key) negotiation.answers.set(keyOf(key.seat, key.key), { digest: key.digest, answer: key.answer });
    if (closesCall) negotiation.calls.delete(closesCall.call);
    if (opensCall) {
      negotiation.calls.set(opensCall.call, { stream: opensCall.stream, until: opensCall.until, answers: new Map() });
    }
    for (const seat of append.removesSeats ?? []) removeSeat(append.negotiation, seat);
    for (const seat of append.freesSeats ?? []) shutOut(append.negotiation, seat);
    if (append.takesSeat) endSessions(append.negotiation, append.takesSeat.seat, append.takesSeat.sessionDigest);
    const grown = append.parts.filter(({ entries, audience }) => entries.length > 0 || audience);
    for (const { stream } of [...grown, ...append.created]) {
      queueMicrotask(() => listeners.tell({ negotiation: append.negotiation, stream }));
    }
    return { kind: "appended" };
  }

  function removeSeat(negotiation: NegotiationId, seat: SeatId): void {
    for (const stream of negotiations.get(negotiation)?.streams.values() ?? []) {
      stream.audience = stream.audience.filter((member) => member !== seat);
    }
    shutOut(negotiation, seat);
  }

  function shutOut(negotiation: NegotiationId, seat: SeatId): void {
    endSessions(negotiation, seat);
    for (const [digest, invitation] of invitations) {
      if (invitation.negotiation === negotiation && invitation.seat === seat) {
        invitations.set(digest, { ...invitation, revoked: true });
      }
    }
  }

  function endSessions(negotiation: NegotiationId, seat: SeatId, but?: string): void {
    for (const [digest, session] of sessions) {
      if (session.negotiation === negotiation && session.seat === seat && digest !== but) sessions.delete(digest);
    }
  }

  function redeem(
    ...[tokenDigest, session, at, hall]: Parameters<Store["redeem"]>
  ): Awaited<ReturnType<Store["redeem"]>> {
    const invitation = invitations.get(tokenDigest);
    if (!invitation) return "unknown";
    if (session.negotiation !== invitation.negotiation || session.seat !== invitation.seat) {
      throw new Error("the session is for another seat than the invitation");
    }
    if (hall && negotiations.get(session.negotiation)?.streams.get(hall.stream)?.entries.length !== hall.version)
      return "changed";
    if (sessions.has(session.tokenDigest)) return "redeemed";
    if (invitation.revoked) return "unknown";
    if (invitation.expiresAt <= at) return "expired";
    if (!invitation.reusable && invitation.uses > 0) return "used";
    invitations.set(tokenDigest, { ...invitation, uses: invitation.uses + 1 });
    sessions.set(session.tokenDigest, session);
    return "redeemed";
  }

  function holdAnswer(held: HeldAnswer, at: Instant): "held" | "changed" | "closed" {
    const call = negotiations.get(held.negotiation)?.calls.get(held.call);
    if (!call || call.until <= at) return "closed";
    const before = call.answers.get(held.party);
    call.answers.set(held.party, held);
    return before && before.saysYes !== held.saysYes ? "changed" : "held";
  }

  const beHere: Store["beHere"] = async (process, told, { at, until }) => {
    for (const [key, presence] of presences) if (presence.until <= at) presences.delete(key);
    for (const [negotiation, seats] of told) {
      const key = keyOf(negotiation, process);
      if (seats.length === 0) presences.delete(key);
      else presences.set(key, { negotiation, process, seats: sorted(seats), until });
    }
  };

  return {
    create: async (created) => create(created),
    negotiation: async (id) => negotiations.get(id)?.row,
    head: async (negotiation, id) => headOf(id, streamOf(negotiation, id)),
    entries: async (negotiation, id, after, limit) => pageOf(streamOf(negotiation, id), after, limit) ?? [],
    streams: async (negotiation) => headsOf(negotiations.get(negotiation), () => true),
    append: async (wanted) => append(wanted),
    answered: async (negotiation, seat, key) => negotiations.get(negotiation)?.answers.get(keyOf(seat, key)),
    streamsOf: async (negotiation, seat) =>
      headsOf(negotiations.get(negotiation), ({ audience }) => audience.includes(seat)),
    entriesFor: async (seat, negotiation, id, after, limit) => {
      const stream = streamOf(negotiation, id);
      return stream?.audience.includes(seat) ? pageOf(stream, after, limit) : undefined;
    },
    invitation: async (tokenDigest) => invitations.get(tokenDigest),
    invitations: async (negotiation) =>
      [...invitations.values()]
        .filter((invitation) => invitation.negotiation === negotiation)
        .sort((one, other) => order(one.tokenDigest, other.tokenDigest)),
    invite: async (invitation) => {
      if (!negotiations.has(invitation.negotiation)) throw new Error(`no negotiation ${invitation.negotiation}`);
      if (!invitations.has(invitation.tokenDigest)) invitations.set(invitation.tokenDigest, invitation);
    },
    revokeInvitation: async (negotiation, tokenDigest) => {
      const invitation = invitations.get(tokenDigest);
      if (invitation?.negotiation === negotiation) invitations.set(tokenDigest, { ...invitation, revoked: true });
    },
    redeem: async (tokenDigest, session, at, hall) => redeem(tokenDigest, session, at, hall),
    session: async (tokenDigest) => sessions.get(tokenDigest),
    endSessions: async (negotiation, seat) => endSessions(negotiation, seat),
    holdAnswer: async (held, at) => holdAnswer(held, at),
    heldAnswers: async (negotiation, call) =>
      [...(negotiations.get(negotiation)?.calls.get(call)?.answers.values() ?? [])].sort((one, other) =>
        order(one.party, other.party),
      ),
    openCalls: async (at) =>
      [...negotiations].flatMap(([negotiation, { calls }]) =>
        [...calls].filter(([, { until }]) => until <= at).map(([call, { stream }]) => ({ negotiation, stream, call })),
      ),
    keepOnce: async (name, offered) => {
      if (!kept.has(name)) kept.set(name, offered);
      return kept.get(name) ?? offered;
    },
    beHere,
    here: async (asked, at) =>
      [...presences.values()]
        .filter(({ negotiation, until }) => asked.includes(negotiation) && until > at)
        .sort((one, other) => order(one.negotiation, other.negotiation) || order(one.process, other.process)),
    onGrown: (listener: (grown: Grown) => void) => listeners.add(listener),
    close: async () => {},
  };
}

function openStream({ kind, audience, entries }: NewStream): Stream {
  return { kind, audience: sorted(audience), entries: [...entries] };
}

/** Whether these very entries are in the stream already: salts make a hash its entry's own. */
function holds(stream: Stream | undefined, expected: number, [first]: readonly Entry[]): boolean {
  return first !== undefined && stream?.entries[expected]?.hash === first.hash;
}

function isSame({ row, streams }: Negotiation, created: Created): boolean {
  return (
    JSON.stringify([row.id, row.createdAt, row.agenda, row.hall]) ===
      JSON.stringify([row.id, created.negotiation.createdAt, created.negotiation.agenda, created.negotiation.hall]) &&
    created.streams.every(({ stream, entries }) => streams.get(stream)?.entries[0]?.hash === entries[0]?.hash)
  );
}

function headOf(id: StreamId, stream: Stream | undefined): StreamHead | undefined {
  if (!stream) return undefined;
  const { kind, audience, entries } = stream;
  return { stream: id, kind, version: entries.length, hash: entries.at(-1)?.hash ?? "", audience };
}

function headsOf(negotiation: Negotiation | undefined, sees: (stream: Stream) => boolean): readonly StreamHead[] {
  return [...(negotiation?.streams ?? [])]
    .filter(([, stream]) => sees(stream))
    .flatMap(([id, stream]) => headOf(id, stream) ?? [])
    .sort((one, other) => order(one.stream, other.stream));
}

function pageOf(stream: Stream | undefined, after: number, limit: number): readonly Entry[] | undefined {
  return stream?.entries.slice(after, after + limit);
}

function sameAnswers(held: readonly HeldAnswer[], given: readonly HeldAnswer[]): boolean {
  const textOf = (answers: readonly HeldAnswer[]): string =>
    JSON.stringify(answers.map(({ party, seat, saysYes }) => [party, seat, saysYes].join(" ")).sort());
  return textOf(held) === textOf(given);
}

const keyOf = (seat: SeatId, key: string): string => JSON.stringify([seat, key]);
const sorted = (seats: readonly SeatId[]): readonly SeatId[] => [...new Set(seats)].sort();
const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
