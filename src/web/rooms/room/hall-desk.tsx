import { useId, useState } from "react";
import { levels } from "#room";
import { endNegotiation, foreseenRefusal, removeSeat, setDeadline, setSeatLevel } from "#seat";
import { Confirm } from "../../parts/confirm.tsx";
import { useWords } from "../../words/words.tsx";
import { useHall, useLive, useRoom } from "./live/live-room.tsx";
import { Refused } from "./live/refused.tsx";
import { useSending } from "./live/use-sending.ts";

/** What the convenor, a trainer or a mandator does in the hall: the deadline, levels, removal, the end. */
export function HallDesk() {
  const { session } = useRoom();
  const words = useWords();
  const hall = useHall();
  const stream = useLive(({ streams }) => streams.hallStream) ?? "";
  const id = useId();
  const [until, setUntil] = useState("");
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState<string>();
  const { sending, send } = useSending();
  const end = Date.parse(until);
  const mayDate = foreseenRefusal(session, stream, { kind: "set deadline", deadline: null }) === undefined;
  const mayEnd = foreseenRefusal(session, stream, { kind: "end", reason: "-" }) === undefined;
  const removable = [...hall.seats.values()].filter(
    ({ id: seat, removed }) => !removed && !foreseenRefusal(session, stream, { kind: "remove seat", seat }),
  );
  const levelled = [...hall.seats.values()].filter(
    ({ id: seat, removed, level }) =>
      !removed && !foreseenRefusal(session, stream, { kind: "set seat level", seat, level }),
  );
  if (!mayDate && !mayEnd && removable.length === 0 && levelled.length === 0) return null;
  return (
    <details className="room-hall-desk">
      <summary>{words("room.hall")}</summary>
      {mayDate ? (
        <form
          className="row"
          onSubmit={(event) => {
            event.preventDefault();
            if (!Number.isNaN(end)) void send(() => setDeadline(session, new Date(end).toISOString()));
          }}
        >
          <label htmlFor={`${id}-until`}>{words("room.hall.deadline")}</label>
          <input
            id={`${id}-until`}
            type="datetime-local"
            value={until}
            onChange={({ target }) => setUntil(target.value)}
          />
          <button type="submit" disabled={Number.isNaN(end)}>
            {words("room.hall.deadline.set")}
          </button>
          {hall.deadline === undefined ? null : (
            <button type="button" className="quiet" onClick={() => void send(() => setDeadline(session, null))}>
              {words("room.hall.deadline.lift")}
            </button>
          )}
        </form>
      ) : null}
      {levelled.length > 0 ? (
        <ul>
          {levelled.map(({ id: seat, name, level }) => (
            <li key={seat}>
              <label>
                {words("room.hall.level", { name })}{" "}
                <select
                  value={level}
                  onChange={({ target }) => {
                    const next = levels.find((one) => one === target.value);
                    if (next) void send(() => setSeatLevel(session, seat, next));
                  }}
                >
                  {levels.map((one) => (
                    <option key={one} value={one}>
                      {words(`room.level.${one}`)}
                    </option>
                  ))}
                </select>
              </label>{" "}
              {removable.some((one) => one.id === seat) ? (
                <button type="button" className="quiet" onClick={() => setAsked(seat)}>
                  {words("room.hall.remove", { name })}
                </button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {mayEnd ? (
        <form
          className="row"
          onSubmit={(event) => {
            event.preventDefault();
            setAsked("end");
          }}
        >
          <label htmlFor={`${id}-reason`}>{words("room.hall.end.reason")}</label>
          <input id={`${id}-reason`} value={reason} onChange={({ target }) => setReason(target.value)} />
          <button type="submit" disabled={reason.trim() === ""}>
            {words("room.hall.end")}
          </button>
        </form>
      ) : null}
      {asked === undefined ? null : (
        <Confirm
          title={
            asked === "end"
              ? words("room.hall.end")
              : words("room.hall.remove", { name: hall.seats.get(asked)?.name ?? "" })
          }
          detail={words(asked === "end" ? "room.hall.end.sure" : "room.hall.remove.sure")}
          yes={words("room-moves.yes.yes")}
          no={words("room.cancel")}
          onAnswer={(yes) => {
            setAsked(undefined);
            if (!yes) return;
            void send(() => (asked === "end" ? endNegotiation(session, reason.trim()) : removeSeat(session, asked)));
          }}
        />
      )}
      <Refused sending={sending} />
    </details>
  );
}
