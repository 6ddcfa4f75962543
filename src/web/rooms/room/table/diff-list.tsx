import { useState } from "react";
import type { Choices } from "#model";
import { useWords } from "../../../words/words.tsx";
import { useRoom } from "../live/live-room.tsx";
import { type DiffRow, offerDiff } from "./offer-diff.ts";

/** What an offer chooses beside another one; what both choose alike can be folded away. */
export function DiffList({
  choices,
  base,
  baseName,
}: {
  readonly choices: Choices;
  readonly base?: Choices;
  readonly baseName?: string;
}) {
  const { agenda } = useRoom();
  const words = useWords();
  const [open, setOpen] = useState(false);
  const rows = offerDiff(agenda.issues, choices, base);
  const same = rows.filter(({ how }) => how === "same");
  const other = rows.filter(({ how }) => how !== "same");
  return (
    <div className="room-diff">
      {base && baseName ? <p className="note">{words("room.diff.from", { from: baseName })}</p> : null}
      {other.length > 0 ? <Rows rows={other} compared={base !== undefined} /> : null}
      {base && other.length === 0 ? <p className="note">{words("room.diff.none")}</p> : null}
      {same.length > 0 ? (
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{words("room.diff.same", { count: same.length })}</summary>
          {open ? <Rows rows={same} compared /> : null}
        </details>
      ) : null}
    </div>
  );
}

function Rows({ rows, compared }: { readonly rows: readonly DiffRow[]; readonly compared: boolean }) {
  const { names } = useRoom();
  const words = useWords();
  return (
    <dl className="room-choices">
      {rows.map(({ issue, how, now, before }) => (
        <div key={issue} data-how={compared ? how : "new"}>
          <dt>
            <bdi>{names.issue(issue)}</bdi>
          </dt>
          <dd>
            {how === "changed" && before !== undefined ? (
              <del>
                <span className="unseen">{words("room.diff.was")} </span>
                {names.option(issue, before)}
              </del>
            ) : null}
            {now === undefined ? (
              <span className="soft">{words("room.diff.left", { option: names.option(issue, before ?? "") })}</span>
            ) : how === "changed" || (how === "new" && compared) ? (
              <ins>
                <span className="unseen">{words(how === "new" ? "room.diff.new" : "room.diff.now")} </span>
                {names.option(issue, now)}
              </ins>
            ) : (
              <bdi>{names.option(issue, now)}</bdi>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
