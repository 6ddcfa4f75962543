import type { Entry } from "#record";
import type { SeatId, StreamId } from "#room";

export type NegotiationId = string;
export type StreamKind = "hall" | "channel" | "delegation";

/**
 * Where negotiations are kept. Memory for tests and one process, PostgreSQL for everything else; one contract suite holds
 * for all. Every promise is about what is durable when the promise of a call resolves.
 */
export type Store = {
  /** All of it or nothing: the negotiation, its first streams with their first entries, and the invitations. */
  readonly create: (created: Created) => Promise<"created" | "exists">;
  readonly negotiation: (id: NegotiationId) => Promise<NegotiationRow | undefined>;
  /** What the host needs to decide: any stream, whoever sees it. */
  readonly head: (negotiation: NegotiationId, stream: StreamId) => Promise<StreamHead | undefined>;
  readonly entries: (
    negotiation: NegotiationId,
    stream: StreamId,
    after: number,
    limit: number,
  ) => Promise<readonly Entry[]>;
  readonly streams: (negotiation: NegotiationId) => Promise<readonly StreamHead[]>;
  /**
   * Appends to one stream or, all or nothing, to several. Locks the streams' rows in order of their ids, compares the expected
   * versions, and keeps the answer under the author's key, so that the same key is answered the same without being done again.
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
  readonly invite: (invitation: Invitation) => Promise<void>;
  readonly revokeInvitation: (negotiation: NegotiationId, tokenDigest: string) => Promise<void>;
  /** Takes one use of it and opens a session, or says why not. */
  readonly redeem: (
    tokenDigest: string,
    session: SessionRow,
    at: string,
  ) => Promise<"redeemed" | "unknown" | "expired" | "used">;
  readonly session: (tokenDigest: string) => Promise<SessionRow | undefined>;
  readonly endSessions: (negotiation: NegotiationId, seat: SeatId) => Promise<void>;

  /** A seat's private answer to a sealed yes, held until all have answered. */
  readonly holdAnswer: (held: HeldAnswer) => Promise<"held" | "changed" | "closed">;
  readonly heldAnswers: (negotiation: NegotiationId, call: string) => Promise<readonly HeldAnswer[]>;
  /** Calls that are open, for the host's clock: those whose time is over by `at`. */
  readonly openCalls: (
    at: string,
  ) => Promise<readonly { readonly negotiation: NegotiationId; readonly stream: StreamId; readonly call: string }[]>;

  /** Told, soon after commit and also of other processes' appends, that a stream has grown. A hint: ask for the entries. */
  readonly onGrown: (
    listener: (grown: { readonly negotiation: NegotiationId; readonly stream: StreamId }) => void,
  ) => () => void;
  readonly close: () => Promise<void>;
};

export type NegotiationRow = {
  readonly id: NegotiationId;
  readonly createdAt: string;
  /** Exact text of the agenda that every seat reads; its digest stands in the hall. */
  readonly agenda: string;
  readonly hall: StreamId;
};

export type StreamHead = {
  readonly stream: StreamId;
  readonly kind: StreamKind;
  readonly version: number;
  readonly hash: string;
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
  /** Held answers that go with the outcome: deleted in the same transaction. */
  readonly closesCall?: string;
  readonly opensCall?: { readonly stream: StreamId; readonly call: string; readonly until: string };
};

export type AppendPart = {
  readonly stream: StreamId;
  readonly expected: number;
  readonly entries: readonly Entry[];
  /** The audience from here on, when it changes. */
  readonly audience?: readonly SeatId[];
};

export type AppendOutcome =
  | { readonly kind: "appended" }
  /** This key was answered before: the same answer, if the digest is the same. */
  | { readonly kind: "repeated"; readonly answer: KeptAnswer }
  | { readonly kind: "conflict" };

export type KeptAnswer = { readonly digest: string; readonly answer: string };

export type Invitation = {
  readonly negotiation: NegotiationId;
  /** SHA-256 of the token in the link; the token itself is never kept. */
  readonly tokenDigest: string;
  readonly seat: SeatId;
  readonly reusable: boolean;
  readonly expiresAt: string;
  readonly uses: number;
  readonly revoked: boolean;
};

export type SessionRow = {
  readonly negotiation: NegotiationId;
  readonly tokenDigest: string;
  readonly seat: SeatId;
  readonly createdAt: string;
  readonly expiresAt: string;
};

export type HeldAnswer = {
  readonly negotiation: NegotiationId;
  readonly call: string;
  readonly party: string;
  readonly seat: SeatId;
  readonly saysYes: boolean;
};
