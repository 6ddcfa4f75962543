import type { Entry } from "#record";
import type { Instant, SeatId, StreamId } from "#room";

export type NegotiationId = string;
export type StreamKind = "hall" | "channel" | "delegation";

/**
 * Where negotiations are kept. Memory for tests and one process, PostgreSQL for everything else; one contract suite holds
 * for all. Every promise is about what is durable when the promise of a call resolves.
 *
 * A store has no clock: whoever calls says what time it is. Texts are kept to the character; they are well-formed Unicode
 * without U+0000. What it throws is a mistake of the caller or a database out of reach, never an answer about a negotiation.
 */
export type Store = {
  /**
   * All of it or nothing: the negotiation, its first streams with their first entries, the invitations and the session.
   * The very same creation again, after a lost answer, is "created" too; "exists" when the id is another's.
   */
  readonly create: (created: Created) => Promise<"created" | "exists">;
  readonly negotiation: (id: NegotiationId) => Promise<NegotiationRow | undefined>;
  /** What the host needs to decide: any stream, whoever sees it. */
  readonly head: (negotiation: NegotiationId, stream: StreamId) => Promise<StreamHead | undefined>;
  /** Those after the version `after`, at most `limit`, in order and without gaps. */
  readonly entries: (
    negotiation: NegotiationId,
    stream: StreamId,
    after: number,
    limit: number,
  ) => Promise<readonly Entry[]>;
  /** In order of their ids, which are random: the order tells nothing. */
  readonly streams: (negotiation: NegotiationId) => Promise<readonly StreamHead[]>;
  /**
   * Appends to one stream or, all or nothing, to several. Locks the streams' rows in order of their ids, compares the expected
   * versions, and keeps the answer under the author's key, so that the same key is answered the same without being done again.
   *
   * The same entries given again (told by their hashes, which salts make unique) are "appended" without being written twice:
   * so an append whose answer was lost with a connection can be repeated safely, by the store itself and by its caller.
   */
  readonly append: (append: Append) => Promise<AppendOutcome>;
  /** What became of a key; undefined: never done. */
  readonly answered: (negotiation: NegotiationId, seat: SeatId, key: string) => Promise<KeptAnswer | undefined>;

  /** What one seat sees: its streams, and their entries. A stream it may not see and one that is not there look the same. */
  readonly streamsOf: (negotiation: NegotiationId, seat: SeatId) => Promise<readonly StreamHead[]>;
  readonly entriesFor: (
    seat: SeatId,
    negotiation: NegotiationId,
    stream: StreamId,
    after: number,
    limit: number,
  ) => Promise<readonly Entry[] | undefined>;

  readonly invitation: (tokenDigest: string) => Promise<Invitation | undefined>;
  /** All of a negotiation, in order of their digests. */
  readonly invitations: (negotiation: NegotiationId) => Promise<readonly Invitation[]>;
  readonly invite: (invitation: Invitation) => Promise<void>;
  readonly revokeInvitation: (negotiation: NegotiationId, tokenDigest: string) => Promise<void>;
  /**
   * Takes one use of it and opens a session, or says why not; a revoked one is "unknown". Of many at once on a single-use
   * invitation exactly one is "redeemed"; the same session again, after a lost answer, is "redeemed" without a second use.
   * The session is for the invitation's negotiation and seat: anything else is thrown.
   *
   * `hall`: what the caller has decided from. If the hall has moved on it is "changed", and nothing was done: so nobody is let
   * in to a seat that was taken meanwhile.
   */
  readonly redeem: (
    tokenDigest: string,
    session: SessionRow,
    at: Instant,
    hall?: { readonly stream: StreamId; readonly version: number },
  ) => Promise<"redeemed" | "unknown" | "expired" | "used" | "changed">;
  /** Also one whose time is over: the caller has the clock. */
  readonly session: (tokenDigest: string) => Promise<SessionRow | undefined>;
  readonly endSessions: (negotiation: NegotiationId, seat: SeatId) => Promise<void>;

  /**
   * A seat's private answer to a sealed yes, held until all have answered; one per party, the last counts. "changed": it had
   * said otherwise before; "closed": the call is unknown, was answered, or its time is over by `at`.
   */
  readonly holdAnswer: (held: HeldAnswer, at: Instant) => Promise<"held" | "changed" | "closed">;
  /** In order of the parties' ids, not of their answering. */
  readonly heldAnswers: (negotiation: NegotiationId, call: string) => Promise<readonly HeldAnswer[]>;
  /** Calls that are open, for the host's clock: those whose time is over by `at`. */
  readonly openCalls: (
    at: Instant,
  ) => Promise<readonly { readonly negotiation: NegotiationId; readonly stream: StreamId; readonly call: string }[]>;

  /**
   * The value kept for the whole house under a name: the first that was ever offered, whoever asks. For what all server
   * processes of one database share, such as the host's signing key. No seat can read it.
   */
  readonly keepOnce: (name: string, offered: string) => Promise<string>;

  /**
   * Who is connected to one server process, in place of what it said before of these negotiations; good until `until`, so
   * that a process that was killed is forgotten. No seats: none any more. What is over by `at`, whosever it was, is deleted.
   * Of this nothing need survive a crash of the database: it is told again.
   */
  readonly beHere: (
    process: string,
    seats: ReadonlyMap<NegotiationId, readonly SeatId[]>,
    time: { readonly at: Instant; readonly until: Instant },
  ) => Promise<void>;
  /** What processes have said of these negotiations and is not over by `at`, in order of negotiation and process. */
  readonly here: (negotiations: readonly NegotiationId[], at: Instant) => Promise<readonly Presence[]>;

  /**
   * Told, soon after commit and also of other processes' appends, that a stream has grown. A hint: ask for the entries.
   * It may come twice, or once for several entries.
   */
  readonly onGrown: (listener: (grown: Grown) => void) => () => void;
  readonly close: () => Promise<void>;
};

