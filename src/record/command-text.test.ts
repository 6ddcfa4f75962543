import { describe, expect, test } from "vitest";
import { commandText, isCommandSignedBy, longestCommand, parseSignedCommand, signCommand } from "./command-text.ts";
import { countersign } from "./countersignature.ts";
import { prefixes } from "./digest.ts";
import type { SignedCommand } from "./entry.ts";
import { checkSignature, isSigningKey, signingKey, signWith } from "./keys.ts";
import { signSettlement } from "./settlement-signature.ts";

const key = signingKey(new Uint8Array(32).fill(5));
const command = { kind: "say", words: { plain: 'Добрий день, "пане" 𝔼' } };
const signed: SignedCommand = { v: 1, negotiation: "n", stream: "s", seat: "a", key: "k", after: 3, command };
const text = commandText(signed);

test("a command's text is read back as it was written, and its signature is its author's", () => {
  expect(parseSignedCommand(text)).toEqual({ ok: true, value: signed });
  const signature = signCommand(text, signWith(key));
  expect(isCommandSignedBy(text, signature, key.publicKey)).toBe(true);
  expect(isCommandSignedBy(`${text} `, signature, key.publicKey)).toBe(false);
  expect(isCommandSignedBy(text, signature, signingKey(new Uint8Array(32)).publicKey)).toBe(false);
});

describe("what is no signed command is refused with a sentence", () => {
  test.each([
    ["no JSON", "{", "not JSON"],
    ["not an object", "[]", "members"],
    ["a member more", text.replace('"v":1', '"v":1,"w":2'), "members"],
    ["a member less", text.replace('"v":1,', ""), "members"],
    ["a member twice", text.replace('"v":1', '"v":1,"v":1'), "compact"],
    ["blanks", text.replace(",", ", "), "compact"],
    ["another way to write a letter", text.replace('"say"', '"s\\u0061y"'), "compact"],
    ["a member of every object's own", text.replace('"kind"', '"__proto__"'), "__proto__"],
    ["a constructor", text.replace('"kind"', '"constructor"'), "constructor"],
    ["another format", text.replace('"v":1', '"v":2'), "version 1"],
    ["a seat that is no text", text.replace('"a"', "1"), "names"],
    ["a name of two lines", text.replace('"a"', '"a\\n"'), "names"],
    ["an empty key", text.replace('"k"', '""'), "names"],
    ["a version that is none", text.replace('"after":3', '"after":-1'), "version"],
    ["a version beyond counting", text.replace('"after":3', '"after":1e+300'), "version"],
    ["half a character", text.replace("say", "\ud800"), "surrogate"],
    ["too deep a nest", text.replace('"say"', "[".repeat(40) + "]".repeat(40)), "deeper"],
    ["an endless nest", "[".repeat(1_000_000), "deeper"],
    ["a flood", `"${"x".repeat(longestCommand)}"`, "longer"],
  ])("%s", (_what, odd, message) => {
    expect(parseSignedCommand(odd)).toEqual({ ok: false, error: expect.stringContaining(message) });
  });
});

test("no prefix is the beginning of another, so that no signed bytes can be taken for others", () => {
  const all = Object.values(prefixes);
  for (const one of all)
    for (const other of all) if (one !== other) expect(other.startsWith(one), `${one} ${other}`).toBe(false);
});

test("what was signed for one use is signed for no other", () => {
  const sign = signWith(key);
  const settlement = { negotiation: "n", motion: "m", text: "t" };
  const all = [
    signCommand("n\nm\nt", sign),
    countersign({ negotiation: "n", stream: "m", version: 1, head: "t" }, sign),
    ...(["initial", "sign", "ratify"] as const).map((act) => signSettlement({ act, ...settlement }, sign)),
    signSettlement({ act: "sign", ...settlement, motion: "m2" }, sign),
    signSettlement({ act: "sign", ...settlement, negotiation: "n2" }, sign),
  ];
  expect(new Set(all).size).toBe(all.length);
});

test("keys that fit many messages, and what is no point, are no keys", () => {
  expect(isSigningKey(key.publicKey)).toBe(true);
  const small = ["01".padEnd(64, "0"), "00".repeat(32), `${"00".repeat(31)}80`, `ec${"ff".repeat(30)}7f`];
  for (const odd of [...small, "ff".repeat(32), "", key.publicKey.toUpperCase(), 1, undefined])
    expect(isSigningKey(odd), String(odd)).toBe(false);
  expect(checkSignature("00".repeat(64), new Uint8Array(3), small[0]!)).toBe(false);
});

test("RFC 8032's first example: an empty message", () => {
  const secret = Buffer.from("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "hex");
  const pair = signingKey(secret);
  expect(pair.publicKey).toBe("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
  expect(signWith(pair)(new Uint8Array())).toBe(
    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
  );
});
