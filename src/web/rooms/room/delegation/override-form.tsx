import { useEffect, useId, useRef, useState } from "react";
import type { Outcome } from "#seat";
import { useWords } from "../../../words/words.tsx";
import { Refused } from "../live/refused.tsx";
import { useBreachWords } from "../table/breach-words.ts";
import type { Binding } from "./use-binding.ts";

/** What the mandate has against what was to be sent, and the way to send it all the same: recorded for the mandator to read. */
export function OverrideForm({
  binding,
  done,
}: {
  readonly binding: Binding;
  readonly done?: (outcome: Outcome | undefined) => void;
}) {
  const words = useWords();
  const breach = useBreachWords();
  const id = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const [reason, setReason] = useState("");
  const { asking } = binding;
  useEffect(() => {
    if (asking) title.current?.focus();
  }, [asking]);
  if (!asking) return <Refused sending={binding.sending} />;
  const { breaches, reasons } = asking.against;
  return (
    <form
      className="card room-override"
      onSubmit={(event) => {
        event.preventDefault();
        void binding.override(reason).then(done);
      }}
    >
      <h4 ref={title} tabIndex={-1}>
        {words("room.override.title")}
      </h4>
      <ul className="room-breaches">
        {breaches.length > 0
          ? breaches.map((one) => (
              <li key={`${one.kind} ${one.issue ?? ""} ${one.option ?? ""}`}>
                {breach(one)} <span className="soft">{words("room.override.or", { by: one.instruction.by })}</span>
              </li>
            ))
          : reasons.map((one) => <li key={one}>{one}</li>)}
      </ul>
      <label htmlFor={id}>{words("room.override.reason")}</label>
      <textarea id={id} rows={2} required value={reason} onChange={(event) => setReason(event.target.value)} />
      <p className="note">{words("room.override.where")}</p>
      <p className="row">
        <button type="submit" disabled={reason.trim() === "" || binding.sending.kind === "sending"}>
          {words("room.override.do")}
        </button>
        <button type="button" className="quiet" onClick={binding.cancel}>
          {words("room.cancel")}
        </button>
      </p>
      <Refused sending={binding.sending} />
    </form>
  );
}
