import { zipOf } from "../library/zip-of.ts";
import { download } from "../parts/download.ts";
import { Refusal } from "../shelf/refusal.tsx";
import type { Refused, ScenarioRecord } from "../shelf/shelf.ts";
import { useWords } from "../words/words.tsx";
import type { Files } from "./yaml/yaml-questions.ts";

export type SaveState = "idle" | "saving" | "saved" | "theirs";

type SaveBarProps = {
  readonly changed: boolean;
  /** Whether this tab keeps the unsaved work through a reload. */
  readonly keeps: boolean;
  readonly state: SaveState;
  readonly refused?: Refused;
  readonly title: string;
  readonly files: Files;
  readonly onSave: () => void;
  readonly onCopy: () => void;
  readonly onTheirs: (theirs: ScenarioRecord) => void;
};

export function SaveBar({ changed, keeps, state, refused, title, files, onSave, onCopy, onTheirs }: SaveBarProps) {
  const words = useWords();
  const said = changed
    ? words(keeps ? "edit.unsaved" : "edit.unsaved.notKept")
    : state === "theirs"
      ? words("edit.theirs.taken")
      : state === "saved"
        ? words("edit.saved")
        : words("edit.unchanged");
  return (
    <>
      <div className="edit-save row">
        <button type="button" className="primary" disabled={!changed || state === "saving"} onClick={onSave}>
          {words("edit.save")}
        </button>
        <p className={changed ? "edit-save-state edit-save-changed" : "edit-save-state"} role="status">
          {said}
        </p>
        <button type="button" onClick={async () => download(`${title}.zip`, await zipOf(files))}>
          {words("edit.download")}
        </button>
      </div>
      {refused ? (
        <div className="edit-refused">
          <Refusal refused={refused} />
          {refused.kind === "changed-elsewhere" ? (
            <p className="row">
              {refused.theirs === undefined ? null : (
                // the shelf gives back a record of the kind it was asked to save
                <button type="button" onClick={() => onTheirs(refused.theirs as ScenarioRecord)}>
                  {words("edit.theirs")}
                </button>
              )}
              <button type="button" className="primary" onClick={onCopy}>
                {words("edit.mine")}
              </button>
            </p>
          ) : null}
          {refused.kind === "changed-elsewhere" ? <p className="note">{words("edit.conflict.note")}</p> : null}
        </div>
      ) : null}
    </>
  );
}
