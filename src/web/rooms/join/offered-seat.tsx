import { useMemo, useState } from "react";
import type { Agenda } from "#model";
import { useWords } from "../../words/words.tsx";
import { useDelegationName } from "../convene/use-delegation-name.ts";
import { isGoodPassphrase, NewPassphrase } from "../kept-seats/new-passphrase.tsx";
import { type Hindrance, type Offered, takeSeat } from "./take-seat.ts";

/** Which negotiation, which seat, who else; then the seat is taken, under a passphrase or not. */
export function OfferedSeat({
  offered,
  onTaken,
  onHindered,
}: {
  readonly offered: Offered;
  readonly onTaken: () => void;
  readonly onHindered: (why: Hindrance) => void;
}) {
  const words = useWords();
  const { hall, seat, record } = offered;
  const agenda = useMemo((): Agenda | undefined => record.agenda && JSON.parse(record.agenda), [record.agenda]);
  const nameOf = useDelegationName(agenda);
  const [isShared, setShared] = useState(false);
  const [passphrase, setPassphrase] = useState({ first: "", second: "" });
  const [busy, setBusy] = useState(false);
  const isReady = !isShared || isGoodPassphrase(passphrase);
  const seats = [...hall.seats.values()].filter(({ removed }) => !removed);
  return (
    <>
      <p className="soft">{words("join.offered")}</p>
      <h1>
        <bdi>{hall.title}</bdi>
      </h1>
      <dl className="join-seat">
        <div>
          <dt>{words("join.seat")}</dt>
          <dd>
            <bdi>{seat.name}</bdi>
          </dd>
        </div>
        <div>
          <dt>{words("convene.seats.delegation")}</dt>
          <dd>
            <bdi>{nameOf(seat.delegation)}</bdi>
          </dd>
        </div>
        <div>
          <dt>{words("convene.seats.role")}</dt>
          <dd>
            {words(`convene.role.${seat.role}`)}: {words(`convene.does.${seat.role}`)}
          </dd>
        </div>
        <div>
          <dt>{words("convene.seats.level")}</dt>
          <dd>{words(`convene.level.${seat.level}`)}</dd>
        </div>
      </dl>
      {agenda?.summary ? (
        <p>
          <bdi>{agenda.summary}</bdi>
        </p>
      ) : null}
      <h2>{words("join.others")}</h2>
      <ul className="join-others">
        {seats.map((one) => (
          <li key={one.id}>
            <bdi>{one.name}</bdi>{" "}
            <span className="soft small">
              {one.id === seat.id
                ? words("convene.seats.you")
                : words(one.keys ? "join.others.here" : "join.others.invited")}
            </span>
          </li>
        ))}
      </ul>
      <h2>{words("convene.host")}</h2>
      <p>{words("convene.host.what")}</p>
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          if (!isReady || busy) return;
          setBusy(true);
          const taken = await takeSeat(offered, isShared ? passphrase.first : "");
          setBusy(false);
          if (taken.ok) onTaken();
          else onHindered(taken.why);
        }}
      >
        <h2>{words("join.keys")}</h2>
        <p>{words("join.keys.what")}</p>
        <p>
          <label>
            <input type="checkbox" checked={isShared} onChange={({ target }) => setShared(target.checked)} />{" "}
            {words("join.shared")}
          </label>
        </p>
        {isShared ? <NewPassphrase draft={passphrase} onDraft={setPassphrase} /> : null}
        <p className="row">
          <button type="submit" className="primary" disabled={!isReady || busy}>
            {words("join.take")}
          </button>
          <span role="status">{busy ? words(isShared ? "join.taking.sealed" : "join.taking") : ""}</span>
        </p>
      </form>
    </>
  );
}
