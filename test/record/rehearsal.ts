import type { Random } from "#prelude";
import {
  type Bundle,
  type BundleStreamKind,
  bundleText,
  commandText,
  documentDigest,
  type Entry,
  makeEntry,
  type SettlementText,
  type Sign,
  signCommand,
  signingKey,
  startOfStream,
} from "#record";
import type { Command, Event, Procedure, Seat } from "#room";
import { nativeSign } from "../native-signatures.ts";

/** A negotiation as a host would write it, without the room's rules: every entry is signed, hashed and received. */
export type Rehearsal = {
  readonly negotiation: string;
  readonly agenda: string;
  readonly random: Random;
  readonly host: { readonly publicKey: string; readonly sign: Sign };
  readonly seats: readonly RehearsedSeat[];
  /** The hall first. */
  readonly streams: RehearsedStream[];
  clock: number;
};

export type RehearsedSeat = Seat & { keys: { publicKey: string; sign: Sign }; removed?: boolean };

export type RehearsedStream = {
  readonly stream: string;
  readonly kind: BundleStreamKind;
  readonly entries: Entry[];
  readonly members: readonly string[];
};

/** What a test may change of an entry that is otherwise as it ought to be. */
export type Twist = {
  readonly commandStream?: string;
  readonly negotiation?: string;
  readonly commandSeat?: string;
  readonly key?: string;
  readonly after?: number;
  readonly hall?: number;
  readonly sign?: Sign;
  readonly text?: string;
  readonly signature?: string;
};

export const procedure: Procedure = {
  decision: { kind: "unanimity" },
  mayConvene: { "working group": ["chair"], "back channel": ["negotiator"], caucus: ["mediator"] },
  needs: { adopt: "minister", initial: "deputy", sign: "minister" },
};

export const rehearsedText: SettlementText = ({ negotiation, agenda, moved }) =>
  JSON.stringify({ negotiation, agenda: documentDigest(agenda), settlement: moved.settlement });

export function bytes(random: Random, length: number): Uint8Array {
  return Uint8Array.from({ length }, () => random.below(256));
}

export function hexId(random: Random): string {
  return Buffer.from(bytes(random, 16)).toString("hex");
}

export function newKeys(random: Random): RehearsedSeat["keys"] {
  const secret = bytes(random, 32);
  return { publicKey: signingKey(secret).publicKey, sign: nativeSign(secret) };
}

/** Opened: hall, plenary, one group and each delegation's stream stand, and only the convenor has joined. */
export function rehearse(random: Random, delegations: readonly string[], text?: string): Rehearsal {
  const seatOf = (delegation: string, role: Seat["role"]): RehearsedSeat => {
    const name = `${delegation}, ${role}`;
    return {
      id: hexId(random),
      delegation: delegation as Seat["delegation"],
      role,
      level: "minister",
      name,
      keys: newKeys(random),
    }; // ids of this test
  };
  const seats = [
    seatOf("convening", "convenor"),
    ...delegations.map((delegation) => seatOf(delegation, "negotiator")),
    seatOf("mediation", "mediator"),
  ];
  const agenda = text ?? `{"agenda":"of this test","é":"𝔼","n":${random.below(1000)}}`;
  const host = newKeys(random);
  const rehearsal: Rehearsal = { negotiation: hexId(random), agenda, random, host, seats, streams: [], clock: 0 };
  const members = seats.slice(1).map(({ id }) => id);
  const plan = (name: string, kind: "plenary" | "working group") => {
    return { id: hexId(random), kind, name, clusters: [], members, level: "deputy" as const };
  };
  const channels = [plan("Plenary", "plenary"), plan("Security", "working group")];
  const convenor = seats[0]!;
  const plainSeats = seats.map(({ keys: _keys, ...seat }) => seat);
  const keys = { signing: convenor.keys.publicKey, sealing: "00".repeat(32) };
  const opening = { title: "A rehearsal", agenda: documentDigest(agenda), seats: plainSeats, channels, procedure };
  const signed = signedBy(rehearsal, convenor, "new", 0, { kind: "open", ...opening, keys });
  const hall = newStream(rehearsal, "hall", hexId(random), members);
  write(rehearsal, hall, convenor, signed, [
    { kind: "opened", ...opening, convenor: convenor.id, hostKey: host.publicKey },
    { kind: "joined", seat: convenor.id, keys },
  ]);
  for (const channel of channels) {
    const stream = newStream(rehearsal, "channel", channel.id, channel.members);
    write(rehearsal, stream, convenor, signed, [{ kind: "channel opened", plan: channel, wordKeys: {} }]);
  }
  for (const seat of seats.slice(1)) {
    const stream = newStream(rehearsal, "delegation", hexId(random), [seat.id]);
    write(rehearsal, stream, convenor, signed, [
      { kind: "delegation opened", delegation: seat.delegation, members: [seat.id] },
    ]);
  }
  return rehearsal;
}

