import { err, ok, type Result } from "#prelude";
import { type Bundle, type BundleStream, isManifestSignedBy, type Manifest } from "./bundle.ts";
import type { Head } from "./chain.ts";
import { documentDigest, isWellFormed } from "./digest.ts";
import { type CheckSignature, checkSignature, isSigningKey } from "./keys.ts";
import { readLadder } from "./milestones.ts";
import { readBody, type ToldEvent } from "./read-body.ts";
import { readBundle, readManifest } from "./read-bundle.ts";
import { recordedSettlement, type SettlementText } from "./recorded-settlement.ts";
import { isObject } from "./strict-json.ts";
import type { BundleFault, Milestone, VerifiedBundle, VerifiedStream } from "./verdict.ts";
import { judgeHall, type Reading, type SoundEntry, walkStream } from "./walk-stream.ts";

export type VerifyOptions = {
  /** The exact text that an adoption names by its digest; the room's unless given. */
  readonly settlementText?: SettlementText;
  /** Native code checks signatures many times faster; it must refuse what RFC 8032 refuses. */
  readonly check?: CheckSignature;
};

/**
 * What a bundle proves, or the first thing that is wrong with it. Needs no host, no network and no clock, and throws on no
 * input. It proves who wrote what and that nothing was changed, left out or moved since; whether the rules of procedure
 * allowed each step is the room's to judge, by folding the same events.
 */
export function verifyBundle(text: string, options: VerifyOptions = {}): Result<VerifiedBundle, BundleFault> {
  const read = readBundle(text);
  if (!read.ok) return read;
  const bundle = read.value;
  const { settlementText = recordedSettlement, check = checkSignature } = options;
  const manifest = signedManifest(bundle, check);
  const header = manifest.ok ? faultBeforeStreams(bundle, manifest.value) : undefined;
  if (header) return err(header);

  const opened = openedEvent(bundle);
  if (!opened.ok) return opened;
  const { hostKey, agenda, title } = opened.value;
  const reading: Reading = { bundle, check, hostKey, title, seats: new Map(), done: new Map() };
  const streams: VerifiedStream[] = [];
  const milestones: Milestone[] = [];
  const tally: Tally = { byHost: 0, notes: [] };
  for (const [index, stream] of bundle.streams.entries()) {
    const ladder = readLadder(reading, stream.stream, settlementText);
    const hall = index === 0 ? judgeHall(reading) : undefined;
    const judgeTimes = timesOf(stream, tally);
    let name = "the hall";
    const head = walkStream(reading, stream, (entry) => {
      const fault = hall ? hall(entry) : (faultInOpening(stream, entry) ?? ladder.judge(entry));
      if (entry.body.version === 1 && !hall) name = nameIn(entry.body.events[0]);
      judgeTimes(entry);
      return fault;
    });
    if (!head.ok) return head;
    if (hall && documentDigest(bundle.agenda) !== agenda)
      return err({ where: { kind: "agenda" }, message: "It is not the agenda whose digest the hall was opened with." });
    const listed = manifest.ok ? faultInPlace(manifest.value, bundle, index, head.value) : undefined;
    if (listed) return err(listed);
    const { stream: id, kind, entries } = stream;
    streams.push({ stream: id, kind, name, entries: entries.length, head: head.value.hash });
    milestones.push(...ladder.milestones());
  }
  if (!manifest.ok) return manifest;
  const end = faultAtEnd(reading, manifest.value);
  if (end) return err(end);
  for (const { countersignedBy, kind, motion } of milestones)
    if (countersignedBy.length === 0) tally.notes.push(`Nobody has countersigned that ${motion} was ${kind}.`);
  return ok({
    negotiation: bundle.negotiation,
    title,
    hostKey,
    agenda,
    exporter: bundle.exporter,
    streams,
    entries: streams.reduce((sum, { entries }) => sum + entries, 0),
    byHost: tally.byHost,
    seats: [...reading.seats].map(([seat, { name, delegation, commands, keys, removedAt }]) => {
      return {
        seat,
        name,
        delegation,
        commands,
        keys: keys.filter(({ key }) => key !== undefined).length,
        removed: removedAt !== undefined,
      };
    }),
    milestones,
    notes: tally.notes,
  });
}

/** The manifest, if it is signed by the key beside it; whose key that is, the hall says. */
function signedManifest({ manifest, key, signature }: Bundle, check: CheckSignature): Result<Manifest, BundleFault> {
  const fault = (message: string): Result<never, BundleFault> => err({ where: { kind: "manifest" }, message });
  if (!isSigningKey(key)) return fault("Its key is no key to sign with.");
  if (!isManifestSignedBy(manifest, signature, key, check)) return fault("Its signature does not fit.");
  const read = readManifest(manifest);
  return read.ok ? read : fault(`It cannot be read. ${read.error}`);
}

