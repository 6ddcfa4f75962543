import { err, ok, type Result } from "#prelude";
import type { Bundle, BundleStream } from "./bundle.ts";
import { checkRun, type Head, startOfStream } from "./chain.ts";
import { isCommandSignedBy, parseSignedCommand } from "./command-text.ts";
import type { SignedCommand } from "./entry.ts";
import { faultInEvents, faultInHostEvents } from "./follows-from-command.ts";
import type { CheckSignature } from "./keys.ts";
import { type ReadBody, readBody } from "./read-body.ts";
import { keyInForce, register, type SeatRegister } from "./seat-register.ts";
import { isObject } from "./strict-json.ts";
import type { BundleFault } from "./verdict.ts";

/** What is known of a bundle while its streams are read, the hall first. */
export type Reading = {
  readonly bundle: Bundle;
  readonly check: CheckSignature;
  readonly hostKey: string;
  readonly title: string;
  readonly seats: SeatRegister;
  /** Commands that were carried out, by seat and key: with what text, and in which streams. */
  readonly done: Map<string, { readonly text: string; readonly streams: string[] }>;
};

/** An entry whose place, hash, receipt, author, signature and events are in order. */
export type SoundEntry = {
  readonly body: ReadBody;
  /** The key under the author's command; none for the host. */
  readonly authorKey: string | undefined;
  /** The heads of the stream before this entry, by version. */
  readonly hashes: readonly string[];
};

/** Reads a stream entry by entry; `judge` sees each that is sound and may find what its events say at fault. */
export function walkStream(
  reading: Reading,
  { stream, entries }: BundleStream,
  judge: (entry: SoundEntry) => string | undefined,
): Result<Head, BundleFault> {
  const { bundle, check, hostKey } = reading;
  const hallStream = bundle.streams[0]!; // a bundle has a hall, or it is none
  let head = startOfStream(bundle.negotiation, stream);
  const hashes = [head.hash];
  for (const entry of entries) {
    const place = { kind: "entry", stream, version: head.version + 1 } as const;
    const next = checkRun(head, [entry], hostKey, check);
    if (!next.ok) return err({ where: place, message: next.error.message });
    const body = readBody(entry, bundle.negotiation, stream);
    if (!body.ok) return err({ where: place, message: body.error });
    const known = hallStream.entries.length;
    if (stream !== hallStream.stream && body.value.hall > known)
      return err({
        where: { kind: "entry", stream: hallStream.stream, version: known + 1 },
        message: `It is missing: entry ${entry.version} of stream ${stream} was decided from entry ${body.value.hall} of the hall.`,
      });
    const author = whoseEntry(reading, body.value);
    if (!author.ok) return err({ where: place, message: author.error });
    const message = judge({ body: body.value, authorKey: author.value, hashes });
    if (message !== undefined) return err({ where: place, message });
    head = next.value;
    hashes.push(head.hash);
  }
  return ok(head);
}

/** The key that has signed the entry's command, or why the entry is not its author's. */
function whoseEntry(reading: Reading, body: ReadBody): Result<string | undefined, string> {
  const isHall = body.stream === reading.bundle.streams[0]?.stream;
  if (isHall && body.hall !== body.version - 1) return err("In the hall an entry is decided from the one before it.");
  if (body.command === null || body.signature === null) {
    const fault = isHall ? "In the hall every entry is a seat's." : faultInHostEvents(body.events);
    return fault === undefined ? ok(undefined) : err(fault);
  }
  const parsed = parseSignedCommand(body.command);
  if (!parsed.ok) return err(`Its command cannot be read. ${parsed.error}`);
  const misplaced = whyMisplaced(reading, parsed.value, body, isHall);
  if (misplaced !== undefined) return err(misplaced);
  const key = signingKeyOf(reading.seats, parsed.value, body, isHall);
  if ("missing" in key) return err(key.missing);
  if (!isCommandSignedBy(body.command, body.signature, key.key, reading.check))
    return err("Its command is not signed by its author's key.");
  const seat = reading.seats.get(body.author);
  const delegation = seat?.delegation ?? delegationIn(body);
  const fault = faultInEvents(parsed.value.command, body.events, { seat: body.author, delegation });
  if (fault !== undefined) return err(fault);
  if (seat) seat.commands += isFirstStream(reading, parsed.value, body.stream) ? 1 : 0;
  return ok(key.key);
}

