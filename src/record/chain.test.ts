import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { checkRun, type Head, startOfStream } from "./chain.ts";
import type { Entry } from "./entry.ts";
import { signingKey, signWith } from "./keys.ts";
import { makeEntry } from "./make-entry.ts";

const host = signingKey(new Uint8Array(32).fill(7));
const start = startOfStream("n", "s");
const [one, two, three] = run(start, ["a", "b", "c"]) as [Entry, Entry, Entry]; // three were asked for

function run(from: Head, words: readonly string[]): readonly Entry[] {
  const entries: Entry[] = [];
  let head = from;
  for (const plain of words) {
    const events = [{ kind: "said", seat: "x", words: { plain } }] as const;
    const at = "2026-11-23T13:00:00.000Z";
    const content = {
      negotiation: "n",
      stream: "s",
      hall: 1,
      at,
      author: "host",
      command: null,
      signature: null,
      events,
    };
    const salt = new Uint8Array(32).fill(entries.length);
    const entry = makeEntry(head, content, salt, signWith(host));
    entries.push(entry);
    head = entry;
  }
  return entries;
}

test("a run of entries continues the head that a client holds", () => {
  const end = { ok: true, value: { version: 3, hash: three.hash } };
  expect(checkRun(start, [one, two, three], host.publicKey)).toEqual(end);
  expect(checkRun(one, [two, three], host.publicKey)).toEqual(end);
  expect(checkRun(three, [], host.publicKey)).toMatchObject(end);
});

test("an entry's hash is what the format says, by Node's own SHA-256", () => {
  const sha = (...parts: readonly (string | Buffer)[]): Buffer => {
    return parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest();
  };
  const leaf = sha("entente/leaf/1\n", Buffer.from(one.salt, "hex"), one.body);
  expect(one.hash).toBe(sha("entente/chain/1\n", sha("entente/stream/1\nn\ns"), leaf).toString("hex"));
});

test.each<readonly [string, Head, readonly Entry[], number, string]>([
  ["an entry left out", start, [one, three], 2, "numbered 3 stands where 2 belongs"],
  ["an entry given twice", one, [one], 2, "numbered 1 stands where 2 belongs"],
  ["a number changed", start, [one, { ...two, version: 7 }], 2, "numbered 7 stands where 2 belongs"],
  ["words changed", start, [one, { ...two, body: two.body.replace("b", "B") }, three], 2, "does not follow"],
  ["a salt changed", start, [{ ...one, salt: two.salt }], 1, "does not follow"],
  ["a salt in upper case", start, [{ ...one, salt: "A".repeat(64) }], 1, "lower case"],
  ["another's receipt", start, [{ ...one, receipt: two.receipt }], 1, "not the host's signature"],
  ["a receipt that is none", start, [{ ...one, receipt: "x" }], 1, "128 hexadecimal digits"],
  ["half a character", start, [{ ...one, body: "\ud800" }], 1, "surrogate"],
  ["another stream's history", startOfStream("n", "t"), [one], 1, "does not follow"],
  ["another negotiation's history", startOfStream("m", "s"), [one], 1, "does not follow"],
])("names the first bad entry: %s", (_what, head, entries, version, message) => {
  const fault = { version, message: expect.stringContaining(message) };
  expect(checkRun(head, entries, host.publicKey)).toEqual({ ok: false, error: fault });
});

test("another key than the host's has received nothing", () => {
  const other = signingKey(new Uint8Array(32).fill(8)).publicKey;
  expect(checkRun(start, [one], other)).toMatchObject({ ok: false, error: { version: 1 } });
});

test("streams whose names join to the same text do not begin alike", () => {
  expect(startOfStream("ab", "c")).not.toEqual(startOfStream("a", "bc"));
});
