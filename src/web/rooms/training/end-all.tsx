import { Link } from "@tanstack/react-router";
import { useId, useState } from "react";
import { Confirm } from "../../parts/confirm.tsx";
import { useWords } from "../../words/words.tsx";
import { commandAll } from "./command-all.ts";
import type { Group } from "./use-groups.ts";

/** The end of all groups at once, which opens their debriefs. */
export function EndAll({ groups, onDone }: { readonly groups: readonly Group[]; readonly onDone: () => void }) {
  const words = useWords();
  const id = useId();
  const [reason, setReason] = useState(() => words("training.end.reason.first"));
  const [asking, setAsking] = useState(false);
  const [told, setTold] = useState("");
  const [busy, setBusy] = useState(false);
  const ended = groups.filter(({ look }) => look?.ok && look.value.hall.ended);
  const running = groups.filter(({ look }) => look?.ok && !look.value.hall.ended);

  const end = async (): Promise<void> => {
    setBusy(true);
    const failed = await commandAll(running, { kind: "end", reason }, (done) =>
      setTold(words("training.doing", { done, of: running.length })),
    );
    setTold(
      failed.length === 0
        ? words("training.end.done")
        : failed.map(({ group, why }) => words("training.failed", { group, why })).join(" "),
    );
    setBusy(false);
    onDone();
  };

  return (
    <section aria-labelledby="training-end">
      <h2 id="training-end">{words("training.end")}</h2>
      <p>{words("training.end.what")}</p>
      {running.length > 0 ? (
        <>
          <p className="convene-field">
            <label htmlFor={id}>{words("training.end.reason")}</label>
            <input id={id} value={reason} maxLength={500} onChange={({ target }) => setReason(target.value)} />
          </p>
          <p>
            <button
              type="button"
              className="primary"
              disabled={busy || reason.trim() === ""}
              onClick={() => setAsking(true)}
            >
              {words("training.end.all", { count: running.length })}
            </button>
          </p>
        </>
      ) : null}
      <p role="status" className="small">
        {told}
      </p>
      {ended.length > 0 ? (
        <>
          <h3>{words("training.debriefs")}</h3>
          <ul className="training-debriefs">
            {ended.map(({ name, negotiation, seat }) => (
              <li key={negotiation}>
                <Link to="/rooms/$negotiation/$seat/debrief" params={{ negotiation, seat }} target="_blank">
                  {words("training.debrief.of", { group: name })}
                </Link>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {asking ? (
        <Confirm
          title={words("training.end.sure", { count: running.length })}
          detail={words("training.end.sure.what")}
          yes={words("training.end.yes")}
          no={words("training.end.no")}
          onAnswer={(yes) => {
            setAsking(false);
            if (yes) void end();
          }}
        />
      ) : null}
    </section>
  );
}