function faultBeforeStreams(bundle: Bundle, manifest: Manifest): BundleFault | undefined {
  if (bundle.negotiation !== manifest.negotiation)
    return { where: { kind: "header" }, message: "The manifest was signed for another negotiation." };
  if (bundle.exporter !== manifest.exporter)
    return { where: { kind: "header" }, message: "The manifest was signed for another exporter." };
  if (!isWellFormed(bundle.agenda) || documentDigest(bundle.agenda) !== manifest.agenda)
    return { where: { kind: "agenda" }, message: "It is not the agenda that the manifest names." };
  return undefined;
}

type Opened = { readonly hostKey: string; readonly agenda: string; readonly title: string };

/** The hall's first entry, read before it is verified: it brings the key that verifies it. */
function openedEvent({ negotiation, agenda, streams }: Bundle): Result<Opened, BundleFault> {
  const hall = streams[0]!; // a bundle has a hall, or it is none
  const fault = (message: string): Result<never, BundleFault> =>
    err({ where: { kind: "entry", stream: hall.stream, version: 1 }, message });
  const body = readBody(hall.entries[0]!, negotiation, hall.stream); // no stream is empty
  if (!body.ok) return fault(body.error);
  const { kind, hostKey, agenda: digest, title } = body.value.events[0] ?? { kind: "" };
  if (kind !== "opened" || !isSigningKey(hostKey)) return fault("It opens no negotiation with a host's key.");
  if (typeof digest !== "string" || typeof title !== "string") return fault("It opens without an agenda or a title.");
  if (!isWellFormed(agenda))
    return err({ where: { kind: "agenda" }, message: "It holds half a surrogate pair, which has no bytes." });
  return ok({ hostKey, agenda: digest, title });
}

/** A stream begins by saying what it is, and that it is this one. */
function faultInOpening({ stream, kind }: BundleStream, { body }: SoundEntry): string | undefined {
  if (body.version > 1) return undefined;
  const first = body.events[0];
  if (kind === "delegation")
    return first?.kind === "delegation opened" ? undefined : "A delegation's stream begins with its opening.";
  if (first?.kind !== "channel opened") return "A channel begins with its opening.";
  const { plan } = first;
  return isObject(plan) && plan.id === stream ? undefined : "It opens another channel than this.";
}

/** A stream that was left out, added or cut off. */
function faultInPlace(manifest: Manifest, bundle: Bundle, index: number, head: Head): BundleFault | undefined {
  const { stream, kind } = bundle.streams[index]!; // the stream that has just been read
  const entry = (id: string, version: number, message: string): BundleFault => {
    return { where: { kind: "entry", stream: id, version }, message };
  };
  const line = manifest.streams[index];
  if (line?.stream !== stream) {
    return line === undefined || !manifest.streams.some((other) => other.stream === stream)
      ? entry(stream, 1, "The manifest names no such stream.")
      : entry(line.stream, 1, "It is missing here: the manifest names this stream before the one that follows.");
  }
  if (line.kind !== kind) return entry(stream, 1, `The manifest calls this stream a ${line.kind}.`);
  if (line.version > head.version)
    return entry(stream, head.version + 1, `It is missing: the manifest counts ${line.version} entries.`);
  if (line.version < head.version)
    return entry(stream, line.version + 1, `The manifest counts ${line.version} entries only.`);
  if (line.head !== head.hash)
    // written anew with the host's own key: where it begins to differ cannot be seen here
    return entry(stream, head.version, "Up to here the stream is another than the one that the exporter has signed.");
  return undefined;
}

function faultAtEnd({ bundle, seats }: Reading, manifest: Manifest): BundleFault | undefined {
  const missing = manifest.streams[bundle.streams.length];
  if (missing)
    return {
      where: { kind: "entry", stream: missing.stream, version: 1 },
      message: "It is missing: the manifest names this stream.",
    };
  if (seats.get(bundle.exporter)?.keys.at(-1)?.key !== bundle.key)
    return { where: { kind: "manifest" }, message: "Its key is not the exporter's." };
  return undefined;
}

type Tally = { byHost: number; readonly notes: string[] };

/** Counts the host's own entries and notes where its clock went back: its time is a claim, the order is proved. */
function timesOf({ stream }: BundleStream, tally: Tally): (entry: SoundEntry) => void {
  let last = "";
  return ({ body }) => {
    if (body.author === "host") tally.byHost++;
    if (body.at < last)
      tally.notes.push(`The host's clock went back before entry ${body.version} of stream ${stream}.`);
    last = body.at;
  };
}

function nameIn(first: ToldEvent | undefined): string {
  const named = first?.kind === "delegation opened" ? first.delegation : isObject(first?.plan) ? first.plan.name : "";
  return typeof named === "string" ? named : "";
}
