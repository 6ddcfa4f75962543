import { useId, useState } from "react";
import type { Level, MandateItem } from "#room";
import { useWords } from "../../../words/words.tsx";
import { useRoom } from "../live/live-room.tsx";

const kinds = ["floor", "allowed", "forbidden", "needs clearance", "cleared", "level", "expires"] as const;
type Kind = (typeof kinds)[number];

/** Writes one item of an instruction. Left empty, it takes back what an earlier one said of it. */
export function ItemForm({
  levels,
  add,
}: {
  readonly levels: readonly Level[];
  readonly add: (item: MandateItem) => void;
}) {
  const { agenda } = useRoom();
  const words = useWords();
  const id = useId();
  const [kind, setKind] = useState<Kind>("floor");
  const [number, setNumber] = useState("");
  const [level, setLevel] = useState<Level | "">("");
  const [moment, setMoment] = useState("");
  const [issueId, setIssue] = useState(agenda.issues[0]?.id ?? "");
  const [options, setOptions] = useState<readonly string[]>([]);
  const issue = agenda.issues.find((one) => one.id === issueId);
  const item = (): MandateItem | undefined => {
    switch (kind) {
      case "floor": {
        const least = number.trim() === "" ? null : Number(number);
        return least === null || Number.isFinite(least) ? { kind, least } : undefined;
      }
      case "level":
        return { kind, level: level === "" ? null : level };
      case "expires": {
        const at = moment === "" ? null : new Date(moment);
        if (at !== null && Number.isNaN(at.getTime())) return undefined;
        return { kind, at: at?.toISOString() ?? null };
      }
      default:
        return { kind, issue: issueId, options };
    }
  };
  return (
    <form
      className="room-item"
      onSubmit={(event) => {
        event.preventDefault();
        const made = item();
        if (!made) return;
        add(made);
        setOptions([]);
      }}
    >
      <div className="row">
        <label>
          {words("room.item.kind")}
          <select value={kind} onChange={({ target }) => setKind(kinds.find((one) => one === target.value) ?? "floor")}>
            {kinds.map((one) => (
              <option key={one} value={one}>
                {words(`room.item.kind.${one}`)}
              </option>
            ))}
          </select>
        </label>
        {kind === "floor" ? (
          <label>
            {words("room.item.points")}
            <input type="number" step="any" value={number} onChange={({ target }) => setNumber(target.value)} />
          </label>
        ) : kind === "level" ? (
          <label>
            {words("room.foot.level")}
            <select value={level} onChange={({ target }) => setLevel(levels.find((one) => one === target.value) ?? "")}>
              <option value="">–</option>
              {levels.map((one) => (
                <option key={one} value={one}>
                  {words(`room.level.${one}`)}
                </option>
              ))}
            </select>
          </label>
        ) : kind === "expires" ? (
          <label>
            {words("room.item.until")}
            <input type="datetime-local" value={moment} onChange={({ target }) => setMoment(target.value)} />
          </label>
        ) : (
          <label>
            {words("room.item.issue")}
            <select
              value={issueId}
              onChange={({ target }) => {
                setIssue(target.value);
                setOptions([]);
              }}
            >
              {agenda.issues.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      {issue && !["floor", "level", "expires"].includes(kind) ? (
        <fieldset className="room-condition-options">
          <legend>{words("room-moves.compose.condition.options", { issue: issue.name })}</legend>
          {issue.options.map((option) => (
            <label key={option.id} htmlFor={`${id}-${option.id}`}>
              <input
                id={`${id}-${option.id}`}
                type="checkbox"
                checked={options.includes(option.id)}
                onChange={({ target }) =>
                  setOptions(target.checked ? [...options, option.id] : options.filter((one) => one !== option.id))
                }
              />{" "}
              <bdi>{option.name}</bdi>
            </label>
          ))}
        </fieldset>
      ) : null}
      <p>
        <button type="submit">{words("room.item.add")}</button>
      </p>
    </form>
  );
}
