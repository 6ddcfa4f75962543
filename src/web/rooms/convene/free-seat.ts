import type { SeatId } from "#room";
import type { KeptSeat } from "#seat";
import type { Asked } from "../host/ask-host.ts";
import { lookIn } from "../host/look-in.ts";
import { sendCommand } from "../host/send-command.ts";

/** For a person whose keys are lost: the seat can be taken anew, with a new link. */
export async function freeSeat(by: KeptSeat, seat: SeatId): Promise<Asked<unknown>> {
  const look = await lookIn(by);
  if (!look.ok) return look;
  const { hallStream, hall } = look.value;
  // freed already: an earlier try went through and only its answer was lost
  if (hall.seats.get(seat)?.keys === undefined) return { ok: true, value: undefined };
  return sendCommand(by, hallStream, hall.version, { kind: "free seat", seat });
}
