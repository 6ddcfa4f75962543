import { isSigningKey } from "./keys.ts";
import type { ToldEvent } from "./read-body.ts";
import { isObject } from "./strict-json.ts";

/** The seats of a hall, and from which of its versions on each key is in force. Grows as the hall is read. */
export type SeatRegister = Map<string, RegisteredSeat>;

export type RegisteredSeat = {
  readonly name: string;
  readonly delegation: string;
  /** No key from where it was freed until it joins anew. */
  readonly keys: { readonly from: number; readonly key: string | undefined }[];
  removedAt?: number;
  commands: number;
};

/** Takes up what a hall's event says of seats; a sentence if that makes no sense. */
export function register(seats: SeatRegister, event: ToldEvent, version: number): string | undefined {
  if (event.kind === "opened") return registerAll(seats, event.seats);
  if (event.kind === "joined") {
    const seat = seatNamed(seats, event.seat);
    if (!seat) return "A seat joins that the negotiation does not have.";
    if (seat.removedAt !== undefined) return "A seat joins that was removed.";
    const key = isObject(event.keys) ? event.keys.signing : undefined;
    if (seat.keys.at(-1)?.key !== undefined) return "A seat joins that has joined already.";
    if (seat.keys.some((before) => before.key === key)) return "A seat that was freed joins with the key that it had.";
    if (!isSigningKey(key)) return "A seat joins with something that is no key to sign with.";
    seat.keys.push({ from: version, key });
  }
  if (event.kind === "seat freed") {
    const seat = seatNamed(seats, event.seat);
    if (seat?.keys.at(-1)?.key === undefined) return "A seat is freed that nobody had taken.";
    seat.keys.push({ from: version, key: undefined });
  }
  if (event.kind === "seat removed") {
    const seat = seatNamed(seats, event.seat);
    if (!seat) return "A seat is removed that the negotiation does not have.";
    seat.removedAt ??= version;
  }
  return undefined;
}

/** The key with which a seat signs at that version of the hall, or why it has none. */
export function keyInForce(
  seats: SeatRegister,
  id: string,
  hall: number,
): { readonly key: string } | { readonly missing: string } {
  const seat = seats.get(id);
  if (!seat) return { missing: "Its author is no seat of this negotiation." };
  if (seat.removedAt !== undefined && seat.removedAt <= hall)
    return { missing: `Its author was removed from the negotiation by entry ${seat.removedAt} of the hall.` };
  const last = seat.keys.findLast(({ from }) => from <= hall);
  if (last === undefined) return { missing: "Its author had not joined then, so that it had no key." };
  if (last.key === undefined)
    return { missing: `Its author's seat was freed by entry ${last.from} of the hall and had no key then.` };
  return { key: last.key };
}

function registerAll(seats: SeatRegister, told: unknown): string | undefined {
  if (!Array.isArray(told)) return "The negotiation is opened without seats.";
  for (const seat of told as readonly unknown[]) {
    if (!isObject(seat)) return "A seat is no seat.";
    const { id, name, delegation } = seat;
    if (typeof id !== "string" || typeof name !== "string" || typeof delegation !== "string")
      return "A seat has no id, name and delegation.";
    if (id === "host" || seats.has(id)) return "Two seats have one id, or a seat is called the host.";
    seats.set(id, { name, delegation, keys: [], commands: 0 });
  }
  return undefined;
}

function seatNamed(seats: SeatRegister, id: unknown): RegisteredSeat | undefined {
  return typeof id === "string" ? seats.get(id) : undefined;
}