export type SignedText = { readonly text: string; readonly signature: string };

export function signedBy(
  { negotiation, random }: Rehearsal,
  seat: RehearsedSeat,
  stream: string,
  after: number,
  command: Command,
  twist: Twist = {},
): SignedText {
  const text =
    twist.text ??
    commandText({
      v: 1,
      negotiation: twist.negotiation ?? negotiation,
      stream: twist.commandStream ?? stream,
      seat: twist.commandSeat ?? seat.id,
      key: twist.key ?? hexId(random),
      after: twist.after ?? after,
      command,
    });
  return { text, signature: twist.signature ?? signCommand(text, twist.sign ?? seat.keys.sign) };
}

/** A seat's command to a stream that stands, and what came of it. */
export function act(
  rehearsal: Rehearsal,
  stream: RehearsedStream,
  seat: RehearsedSeat,
  command: Command,
  events: readonly Event[],
  twist: Twist = {},
): SignedText {
  const signed = signedBy(rehearsal, seat, stream.stream, stream.entries.length, command, twist);
  write(rehearsal, stream, seat, signed, events, twist.hall);
  return signed;
}

/** `author`: a seat, or undefined for the host. */
export function write(
  rehearsal: Rehearsal,
  stream: RehearsedStream,
  author: RehearsedSeat | undefined,
  signed: SignedText | undefined,
  events: readonly Event[],
  hall?: number,
): void {
  const { negotiation, streams, host, random } = rehearsal;
  const last = stream.entries.at(-1) ?? startOfStream(negotiation, stream.stream);
  rehearsal.clock += 1 + random.below(5000);
  const content = {
    negotiation,
    stream: stream.stream,
    hall: hall ?? streams[0]!.entries.length,
    at: new Date(1_790_000_000_000 + rehearsal.clock).toISOString(),
    author: author?.id ?? "host",
    command: signed?.text ?? null,
    signature: signed?.signature ?? null,
    events,
  };
  stream.entries.push(makeEntry(last, content, bytes(random, 32), host.sign));
}

export function newStream(
  rehearsal: Rehearsal,
  kind: BundleStreamKind,
  stream: string,
  members: readonly string[],
): RehearsedStream {
  const added: RehearsedStream = { stream, kind, entries: [], members };
  rehearsal.streams.push(added);
  return added;
}

/** What that seat may export: the hall, and the streams it is in. */
export function exported(rehearsal: Rehearsal, seat: RehearsedSeat): string {
  const { negotiation, agenda, streams } = rehearsal;
  const seen = streams.filter(({ kind, members }) => kind === "hall" || members.includes(seat.id));
  const content = { negotiation, exporter: seat.id, agenda, streams: seen, key: seat.keys.publicKey };
  return bundleText(content, seat.keys.sign);
}

export function parsed(text: string): Bundle {
  return JSON.parse(text); // made by `exported` above
}
