import { expect, test } from "vitest";
import { seededRandom } from "#prelude";
import { toBase64url } from "#sealing";
import { keysOf, newKeptSeat, openSealedSeat, readKeptSeat, sealKeptSeat } from "./seat-keys.ts";
import { bytesFrom } from "./trial/fake-host.ts";

const random = bytesFrom(seededRandom(5));
const place = { origin: "https://talks.example", negotiation: "a".repeat(32), seat: "b".repeat(32) };
const kept = newKeptSeat({ ...place, delegationKey: toBase64url(random(32)) }, random);

test("a seat that was kept is read back with the same keys", () => {
  const read = readKeptSeat(JSON.parse(JSON.stringify(kept)));
  if (!read.ok) throw new Error(read.error);
  expect(keysOf(read.value).publicKeys).toEqual(keysOf(kept).publicKeys);
  expect(newKeptSeat(kept, random).signing).not.toBe(kept.signing);
});

test.each([
  [null, /no seat/],
  [{ ...kept, schema: "entente.seat/2" }, /no seat/],
  [{ ...kept, origin: "talks.example" }, /names no host/],
  [{ ...kept, seat: "" }, /names no negotiation and seat/],
  [{ ...kept, signing: kept.signing.slice(2) }, /incomplete/],
  [{ ...kept, delegationKey: 7 }, /incomplete/],
])("one that is not whole is refused", (raw, message) => {
  const read = readKeptSeat(raw);
  expect(!read.ok && read.error).toMatch(message);
});

test("under a passphrase it opens with that passphrase alone", async () => {
  const sealed = await sealKeptSeat(kept, "correct horse", random);
  expect(JSON.stringify(sealed)).not.toContain(kept.signing.slice(0, 16));
  expect(await openSealedSeat(sealed, "correct horse")).toEqual({ ok: true, value: kept });
  expect(await openSealedSeat(sealed, "Correct horse")).toMatchObject({ ok: false });
  expect(await openSealedSeat({ ...sealed, seat: "c".repeat(32) }, "correct horse")).toMatchObject({ ok: false });
}, 60_000);
