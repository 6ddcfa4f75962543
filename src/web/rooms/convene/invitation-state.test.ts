import { expect, test } from "vitest";
import type { HallState, SeatState } from "#room";
import { isOpen, seatInvitations, spentLinks } from "./invitation-state.ts";

const now = "2026-11-23T12:00:00.000Z";
const later = "2026-12-01T12:00:00.000Z";
const earlier = "2026-11-20T12:00:00.000Z";
const keys = { signing: "1".repeat(64), sealing: "2".repeat(64) };

function seat(id: string, delegation: string, role: SeatState["role"], more: Partial<SeatState> = {}): SeatState {
  return { id, delegation, role, level: "minister", name: id, removed: false, ...more };
}

function hallOf(...seats: readonly SeatState[]): HallState {
  return {
    kind: "hall",
    version: 1,
    title: "Talks",
    agenda: "0".repeat(64),
    convenor: "convenor",
    hostKey: "",
    procedure: {
      decision: { kind: "unanimity" },
      mayConvene: { "working group": [], "back channel": [], caucus: [] },
      needs: { adopt: "expert", initial: "expert", sign: "expert" },
    },
    seats: new Map(seats.map((one) => [one.id, one])),
    channels: [],
  };
}

const convenor = seat("convenor", "convening", "convenor", { keys });
const open = { seat: "a", tokenDigest: "d1", reusable: false, expiresAt: later, uses: 0, revoked: false };
const link = { id: "d1", negotiation: "n", seat: "a", link: "https://x/join/n#a", expiresAt: later };

test.each([
  { what: "open", invitation: open, is: true },
  { what: "expired at this very moment", invitation: { ...open, expiresAt: now }, is: false },
  { what: "revoked", invitation: { ...open, revoked: true }, is: false },
  { what: "used, being for one use", invitation: { ...open, uses: 1 }, is: false },
  { what: "used, being reusable", invitation: { ...open, uses: 3, reusable: true }, is: true },
])("an invitation that is $what can be used: $is", ({ invitation, is }) => {
  expect(isOpen(invitation, now)).toBe(is);
});

test.each([
  { of: seat("a", "UA", "negotiator"), invitations: [open], state: "open" },
  { of: seat("a", "UA", "negotiator"), invitations: [], state: "none" },
  { of: seat("a", "UA", "negotiator"), invitations: [{ ...open, expiresAt: earlier }], state: "expired" },
  { of: seat("a", "UA", "negotiator"), invitations: [{ ...open, revoked: true }], state: "revoked" },
  { of: seat("a", "UA", "negotiator"), invitations: [{ ...open, uses: 1 }], state: "opened" },
  { of: seat("a", "UA", "negotiator", { keys }), invitations: [{ ...open, uses: 1 }], state: "taken" },
  { of: seat("a", "UA", "negotiator", { removed: true }), invitations: [open], state: "removed" },
  { of: seat("a", "UA", "negotiator"), invitations: [{ ...open, revoked: true }, open], state: "open" },
])("a seat with $invitations.length links is $state", ({ of, invitations, state }) => {
  const [, one] = seatInvitations(hallOf(convenor, of), "convenor", invitations, [], now);
  expect(one!.state.kind).toBe(state);
});

test("a link is shown only while this browser has it and somebody can use it", () => {
  const hall = hallOf(convenor, seat("a", "UA", "negotiator"));
  const shown = (invitations: readonly (typeof open)[], kept: readonly (typeof link)[]) =>
    seatInvitations(hall, "convenor", invitations, kept, now)[1]!.link;
  expect(shown([open], [link])).toBe(link.link);
  expect(shown([open], [])).toBeUndefined();
  expect(shown([{ ...open, revoked: true }], [link])).toBeUndefined();
});

test("a mandator sees the links of its own delegation and no others", () => {
  const hall = hallOf(
    convenor,
    seat("m", "UA", "mandator", { keys }),
    seat("a", "UA", "negotiator"),
    seat("b", "RU", "negotiator"),
  );
  expect(seatInvitations(hall, "m", [open], [], now).map((one) => one.seat.id)).toEqual(["m", "a"]);
});

test("a used or unknown link is forgotten here, an open one is not", () => {
  const hall = hallOf(convenor, seat("a", "UA", "negotiator"));
  expect(spentLinks([link], [open], hall, now)).toEqual([]);
  expect(spentLinks([link], [{ ...open, uses: 1 }], hall, now)).toEqual(["d1"]);
  expect(spentLinks([link], [], hall, now)).toEqual(["d1"]);
});

test("the link that lets a taken seat's own browser back in is kept until it was used", () => {
  const hall = hallOf(convenor, seat("a", "UA", "negotiator", { keys }));
  expect(spentLinks([link], [open], hall, now)).toEqual([]);
  expect(spentLinks([link], [{ ...open, reusable: true, uses: 1 }], hall, now)).toEqual(["d1"]);
});
