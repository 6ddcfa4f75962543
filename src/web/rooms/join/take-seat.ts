import { documentDigest } from "#record";
import type { HallState, SeatState } from "#room";
import { type InviteLink, joinRequestOf, type KeptSeat, keysOf, newKeptSeat, randomId, sealKeptSeat } from "#seat";
import type { Refused } from "../../shelf/shelf.ts";
import { type Asked, askStreams, takeInvitation } from "../host/ask-host.ts";
import { type Look, lookIn } from "../host/look-in.ts";
import { sendCommand } from "../host/send-command.ts";
import { forgetSeat, holdUnlocked, keptSeats, keysAtHand } from "../kept-seats/kept-seats.ts";
import { random } from "../kept-seats/random.ts";
import { type SeatRecord, seatKey } from "../kept-seats/seat-record.ts";

/** What stands in the way of a seat. */
export type Hindrance =
  /** The host knows no such invitation: revoked, mistyped, of another negotiation. */
  | { readonly kind: "unknown" }
  /** The host's own sentence: used up, or expired. */
  | { readonly kind: "refused"; readonly message: string }
  | { readonly kind: "unreachable" }
  /** Nothing was lost by it: the same again may go. */
  | { readonly kind: "busy"; readonly message: string }
  /** Another browser has taken it, and holds its keys. */
  | { readonly kind: "taken elsewhere"; readonly name: string }
  | { readonly kind: "removed"; readonly name: string }
  | { readonly kind: "ended"; readonly reason: string }
  /** The host gave an agenda that the hall does not name. */
  | { readonly kind: "other agenda" }
  /** This browser cannot keep the keys. */
  | { readonly kind: "not kept"; readonly refused: Refused };

/** What an opened link offers. Nothing is taken yet, though the link is used. */
export type Offered = {
  readonly record: SeatRecord;
  readonly kept: KeptSeat;
  readonly hall: HallState;
  readonly look: Look;
  readonly seat: SeatState;
};

type Step<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: Hindrance };

/** How this browser stands to the seat of a link, before anything is asked of the host. */
export async function knownHere(link: InviteLink): Promise<"new" | "taking" | "taken"> {
  return (await keptSeats.get("seat", seatKey(link)))?.state ?? "new";
}

/**
 * Uses the link, or goes on with what was begun with it: the keys and the attempt's number are kept first, so that neither a
 * lost answer nor a reload costs the seat.
 */
export async function openInvitation(link: InviteLink): Promise<Step<Offered>> {
  const id = seatKey(link);
  const before = await keptSeats.get("seat", id);
  const isNew = before?.state !== "taking";
  const record: SeatRecord = isNew ? newRecord(link) : before;
  const kept = keysAtHand(record);
  if (!kept) throw new Error("a seat that is being taken is under no passphrase yet");
  if (isNew) {
    const done = await keptSeats.put("seat", record);
    if (!done.ok) return no({ kind: "not kept", refused: done.error });
  }
  const joined = await takeInvitation(link.negotiation, joinRequestOf(link, kept, record.attempt ?? randomId(random)));
  if (!joined.ok) {
    if (joined.why === "unknown" || joined.why === "refused") await forgetSeat(id);
    return no(hindranceOf(joined));
  }
  const look = await lookIn(record);
  if (!look.ok) return no(hindranceOf(look));
  const { agenda } = joined.value;
  const { hall } = look.value;
  const seat = hall.seats.get(record.seat);
  if (!seat) return no({ kind: "unknown" });
  if (documentDigest(agenda) !== hall.agenda) return no({ kind: "other agenda" });
  const hindrance = hindranceIn(hall, seat, kept);
  if (hindrance) {
    await forgetSeat(id);
    return no(hindrance);
  }
  const { name, role, delegation, level } = seat;
  const known: SeatRecord = { ...record, agenda, title: hall.title, name, role, delegation, level };
  const done = await keptSeats.put("seat", known);
  if (!done.ok) return no({ kind: "not kept", refused: done.error });
  return { ok: true, value: { record: known, kept, hall, look: look.value, seat } };
}

