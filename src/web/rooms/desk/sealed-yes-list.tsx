import { useWords } from "../../words/words.tsx";
import { channelOf, useHall, useHostTime, useLive, useRoom } from "../room/live/live-room.tsx";
import { Moment } from "../room/live/moment.tsx";

/** The sealed yeses that were called for in what this seat sees, newest first. Nothing but the outcome is known of them. */
export function SealedYesList() {
  const { names } = useRoom();
  const words = useWords();
  const { seats } = useHall();
  const now = useHostTime(5000);
  const states = useLive(({ streams }) => streams.states);
  const calls = [...states.values()]
    .flatMap((state) => {
      const channel = channelOf(state);
      return channel ? [...channel.calls.values()].map((call) => ({ ...call, channel: channel.plan })) : [];
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1));
  if (calls.length === 0) return null;
  return (
    <div>
      <h3>{words("desk.calls")}</h3>
      <ul className="desk-calls" aria-live="polite">
        {calls.map(({ call, channel, by, choices, at, until, allSaidYes }) => (
          <li key={call} data-outcome={allSaidYes === undefined ? "open" : allSaidYes ? "yes" : "no"}>
            <strong>
              {allSaidYes === undefined
                ? words(now > until ? "desk.calls.closing" : "desk.calls.open")
                : words(allSaidYes ? "desk.calls.yes" : "desk.calls.no")}
            </strong>{" "}
            <bdi>{channel.name}</bdi>, <bdi>{seats.get(by)?.name ?? by}</bdi>, <Moment at={at} />.{" "}
            {allSaidYes === undefined ? (
              <>
                {words("desk.calls.until")} <Moment at={until} />.{" "}
              </>
            ) : null}
            <span className="small">
              {Object.entries(choices)
                .map(([issue, option]) => `${names.issue(issue)}: ${names.option(issue, option)}`)
                .join("; ")}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
