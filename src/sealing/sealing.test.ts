import { createCipheriv, createPrivateKey, createPublicKey, diffieHellman, hkdfSync, scryptSync } from "node:crypto";
import { hchacha } from "@noble/ciphers/chacha.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Random, seededRandom } from "#prelude";
import { fromBase64url, toBase64url } from "./base64url.ts";
import { open } from "./open.ts";
import { bucketFor } from "./padding.ts";
import { passphraseCost, passphraseKey } from "./passphrase-key.ts";
import { seal } from "./seal.ts";
import { openWithKey, sealingKey, sealToKey } from "./seal-to-key.ts";

const random = seededRandom(4);
const bytes = (length: number, from: Random = random): Uint8Array => Uint8Array.from({ length }, () => from.below(256));
const context = { use: "words", negotiation: "n1", stream: "s1" };
const otherContexts = [
  { ...context, use: "sheet" },
  { ...context, negotiation: "n2" },
  { ...context, stream: "s2" },
  { use: "words", negotiation: "n1s", stream: "1" },
];
const overhead = 1 + 24 + 16;

describe("sealed bytes", () => {
  test("open with their key in their place", () => {
    const key = bytes(32);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), (plain) => {
        expect(open(seal(plain, key, context, bytes(24)), key, context)).toEqual(plain);
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  test("have one of the few lengths that padding allows", () => {
    const key = bytes(32);
    for (const length of [0, 1, 252, 253, 1020, 1021, 4092, 4093, 16_380, 16_381, 65_532, 65_533, 131_068, 131_069]) {
      const sealed = fromBase64url(seal(new Uint8Array(length), key, context, bytes(24)))!;
      const padded = sealed.length - overhead;
      expect([256, 1024, 4096, 16_384, 65_536, 131_072, 196_608]).toContain(padded);
      expect(padded).toBe(bucketFor(length));
      expect(padded - length).toBeGreaterThanOrEqual(4);
    }
  });

  test("show nothing of what is inside a bucket: all contents of it are as long", () => {
    const lengths = new Set(
      Array.from({ length: 253 }, (_, length) => seal(bytes(length), bytes(32), context, bytes(24)).length),
    );
    expect(lengths.size).toBe(1);
  });

  test("do not open with any single bit changed", () => {
    const key = bytes(32);
    const sealed = fromBase64url(seal(bytes(20), key, context, bytes(24)))!;
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const changed = sealed.slice();
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(open(toBase64url(changed), key, context), `bit ${bit}`).toBeUndefined();
    }
  });

  test("do not open elsewhere, with another key, cut off, or lengthened", () => {
    const key = bytes(32);
    const sealed = seal(bytes(20), key, context, bytes(24));
    for (const other of otherContexts) expect(open(sealed, key, other)).toBeUndefined();
    expect(open(sealed, bytes(32), context)).toBeUndefined();
    for (const odd of ["", "AQ", sealed.slice(0, -4), `${sealed}AAAA`, `${sealed}=`, sealed.slice(0, 30), "é"])
      expect(open(odd, key, context)).toBeUndefined();
  });

  test("are ChaCha20-Poly1305 as Node has it, under the key that HChaCha20 derives", () => {
    const [key, nonce, plain] = [bytes(32), bytes(24), bytes(700)];
    const sealed = fromBase64url(seal(plain, key, context, nonce))!;
    const subkey = Buffer.from(hchaCha20(key, nonce.subarray(0, 16)));
    const cipher = createCipheriv("chacha20-poly1305", subkey, Buffer.concat([Buffer.alloc(4), nonce.subarray(16)]), {
      authTagLength: 16,
    });
    const padded = Buffer.alloc(1024);
    padded.writeUInt32BE(700);
    padded.set(plain, 4);
    cipher.setAAD(Buffer.from("entente/seal/1\n\u0001words\nn1\ns1\n"), { plaintextLength: padded.length });
    const expected = Buffer.concat([cipher.update(padded), cipher.final(), cipher.getAuthTag()]);
    expect(Buffer.from(sealed)).toEqual(Buffer.concat([Buffer.of(1), nonce, expected]));
  });

  test("HChaCha20 of the draft's own example", () => {
    const key = Buffer.from("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", "hex");
    const nonce = Buffer.from("000000090000004a0000000031415927", "hex");
    const subkey = "82413b4227b27bfed30e42508a877d73a0f9e4d58a74a853c12ec41326d3ecdc";
    expect(Buffer.from(hchaCha20(key, nonce)).toString("hex")).toBe(subkey);
  });
});

describe("a key sealed to a seat", () => {
  test("is opened by that seat in that place, and by nobody else", () => {
    const [seat, other] = [sealingKey(bytes(32)), sealingKey(bytes(32))];
    const key = bytes(32);
    const sealed = sealToKey(key, seat.publicKey, context, bytes(32))!;
    expect(openWithKey(sealed, seat, context)).toEqual(key);
    expect(openWithKey(sealed, other, context)).toBeUndefined();
    for (const elsewhere of otherContexts) expect(openWithKey(sealed, seat, elsewhere)).toBeUndefined();
    expect(fromBase64url(sealed)).toHaveLength(81);
  });

  test("does not open with any single bit changed", () => {
    const seat = sealingKey(bytes(32));
    const sealed = fromBase64url(sealToKey(bytes(32), seat.publicKey, context, bytes(32))!)!;
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const changed = sealed.slice();
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(openWithKey(toBase64url(changed), seat, context), `bit ${bit}`).toBeUndefined();
    }
  });

  test("is X25519 and HKDF-SHA256 as Node has them", () => {
    const [secret, ephemeral, key] = [bytes(32), bytes(32), bytes(32)];
    const seat = sealingKey(secret);
    const sealed = fromBase64url(sealToKey(key, seat.publicKey, context, ephemeral)!)!;
    const ours = sealed.slice(1, 33);
    const shared = diffieHellman({ privateKey: nodeSecret(secret), publicKey: nodePublic(ours) });
    expect(Buffer.from(sealingKey(ephemeral).publicKey, "hex")).toEqual(Buffer.from(ours));
    const info = Buffer.from("entente/seal/1\n\u0002words\nn1\ns1\n");
    const salt = Buffer.concat([ours, Buffer.from(seat.publicKey, "hex")]);
    const derived = Buffer.from(hkdfSync("sha256", shared, salt, info, 56));
    const nonce = derived.subarray(32);
    const subkey = Buffer.from(hchaCha20(derived.subarray(0, 32), nonce.subarray(0, 16)));
    const cipher = createCipheriv("chacha20-poly1305", subkey, Buffer.concat([Buffer.alloc(4), nonce.subarray(16)]), {
      authTagLength: 16,
    });
    cipher.setAAD(info, { plaintextLength: 32 });
    const expected = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()]);
    expect(Buffer.from(sealed.slice(33))).toEqual(expected);
  });

  test("is not sealed to a point with which everybody would know the secret, nor to what is no key", () => {
    const noKeys = ["00".repeat(32), `01${"00".repeat(31)}`, "xyz", "AA".repeat(32)];
    for (const noKey of noKeys) expect(sealToKey(bytes(32), noKey, context, bytes(32))).toBeUndefined();
  });
});

