import { expect, test } from "vitest";
import { countersign } from "./countersignature.ts";
import { isJoiningProvedBy, proveJoining } from "./join-proof.ts";
import { signingKey, signWith } from "./keys.ts";

const pair = signingKey(new Uint8Array(32).fill(7));
const joining = { negotiation: "n".repeat(32), seat: "s".repeat(32), attempt: "a".repeat(32) };

test("a proof holds for its own negotiation, seat, attempt and key, and for no other", () => {
  const proof = proveJoining(joining, signWith(pair));
  expect(isJoiningProvedBy(joining, proof, pair.publicKey)).toBe(true);
  for (const part of ["negotiation", "seat", "attempt"] as const)
    expect(isJoiningProvedBy({ ...joining, [part]: "0".repeat(32) }, proof, pair.publicKey)).toBe(false);
  expect(isJoiningProvedBy(joining, proof, signingKey(new Uint8Array(32).fill(8)).publicKey)).toBe(false);
  expect(isJoiningProvedBy(joining, "", pair.publicKey)).toBe(false);
  expect(isJoiningProvedBy({ ...joining, attempt: "\ud800" }, proof, pair.publicKey)).toBe(false);
});

test("what was signed for another use proves no joining", () => {
  const head = { negotiation: joining.negotiation, stream: joining.seat, version: 1, head: joining.attempt };
  expect(isJoiningProvedBy(joining, countersign(head, signWith(pair)), pair.publicKey)).toBe(false);
});
