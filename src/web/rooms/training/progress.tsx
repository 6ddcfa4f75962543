import { Link } from "@tanstack/react-router";
import { useIntl } from "react-intl";
import { Scroll } from "../../parts/scroll.tsx";
import { useWords } from "../../words/words.tsx";
import { stageOf } from "../list/stage.ts";
import type { Group } from "./use-groups.ts";

/** How far each group is, as far as this seat sees: the hall, the plenary, the working groups it sits in. */
export function Progress({ groups, onAgain }: { readonly groups: readonly Group[]; readonly onAgain: () => void }) {
  const words = useWords();
  return (
    <section aria-labelledby="training-progress">
      <h2 id="training-progress">{words("training.progress")}</h2>
      <p className="note">{words("training.progress.what")}</p>
      <Scroll label={words("training.progress.caption")}>
        <table className="training-progress">
          <caption className="unseen">{words("training.progress.caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{words("training.group")}</th>
              <th scope="col">{words("training.progress.stage")}</th>
              <th scope="col" className="number">
                {words("training.progress.seats")}
              </th>
              <th scope="col" className="number">
                {words("training.progress.entries")}
              </th>
              <th scope="col">{words("training.progress.deadline")}</th>
              <th scope="col">{words("training.progress.open")}</th>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <Row key={group.negotiation} group={group} />
            ))}
          </tbody>
        </table>
      </Scroll>
      <p>
        <button type="button" onClick={onAgain}>
          {words("convene.invitations.again")}
        </button>
      </p>
    </section>
  );
}

function Row({ group }: { readonly group: Group }) {
  const words = useWords();
  const intl = useIntl();
  const { name, negotiation, seat, record, look } = group;
  return (
    <tr>
      <th scope="row">
        <bdi>{name}</bdi>
      </th>
      {look?.ok ? (
        <Seen look={look.value} />
      ) : (
        <td colSpan={3} aria-busy={!look}>
          {look
            ? words(look.why === "unknown" || look.why === "refused" ? "rooms-list.shut" : "rooms-list.unreachable")
            : words("rooms-list.looking")}
        </td>
      )}
      <td>
        {look?.ok && look.value.hall.deadline
          ? intl.formatDate(look.value.hall.deadline, { dateStyle: "medium", timeStyle: "short" })
          : ""}
      </td>
      <td>
        {record ? (
          <span className="row">
            <Link to="/rooms/$negotiation/$seat" params={{ negotiation, seat }}>
              {words("training.enter")}
              <span className="unseen"> {name}</span>
            </Link>
          </span>
        ) : (
          words("training.forgotten")
        )}
      </td>
    </tr>
  );
}

function Seen({ look }: { readonly look: Parameters<typeof stageOf>[0] }) {
  const words = useWords();
  const stage = stageOf(look);
  const seats = [...look.hall.seats.values()].filter(({ removed }) => !removed);
  const channels = look.streams.filter(({ kind }) => kind === "channel");
  return (
    <>
      <td>{words(stage === "ended" ? "rooms-list.ended" : `rooms-list.stage.${stage}`)}</td>
      <td className="number">
        {seats.filter(({ keys }) => keys).length} / {seats.length}
      </td>
      {/* the first entry of each channel is that it was opened */}
      <td className="number">{channels.reduce((sum, { version }) => sum + Math.max(0, version - 1), 0)}</td>
    </>
  );
}
