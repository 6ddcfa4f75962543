import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { PageTitle } from "../../frame/page-title.tsx";
import { Confirm } from "../../parts/confirm.tsx";
import { Refusal } from "../../shelf/refusal.tsx";
import { useWords } from "../../words/words.tsx";
import { forgetSeat, useKept, useSeatTrouble } from "../kept-seats/kept-seats.ts";
import { ProtectSeat } from "../kept-seats/protect-seat.tsx";
import type { SeatRecord } from "../kept-seats/seat-record.ts";
import { SeatItem } from "./seat-item.tsx";
import "./rooms-list.css";

/** The seats of this browser, the newest first. */
export function RoomsPage() {
  const words = useWords();
  const seats = useKept("seat");
  const trainings = useKept("training") ?? [];
  const trouble = useSeatTrouble();
  const [forgetting, setForgetting] = useState<SeatRecord>();
  const [protecting, setProtecting] = useState<SeatRecord>();
  const [told, setTold] = useState("");
  const newest = [...(seats ?? [])].sort((a, b) => (a.since < b.since ? 1 : -1));
  return (
    <main id="main" className="rooms-list" aria-busy={seats === undefined}>
      <PageTitle parts={[words("rooms-list.title")]} />
      <div className="rooms-list-head">
        <h1>{words("rooms-list.title")}</h1>
        <Link to="/convene" className="rooms-list-convene">
          {words("rooms-list.convene")}
        </Link>
      </div>
      <p className="note">{words("rooms-list.lead")}</p>
      {trouble ? <Refusal refused={trouble} /> : null}
      <p role="status" className="small">
        {told}
      </p>
      {seats?.length === 0 ? <p className="rooms-list-none">{words("rooms-list.none")}</p> : null}
      <ul className="rooms-list-seats">
        {newest.map((record) => (
          <SeatItem
            key={record.id}
            record={record}
            onForget={() => setForgetting(record)}
            onProtect={() => setProtecting(record)}
          />
        ))}
      </ul>
      {trainings.length > 0 ? (
        <section aria-labelledby="rooms-list-training">
          <h2 id="rooms-list-training">{words("rooms-list.training")}</h2>
          <ul className="rooms-list-sets">
            {[...trainings]
              .sort((a, b) => (a.since < b.since ? 1 : -1))
              .map(({ id, title, groups }) => (
                <li key={id}>
                  <Link to="/rooms/training/$set" params={{ set: id }}>
                    <bdi>{title}</bdi>
                  </Link>{" "}
                  <span className="soft small">{words("rooms-list.training.groups", { count: groups.length })}</span>
                </li>
              ))}
          </ul>
        </section>
      ) : null}
      {protecting ? (
        <ProtectSeat
          record={protecting}
          onDone={(how) => {
            setProtecting(undefined);
            if (how !== "left") setTold(words(`rooms-list.${how}`));
          }}
        />
      ) : null}
      {forgetting ? (
        <Confirm
          title={words("rooms-list.forget.sure")}
          detail={words("rooms-list.forget.what", { name: forgetting.name ?? "", title: forgetting.title ?? "" })}
          yes={words("rooms-list.forget.yes")}
          no={words("rooms-list.forget.no")}
          onAnswer={async (yes) => {
            setForgetting(undefined);
            if (!yes) return;
            await forgetSeat(forgetting.id);
            setTold(words("rooms-list.forgotten"));
          }}
        />
      ) : null}
    </main>
  );
}
