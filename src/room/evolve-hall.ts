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
      return withSeat(hall, event.seat, {
        keys: event.keys,
        ...(hall.seats.get(event.seat)?.lostKeys ? { rejoinedAt: at } : {}),
      });
    case "seat freed":
      return freed(hall, event.seat);
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

function freed(hall: HallState, id: SeatId): HallState {
  const { keys, ...rest } = withSeat(hall, id, {}).seats.get(id)!; // there, or that has thrown
  const lostKeys = [...(rest.lostKeys ?? []), ...(keys ? [keys] : [])];
  return { ...hall, seats: new Map(hall.seats).set(id, { ...rest, lostKeys }) };
}

function withSeat(hall: HallState, id: SeatId, change: Partial<SeatState>): HallState {
  const seat = hall.seats.get(id);
  if (seat === undefined) throw new Error(`the hall has no seat ${id}`);
  return { ...hall, seats: new Map(hall.seats).set(id, { ...seat, ...change }) };
}
