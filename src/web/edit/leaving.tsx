import { useEffect, useRef } from "react";
import { useWords } from "../words/words.tsx";

/** Asked before a page with unsaved changes is left. */
export function Leaving({
  onStay,
  onLeave,
  onSave,
}: {
  readonly onStay: () => void;
  readonly onLeave: () => void;
  readonly onSave: () => void;
}) {
  const words = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="confirm" aria-labelledby="edit-leaving" onCancel={onStay}>
      <h2 id="edit-leaving">{words("edit.leave")}</h2>
      <p>{words("edit.leave.what")}</p>
      <p className="row">
        <button type="button" onClick={onStay}>
          {words("edit.leave.stay")}
        </button>
        <button type="button" onClick={onLeave}>
          {words("edit.leave.go")}
        </button>
        <button type="button" className="primary" onClick={onSave}>
          {words("edit.leave.save")}
        </button>
      </p>
    </dialog>
  );
}
