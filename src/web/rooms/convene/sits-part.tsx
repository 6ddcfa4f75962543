import { Scroll } from "../../parts/scroll.tsx";
import { useWords } from "../../words/words.tsx";
import { type Draft, outsiders, seatedIn } from "./draft.ts";

/** Who sits where, as a table of boxes; what a group loses when somebody of the plenary is not in it is said below. */
export function SitsPart({ draft, onDraft }: { readonly draft: Draft; readonly onDraft: (draft: Draft) => void }) {
  const words = useWords();
  const outside = outsiders(draft);
  const channelName = (kind: string, name: string): string =>
    kind === "plenary" ? words("convene.sits.plenary") : name;
  return (
    <section aria-labelledby="convene-sits">
      <h2 id="convene-sits">{words("convene.sits")}</h2>
      <p>{words("convene.sits.lead")}</p>
      <Scroll label={words("convene.sits.caption")}>
        <table className="convene-sits">
          <caption className="unseen">{words("convene.sits.caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{words("convene.sits.seat")}</th>
              {draft.channels.map(({ id, kind, name }) => (
                <th scope="col" key={id}>
                  <bdi>{channelName(kind, name)}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {draft.seats.map((seat) => (
              <tr key={seat.id}>
                <th scope="row">
                  <bdi>{seat.name}</bdi>
                </th>
                {draft.channels.map(({ id, kind, name, members }) => (
                  <td key={id}>
                    <label className="convene-box">
                      <input
                        type="checkbox"
                        checked={members.includes(seat.id)}
                        aria-label={words("convene.sits.in", { seat: seat.name, channel: channelName(kind, name) })}
                        onChange={({ target }) => onDraft(seatedIn(draft, id, seat.id, target.checked))}
                      />
                    </label>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <div aria-live="polite">
        {outside.map(({ group, seats }) => (
          <div key={group.id} className="convene-warning">
            <p>
              {words("convene.sits.outside", {
                seats: seats.map(({ name }) => name).join(", "),
                count: seats.length,
                group: group.name,
              })}
            </p>
            <button
              type="button"
              onClick={() => onDraft(seats.reduce((before, seat) => seatedIn(before, group.id, seat.id, true), draft))}
            >
              {words("convene.sits.mend")}
              <span className="unseen"> {group.name}</span>
            </button>
          </div>
        ))}
      </div>
    </section>
  );
}
