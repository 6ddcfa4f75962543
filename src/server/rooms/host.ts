import type { Result } from "#prelude";
import type { Entry } from "#record";
import type { Instant, SeatId, StreamId } from "#room";
import type { NegotiationId, Store, StreamHead, StreamKind } from "#store";
import type { CreateRequest, InvitationsAnswer, JoinRequest, NewInvitation } from "#wire";
import { answerSealedYes, settleWhatIsOver } from "./answer-sealed-yes.ts";
import { carryOut, readAnswer } from "./carry-out.ts";
import { createNegotiation } from "./create-negotiation.ts";
import { invitations, invite, join, opens, revoke } from "./doors.ts";
import { tailAfter } from "./held-negotiation.ts";
import { loadHostKey } from "./host-key.ts";
import type { HostParts } from "./host-parts.ts";
import type { HostRefusal } from "./host-refusal.ts";
import { heldNegotiations } from "./negotiations.ts";

/** Where a crash test may stop the process. */
export type CrashPoint =
  | "before append"
  | "after commit"
  | "after delivery"
  | "after answer"
  | "before creating"
  | "after creating"
  | "after joining"
  | "while resuming";

export type HostOptions = {
  readonly store: Store;
  /** The host's time, which stands in every entry. */
  readonly clock: () => Instant;
  /**
   * Random bytes. `purpose` names the audience they are for and what they are for, so that a test can draw each audience's
   * from a source of its own; in production it is not looked at.
   */
  readonly random: (purpose: string, size: number) => Uint8Array;
  readonly at?: (point: CrashPoint) => void | Promise<void>;
};

export type Door = { readonly negotiation: NegotiationId; readonly seat: SeatId };
/** A door with the session that it was opened with: when its seat is taken, only this one stays. */
export type OpenedDoor = Door & { readonly session?: string };

/** What became of a command: durably stored, or not done and why. */
export type Outcome =
  | { readonly kind: "done"; readonly stream: StreamId; readonly version: number }
  | { readonly kind: "refused"; readonly rule: string; readonly message: string };

/** What was just written or read anew, for those who listen. */
export type Grew = {
  readonly negotiation: NegotiationId;
  readonly streams: readonly GrownStream[];
};
export type GrownStream = {
  readonly stream: StreamId;
  readonly kind: StreamKind;
  readonly audience: readonly SeatId[];
  /** Those who saw it before and do not now. */
  readonly left: readonly SeatId[];
  readonly version: number;
  /** The last ones up to `version`, in order. */
  readonly entries: readonly Entry[];
};

/**
 * The rooms' host without HTTP: it reads streams, decides with the room's rules, writes entries with the record's, and keeps
 * them in the store. What comes of a command and in what words depends on the room's decision alone.
 */
