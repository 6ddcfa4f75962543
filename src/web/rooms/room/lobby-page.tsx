import { Link } from "@tanstack/react-router";
import { PageTitle } from "../../frame/page-title.tsx";
import { Scroll } from "../../parts/scroll.tsx";
import { useWords } from "../../words/words.tsx";
import { ConveneForm } from "./convene-form.tsx";
import { HallDesk } from "./hall-desk.tsx";
import { DelegationMark } from "./live/delegation-mark.tsx";
import { useHall, useLive, useMe, useRoom } from "./live/live-room.tsx";
import { usePapers } from "./live/use-papers.ts";
import { useReading } from "./live/use-unread.ts";

/** The hall as everybody reads it: what it is about, who sits where, by which rules. */
export function LobbyPage() {
  const { agenda, negotiation, seat } = useRoom();
  const words = useWords();
  const hall = useHall();
  const me = useMe();
  const papers = usePapers();
  const stream = useLive(({ streams }) => streams.hallStream);
  useReading(stream ?? "");
  const isParty = agenda.parties.some(({ id }) => id === me.delegation);
  return (
    <>
      <PageTitle parts={[words("room.lobby"), hall.title]} />
      <header>
        <p className="room-kind">{words("room.lobby")}</p>
        <h1>{hall.title}</h1>
        <p>{agenda.summary}</p>
      </header>
      {isParty && me.keys && !papers?.sheet ? (
        <p className="card">
          {words("room.lobby.sheet")}{" "}
          <Link to="/rooms/$negotiation/$seat/mandate" params={{ negotiation, seat }}>
            {words("room.lobby.sheet.open")}
          </Link>
        </p>
      ) : null}
      <Seats />
      <Procedure />
      <ConveneForm />
      <HallDesk />
    </>
  );
}

function Seats() {
  const words = useWords();
  const hall = useHall();
  const me = useMe();
  const here = useLive((snapshot) => snapshot.here);
  return (
    <section aria-labelledby="room-seats-title">
      <h2 id="room-seats-title">{words("room.seats")}</h2>
      <Scroll label={words("room.seats.table")}>
        <table>
          <caption className="unseen">{words("room.seats")}</caption>
          <thead>
            <tr>
              <th scope="col">{words("room.seats.seat")}</th>
              <th scope="col">{words("room.seats.delegation")}</th>
              <th scope="col">{words("room.seats.role")}</th>
              <th scope="col">{words("room.seats.level")}</th>
              <th scope="col">{words("room.seats.state")}</th>
            </tr>
          </thead>
          <tbody>
            {[...hall.seats.values()].map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  <bdi>{one.name}</bdi>
                  {one.id === me.id ? <span className="soft"> {words("room.seats.me")}</span> : null}
                </th>
                <td>
                  <DelegationMark of={one.delegation} />
                </td>
                <td>{words(`room.role.${one.role}`)}</td>
                <td>{words(`room.level.${one.level}`)}</td>
                <td>
                  {words(
                    one.removed
                      ? "room.seats.removed"
                      : here.includes(one.id)
                        ? "room.seats.here"
                        : one.keys
                          ? "room.seats.joined"
                          : "room.seats.not-joined",
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

function Procedure() {
  const { agenda } = useRoom();
  const words = useWords();
  const { procedure } = useHall();
  const { decision, needs, mayConvene } = procedure;
  const name = (party: string): string => agenda.parties.find(({ id }) => id === party)?.name ?? party;
  const roles = (all: readonly string[]): string => (all.length === 0 ? words("room.nobody") : all.join(", "));
  return (
    <section aria-labelledby="room-procedure-title">
      <h2 id="room-procedure-title">{words("room.procedure")}</h2>
      <ul>
        <li>
          {decision.kind === "unanimity"
            ? words("room.procedure.unanimity", { parties: agenda.consent.map(name).join(", ") })
            : decision.kind === "consensus"
              ? words("room.procedure.consensus", { hours: decision.hours })
              : words("room.procedure.majority", {
                  least: decision.atLeast,
                  count: agenda.consent.length,
                  vetoes: roles(decision.vetoes.map(name)),
                })}
        </li>
        <li>{words("room.procedure.needs", { adopt: needs.adopt, initial: needs.initial, sign: needs.sign })}</li>
        <li>
          {words("room.procedure.convene", {
            group: roles(mayConvene["working group"]),
            back: roles(mayConvene["back channel"]),
            caucus: roles(mayConvene.caucus),
          })}
        </li>
        <li>{words("room.procedure.yes", { roles: roles(procedure.mayCallSealedYes ?? ["mediator", "chair"]) })}</li>
        <li>{words("room.procedure.all")}</li>
      </ul>
    </section>
  );
}
