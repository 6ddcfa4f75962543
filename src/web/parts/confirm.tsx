import { useEffect, useRef } from "react";
import "./confirm.css";

type ConfirmProps = {
  readonly title: string;
  readonly detail: string;
  readonly yes: string;
  readonly no: string;
  /** `true` when the reader said yes. */
  readonly onAnswer: (yes: boolean) => void;
};

/** Asks before something that cannot be taken back. Escape means no. */
export function Confirm({ title, detail, yes, no, onAnswer }: ConfirmProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="confirm" aria-labelledby="confirm-title" onClose={() => onAnswer(false)}>
      <h2 id="confirm-title">{title}</h2>
      <p>{detail}</p>
      <p className="row">
        <button type="button" onClick={() => onAnswer(false)}>
          {no}
        </button>
        <button type="button" className="primary" onClick={() => onAnswer(true)}>
          {yes}
        </button>
      </p>
    </dialog>
  );
}