export type RoomsHost = {
  /** Ed25519, hexadecimal: under every receipt. */
  readonly hostKey: string;
  /** For those who serve it: what comes after a command is decided may be stopped too. */
  readonly at: NonNullable<HostOptions["at"]>;
  readonly now: () => Instant;
  readonly create: (
    request: CreateRequest,
  ) => Promise<Result<Door & { readonly hall: StreamId; readonly session: string }, HostRefusal>>;
  /** "unknown": nothing is said of the negotiation. */
  readonly join: (
    negotiation: NegotiationId,
    request: JoinRequest,
  ) => Promise<Result<Door & { readonly agenda: string; readonly session: string }, HostRefusal | "unknown">>;
  /** Whether this session opens this door. The same work for one that is unknown. */
  readonly opens: (door: Door, session: string) => Promise<boolean>;
  readonly agenda: (negotiation: NegotiationId) => Promise<string>;
  readonly command: (door: OpenedDoor, text: string, signature: string, key?: string) => Promise<Outcome>;
  /** A sealed yes or no, signed as a command is. */
  readonly answer: (door: Door, text: string, signature: string, key?: string) => Promise<Outcome>;
  /** Undefined: never done. */
  readonly ask: (door: Door, key: string) => Promise<Outcome | undefined>;
  readonly invite: (door: Door, invitation: NewInvitation) => Promise<Result<undefined, HostRefusal>>;
  readonly invitations: (door: Door) => Promise<Result<InvitationsAnswer, HostRefusal>>;
  readonly revoke: (door: Door, tokenDigest: string) => Promise<Result<undefined, HostRefusal>>;
  /** What the seat sees now, read anew. */
  readonly streams: (door: Door) => Promise<readonly StreamHead[]>;
  readonly entries: (
    door: Door,
    stream: StreamId,
    after: number,
    limit: number,
  ) => Promise<readonly Entry[] | undefined>;
  /** Answers calls and settles motions whose time is over. To be called about every second. */
  readonly tick: () => Promise<void>;
  /** Hears of every growth of negotiations that are watched, at once and in order of each stream. */
  readonly onGrew: (listener: (grew: Grew) => void) => () => void;
  /** From here on this process follows what other processes append to it. */
  readonly watch: (negotiation: NegotiationId) => Promise<() => void>;
  /** What the seat sees of a negotiation that is watched, as it was last told. */
  readonly held: (door: Door) => readonly StreamHead[];
  /** A page of what `held` showed; from memory if it is at hand. */
  readonly heldEntries: (
    door: Door,
    stream: StreamId,
    after: number,
    limit: number,
  ) => Promise<readonly Entry[] | undefined>;
  /** Waits for what is under way. */
  readonly close: () => Promise<void>;
};

/** `store` stays the caller's to close. */
export async function roomsHost({ store, clock, random, at = () => {} }: HostOptions): Promise<RoomsHost> {
  const key = await loadHostKey(store, random);
  const negotiations = heldNegotiations(store);
  const parts: HostParts = { store, key, clock, random, at, negotiations };
  let ticking: Promise<void> | undefined;
  return {
    hostKey: key.publicKey,
    at,
    now: clock,
    create: (request) => createNegotiation(parts, request),
    join: (negotiation, request) => join(parts, negotiation, request),
    opens: (door, session) => opens(parts, door, session),
    agenda: async (negotiation) => (await store.negotiation(negotiation))?.agenda ?? "",
    command: (door, text, signature, commandKey) => carryOut(parts, door, text, signature, commandKey),
    answer: (door, text, signature, answerKey) => answerSealedYes(parts, door, text, signature, answerKey),
    ask: async ({ negotiation, seat }, asked) => {
      const kept = await store.answered(negotiation, seat, asked);
      return kept && readAnswer(kept.answer);
    },
    invite: (door, invitation) => invite(parts, door, invitation),
    invitations: (door) => invitations(parts, door),
    revoke: (door, digest) => revoke(parts, door, digest),
    streams: ({ negotiation, seat }) => store.streamsOf(negotiation, seat),
    entries: ({ negotiation, seat }, stream, after, limit) => store.entriesFor(seat, negotiation, stream, after, limit),
    tick: () => {
      // a slow one is not overtaken by the next
      ticking ??= settleWhatIsOver(parts).finally(() => {
        ticking = undefined;
      });
      return ticking;
    },
    held: ({ negotiation, seat }) => {
      const heads = [...(negotiations.peek(negotiation)?.heads.values() ?? [])];
      return heads
        .filter(({ audience }) => audience.includes(seat))
        .sort((one, other) => (one.stream < other.stream ? -1 : 1));
    },
    heldEntries: async ({ negotiation, seat }, stream, after, limit) => {
      const held = negotiations.peek(negotiation);
      if (!held?.heads.get(stream)?.audience.includes(seat)) return undefined;
      const tail = tailAfter(held, stream, after)?.slice(0, limit);
      return tail ?? (await store.entriesFor(seat, negotiation, stream, after, limit));
    },
    onGrew: negotiations.onGrew,
    watch: negotiations.watch,
    close: async () => {
      await ticking?.catch(() => {}); // whoever ticked hears of it
      await negotiations.close();
    },
  };
}
