import { createHash } from "node:crypto";
import { nativeCheck } from "../native-signatures.ts";

/**
 * A second verifier, written from docs/reference/record-format.md with Node's own cryptography. It shares no code with
 * src/record and reads the file as a stranger would. It stops at the first fault and names it in few words.
 */
export function verifyIndependently(file: string): string {
  const text = file.replace(/\n$/, "");
  let bundle: Parsed;
  try {
    bundle = JSON.parse(text);
  } catch {
    return "file";
  }
  if (JSON.stringify(bundle) !== text) return "file";
  if (names(bundle) !== "format negotiation exporter agenda streams manifest key signature") return "file";
  if (bundle.format !== "entente.record/1") return "file";
  try {
    return judged(bundle);
  } catch (error) {
    if (error instanceof Fault) return error.message;
    return `unexpected: ${error}`;
  }
}

/** Whatever the file holds: a use that it does not bear throws, and `judged` is called where that is caught. */
type Parsed = ReturnType<typeof JSON.parse>;

class Fault extends Error {}

function judged(bundle: Parsed): string {
  const hall = bundle.streams[0].stream;
  for (const [index, { stream, kind, entries }] of bundle.streams.entries()) {
    if (!["hall", "channel", "delegation"].includes(kind)) throw new Fault(`entry ${stream} 1`);
    if ((kind === "hall") !== (index === 0) || entries.length === 0) throw new Fault(`entry ${stream} 1`);
    for (const [at, entry] of entries.entries()) {
      const isShaped = hex(entry.salt, 64) && hex(entry.hash, 64) && hex(entry.receipt, 128);
      if (names(entry) !== "version body salt hash receipt" || !isShaped) throw new Fault(`entry ${stream} ${at + 1}`);
    }
  }
  if (!hex(bundle.key, 64) || !hex(bundle.signature, 128)) throw new Fault("manifest");
  const isSealed = nativeCheck(bundle.signature, bytes("entente/manifest/1\n", bundle.manifest), bundle.key);
  const manifest = isSealed ? JSON.parse(bundle.manifest) : undefined;
  if (manifest && (manifest.negotiation !== bundle.negotiation || manifest.exporter !== bundle.exporter))
    throw new Fault("header");
  if (manifest && manifest.agenda !== sha256(bundle.agenda)) throw new Fault("agenda");

  const keys = new Map<string, { from: number; key: string | undefined }[]>();
  const removed = new Map<string, number>();
  let hostKey = "";
  for (const [index, { stream, kind, entries }] of bundle.streams.entries()) {
    const isHall = stream === hall;
    const heads = [sha256(`entente/stream/1\n${bundle.negotiation}\n${stream}`)];
    for (const [at, entry] of entries.entries()) {
      const here = `entry ${stream} ${at + 1}`;
      const demand = (isRight: boolean): void => {
        if (!isRight) throw new Fault(here);
      };
      demand(entry.version === at + 1);
      demand(isText(entry.body));
      const leaf = sha256("entente/leaf/1\n", raw(entry.salt), entry.body);
      demand(sha256("entente/chain/1\n", raw(heads[at]!), raw(leaf)) === entry.hash);
      const body = JSON.parse(entry.body);
      if (isHall && at === 0) hostKey = body.events[0].hostKey;
      demand(nativeCheck(entry.receipt, bytes("entente/receipt/1\n", raw(entry.hash)), hostKey));
      demand(body.negotiation === bundle.negotiation && body.stream === stream && body.version === at + 1);
      heads.push(entry.hash);
      if (body.author === "host") {
        demand(!isHall && body.command === null);
        continue;
      }
      const { negotiation, seat, stream: asked, command, after } = JSON.parse(body.command);
      demand(negotiation === bundle.negotiation && seat === body.author);
      demand(["open", "convene"].includes(command.kind) || (asked === stream && after <= at));
      if (!isHall && body.hall > bundle.streams[0].entries.length)
        throw new Fault(`entry ${hall} ${bundle.streams[0].entries.length + 1}`);
      const since = Math.max(body.hall, 1);
      const isNew = isHall && (command.kind === "open" || command.kind === "join");
      const key = isNew ? command.keys.signing : keys.get(seat)?.findLast(({ from }) => from <= since)?.key;
      demand(key !== undefined && !((removed.get(seat) ?? Infinity) <= since && !isNew));
      demand(nativeCheck(body.signature, bytes("entente/command/1\n", body.command), key!));
      for (const event of body.events) {
        if (event.kind === "joined")
          keys.set(event.seat, [...(keys.get(event.seat) ?? []), { from: at + 1, key: event.keys.signing }]);
        if (event.kind === "seat freed")
          keys.set(event.seat, [...(keys.get(event.seat) ?? []), { from: at + 1, key: undefined }]);
        if (event.kind === "seat removed") removed.set(event.seat, removed.get(event.seat) ?? at + 1);
        if (event.kind === "countersigned") {
          demand(heads[event.version] === event.head);
          const witnessed = `entente/head/1\n${bundle.negotiation}\n${stream}\n${event.version}\n${event.head}`;
          demand(nativeCheck(event.signature, bytes(witnessed), key!));
        }
      }
    }
    if (isHall && JSON.parse(entries[0].body).events[0].agenda !== sha256(bundle.agenda)) throw new Fault("agenda");
    if (!manifest) continue;
    const line = manifest.streams[index];
    if (line?.stream !== stream) {
      const isNamed = line && manifest.streams.some((other: { stream: string }) => other.stream === stream);
      throw new Fault(`entry ${isNamed ? line.stream : stream} 1`);
    }
    if (line.kind !== kind) throw new Fault(`entry ${stream} 1`);
    const counted = Math.min(line.version, entries.length);
    if (line.version !== entries.length) throw new Fault(`entry ${stream} ${counted + 1}`);
    if (line.head !== heads.at(-1)) throw new Fault(`entry ${stream} ${counted}`);
  }
  if (!manifest) throw new Fault("manifest");
  const missing = manifest.streams[bundle.streams.length];
  if (missing) throw new Fault(`entry ${missing.stream} 1`);
  if (keys.get(bundle.exporter)?.at(-1)?.key !== bundle.key) throw new Fault("manifest");
  return "accepted";
}

function names(value: object): string {
  return Object.keys(value).join(" ");
}

function hex(value: unknown, digits: number): boolean {
  return typeof value === "string" && value.length === digits && /^[0-9a-f]*$/.test(value);
}

function isText(text: string): boolean {
  return Buffer.from(text, "utf8").toString("utf8") === text;
}

function raw(digits: string): Buffer {
  return Buffer.from(digits, "hex");
}

function bytes(...parts: readonly (string | Buffer)[]): Buffer {
  return Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "utf8") : part)));
}

function sha256(...parts: readonly (string | Buffer)[]): string {
  return createHash("sha256")
    .update(bytes(...parts))
    .digest("hex");
}
