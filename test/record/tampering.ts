import { createHash } from "node:crypto";
import type { Random } from "#prelude";
import type { Bundle, BundleStream, Entry, FaultPlace } from "#record";
import { nativeSign } from "../native-signatures.ts";
import { bytes, newKeys } from "./rehearsal.ts";

/** What somebody has done to a file without the keys of its authors, and the first place that was touched. */
export type Tampered = { readonly what: string; readonly bundle: Bundle; readonly first: FaultPlace };

type Tamper = (bundle: Bundle, foreign: Bundle, random: Random) => Tampered | undefined;

/** One of the ways below, picked at random, that can be done to this bundle. */
export function tamper(bundle: Bundle, foreign: Bundle, random: Random): Tampered {
  for (;;) {
    const names = Object.keys(ways);
    const tampered = ways[names[random.below(names.length)]!]!(structuredClone(bundle), foreign, random);
    if (tampered) return tampered;
  }
}

export const ways: Readonly<Record<string, Tamper>> = {
  "flip in the header": (bundle, _, random) => {
    const member = (["negotiation", "exporter"] as const)[random.below(2)]!;
    return {
      what: `${member} flipped`,
      bundle: { ...bundle, [member]: flipped(bundle[member], random) },
      first: header,
    };
  },
  "flip in the agenda": (bundle, _, random) => {
    return { what: "agenda flipped", bundle: { ...bundle, agenda: flipped(bundle.agenda, random) }, first: agenda };
  },
  "another agenda": (bundle, foreign) => {
    if (bundle.agenda === foreign.agenda) return undefined;
    return { what: "another agenda", bundle: { ...bundle, agenda: foreign.agenda }, first: agenda };
  },
  "flip in a stream's name": (bundle, _, random) => {
    const stream = pick(bundle.streams, random);
    const name = flipped(stream.stream, random);
    const changed = {
      ...bundle,
      streams: bundle.streams.map((each) => (each === stream ? { ...each, stream: name } : each)),
    };
    return { what: "stream's name flipped", bundle: changed, first: entryAt(name, 1) };
  },
  "another kind of stream": (bundle, _, random) => {
    const stream = pick(bundle.streams, random);
    const kind = (["hall", "channel", "delegation"] as const)[random.below(3)]!;
    if (kind === stream.kind) return undefined;
    const changed = { ...bundle, streams: bundle.streams.map((each) => (each === stream ? { ...each, kind } : each)) };
    return { what: `${stream.kind} called ${kind}`, bundle: changed, first: entryAt(stream.stream, 1) };
  },
  "flip in an entry": (bundle, _, random) => {
    const member = (["body", "body", "salt", "hash", "receipt"] as const)[random.below(5)]!;
    return inEntries(bundle, random, `${member} flipped`, (entries, at) => {
      const entry = entries[at]!;
      return entries.with(at, { ...entry, [member]: flipped(entry[member], random) });
    });
  },
  "another version number": (bundle, _, random) =>
    inEntries(bundle, random, "version changed", (entries, at) => {
      return entries.with(at, { ...entries[at]!, version: entries[at]!.version ^ (1 << random.below(8)) });
    }),
  "entry dropped": (bundle, _, random) =>
    inEntries(bundle, random, "dropped", (entries, at) => entries.toSpliced(at, 1)),
  "entry dropped and the rest numbered anew": (bundle, _, random) =>
    inEntries(bundle, random, "dropped, renumbered", (entries, at) => renumbered(entries.toSpliced(at, 1))),
  "entries swapped": (bundle, _, random) =>
    inEntries(bundle, random, "swapped", (entries, at) => {
      if (at + 1 >= entries.length) return undefined;
      const other = at + 1 + random.below(entries.length - at - 1);
      return entries.with(at, entries[other]!).with(other, entries[at]!);
    }),
  "entries swapped and numbered anew": (bundle, _, random) =>
    inEntries(bundle, random, "swapped, renumbered", (entries, at) => {
      if (at + 1 >= entries.length) return undefined;
      return renumbered(entries.with(at, entries[at + 1]!).with(at + 1, entries[at]!));
    }),
  "entry doubled": (bundle, _, random) =>
    inEntries(bundle, random, "doubled", (entries, at) => {
      return at === 0 ? undefined : renumbered(entries.toSpliced(at, 0, entries[at - 1]!));
    }),
  "spliced from another negotiation": (bundle, foreign, random) =>
    inEntries(bundle, random, "spliced", (entries, at) => {
      return renumbered(entries.with(at, pick(pick(foreign.streams, random).entries, random)));
    }),
  "replayed from another stream": (bundle, _, random) => {
    const source = pick(bundle.streams, random);
    return inEntries(bundle, random, "replayed", (entries, at, stream) => {
      return stream === source ? undefined : renumbered(entries.toSpliced(at, 0, pick(source.entries, random)));
    });
  },
  "a whole stream from another negotiation": (bundle, foreign, random) => {
    return inStreams(bundle, random, "foreign stream", (stream, kind) => {
      const other = foreign.streams.filter((each) => each.kind === kind);
      return other.length === 0 ? undefined : { ...stream, entries: pick(other, random).entries };
    });
  },
  "another entry's receipt": (bundle, _, random) =>
    inEntries(bundle, random, "another receipt", (entries, at) => {
      const { receipt } = pick(pick(bundle.streams, random).entries, random);
      return receipt === entries[at]!.receipt ? undefined : entries.with(at, { ...entries[at]!, receipt });
    }),
  "body changed and the chain made anew without the host's key": (bundle, _, random) =>
    inEntries(bundle, random, "chain made anew", (entries, at, { stream }) => {
      const body = entries[at]!.body.replace('"at":"20', '"at":"19');
      if (body === entries[at]!.body) return undefined;
      return rechained(bundle.negotiation, stream, entries.with(at, { ...entries[at]!, body }), at);
    }),
  "body changed and received by another host": (bundle, _, random) => {
    const sign = nativeSign(bytes(random, 32));
    return inEntries(bundle, random, "another host", (entries, at, { stream }) => {
      const body = entries[at]!.body.replace(/"version":(\d+)/, (_all, version) => `"version":${version},"x":0`);
      const made = rechained(bundle.negotiation, stream, entries.with(at, { ...entries[at]!, body }), at);
      return made.map((entry, index) => (index < at ? entry : { ...entry, receipt: sign(receiptBytes(entry.hash)) }));
    });
  },
  "tail removed": (bundle, _, random) =>
    inEntries(bundle, random, "tail removed", (entries, at) => (at === 0 ? undefined : entries.slice(0, at))),
  "stream removed": (bundle, _, random) => {
    const at = 1 + random.below(bundle.streams.length - 1);
    const changed = { ...bundle, streams: bundle.streams.toSpliced(at, 1) };
    return { what: "stream removed", bundle: changed, first: entryAt(bundle.streams[at]!.stream, 1) };
  },
  "streams swapped": (bundle, _, random) => {
    if (bundle.streams.length < 3) return undefined;
    const at = 1 + random.below(bundle.streams.length - 2);
    const [one, two] = [bundle.streams[at]!, bundle.streams[at + 1]!];
    const changed = { ...bundle, streams: bundle.streams.with(at, two).with(at + 1, one) };
    return { what: "streams swapped", bundle: changed, first: entryAt(one.stream, 1) };
  },
  "flip in the manifest": (bundle, _, random) => {
    const member = (["manifest", "key", "signature"] as const)[random.below(3)]!;
    return {
      what: `${member} flipped`,
      bundle: { ...bundle, [member]: flipped(bundle[member], random) },
      first: manifest,
    };
  },
  "another manifest": (bundle, foreign) => {
    return { what: "another manifest", bundle: { ...bundle, manifest: foreign.manifest }, first: manifest };
  },
  "manifest signed by another": (bundle, _, random) => {
    const { publicKey: key, sign } = newKeys(random);
    const signature = sign(Buffer.from(`entente/manifest/1\n${bundle.manifest}`));
    return { what: "manifest signed by another", bundle: { ...bundle, key, signature }, first: manifest };
  },
};

