import { useEffect, useState } from "react";
import { useWords } from "../../words/words.tsx";
import { useHall, useLive, useRoom } from "./live/live-room.tsx";

/** Whether the room is live, in words; who of the negotiation is here; what is on its way. */
export function ConnectionLine() {
  const { session } = useRoom();
  const words = useWords();
  const connection = useLive((snapshot) => snapshot.connection);
  const pending = useLive((snapshot) => snapshot.pending.length);
  const fault = useLive(({ streams }) => streams.fault);
  return (
    <div className="room-line" data-state={connection.kind}>
      <p role="status">
        {connection.kind === "closed" ? connection.message : words(`room.connection.${connection.kind}`)}
        {pending > 0 ? ` ${words("room.pending", { count: pending })}` : ""}
      </p>
      {connection.kind === "waiting" ? (
        <>
          <Countdown until={connection.until} />
          <button type="button" className="quiet" onClick={() => session.wake()}>
            {words("room.connection.now")}
          </button>
        </>
      ) : null}
      {fault ? (
        <p className="room-refused" role="alert">
          {words("room.fault", { version: fault.version, message: fault.message })}
        </p>
      ) : null}
      <Presence />
    </div>
  );
}

function Countdown({ until }: { readonly until: number }) {
  const words = useWords();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return (
    <span className="soft">
      {words("room.connection.in", { seconds: Math.max(0, Math.ceil((until - now) / 1000)) })}
    </span>
  );
}

function Presence() {
  const words = useWords();
  const { seats } = useHall();
  const { seat: mine } = useRoom();
  const here = useLive((snapshot) => snapshot.here);
  const isLive = useLive(({ connection }) => connection.kind === "live");
  const all = [...seats.values()].filter(({ removed }) => !removed);
  if (!isLive) return <span className="soft">{words("room.here.unknown")}</span>;
  // who reads this is here, though the host tells it a moment later
  const names = all.flatMap(({ id, name }) => (here.includes(id) || id === mine ? [name] : []));
  return (
    <details className="room-presence">
      <summary>{words("room.here", { count: names.length, all: all.length })}</summary>
      <ul>
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </details>
  );
}
