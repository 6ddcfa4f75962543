import { concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";

/**
 * Where sealed bytes belong. It is authenticated, not hidden: bytes that are moved to another negotiation, another stream or
 * another use do not open there.
 */
export type SealContext = {
  /** What it is: "sheet", "mandate", "words", ... */
  readonly use: string;
  readonly negotiation: string;
  /** The stream in which it lies; "new" for a channel that is only being convened. */
  readonly stream: string;
};

/** "entente/seal/1\n", the version byte, and the three names, each before a line break. */
export function contextBytes(version: number, { use, negotiation, stream }: SealContext): Uint8Array {
  const names = [use, negotiation, stream];
  if (names.some((name) => /[\n\p{Surrogate}]/u.test(name)))
    throw new Error("A name in a seal's context stands on one line.");
  return concatBytes(
    utf8ToBytes("entente/seal/1\n"),
    Uint8Array.of(version),
    utf8ToBytes(names.map((name) => `${name}\n`).join("")),
  );
}