const header: FaultPlace = { kind: "header" };
const agenda: FaultPlace = { kind: "agenda" };
const manifest: FaultPlace = { kind: "manifest" };

function entryAt(stream: string, version: number): FaultPlace {
  return { kind: "entry", stream, version };
}

/** One bit of one character; a character that no name may hold is left to other tests. */
export function flipped(text: string, random: Random): string {
  for (;;) {
    const at = random.below(text.length);
    const code = text.charCodeAt(at) ^ (1 << random.below(7));
    const changed = text.slice(0, at) + String.fromCharCode(code) + text.slice(at + 1);
    if (code >= 32 && code !== 127) return changed;
  }
}

function inStreams(
  bundle: Bundle,
  random: Random,
  what: string,
  change: (stream: BundleStream, kind: string) => BundleStream | undefined,
): Tampered | undefined {
  const stream = pick(bundle.streams, random);
  const changed = change(stream, stream.kind);
  if (!changed) return undefined;
  const streams = bundle.streams.map((each) => (each === stream ? changed : each));
  return { what, bundle: { ...bundle, streams }, first: entryAt(stream.stream, 1) };
}

function inEntries(
  bundle: Bundle,
  random: Random,
  what: string,
  change: (entries: readonly Entry[], at: number, stream: BundleStream) => readonly Entry[] | undefined,
): Tampered | undefined {
  const stream = pick(bundle.streams, random);
  const at = random.below(stream.entries.length);
  const entries = change(stream.entries, at, stream);
  if (!entries) return undefined;
  const streams = bundle.streams.map((each) => (each === stream ? { ...each, entries } : each));
  return { what, bundle: { ...bundle, streams }, first: entryAt(stream.stream, at + 1) };
}

function renumbered(entries: readonly Entry[]): readonly Entry[] {
  return entries.map((entry, index) => ({ ...entry, version: index + 1 }));
}

function rechained(negotiation: string, stream: string, entries: readonly Entry[], from: number): readonly Entry[] {
  let last = entries[from - 1]?.hash ?? sha256(`entente/stream/1\n${negotiation}\n${stream}`);
  return entries.map((entry, index) => {
    if (index < from) return entry;
    const leaf = sha256("entente/leaf/1\n", Buffer.from(entry.salt, "hex"), entry.body);
    last = sha256("entente/chain/1\n", Buffer.from(last, "hex"), Buffer.from(leaf, "hex"));
    return { ...entry, hash: last };
  });
}

function receiptBytes(hash: string): Uint8Array {
  return Buffer.concat([Buffer.from("entente/receipt/1\n"), Buffer.from(hash, "hex")]);
}

function sha256(...parts: readonly (string | Buffer)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
}

function pick<T>(list: readonly T[], random: Random): T {
  return list[random.below(list.length)]!;
}
