import { ok, type Result, unreachable } from "#prelude";
import type { HallCommand, OpenCommand, SeatKeys } from "./command.ts";
import type { HallEvent } from "./event.ts";
import { isInstant } from "./instant.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { levels, type SeatId } from "./seat.ts";
import type { OpenSituation, StreamAppend } from "./situation.ts";
import type { HallState, SeatState } from "./state.ts";

type Decided = Result<HallEvent, Refusal>;

/** Rule R2, after the opening. */
export function decideHall(
  situation: OpenSituation,
  seat: SeatState,
  command: Exclude<HallCommand, OpenCommand>,
): Result<readonly StreamAppend[], Refusal> {
  const decided = decideOne(situation, seat, command);
  return decided.ok ? ok([{ stream: situation.hallStream, events: [decided.value] }]) : decided;
}

function decideOne({ hall, at }: OpenSituation, seat: SeatState, command: Exclude<HallCommand, OpenCommand>): Decided {
  switch (command.kind) {
    case "join":
      return join(hall, seat, command.keys);
    case "remove seat":
      return removeSeat(hall, seat, command.seat);
    case "free seat":
      return freeSeat(hall, seat, command.seat);
    case "set seat level":
      return setSeatLevel(hall, seat, command);
    case "set deadline":
      return setDeadline(seat, command.deadline, at);
    case "end":
      if (seat.role !== "convenor") return refuse("R2.12", "Only the convenor ends the negotiation.");
      if (command.reason.trim() === "") return refuse("R2.12", "Say why the negotiation ends.");
      return ok({ kind: "ended", reason: command.reason });
    default:
      return unreachable(command);
  }
}

function join(hall: HallState, seat: SeatState, keys: SeatKeys): Decided {
  if (seat.keys !== undefined) return refuse("R2.7", "This seat has joined already; its keys stay as they are.");
  const mistake = unfitKeys(keys);
  if (mistake !== undefined) return refuse("R2.8", mistake);
  for (const other of hall.seats.values()) {
    const known = [...(other.lostKeys ?? []), ...(other.keys ? [other.keys] : [])];
    if (known.some(({ signing, sealing }) => signing === keys.signing || sealing === keys.sealing)) {
      return refuse("R2.8", `${other.name} holds or has held this key: each seat makes its own.`);
    }
  }
  return ok({ kind: "joined", seat: seat.id, keys });
}

export function unfitKeys({ signing, sealing }: SeatKeys): string | undefined {
  const isKey = (text: string) => /^[0-9a-f]{64}$/.test(text);
  if (!isKey(signing) || !isKey(sealing)) return "A public key has 64 hexadecimal digits, in lower case.";
  if (signing === sealing) return "The key to sign with and the key to be sealed to are different keys.";
}

function removeSeat(hall: HallState, seat: SeatState, removed: SeatId): Decided {
  if (seat.role !== "convenor") return refuse("R2.9", "Only the convenor removes a seat from the negotiation.");
  const other = hall.seats.get(removed);
  if (other === undefined) return refuse("R2.9", "The hall has no such seat.");
  if (other.removed) return refuse("R2.9", `${other.name} has been removed already.`);
  if (other.role === "convenor") return refuse("R2.9", "The convenor stays: end the negotiation instead.");
  return ok({ kind: "seat removed", seat: removed });
}

/** For keys that are lost: the seat stays, and whoever is given a new link to it takes it anew. */
function freeSeat(hall: HallState, seat: SeatState, freed: SeatId): Decided {
  if (seat.role !== "convenor") return refuse("R2.13", "Only the convenor frees a seat whose keys are lost.");
  const other = hall.seats.get(freed);
  if (other === undefined || other.removed) return refuse("R2.13", "The hall has no such seat.");
  if (other.role === "convenor") return refuse("R2.13", "The convenor's own seat is not freed: nobody could do so.");
  if (other.keys === undefined) return refuse("R2.13", `${other.name} is free: nobody has joined there.`);
  return ok({ kind: "seat freed", seat: freed });
}

function setSeatLevel(
  hall: HallState,
  seat: SeatState,
  command: Extract<HallCommand, { kind: "set seat level" }>,
): Decided {
  const other = hall.seats.get(command.seat);
  if (other === undefined || other.removed) return refuse("R2.10", "The hall has no such seat.");
  const ownMandator = seat.role === "mandator" && seat.delegation === other.delegation;
  if (!ownMandator && seat.role !== "convenor") {
    return refuse("R2.10", `The level of ${other.name} is set by its own mandator or by the convenor.`);
  }
  if (!levels.includes(command.level)) return refuse("R2.10", `A level is one of: ${levels.join(", ")}.`);
  return ok({ kind: "seat level set", seat: command.seat, level: command.level });
}

function setDeadline(seat: SeatState, deadline: string | null, at: string): Decided {
  if (seat.role !== "convenor" && seat.role !== "trainer") {
    return refuse("R2.11", "The deadline is set by the convenor or a trainer.");
  }
  if (deadline !== null && (!isInstant(deadline) || deadline <= at)) {
    return refuse("R2.11", `A deadline is a moment later than now (${at}), written like it.`);
  }
  return ok({ kind: "deadline set", deadline });
}
