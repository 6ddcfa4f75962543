import { useEffect, useId, useRef, useState } from "react";
import type { Named, Path } from "#language";
import { useWords } from "../../words/words.tsx";
import type { Desk } from "../desk.ts";
import { askYaml } from "../yaml/ask-yaml.ts";

const idPattern = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/;

/** Asks for the new id, says how often the old one is named, and renames it everywhere or here alone. */
export function Renaming({
  desk,
  path,
  what,
  at,
  inValue,
  onDone,
}: {
  readonly desk: Desk;
  readonly path: string;
  readonly what: Named;
  readonly at: Path;
  readonly inValue: boolean;
  readonly onDone: () => void;
}) {
  const words = useWords();
  const label = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [to, setTo] = useState(what.id);
  const [mentions, setMentions] = useState<number>();
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    dialog.current?.showModal();
    let wanted = true;
    askYaml("mentions", { files: desk.view().files, what }).then((count) => wanted && setMentions(count));
    return () => {
      wanted = false;
    };
  }, [desk, what]);
  const valid = idPattern.test(to) && to !== what.id;
  const everywhere = async (): Promise<void> => {
    await desk.settled();
    const files = desk.view().files;
    const renamed = await askYaml("rename", { files, what, to });
    if (!renamed || desk.view().files !== files) return setRefused(true);
    for (const [name, text] of Object.entries(renamed.files)) desk.write(name, text);
    finish();
  };
  /** The button that asked is gone with the old id: the place goes to the new one in the source. */
  const finish = (): void => {
    onDone();
    void desk.goToPart(path, inValue ? at : [...at.slice(0, -1), to]);
  };
  const here = async (): Promise<void> => {
    const done = await desk.edit(path, [
      inValue ? { kind: "set", path: at, value: to } : { kind: "rename", path: at, to },
    ]);
    if (done) finish();
    else setRefused(true);
  };
  return (
    <dialog ref={dialog} className="confirm" aria-labelledby={`${label}-title`} onClose={onDone}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (valid) void everywhere();
        }}
      >
        <h2 id={`${label}-title`}>{words("edit.rename.title", { id: `\u2068${what.id}\u2069` })}</h2>
        <div className="edit-field">
          <label htmlFor={label}>{words("edit.rename.to")}</label>
          <input
            id={label}
            value={to}
            autoComplete="off"
            aria-describedby={`${label}-hint`}
            onChange={(event) => {
              setTo(event.target.value);
              setRefused(false);
            }}
          />
          <small id={`${label}-hint`} className="edit-hint">
            {words("edit.rename.hint")}
          </small>
        </div>
        <p role="status">
          {refused
            ? words("edit.rename.refused")
            : mentions === undefined
              ? words("edit.rename.counting")
              : words("edit.rename.mentions", { count: mentions })}
        </p>
        <p className="row">
          <button type="button" onClick={onDone}>
            {words("edit.cancel")}
          </button>
          <button type="button" disabled={!valid} onClick={() => void here()}>
            {words("edit.rename.here")}
          </button>
          <button type="submit" className="primary" disabled={!valid}>
            {words("edit.rename.everywhere")}
          </button>
        </p>
      </form>
    </dialog>
  );
}
