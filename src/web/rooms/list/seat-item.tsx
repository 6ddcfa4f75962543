import { Link } from "@tanstack/react-router";
import { useSyncExternalStore } from "react";
import { useIntl } from "react-intl";
import { useWords } from "../../words/words.tsx";
import { keysAtHand, lock, onLocksChanged } from "../kept-seats/kept-seats.ts";
import type { SeatRecord } from "../kept-seats/seat-record.ts";
import { stageOf } from "./stage.ts";
import { type Looked, useLook } from "./use-look.ts";

/** One seat: which negotiation, how far it is, what is new, and the ways from here. */
export function SeatItem({
  record,
  onForget,
  onProtect,
}: {
  readonly record: SeatRecord;
  readonly onForget: () => void;
  readonly onProtect: () => void;
}) {
  const words = useWords();
  const { negotiation, seat, title = negotiation.slice(0, 8), name = "", state, role, secret } = record;
  const looked = useLook(record);
  const isSealed = secret.schema === "entente.sealed-seat/1";
  const isOpen = useSyncExternalStore(onLocksChanged, () => keysAtHand(record) !== undefined);
  return (
    <li>
      <div className="rooms-list-what">
        <h2>
          {state === "taken" ? (
            <Link to="/rooms/$negotiation/$seat" params={{ negotiation, seat }}>
              <bdi>{title}</bdi>
            </Link>
          ) : (
            <bdi>{title}</bdi>
          )}
        </h2>
        <p className="rooms-list-facts">
          <span>{words("rooms-list.seat", { name })}</span>
          {isSealed ? <span>{words(isOpen ? "rooms-list.unlocked" : "rooms-list.locked")}</span> : null}
          {state === "taken" ? (
            <Facts looked={looked} title={title} />
          ) : (
            <span>
              {words("rooms-list.taking")}. {words("rooms-list.goOn")}
            </span>
          )}
        </p>
      </div>
      <div className="row">
        {state === "taken" && (role === "convenor" || role === "mandator") ? (
          <Link to="/rooms/invitations/$negotiation" params={{ negotiation }}>
            {words("rooms-list.links")}
            <span className="unseen"> {title}</span>
          </Link>
        ) : null}
        {state === "taken" && !isSealed ? (
          <button
            type="button"
            className="quiet"
            onClick={onProtect}
            aria-label={words("rooms-list.protect.of", { title })}
          >
            {words("rooms-list.protect")}
          </button>
        ) : null}
        {isSealed && isOpen ? (
          <button
            type="button"
            className="quiet"
            onClick={() => lock(record.id)}
            aria-label={words("rooms-list.lock.of", { title })}
          >
            {words("rooms-list.lock")}
          </button>
        ) : null}
        <button
          type="button"
          className="quiet"
          onClick={onForget}
          aria-label={words("rooms-list.forget.of", { name, title })}
        >
          {words("rooms-list.forget")}
        </button>
      </div>
    </li>
  );
}

function Facts({ looked, title }: { readonly looked: Looked | undefined; readonly title: string }) {
  const words = useWords();
  const intl = useIntl();
  if (!looked) return <span aria-busy="true">{words("rooms-list.looking")}</span>;
  const { look, unread } = looked;
  if (!look.ok)
    return (
      <span>
        {words(look.why === "unknown" || look.why === "refused" ? "rooms-list.shut" : "rooms-list.unreachable")}
      </span>
    );
  const { hall } = look.value;
  const seats = [...hall.seats.values()].filter(({ removed }) => !removed);
  const stage = stageOf(look.value);
  return (
    <>
      <span>{words(stage === "ended" ? "rooms-list.ended" : `rooms-list.stage.${stage}`)}</span>
      <span>{words("rooms-list.joined", { joined: seats.filter(({ keys }) => keys).length, all: seats.length })}</span>
      {hall.deadline ? (
        <span>
          {words("rooms-list.deadline", {
            when: intl.formatDate(hall.deadline, { dateStyle: "medium", timeStyle: "short" }),
          })}
        </span>
      ) : null}
      <span className={unread > 0 ? "rooms-list-new" : undefined}>
        {words("rooms-list.unread", { count: unread })}
        {unread > 0 ? <span className="unseen"> {title}</span> : null}
      </span>
    </>
  );
}
