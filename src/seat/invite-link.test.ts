import { expect, test } from "vitest";
import { seededRandom } from "#prelude";
import { inviteLink, newToken, parseInviteLink, tokenDigest } from "./invite-link.ts";
import { bytesFrom } from "./trial/fake-host.ts";

const random = bytesFrom(seededRandom(3));
const link = {
  origin: "https://talks.example:8443",
  negotiation: "a".repeat(32),
  seat: "b".repeat(32),
  token: newToken(random),
  delegationKey: newToken(random),
};

test("an invite link says what it was made of, also with white space or angle brackets around it", () => {
  const text = inviteLink(link);
  for (const written of [text, ` ${text}\n`, `<${text}>`])
    expect(parseInviteLink(written)).toEqual({ ok: true, value: link });
});

test("everything secret stands after the #, which is never sent", () => {
  const [sent = "", kept] = inviteLink(link).split("#");
  expect(sent).toBe(`https://talks.example:8443/join/${"a".repeat(32)}`);
  expect(kept).toContain(link.token);
  expect(tokenDigest(link.token)).toMatch(/^[0-9a-f]{64}$/);
});

test.each([
  ["talks.example/join", /no invite link/],
  [inviteLink({ ...link, negotiation: "b" }), /names no negotiation/],
  [inviteLink(link).split("#")[0]!, /cut off/],
  [inviteLink({ ...link, seat: "me" }), /names no seat/],
  [inviteLink({ ...link, token: link.token.slice(1) }), /token is incomplete/],
  [inviteLink(link).slice(0, -4), /delegation's key, is incomplete/],
  [`${inviteLink(link)}.more`, /delegation's key, is incomplete/],
  [inviteLink({ ...link, origin: "https://user:word@talks.example" }), /no invite link/],
])("a link that is not whole is named so, without its secrets", (text, message) => {
  const read = parseInviteLink(text);
  expect(read.ok).toBe(false);
  if (read.ok) return;
  expect(read.error).toMatch(message);
  expect(read.error).not.toContain(link.token.slice(2, 12));
});