function newRecord(link: InviteLink): SeatRecord {
  const { negotiation, seat } = link;
  const secret = newKeptSeat(link, random);
  const attempt = randomId(random);
  return { id: seatKey(link), negotiation, seat, secret, state: "taking", attempt, since: new Date().toISOString() };
}

function hindranceIn(hall: HallState, seat: SeatState, kept: KeptSeat): Hindrance | undefined {
  if (seat.removed) return { kind: "removed", name: seat.name };
  if (seat.keys && seat.keys.signing !== keysOf(kept).publicKeys.signing)
    return { kind: "taken elsewhere", name: seat.name };
  if (hall.ended && !seat.keys) return { kind: "ended", reason: hall.ended.reason };
  return undefined;
}

/** Joins the hall with the seat's public keys. With a passphrase, the secret ones are kept under it from here on. */
export async function takeSeat({ record, kept, look, seat }: Offered, passphrase: string): Promise<Step<SeatRecord>> {
  if (!seat.keys) {
    const command = { kind: "join", keys: keysOf(kept).publicKeys } as const;
    const sent = await sendCommand(kept, look.hallStream, look.hall.version, command);
    if (!sent.ok) {
      if (sent.why === "unreachable" || sent.why === "busy") return no(hindranceOf(sent));
      // perhaps an earlier try went through and only its answer was lost
      const again = await lookIn(record);
      const now = again.ok ? again.value.hall.seats.get(record.seat) : undefined;
      const hindrance = now && again.ok && hindranceIn(again.value.hall, now, kept);
      if (hindrance) return no(hindrance);
      if (!now?.keys) return no({ kind: "refused", message: sent.message });
    }
  }
  const { attempt: _, ...rest } = record;
  const secret = passphrase === "" ? kept : await sealKeptSeat(kept, passphrase, random);
  const taken: SeatRecord = { ...rest, secret, state: "taken" };
  if (passphrase !== "") holdUnlocked(record.id, kept);
  const done = await keptSeats.put("seat", taken);
  return done.ok ? { ok: true, value: taken } : no({ kind: "not kept", refused: done.error });
}

/**
 * A seat that this browser has taken before: its session may have ended, and then the link gives it a new one, to its keys
 * alone. "locked": they are under a passphrase, which this tab has to be given first. "freed": the convenor thought these keys
 * lost; the seat is taken anew, with others.
 */
export async function comeBack(link: InviteLink): Promise<Hindrance | "locked" | "freed" | undefined> {
  const seen = await askStreams(link);
  if (seen.ok) return undefined;
  if (seen.why !== "unknown") return hindranceOf(seen);
  const record = await keptSeats.get("seat", seatKey(link));
  const kept = record && keysAtHand(record);
  if (!kept) return "locked";
  const attempt = randomId(random);
  const joined = await takeInvitation(link.negotiation, joinRequestOf(link, kept, attempt));
  if (!joined.ok) return hindranceOf(joined);
  const look = await lookIn(record);
  if (!look.ok) return hindranceOf(look);
  if (look.value.hall.seats.get(record.seat)?.lostKeys === undefined) return undefined;
  if (look.value.hall.seats.get(record.seat)?.keys !== undefined) return undefined; // these, since they have let it in
  const { id, negotiation, seat } = record;
  await forgetSeat(id); // with what was signed with the old keys and never sent
  // the delegation's key is the one that its papers were sealed with; the convenor may not have had it any more
  const secret = newKeptSeat(kept, random);
  const since = new Date().toISOString();
  const done = await keptSeats.put("seat", { id, negotiation, seat, secret, state: "taking", attempt, since });
  return done.ok ? "freed" : { kind: "not kept", refused: done.error };
}

function hindranceOf({ why, message }: Extract<Asked<unknown>, { ok: false }>): Hindrance {
  return why === "unreachable" || why === "unknown" ? { kind: why } : { kind: why, message };
}

function no(why: Hindrance): { readonly ok: false; readonly why: Hindrance } {
  return { ok: false, why };
}
