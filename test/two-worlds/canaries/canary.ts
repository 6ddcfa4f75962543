import { randomBytes } from "node:crypto";
import { type Needle, needlesOfBytes, needlesOfText } from "./encodings.ts";

/** A secret that can be looked for. */
export type Canary = {
  readonly field: string;
  readonly needles: readonly Needle[];
  /**
   * "sealed": the host never has it, so that it is in nothing that any client sends. "passing": the host is shown it and must
   * not keep it. "members": the host reads it; nobody but the members does. "public": everybody reads it, and it has to be found.
   */
  readonly kind: "sealed" | "passing" | "members" | "public";
  /** Names of the seats that may have it. */
  readonly members: readonly string[];
};

export function canaries() {
  const all: Canary[] = [];
  return {
    all: all as readonly Canary[],
    /** A new canary's text for a field. */
    text: (field: string, kind: Canary["kind"], members: readonly string[] = []): string => {
      const text = `q${randomBytes(16).toString("hex")}`; // 128 random bits
      all.push({ field, kind, members, needles: needlesOfText(text) });
      return text;
    },
    /** A secret that somebody else made. */
    secret: (field: string, kind: Canary["kind"], members: readonly string[], value: string | Uint8Array): void => {
      const needles = typeof value === "string" ? needlesOfText(value) : needlesOfBytes(Buffer.from(value));
      all.push({ field, kind, members, needles });
    },
  };
}
export type Canaries = ReturnType<typeof canaries>;

export type Hit = { readonly field: string; readonly encoding: string };

/** Every canary that stands in these bytes, in whatever encoding; found in one go through them, as there are many. */
export function hitsIn(bytes: Buffer, canaries: readonly Canary[]): readonly Hit[] {
  const begins = new Uint8Array(65_536);
  const byBegin = new Map<number, { readonly field: string; readonly needle: Needle }[]>();
  for (const { field, needles } of canaries) {
    for (const needle of needles) {
      const begin = needle.bytes.readUInt32LE(0);
      begins[begin & 0xffff] = 1;
      byBegin.set(begin, [...(byBegin.get(begin) ?? []), { field, needle }]);
    }
  }
  const hits = new Map<string, Hit>();
  for (let at = 0; at + 4 <= bytes.length; at++) {
    if (begins[bytes[at]! | (bytes[at + 1]! << 8)] === 0) continue; // both are there
    for (const { field, needle } of byBegin.get(bytes.readUInt32LE(at)) ?? []) {
      const end = at + needle.bytes.length;
      if (end <= bytes.length && bytes.compare(needle.bytes, 0, needle.bytes.length, at, end) === 0) {
        hits.set(`${field} ${needle.encoding}`, { field, encoding: needle.encoding });
      }
    }
  }
  return [...hits.values()];
}
