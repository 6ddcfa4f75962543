import { countersignMilestones, type KeptSeat, keysOf, openSeat, type SeatSession } from "#seat";
import { type AgendaNames, agendaNames } from "../../../prepare/agenda-names.ts";
import { keptSeats } from "../../kept-seats/kept-seats.ts";
import { random } from "../../kept-seats/random.ts";
import { outboxOf } from "../../kept-seats/sealed-records.ts";
import type { SeatRecord } from "../../kept-seats/seat-record.ts";
import { browserClock } from "./browser-clock.ts";
import { browserSocket } from "./browser-socket.ts";

/** A seat that is open in this page. */
export type OpenRoom = { readonly session: SeatSession; readonly names: AgendaNames };

type Held = { readonly room: Promise<OpenRoom>; users: number; ending?: ReturnType<typeof setTimeout> };

const held = new Map<string, Held>();

/**
 * Opens the seat, or takes part in it where it is open already: all pages of a seat share one connection. `leave` when it is
 * needed no more.
 */
export function takeRoom(
  record: SeatRecord,
  agenda: string,
  kept: KeptSeat,
): { readonly room: Promise<OpenRoom>; readonly leave: () => void } {
  const open = held.get(record.id) ?? { room: openRoom(record, agenda, kept), users: 0 };
  clearTimeout(open.ending);
  open.users++;
  held.set(record.id, open);
  return {
    room: open.room,
    leave: () => {
      if (--open.users > 0) return;
      // going from one page to another leaves and comes back in the same moment
      open.ending = setTimeout(() => {
        held.delete(record.id);
        void open.room.then(({ session }) => session.close()).catch(() => {}); // it was never open
      }, 500);
    },
  };
}

async function openRoom({ id, remembered }: SeatRecord, agenda: string, kept: KeptSeat): Promise<OpenRoom> {
  const { negotiation, seat } = kept;
  const lent = {
    openSocket: browserSocket({ origin: location.origin, negotiation, seat }),
    clock: browserClock,
    random,
    outbox: outboxOf(kept, keysOf(kept)),
  };
  const session = await openSeat(kept, agenda, lent, remembered ? { remembered } : {});
  watch(session, id);
  countersignMilestones(session);
  return { session, names: agendaNames(session.agenda) };
}

/** Remembers the heads that were seen, and tries again at once when the machine is looked at or has a network again. */
function watch(session: SeatSession, id: string): void {
  let _waiting: ReturnType<typeof setTimeout> | undefined;
  const wake = (): void => {
    if (document.visibilityState === "visible") session.wake();
  };
  window.addEventListener("online", session.wake);
  document.addEventListener("visibilitychange", wake);
  const stop = session.subscribe(() => {
    if (session.snapshot().connection.kind === "closed") {
      window.removeEventListener("online", session.wake);
      document.removeEventListener("visibilitychange", wake);
      stop();
    }
    _waiting ??= setTimeout(() => {
      _waiting = undefined;
      const remembered = session.remembered();
      void keptSeats.change("seat", id, (before) => ({ ...before, remembered }));
    }, 2000);
  });
}