/** A command counts where it is written first; what it opens elsewhere is its outcome. */
function isFirstStream({ done }: Reading, { seat, key }: SignedCommand, stream: string): boolean {
  return done.get(`${seat}\n${key}`)?.streams[0] === stream;
}

/** Undefined if this command was given to this stream and is carried out here for the first time. */
function whyMisplaced(
  { bundle, done }: Reading,
  command: SignedCommand,
  body: ReadBody,
  isHall: boolean,
): string | undefined {
  if (command.negotiation !== bundle.negotiation) return "Its command was signed for another negotiation.";
  if (command.seat !== body.author) return "Its command was signed for another seat than its author.";
  const kind = isObject(command.command) ? command.command.kind : undefined;
  const isOpening = kind === "open" || kind === "convene";
  if (kind === "open" && isHall !== (body.version === 1 && body.stream === bundle.streams[0]?.stream))
    return "The negotiation is opened again.";
  if (isOpening && !isHall && body.version !== 1) return "It opens a stream that is open.";
  if (!isOpening && command.stream !== body.stream) return "Its command was signed for another stream.";
  if (!isOpening && command.after >= body.version) return "Its command was signed after what this entry stands before.";
  const name = `${command.seat}\n${command.key}`;
  const before = done.get(name);
  if (before === undefined) {
    done.set(name, { text: body.command ?? "", streams: [body.stream] });
    return undefined;
  }
  const hall = bundle.streams[0]?.stream;
  const elsewhere = before.streams.filter((stream) => stream !== hall).length;
  const isPart = isOpening && before.text === body.command && !isHall && (kind === "open" || elsewhere === 0);
  if (!isPart) return "Its command was carried out before.";
  before.streams.push(body.stream);
  return undefined;
}

/** Who opens or joins brings the key along; everybody else has it from an earlier entry of the hall. */
function signingKeyOf(
  seats: SeatRegister,
  { command }: SignedCommand,
  { author, hall, version }: ReadBody,
  isHall: boolean,
): { readonly key: string } | { readonly missing: string } {
  const kind = isObject(command) ? command.kind : undefined;
  const keys = isObject(command) ? command.keys : undefined;
  if (isHall && (kind === "join" || (kind === "open" && version === 1)) && isObject(keys)) {
    if (typeof keys.signing !== "string") return { missing: "It brings no key to sign with." };
    return { key: keys.signing };
  }
  return keyInForce(seats, author, Math.max(hall, 1)); // what opens with the hall has nothing before it
}

/** In the first entry the seats are only being named. */
function delegationIn({ author, events }: ReadBody): string {
  const opened = events.find(({ kind }) => kind === "opened");
  const seats = Array.isArray(opened?.seats) ? (opened.seats as readonly unknown[]) : [];
  const own = seats.find((seat) => isObject(seat) && seat.id === author);
  return isObject(own) && typeof own.delegation === "string" ? own.delegation : "";
}

/** Takes the hall's seats and keys up as they come. */
export function judgeHall({ seats }: Reading): (entry: SoundEntry) => string | undefined {
  return ({ body, authorKey }) => {
    for (const event of body.events) {
      const fault = register(seats, event, body.version);
      if (fault !== undefined) return fault;
    }
    if (body.version !== 1) return undefined;
    const own = seats.get(body.author);
    if (own?.keys.at(-1)?.key !== authorKey) return "The convenor opens without joining with the key it signs with.";
    own!.commands += 1; // there, since it has a key
    return undefined;
  };
}
