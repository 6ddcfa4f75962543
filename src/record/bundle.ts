import type { SeatId, StreamId } from "#room";
import { documentDigest, isWellFormed, prefixed, utf8 } from "./digest.ts";
import type { Entry } from "./entry.ts";
import { type CheckSignature, checkSignature, type Sign } from "./keys.ts";

export const bundleFormat = "entente.record/1";

export type BundleStreamKind = "hall" | "channel" | "delegation";

/** All that one seat can see of a negotiation, as one file that is checked without the host. */
export type Bundle = {
  readonly format: typeof bundleFormat;
  readonly negotiation: string;
  /** The seat whose view this is. */
  readonly exporter: SeatId;
  /** Exact text; its digest stands in the hall's first entry. */
  readonly agenda: string;
  /** The hall first, and once. Every stream whole, from its first entry. */
  readonly streams: readonly BundleStream[];
  /** Exact text of a Manifest. */
  readonly manifest: string;
  /** The key under which the manifest is signed: the exporter's, as the hall names it. */
  readonly key: string;
  /** That key's Ed25519 signature over "entente/manifest/1\n" and the manifest's text. */
  readonly signature: string;
};

export type BundleStream = {
  readonly stream: StreamId;
  readonly kind: BundleStreamKind;
  readonly entries: readonly Entry[];
};

/** What the bundle holds, so that a stream or a tail that was left out is missed. */
export type Manifest = {
  readonly v: 1;
  readonly negotiation: string;
  readonly exporter: SeatId;
  /** SHA-256 of the agenda's bytes. */
  readonly agenda: string;
  readonly streams: readonly {
    readonly stream: StreamId;
    readonly kind: BundleStreamKind;
    readonly version: number;
    readonly head: string;
  }[];
};

/** The file's text. `key` and `sign` are the exporter's. */
export function bundleText(content: Omit<Bundle, "format" | "manifest" | "signature">, sign: Sign): string {
  const { negotiation, exporter, agenda, streams, key } = content;
  const manifest = manifestText({
    v: 1,
    negotiation,
    exporter,
    agenda: documentDigest(agenda),
    streams: streams.map(({ stream, kind, entries }) => ({
      stream,
      kind,
      version: entries.length,
      head: entries.at(-1)?.hash ?? "",
    })),
  });
  const bundle: Bundle = {
    format: bundleFormat,
    negotiation,
    exporter,
    agenda,
    streams: streams.map(({ stream, kind, entries }) => ({ stream, kind, entries: entries.map(plainEntry) })),
    manifest,
    key,
    signature: sign(prefixed("manifest", utf8(manifest))),
  };
  return `${JSON.stringify(bundle)}\n`;
}

export function isManifestSignedBy(
  manifest: string,
  signature: string,
  publicKey: string,
  check: CheckSignature = checkSignature,
): boolean {
  return isWellFormed(manifest) && check(signature, prefixed("manifest", utf8(manifest)), publicKey);
}

function manifestText({ v, negotiation, exporter, agenda, streams }: Manifest): string {
  return JSON.stringify({ v, negotiation, exporter, agenda, streams });
}

/** The five members and no more, whatever else a store keeps with an entry. */
function plainEntry({ version, body, salt, hash, receipt }: Entry): Entry {
  return { version, body, salt, hash, receipt };
}
