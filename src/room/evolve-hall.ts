import { unreachable } from "#prelude";
import type { HallEvent } from "./event.ts";
import type { Place } from "./evolve.ts";
import type { SeatId } from "./seat.ts";
import type { HallState, SeatState } from "./state.ts";

type Opened = Extract<HallEvent, { kind: "opened" }>;

export function openedHall(_: undefined, event: Opened): HallState {
  return {
    kind: "hall",
    version: 0,
    title: event.title,
    agenda: event.agenda,
    convenor: event.convenor,
    hostKey: event.hostKey,
    procedure: event.procedure,
    seats: new Map(event.seats.map((seat) => [seat.id, { ...seat, removed: false }])),
    channels: event.channels,
  };
}

export function evolveHall(hall: HallState, event: Exclude<HallEvent, Opened>, { at }: Place): HallState {
  switch (event.kind) {
    case "joined":
      return withSeat(hall, event.seat, { keys: event.keys });
    case "seat removed":
      return withSeat(hall, event.seat, { removed: true });
    case "seat level set":
      return withSeat(hall, event.seat, { level: event.level });
    case "group convened":
      return { ...hall, channels: [...hall.channels, event.plan] };
    case "deadline set": {
      const { deadline: _before, ...rest } = hall;
      return event.deadline === null ? rest : { ...rest, deadline: event.deadline };
    }
    case "ended":
      return { ...hall, ended: { reason: event.reason, at } };
    default:
      return unreachable(event);
  }
}

function withSeat(hall: HallState, id: SeatId, change: Partial<SeatState>): HallState {
  const seat = hall.seats.get(id);
  if (seat === undefined) throw new Error(`the hall has no seat ${id}`);
  return { ...hall, seats: new Map(hall.seats).set(id, { ...seat, ...change }) };
}