describe("a passphrase", () => {
  test("stands for one key, which scrypt of Node derives too; composed and decomposed letters are the same", async () => {
    const salt = bytes(16);
    const shares: number[] = [];
    const key = await passphraseKey("Zürich — ключ", salt, { onProgress: (share) => shares.push(share) });
    const expected = scryptSync("Zürich — ключ".normalize("NFKC"), salt, 32, { ...passphraseCost, maxmem: 2 ** 28 });
    expect(Buffer.from(key)).toEqual(expected);
    expect(await passphraseKey("Zu\u0308rich — ключ", salt)).toEqual(key);
    expect(shares.at(-1)).toBe(1);
    expect(shares.length).toBeGreaterThan(10);
  });
});

test("base64url is Node's, and each row of bytes has one text only", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (plain) => {
      const text = toBase64url(plain);
      expect(text).toBe(Buffer.from(plain).toString("base64url"));
      expect(fromBase64url(text)).toEqual(plain);
    }),
    { seed: 1 },
  );
  for (const odd of ["A", "AB", "AAB", "AA==", "A A", "+/", "AAAAA"]) expect(fromBase64url(odd)).toBeUndefined();
});

/** The draft's HChaCha20, by the library's function, pinned by the draft's example above. */
function hchaCha20(key: Uint8Array, nonce: Uint8Array): Uint8Array {
  const words = (part: Uint8Array): Uint32Array => new Uint32Array(Uint8Array.from(part).buffer);
  const derived = new Uint32Array(8);
  hchacha(Uint32Array.of(0x61707865, 0x3320646e, 0x79622d32, 0x6b206574), words(key), words(nonce), derived);
  return new Uint8Array(derived.buffer);
}

function nodeSecret(secret: Uint8Array): ReturnType<typeof createPrivateKey> {
  const der = Buffer.concat([Buffer.from("302e020100300506032b656e04220420", "hex"), secret]);
  return createPrivateKey({ key: der, format: "der", type: "pkcs8" });
}

function nodePublic(publicKey: Uint8Array): ReturnType<typeof createPublicKey> {
  const der = Buffer.concat([Buffer.from("302a300506032b656e032100", "hex"), publicKey]);
  return createPublicKey({ key: der, format: "der", type: "spki" });
}