export type Grown = { readonly negotiation: NegotiationId; readonly stream: StreamId };

export type NegotiationRow = {
  readonly id: NegotiationId;
  readonly createdAt: Instant;
  /** Exact text of the agenda that every seat reads; its digest stands in the hall. */
  readonly agenda: string;
  readonly hall: StreamId;
};

export type StreamHead = {
  readonly stream: StreamId;
  readonly kind: StreamKind;
  /** The number of its entries. */
  readonly version: number;
  /** Of its last entry; empty text before the first. */
  readonly hash: string;
  /** In order of their ids. */
  readonly audience: readonly SeatId[];
};

export type Created = {
  readonly negotiation: NegotiationRow;
  readonly streams: readonly NewStream[];
  readonly invitations: readonly Invitation[];
  readonly session?: SessionRow;
};

export type NewStream = {
  readonly stream: StreamId;
  readonly kind: StreamKind;
  readonly audience: readonly SeatId[];
  readonly entries: readonly Entry[];
};

export type Append = {
  readonly negotiation: NegotiationId;
  readonly parts: readonly AppendPart[];
  readonly created: readonly NewStream[];
  /** Left out for what the host writes itself. */
  readonly key?: { readonly seat: SeatId; readonly key: string; readonly digest: string; readonly answer: string };
  /**
   * The call that this outcome closes, and the held answers it was made from: they are deleted in the same transaction. If
   * an answer has been changed meanwhile, or the call is closed already, it is a conflict.
   */
  readonly closesCall?: { readonly call: string; readonly answers: readonly HeldAnswer[] };
  /** Something with a time limit, for `openCalls`: a sealed yes, or a motion that silence decides. */
  readonly opensCall?: { readonly stream: StreamId; readonly call: string; readonly until: Instant };
  /**
   * Seats that are removed by this: with it their sessions end, their invitations are revoked, and they leave the audience of
   * every stream of the negotiation, whatever those streams say about it themselves.
   */
  readonly removesSeats?: readonly SeatId[];
  /** Seats that are to be taken anew: with it their sessions end and their invitations are revoked. */
  readonly freesSeats?: readonly SeatId[];
  /** With it the seat's sessions end, all but one: whoever else had opened its link while it was free is out. */
  readonly takesSeat?: { readonly seat: SeatId; readonly sessionDigest: string };
};

export type AppendPart = {
  readonly stream: StreamId;
  readonly expected: number;
  /** Numbered on from `expected`. None, and no audience: the stream must not have moved on, and nothing is written to it. */
  readonly entries: readonly Entry[];
  /** The audience from here on, when it changes; who is not in it sees nothing of the stream any more. */
  readonly audience?: readonly SeatId[];
};

export type AppendOutcome =
  | { readonly kind: "appended" }
  /** This key was answered before. With another digest it was another command: nothing was done, and the caller says so. */
  | { readonly kind: "repeated"; readonly answer: KeptAnswer }
  /** A stream has moved on, or a held answer has: read again, decide again. Nothing was written. */
  | { readonly kind: "conflict" };

export type KeptAnswer = { readonly digest: string; readonly answer: string };

export type Invitation = {
  readonly negotiation: NegotiationId;
  /** SHA-256 of the token in the link; the token itself is never kept. */
  readonly tokenDigest: string;
  readonly seat: SeatId;
  readonly reusable: boolean;
  readonly expiresAt: Instant;
  readonly uses: number;
  readonly revoked: boolean;
};

export type SessionRow = {
  readonly negotiation: NegotiationId;
  readonly tokenDigest: string;
  readonly seat: SeatId;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
};

/** Which seats of a negotiation are connected to one server process. */
export type Presence = {
  readonly negotiation: NegotiationId;
  readonly process: string;
  /** In order of their ids. */
  readonly seats: readonly SeatId[];
  readonly until: Instant;
};

export type HeldAnswer = {
  readonly negotiation: NegotiationId;
  readonly call: string;
  readonly party: string;
  readonly seat: SeatId;
  readonly saysYes: boolean;
};
