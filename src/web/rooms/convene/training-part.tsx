import { useId } from "react";
import { useWords } from "../../words/words.tsx";

const firstNames = [1, 2, 3];

/** The same plan for several groups at once. `groups`: their names, one on each line; undefined: one negotiation only. */
export function TrainingPart({
  groups,
  onGroups,
  links,
  count,
}: {
  readonly groups: string | undefined;
  readonly onGroups: (groups: string | undefined) => void;
  /** Of one group. */
  readonly links: number;
  readonly count: number;
}) {
  const words = useWords();
  const id = useId();
  return (
    <section aria-labelledby="convene-training">
      <h2 id="convene-training">{words("convene.training")}</h2>
      <p>{words("convene.training.what")}</p>
      <p>
        <label>
          <input
            type="checkbox"
            checked={groups !== undefined}
            onChange={({ target }) =>
              onGroups(
                target.checked
                  ? firstNames.map((number) => words("convene.training.group", { number })).join("\n")
                  : undefined,
              )
            }
          />{" "}
          {words("convene.training.on")}
        </label>
      </p>
      {groups === undefined ? null : (
        <p className="convene-field">
          <label htmlFor={id}>{words("convene.training.names")}</label>
          <textarea id={id} rows={5} value={groups} onChange={({ target }) => onGroups(target.value)} />
          <span className="small soft" aria-live="polite">
            {words("convene.training.count", { count, seats: count * links })}
          </span>
        </p>
      )}
    </section>
  );
}
