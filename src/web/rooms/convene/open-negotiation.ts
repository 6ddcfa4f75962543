import type { Agenda } from "#model";
import { createNegotiation, inviteLink, tokenDigest } from "#seat";
import type { CreateAnswer, CreateRequest } from "#wire";
import type { Kept } from "../../shelf/shelf.ts";
import { type Asked, createRoom } from "../host/ask-host.ts";
import { keptSeats } from "../kept-seats/kept-seats.ts";
import { random } from "../kept-seats/random.ts";
import { type InviteRecord, type SeatRecord, seatKey } from "../kept-seats/seat-record.ts";
import type { Draft } from "./draft.ts";

export type Terms = { readonly days: number; readonly reusable: boolean };
export type Opened = { readonly negotiation: string; readonly seat: string };
export type Opening =
  | { readonly ok: true; readonly value: Opened }
  | { readonly ok: false; readonly kept: Extract<Kept, { ok: false }> }
  | { readonly ok: false; readonly host: Extract<Asked<unknown>, { ok: false }> };

/**
 * Opens a negotiation with the host. The convenor's keys and the links are kept here before the host hears of it: a
 * negotiation that nobody can run must not come to be. If the host refuses, they are forgotten again.
 */
export async function openNegotiation(
  agenda: Agenda,
  plan: Draft,
  { days, reusable }: Terms,
  training?: SeatRecord["training"],
): Promise<Opening> {
  const expiresAt = new Date(Date.now() + days * 86_400_000).toISOString();
  const made = createNegotiation(agenda, plan, { origin: location.origin, expiresAt, reusable }, random);
  const { negotiation, seat } = made.convenor;
  const { name, role, delegation, level } = plan.convenor;
  const record: SeatRecord = {
    id: seatKey(made.convenor),
    negotiation,
    seat,
    secret: made.convenor,
    state: "taken",
    agenda: made.request.agenda,
    title: plan.title,
    ...{ name, role, delegation, level },
    since: new Date().toISOString(),
    ...(training ? { training } : {}),
  };
  const invites = made.invites.map(({ link }): InviteRecord => {
    return { id: tokenDigest(link.token), negotiation, seat: link.seat, link: inviteLink(link), expiresAt };
  });
  const kept = await keptSeats.put("seat", record);
  if (!kept.ok) return { ok: false, kept };
  const keptLinks = await keptSeats.put("invite", ...invites);
  if (!keptLinks.ok) return { ok: false, kept: keptLinks };
  const created = await insistently(made.request);
  if (created.ok) return { ok: true, value: { negotiation, seat } };
  // the host may have done it, and only its answer was lost: then what is kept here is needed
  if (created.why === "unreachable" || created.why === "busy") return { ok: false, host: created };
  await keptSeats.remove("seat", record.id);
  await keptSeats.remove("invite", ...invites.map(({ id }) => id));
  return { ok: false, host: created };
}

const tries = 12;
const waitMs = 2500;

/** The very same request again is answered the same: so it is repeated while the host is busy, or cannot be reached. */
async function insistently(request: CreateRequest): Promise<Asked<CreateAnswer>> {
  for (let turn = 1; ; turn++) {
    const created = await createRoom(request);
    const isOver = created.ok || created.why === "refused" || created.why === "unknown";
    if (isOver || turn === (created.why === "busy" ? tries : 2)) return created;
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
}
