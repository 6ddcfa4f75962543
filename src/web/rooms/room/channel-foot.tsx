import { useId, useState } from "react";
import { type ChannelState, type Command, isPublic, lacksKey, levels, type SeatState } from "#room";
import { addMember, closeChannel, foreseenRefusal, removeMember, setLevel } from "#seat";
import { useWords } from "../../words/words.tsx";
import { useHall, useRoom } from "./live/live-room.tsx";
import { Refused } from "./live/refused.tsx";
import { useSending } from "./live/use-sending.ts";

/** Who sits here and at what level, for those who run the channel; and the way out of it. */
export function ChannelFoot({ channel }: { readonly channel: ChannelState }) {
  const { session, seat: mine } = useRoom();
  const words = useWords();
  const hall = useHall();
  const id = useId();
  const [newcomer, setNewcomer] = useState("");
  const { sending, send } = useSending();
  const { plan } = channel;
  const may = (command: Command): boolean => foreseenRefusal(session, plan.id, command) === undefined;
  const seats = [...hall.seats.values()].filter(({ removed }) => !removed);
  const members = seats.filter((one) => plan.members.includes(one.id));
  // a member that has joined anew lacks the channel's key until it is added once more
  const others = seats.filter((one) => !plan.members.includes(one.id) || lacksKey(channel, one));
  // whether somebody may be added at all hangs on no key
  const addable = others.filter(({ id: seat, keys }) =>
    may({ kind: "add member", seat, ...(isPublic(plan.kind) || !keys ? {} : { wordKey: "-" }) }),
  );
  const removable = (one: SeatState): boolean => may({ kind: "remove member", seat: one.id });
  const mayLevel = levels.some((level) => level !== plan.level && may({ kind: "set level", level }));
  return (
    <details className="room-foot">
      <summary>{words("room.foot")}</summary>
      <ul>
        {members.map((one) => (
          <li key={one.id}>
            {one.name} <span className="soft">{words("room.seat.at", { role: one.role, level: one.level })}</span>{" "}
            {removable(one) ? (
              <button
                type="button"
                className="quiet"
                onClick={() => void send(() => removeMember(session, plan.id, one.id))}
              >
                {words(one.id === mine ? "room.foot.leave" : "room.foot.remove", { name: one.name })}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {addable.length > 0 ? (
        <form
          className="row"
          onSubmit={(event) => {
            event.preventDefault();
            if (newcomer !== "") void send(() => addMember(session, plan.id, newcomer));
          }}
        >
          <label htmlFor={id}>{words("room.foot.add")}</label>
          <select id={id} value={newcomer} onChange={(event) => setNewcomer(event.target.value)}>
            <option value="">{words("room-moves.compose.condition.choose")}</option>
            {addable.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
          <button type="submit" disabled={newcomer === ""}>
            {words("room.foot.add.do")}
          </button>
        </form>
      ) : null}
      {mayLevel ? (
        <p className="row">
          <label>
            {words("room.foot.level")}{" "}
            <select
              value={plan.level}
              onChange={(event) => {
                const level = levels.find((one) => one === event.target.value);
                if (level) void send(() => setLevel(session, plan.id, level));
              }}
            >
              {levels.map((level) => (
                <option key={level} value={level}>
                  {words(`room.level.${level}`)}
                </option>
              ))}
            </select>
          </label>
        </p>
      ) : null}
      {may({ kind: "close channel" }) ? (
        <p>
          <button type="button" onClick={() => void send(() => closeChannel(session, plan.id))}>
            {words("room.foot.close")}
          </button>
        </p>
      ) : null}
      <Refused sending={sending} />
    </details>
  );
}
