import { createPrivateKey, randomBytes, sign } from "node:crypto";
import { commandText, type Sign, signCommand } from "#record";
import type { Command, SeatKeys, StreamId } from "#room";
import { createNegotiation, type KeptSeat, keysOf, newKeptSeat, openingPlan } from "#seat";
import { borderAgenda } from "../../src/seat/trial/border-agenda.ts";

/** A seat at the end of the wire: what it needs to connect and to sign. */
export type LoadSeat = {
  readonly negotiation: string;
  readonly seat: string;
  readonly cookie: string;
  readonly publicKeys: SeatKeys;
  readonly signed: (stream: StreamId, command: Command, after: number) => SignedFrame;
};

export type SignedFrame = {
  readonly t: "command";
  readonly key: string;
  readonly command: string;
  readonly signature: string;
};

export type LoadRoom = { readonly group: StreamId; readonly seats: readonly LoadSeat[] };

const random = (size: number): Uint8Array => new Uint8Array(randomBytes(size));
const roles = ["negotiator", "support", "support", "support"] as const;

/** Which seats of a room make offers: the two negotiators. */
export const offering = [1, 5] as const;

/** Ten seats: a convenor, two delegations of four, a mediator; all sit in the group on the guard. */
export async function makeRoom(origin: string, at: "rooms" | "echo"): Promise<LoadRoom> {
  const plan = openingPlan(borderAgenda, { parties: { A: roles, B: roles } }, random);
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  const { request, convenor, invites } = createNegotiation(borderAgenda, plan, { origin, expiresAt }, random);
  const group = plan.channels[1]?.id ?? "";
  const cookieOf = async (path: string, body: unknown): Promise<string> =>
    at === "echo" ? "" : await post(`${origin}${path}`, body);
  const seats = [seatOf(convenor, await cookieOf("/negotiations", request))];
  for (const { link } of invites) {
    const attempt = randomBytes(16).toString("hex");
    const cookie = await cookieOf(`/negotiations/${link.negotiation}/join`, { token: link.token, attempt });
    seats.push(seatOf(newKeptSeat(link, random), cookie));
  }
  return { group, seats };
}

function seatOf(kept: KeptSeat, cookie: string): LoadSeat {
  const { negotiation, seat } = kept;
  const der = Buffer.from(`302e020100300506032b657004220420${kept.signing}`, "hex");
  const secret = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  const signNatively: Sign = (message) => sign(null, message, secret).toString("hex");
  return {
    ...{ negotiation, seat, cookie, publicKeys: keysOf(kept).publicKeys },
    signed: (stream, command, after) => {
      const key = randomBytes(16).toString("hex");
      const text = commandText({ v: 1, negotiation, stream, seat, key, after, command });
      return { t: "command", key, command: text, signature: signCommand(text, signNatively) };
    },
  };
}

async function post(url: string, body: unknown): Promise<string> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(url, { method: "POST", body: JSON.stringify(body), headers });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${response.status} ${text}`);
  return (response.headers.getSetCookie()[0] ?? "").split(";")[0] ?? "";
}
