import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import type { Agenda } from "#model";
import type { ChannelState, DelegationId, HallState, SeatId, SeatState, StreamId } from "#room";
import type { KeptSeat, SeatSession, SeatSnapshot } from "#seat";
import { Notice } from "../../../frame/notice.tsx";
import type { AgendaNames } from "../../../prepare/agenda-names.ts";
import { useWords } from "../../../words/words.tsx";
import { useOwnSeat } from "../../kept-seats/kept-seats.ts";
import type { SeatRecord } from "../../kept-seats/seat-record.ts";
import { UnlockSeat } from "../../kept-seats/unlock-seat.tsx";
import { takeRoom } from "./open-room.ts";

/** What does not change while a seat is open. What does change is read through the hooks below, each part by itself. */
export type Room = {
  readonly session: SeatSession;
  readonly agenda: Agenda;
  readonly names: AgendaNames;
  readonly negotiation: string;
  readonly seat: SeatId;
};

const RoomContext = createContext<Room | undefined>(undefined);

type LiveRoomProps = { readonly negotiation: string; readonly seat: SeatId; readonly children: ReactNode };

/** Opens a seat that this browser keeps, for everything below. */
export function LiveRoom({ negotiation, seat, children }: LiveRoomProps) {
  const words = useWords();
  const own = useOwnSeat(negotiation, seat);
  switch (own.state) {
    case "reading":
      return <Notice title={words("room.opening")} waiting />;
    case "missing":
      return <Notice title={words("room.unkept")} detail={words("room.unkept.detail")} />;
    case "locked":
      return <UnlockSeat record={own.record} />;
    case "open":
      return own.record.agenda === undefined ? (
        <Notice title={words("room.untaken")} detail={words("room.untaken.detail")} />
      ) : (
        <OpenedRoom key={own.record.id} record={own.record} agenda={own.record.agenda} kept={own.kept}>
          {children}
        </OpenedRoom>
      );
  }
}

type OpenedProps = {
  readonly record: SeatRecord;
  readonly agenda: string;
  readonly kept: KeptSeat;
  readonly children: ReactNode;
};

function OpenedRoom({ record, agenda, kept, children }: OpenedProps) {
  const words = useWords();
  const [opened, setOpened] = useState<{ readonly room: Room } | { readonly failed: string }>();
  const first = useRef({ record, agenda, kept }); // the record changes with every visit; the connection stays
  useEffect(() => {
    let isHere = true;
    const { record, agenda, kept } = first.current;
    const { room, leave } = takeRoom(record, agenda, kept);
    room.then(
      ({ session, names }) => {
        const { negotiation, seat } = kept;
        if (isHere) setOpened({ room: { session, names, agenda: session.agenda, negotiation, seat } });
      },
      (error: unknown) => isHere && setOpened({ failed: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      isHere = false;
      leave();
    };
  }, []);
  if (!opened) return <Notice title={words("room.opening")} waiting />;
  if ("failed" in opened) return <Notice title={words("room.failed")} detail={opened.failed} />;
  return (
    <RoomContext value={opened.room}>
      <UntilRead>{children}</UntilRead>
    </RoomContext>
  );
}

/** Nothing is shown of a room before its hall has come. */
function UntilRead({ children }: { readonly children: ReactNode }) {
  const words = useWords();
  const isRead = useLive(({ streams }) => streams.hall !== undefined);
  const closed = useLive(({ connection }) => (connection.kind === "closed" ? connection.message : undefined));
  if (isRead) return children;
  if (closed !== undefined) return <Notice title={words("room.failed")} detail={closed} />;
  return <Notice title={words("room.opening")} waiting />;
}

export function useRoom(): Room {
  const room = useContext(RoomContext);
  if (!room) throw new Error("useRoom needs a LiveRoom above it.");
  return room;
}

/**
 * One part of what is live. The component is drawn anew only when this part is another one, so that a message in one channel
 * draws nothing of the others: `select` gives a part that stays the same object as long as nothing in it changes.
 */
export function useLive<T>(select: (snapshot: SeatSnapshot) => T): T {
  const { session } = useRoom();
  const latest = useRef(select);
  latest.current = select;
  return useSyncExternalStore(
    session.subscribe,
    useCallback(() => latest.current(session.snapshot()), [session]),
  );
}

/** There once `LiveRoom` shows anything. */
export function useHall(): HallState {
  const hall = useLive(({ streams }) => streams.hall);
  if (!hall) throw new Error("The hall is read before a room is shown.");
  return hall;
}

export function useMe(): SeatState {
  const { seat } = useRoom();
  const me = useHall().seats.get(seat);
  if (!me) throw new Error("The hall has every seat.");
  return me;
}

/** A part of a channel: its offers, its calls, what was said. */
export function useChannelPart<T>(stream: StreamId, select: (channel: ChannelState) => T): T | undefined {
  return useLive(({ streams }) => {
    const channel = channelOf(streams.states.get(stream));
    return channel && select(channel);
  });
}

export function channelOf(state: { readonly kind: string } | undefined): ChannelState | undefined {
  return state?.kind === "channel" ? (state as ChannelState) : undefined; // the kind tells the state
}

/** All channels that the seat sees, the same list as long as what is on their tables, who sits there and what they are stay. */
export function useChannels(): readonly ChannelState[] {
  const last = useRef<readonly ChannelState[]>([]);
  return useLive(({ streams }) => {
    const now = [...streams.states.values()].flatMap((state) => channelOf(state) ?? []);
    const isSame = now.length === last.current.length && now.every((one, at) => isSameTable(one, last.current[at]!));
    if (!isSame) last.current = now;
    return last.current;
  });
}

/** A channel without its words: the same object as long as only words, or acts that change none of this, were added. */
export function useTable(stream: StreamId): ChannelState | undefined {
  const last = useRef<ChannelState>(undefined);
  return useLive(({ streams }) => {
    const now = channelOf(streams.states.get(stream));
    const { current } = last;
    if (!now || !current || current.plan.id !== now.plan.id || !isSameTable(current, now)) last.current = now;
    return last.current;
  });
}

function isSameTable(a: ChannelState, b: ChannelState): boolean {
  return (
    a.offers === b.offers &&
    a.plan === b.plan &&
    a.closed === b.closed &&
    a.calls === b.calls &&
    a.motions === b.motions &&
    a.countersigned === b.countersigned
  );
}

/** How others are called. */
export function useDelegationName(): (delegation: DelegationId) => string {
  const { agenda } = useRoom();
  const words = useWords();
  return useCallback(
    (delegation) => {
      switch (delegation) {
        case "mediation":
        case "convening":
        case "observation":
        case "training":
          return words(`room.delegation.${delegation}`);
        default:
          return agenda.parties.find(({ id }) => id === delegation)?.name ?? delegation;
      }
    },
    [agenda, words],
  );
}

/** The host's time, renewed every so many milliseconds. */
export function useHostTime(every = 1000): string {
  const { session } = useRoom();
  const [now, setNow] = useState(session.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(session.now()), every);
    return () => clearInterval(timer);
  }, [session, every]);
  return now;
}
