import { Link } from "@tanstack/react-router";
import { useId, useMemo, useState } from "react";
import type { SeatId } from "#room";
import { convene } from "#seat";
import { useWords } from "../../words/words.tsx";
import { DelegationMark } from "../room/live/delegation-mark.tsx";
import { useChannels, useDelegationName, useHall, useMe, useRoom } from "../room/live/live-room.tsx";
import { Refused } from "../room/live/refused.tsx";
import { useSending } from "../room/live/use-sending.ts";
import { caucusPlan, reachableSeats } from "./caucus-plan.ts";

/** The caucuses of this seat, and a new one with one delegation. Who is not in it cannot know that it exists. */
export function CaucusDesk() {
  const words = useWords();
  const { negotiation, seat } = useRoom();
  const caucuses = useChannels().filter(({ plan }) => plan.kind === "caucus");
  return (
    <>
      <p className="note">{words("desk.caucus.what")}</p>
      {caucuses.length === 0 ? null : (
        <ul>
          {caucuses.map(({ plan, closed }) => (
            <li key={plan.id}>
              <Link to="/rooms/$negotiation/$seat/channel/$stream" params={{ negotiation, seat, stream: plan.id }}>
                <bdi>{plan.name}</bdi>
              </Link>{" "}
              {closed ? <span className="small soft">({words("desk.caucus.closed")})</span> : null}
            </li>
          ))}
        </ul>
      )}
      <NewCaucus />
    </>
  );
}

function NewCaucus() {
  const { agenda, session } = useRoom();
  const hall = useHall();
  const me = useMe();
  const words = useWords();
  const id = useId();
  const delegationName = useDelegationName();
  const { sending, send } = useSending();
  const reachable = useMemo(
    () => agenda.parties.filter((party) => reachableSeats(hall, party.id).length > 0),
    [agenda, hall],
  );
  const [party, setParty] = useState("");
  const chosen = reachable.find((one) => one.id === party) ?? reachable[0];
  const [left, setLeft] = useState<ReadonlySet<SeatId>>(new Set());
  const [name, setName] = useState<string>();
  if (!chosen) return <p className="note">{words("desk.caucus.nobody")}</p>;
  const seats = reachableSeats(hall, chosen.id);
  const colleagues = reachableSeats(hall, "mediation").filter((seat) => seat.id !== me.id);
  const guests = [...seats, ...colleagues].map((seat) => seat.id).filter((seat) => !left.has(seat));
  const usualName = words("desk.caucus.name.usual", { party: delegationName(chosen.id) });
  const inIt = seats.some((seat) => !left.has(seat.id));
  return (
    <form
      className="desk-caucus"
      onSubmit={(event) => {
        event.preventDefault();
        const plan = caucusPlan(hall, me.id, guests, (name ?? usualName).trim());
        void send(() => convene(session, plan)).then((outcome) => {
          if (outcome.kind === "done") setName(undefined);
        });
      }}
    >
      <h3>{words("desk.caucus.new")}</h3>
      <p className="row">
        <label htmlFor={`${id}-party`}>{words("desk.caucus.with")}</label>
        <select
          id={`${id}-party`}
          value={chosen.id}
          onChange={(event) => {
            setParty(event.target.value);
            setName(undefined);
            setLeft(new Set());
          }}
        >
          {reachable.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      </p>
      <fieldset>
        <legend>{words("desk.caucus.members")}</legend>
        {[...seats, ...colleagues].map((seat) => (
          <p key={seat.id}>
            <label>
              <input
                type="checkbox"
                checked={!left.has(seat.id)}
                onChange={(event) => {
                  const next = new Set(left);
                  if (event.target.checked) next.delete(seat.id);
                  else next.add(seat.id);
                  setLeft(next);
                }}
              />{" "}
              <bdi>{seat.name}</bdi> <DelegationMark of={seat.delegation} />
            </label>
          </p>
        ))}
      </fieldset>
      <p className="row">
        <label htmlFor={`${id}-name`}>{words("desk.caucus.name")}</label>
        <input
          id={`${id}-name`}
          value={name ?? usualName}
          maxLength={120}
          onChange={(event) => setName(event.target.value)}
        />
      </p>
      <p className="small soft">{words("desk.caucus.host")}</p>
      <button type="submit" className="primary" disabled={!inIt || sending.kind === "sending"}>
        {words("desk.caucus.convene")}
      </button>
      <Refused sending={sending} />
      <p role="status">{sending.kind === "done" ? words("desk.caucus.done") : ""}</p>
    </form>
  );
}
