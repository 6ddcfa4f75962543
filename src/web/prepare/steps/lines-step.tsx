import { useState } from "react";
import type { RedLine } from "#model";
import { useWords } from "../../words/words.tsx";
import { newLineId, withoutRedLine, withRedLine } from "../draft-changes.ts";
import { useSheet } from "../sheet-context.ts";
import { conditionWords } from "../statement-words.ts";
import { LineForm } from "./line-form.tsx";

/** What this side refuses whatever it is offered. */
export function LinesStep() {
  const words = useWords();
  const { session, names } = useSheet();
  const { draft, change } = session;
  const [editing, setEditing] = useState<string | "new">();
  return (
    <>
      <p className="prepare-lead">{words("prepare.lines.lead")}</p>
      {draft.redLines.length === 0 && editing === undefined ? <p>{words("prepare.lines.none")}</p> : null}
      <ul className="prepare-lines">
        {draft.redLines.map((line) => (
          <li key={line.id}>
            {editing === line.id ? (
              <LineForm
                line={line}
                onDone={(changed) => {
                  setEditing(undefined);
                  if (changed) change(withRedLine(draft, { ...changed, id: line.id }));
                }}
              />
            ) : (
              <>
                <p>
                  <strong>
                    <bdi>{nameOf(line)}</bdi>
                  </strong>{" "}
                  <small className="prepare-tag">{words(`prepare.lines.kind.${line.kind}`)}</small>
                </p>
                <p>
                  {words("prepare.lines.refused", { condition: conditionWords(words, names, line.when) })}
                  {line.from || line.until ? (
                    <span className="soft">
                      {" "}
                      {words("prepare.lines.period", { from: line.from ?? "none", until: line.until ?? "none" })}
                    </span>
                  ) : null}
                </p>
                {line.evidence.why ? (
                  <p className="note">
                    <bdi>{line.evidence.why}</bdi>
                  </p>
                ) : null}
                <p className="row screen-only">
                  <button
                    type="button"
                    aria-label={words("prepare.lines.edit.what", { name: nameOf(line) })}
                    onClick={() => setEditing(line.id)}
                  >
                    {words("prepare.lines.edit")}
                  </button>
                  <button
                    type="button"
                    aria-label={words("prepare.lines.remove.what", { name: nameOf(line) })}
                    onClick={() => change(withoutRedLine(draft, line.id))}
                  >
                    {words("prepare.lines.remove")}
                  </button>
                </p>
              </>
            )}
          </li>
        ))}
      </ul>
      {editing === "new" ? (
        <LineForm
          onDone={(added) => {
            setEditing(undefined);
            if (added) change(withRedLine(draft, { ...added, id: newLineId(draft, added.id) }));
          }}
        />
      ) : (
        <p className="screen-only">
          <button type="button" className="primary" onClick={() => setEditing("new")}>
            {words("prepare.lines.add")}
          </button>
        </p>
      )}
    </>
  );
}

/** A line's id is its name, written the way ids are. */
function nameOf({ id }: RedLine): string {
  return id.replace(/[-_]+/g, " ");
}
