import { useId, useState } from "react";
import { useWords } from "../../words/words.tsx";
import { commandAll } from "./command-all.ts";
import type { Group } from "./use-groups.ts";

/** One deadline for every group, set, moved or lifted at once. */
export function AllDeadlines({ groups, onDone }: { readonly groups: readonly Group[]; readonly onDone: () => void }) {
  const words = useWords();
  const id = useId();
  const [when, setWhen] = useState("");
  const [told, setTold] = useState("");
  const [busy, setBusy] = useState(false);
  const moment = when === "" ? undefined : new Date(when);
  const isLater = moment !== undefined && moment.getTime() > Date.now();

  const set = async (deadline: string | null): Promise<void> => {
    setBusy(true);
    const failed = await commandAll(groups, { kind: "set deadline", deadline }, (done) =>
      setTold(words("training.doing", { done, of: groups.length })),
    );
    setTold(
      failed.length === 0
        ? words(deadline === null ? "training.deadline.lifted" : "training.deadline.done")
        : failed.map(({ group, why }) => words("training.failed", { group, why })).join(" "),
    );
    setBusy(false);
    onDone();
  };

  return (
    <section aria-labelledby="training-deadline">
      <h2 id="training-deadline">{words("training.deadline")}</h2>
      <p>{words("training.deadline.what")}</p>
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault();
          if (isLater && !busy) void set(moment.toISOString());
        }}
      >
        <label htmlFor={id}>{words("training.deadline.when")}</label>
        <input id={id} type="datetime-local" value={when} onChange={({ target }) => setWhen(target.value)} />
        <button type="submit" className="primary" disabled={!isLater || busy}>
          {words("training.deadline.set")}
        </button>
        <button type="button" disabled={busy} onClick={() => void set(null)}>
          {words("training.deadline.lift")}
        </button>
      </form>
      <p role="status" className="small">
        {when !== "" && !isLater ? words("training.deadline.past") : told}
      </p>
    </section>
  );
}
