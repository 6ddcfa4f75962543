import { err, ok, type Result } from "#prelude";
import { type Bundle, type BundleStream, type BundleStreamKind, bundleFormat, type Manifest } from "./bundle.ts";
import { isHex32, isHex64 } from "./digest.ts";
import type { Entry } from "./entry.ts";
import { isId, isWholeNumber, objectWith, parseStrictJson } from "./strict-json.ts";
import type { BundleFault } from "./verdict.ts";

/** In UTF-16 units. About sixty thousand entries. */
export const longestBundle = 134_217_728;
const deepestBundle = 8;
const longestManifest = 16_777_216;

const bundleMembers = [
  ...["format", "negotiation", "exporter", "agenda", "streams", "manifest", "key", "signature"],
] as const;

/** The members of a bundle, each of its kind, or the first that is not. Nothing is verified yet. */
export function readBundle(text: string): Result<Bundle, BundleFault> {
  const json = parseStrictJson(text.endsWith("\n") ? text.slice(0, -1) : text, {
    longest: longestBundle,
    deepest: deepestBundle,
  });
  if (!json.ok) return notABundle(json.error);
  const read = objectWith(json.value, bundleMembers);
  if (!read) return notABundle(`It has the members ${bundleMembers.join(", ")} and no other.`);
  const { format, negotiation, exporter, agenda, streams, manifest, key, signature } = read;
  if (format !== bundleFormat) return notABundle(`Its format is not "${bundleFormat}".`);
  if (!isId(negotiation)) return header("The negotiation is named by 1 to 128 characters on one line.");
  if (!isId(exporter)) return header("The exporter is named by 1 to 128 characters on one line.");
  if (typeof agenda !== "string") return err({ where: { kind: "agenda" }, message: "The agenda is not a text." });
  if (!Array.isArray(streams) || streams.length === 0) return notABundle("It holds no streams.");
  const checked: BundleStream[] = [];
  for (const [index, raw] of streams.entries()) {
    const stream = readStream(raw, index);
    if (!stream.ok) return stream;
    checked.push(stream.value);
  }
  if (typeof manifest !== "string") return inManifest("The manifest is not a text.");
  if (!isHex32(key)) return inManifest("Its key is not 64 hexadecimal digits in lower case.");
  if (!isHex64(signature)) return inManifest("Its signature is not 128 hexadecimal digits in lower case.");
  return ok({ format, negotiation, exporter, agenda, streams: checked, manifest, key, signature });
}

/** The manifest's members, whoever has signed it. */
export function readManifest(text: string): Result<Manifest, string> {
  const json = parseStrictJson(text, { longest: longestManifest, deepest: 4 });
  if (!json.ok) return json;
  const read = objectWith(json.value, ["v", "negotiation", "exporter", "agenda", "streams"]);
  if (!read) return err("A manifest has the members v, negotiation, exporter, agenda and streams only.");
  const { v, negotiation, exporter, agenda, streams } = read;
  if (v !== 1) return err("This is not version 1 of a manifest.");
  if (!isId(negotiation) || !isId(exporter)) return err("It names no negotiation or no exporter.");
  if (!isHex32(agenda)) return err("The agenda's digest is not 64 hexadecimal digits in lower case.");
  if (!Array.isArray(streams)) return err("It lists no streams.");
  const lines: Manifest["streams"][number][] = [];
  for (const raw of streams) {
    const line = objectWith(raw, ["stream", "kind", "version", "head"]);
    if (!line) return err("Each of its lines has the members stream, kind, version and head only.");
    const { stream, kind, version, head } = line;
    if (!isId(stream) || !isKind(kind) || !isWholeNumber(version) || !isHex32(head))
      return err("One of its lines names no stream, kind, version and head.");
    lines.push({ stream, kind, version, head });
  }
  return ok({ v, negotiation, exporter, agenda, streams: lines });
}

function readStream(raw: unknown, index: number): Result<BundleStream, BundleFault> {
  const read = objectWith(raw, ["stream", "kind", "entries"]);
  if (!read || !isId(read.stream)) return notABundle(`Stream ${index + 1} has no stream, kind and entries.`);
  const { stream, kind, entries } = read;
  if (!isKind(kind)) return inEntry(stream, 1, `A stream is a hall, a channel or a delegation's.`);
  if ((kind === "hall") !== (index === 0)) return inEntry(stream, 1, "The hall comes first, and once.");
  if (!Array.isArray(entries) || entries.length === 0) return inEntry(stream, 1, "The stream has no entries.");
  const checked: Entry[] = [];
  for (const rawEntry of entries) {
    const entry = objectWith(rawEntry, ["version", "body", "salt", "hash", "receipt"]);
    const at = checked.length + 1;
    if (!entry) return inEntry(stream, at, "An entry has the members version, body, salt, hash and receipt only.");
    const { version, body, salt, hash, receipt } = entry;
    if (!isWholeNumber(version)) return inEntry(stream, at, "Its version is not a number.");
    if (typeof body !== "string") return inEntry(stream, at, "Its body is not a text.");
    if (!isHex32(salt)) return inEntry(stream, at, "Its salt is not 64 hexadecimal digits in lower case.");
    if (!isHex32(hash)) return inEntry(stream, at, "Its hash is not 64 hexadecimal digits in lower case.");
    if (!isHex64(receipt)) return inEntry(stream, at, "Its receipt is not 128 hexadecimal digits in lower case.");
    checked.push({ version, body, salt, hash, receipt });
  }
  return ok({ stream, kind, entries: checked });
}

function isKind(value: unknown): value is BundleStreamKind {
  return value === "hall" || value === "channel" || value === "delegation";
}

function notABundle(message: string): Result<never, BundleFault> {
  return err({ where: { kind: "file" }, message });
}

function header(message: string): Result<never, BundleFault> {
  return err({ where: { kind: "header" }, message });
}

function inManifest(message: string): Result<never, BundleFault> {
  return err({ where: { kind: "manifest" }, message });
}

function inEntry(stream: string, version: number, message: string): Result<never, BundleFault> {
  return err({ where: { kind: "entry", stream, version }, message });
}
