import { Outlet, useParams } from "@tanstack/react-router";
import { PageTitle } from "../../frame/page-title.tsx";
import { useWords } from "../../words/words.tsx";
import { ConnectionLine } from "./connection-line.tsx";
import { EnterRoom } from "./enter-room.tsx";
import { LiveRoom, useHall, useHostTime, useMe, useTable } from "./live/live-room.tsx";
import { Moment } from "./live/moment.tsx";
import { useShutOut } from "./live/use-shut-out.ts";
import { ReadMarksContext, useReadMarks } from "./live/use-unread.ts";
import { Rail } from "./rail.tsx";
import { WholeProvider } from "./whole/use-whole.tsx";
import { WholePanel } from "./whole/whole-panel.tsx";
import "../../open/scenario-layout.css";
import "./room.css";

/** One seat's room: its channels in the rail, a page in the middle, the composition of the whole beside it. */
export function RoomLayout() {
  const { negotiation, seat } = useParams({ from: "/rooms/$negotiation/$seat" });
  return (
    <LiveRoom key={`${negotiation}/${seat}`} negotiation={negotiation} seat={seat}>
      <WholeProvider>
        <Within />
      </WholeProvider>
    </LiveRoom>
  );
}

function Within() {
  const words = useWords();
  const hall = useHall();
  const me = useMe();
  const marks = useReadMarks();
  const shutOut = useShutOut();
  return (
    <ReadMarksContext value={marks}>
      <PageTitle parts={[hall.title]} />
      <section className="room-head" aria-label={words("room.head")}>
        <p className="room-title">
          <strong>{hall.title}</strong> <span>{me.name}</span> <Deadline />
        </p>
        <ConnectionLine />
      </section>
      <div className="layout layout-inspected room-layout">
        <Rail />
        <main id="main" className="layout-main">
          <a className="skip" href="#room-whole">
            {words("room.skip.whole")}
          </a>
          <EnterRoom />
          {shutOut ? <p className="card">{words("room.shut-out")}</p> : null}
          {hall.ended ? <p className="card">{words("room.ended", { reason: hall.ended.reason })}</p> : null}
          <Outlet />
        </main>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and may hold nothing else to stand on */}
        <aside id="room-whole" className="room-whole" aria-labelledby="room-whole-title" tabIndex={0}>
          <WholeHere />
        </aside>
      </div>
    </ReadMarksContext>
  );
}

function WholeHere() {
  const { stream } = useParams({ strict: false });
  const here = useTable(stream ?? "");
  return <WholePanel here={here} />;
}

function Deadline() {
  const { deadline, ended } = useHall();
  return deadline === undefined || ended ? null : <UntilDeadline at={deadline} />;
}

function UntilDeadline({ at }: { readonly at: string }) {
  const words = useWords();
  const now = useHostTime();
  const left = Math.floor((Date.parse(at) - Date.parse(now)) / 1000);
  return (
    <span className="room-deadline" data-over={left <= 0}>
      {left <= 0
        ? words("room.deadline.over")
        : left < 3600
          ? words("room.deadline.minutes", {
              minutes: Math.floor(left / 60),
              seconds: String(left % 60).padStart(2, "0"),
            })
          : words("room.deadline.hours", {
              hours: Math.floor(left / 3600),
              minutes: Math.floor((left % 3600) / 60),
            })}{" "}
      (<Moment at={at} />)
    </span>
  );
}
