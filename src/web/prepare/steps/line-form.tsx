import { useEffect, useId, useRef, useState } from "react";
import type { Clause, RedLine } from "#model";
import { useWords } from "../../words/words.tsx";
import { useSheet } from "../sheet-context.ts";

type LineFormProps = {
  /** The line to change; without one, a new line. */
  readonly line?: RedLine;
  /** Undefined: cancelled. The id is the name as typed; the caller makes an id of it. */
  readonly onDone: (line: RedLine | undefined) => void;
};

/** One red line: what is refused, how firmly, from when until when, and why. */
export function LineForm({ line, onDone }: LineFormProps) {
  const words = useWords();
  const { agenda } = useSheet();
  const id = useId();
  const [name, setName] = useState(line ? line.id.replace(/[-_]+/g, " ") : "");
  const [kind, setKind] = useState<RedLine["kind"]>(line?.kind ?? "hard");
  const [when, setWhen] = useState<readonly Clause[]>(line?.when ?? [{ issue: "", options: [] }]);
  const [from, setFrom] = useState<string>(line?.from ?? "");
  const [until, setUntil] = useState<string>(line?.until ?? "");
  const [why, setWhy] = useState(line?.evidence.why ?? "");
  const [problem, setProblem] = useState<string>();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const issueOf = (issue: string) => agenda.issues.find((each) => each.id === issue);
  const problemNow = (): string | undefined => {
    if (!line && name.trim() === "") return words("prepare.lines.problem.name");
    if (when.some(({ issue, options }) => issue === "" || options.length === 0))
      return words("prepare.lines.problem.what");
    const [only] = when;
    const whole = only && issueOf(only.issue);
    if (when.length === 1 && whole && only.options.length >= whole.options.length)
      return words("prepare.lines.problem.all", { issue: whole.name });
    return from !== "" && until !== "" && until < from ? words("prepare.lines.problem.dates") : undefined;
  };
  const replace = (at: number, clause: Clause) => setWhen(when.map((each, index) => (index === at ? clause : each)));
  return (
    <form
      className="prepare-line-form"
      onSubmit={(event) => {
        event.preventDefault();
        const wrong = problemNow();
        setProblem(wrong);
        if (wrong) return;
        onDone({
          id: line?.id ?? name.trim(),
          kind,
          when,
          ...(from === "" ? {} : { from: from as NonNullable<RedLine["from"]> }), // a date field gives a day or nothing
          ...(until === "" ? {} : { until: until as NonNullable<RedLine["until"]> }), // the same
          evidence: withWhy(line?.evidence ?? { sources: [] }, why.trim()),
        });
      }}
    >
      <h3>{words("prepare.lines.form")}</h3>
      {line ? null : (
        <p className="prepare-field">
          <label htmlFor={`${id}-name`}>{words("prepare.lines.name")}</label>
          <input
            ref={first}
            id={`${id}-name`}
            type="text"
            value={name}
            maxLength={60}
            aria-describedby={`${id}-hint`}
            onChange={({ target }) => setName(target.value)}
          />
          <small id={`${id}-hint`} className="soft">
            {words("prepare.lines.name.hint")}
          </small>
        </p>
      )}
      <fieldset className="prepare-field">
        <legend>{words("prepare.lines.kind")}</legend>
        {(["hard", "declared"] as const).map((each) => (
          <label key={each} className="prepare-check">
            <input type="radio" name={`${id}-kind`} checked={kind === each} onChange={() => setKind(each)} />{" "}
            {words(`prepare.lines.${each}`)}
          </label>
        ))}
      </fieldset>
      <fieldset className="prepare-field">
        <legend>{words("prepare.lines.what")}</legend>
        <small className="soft">{words("prepare.lines.what.hint")}</small>
        {when.map((clause, at) => (
          <div key={at} className="prepare-clause">
            <span className="row">
              <select
                aria-label={words("prepare.lines.issue")}
                value={clause.issue}
                onChange={({ target }) => replace(at, { issue: target.value, options: [] })}
              >
                <option value="" disabled>
                  {words("prepare.lines.issue.choose")}
                </option>
                {agenda.issues
                  .filter((each) => each.id === clause.issue || when.every(({ issue }) => issue !== each.id))
                  .map((each) => (
                    <option key={each.id} value={each.id}>
                      {each.name}
                    </option>
                  ))}
              </select>
              {when.length > 1 ? (
                <button
                  type="button"
                  className="quiet"
                  onClick={() => setWhen(when.filter((_, index) => index !== at))}
                >
                  {words("prepare.lines.without", {
                    issue: issueOf(clause.issue)?.name ?? words("prepare.lines.issue"),
                  })}
                </button>
              ) : null}
            </span>
            <span className="prepare-clause-options">
              {issueOf(clause.issue)?.options.map((option) => (
                <label key={option.id} className="prepare-check">
                  <input
                    type="checkbox"
                    checked={clause.options.includes(option.id)}
                    onChange={({ target }) => {
                      const others = clause.options.filter((one) => one !== option.id);
                      replace(at, { ...clause, options: target.checked ? [...others, option.id] : others });
                    }}
                  />{" "}
                  <bdi>{option.name}</bdi>
                </label>
              ))}
            </span>
          </div>
        ))}
        {when.at(-1)?.issue !== "" && when.length < agenda.issues.length ? (
          <button type="button" className="quiet" onClick={() => setWhen([...when, { issue: "", options: [] }])}>
            {words("prepare.lines.with")}
          </button>
        ) : null}
      </fieldset>
      <p className="prepare-field prepare-dates">
        <label>
          {words("prepare.lines.from")}{" "}
          <input type="date" value={from} onChange={({ target }) => setFrom(target.value)} />
        </label>
        <label>
          {words("prepare.lines.until")}{" "}
          <input type="date" value={until} onChange={({ target }) => setUntil(target.value)} />
        </label>
      </p>
      <p className="prepare-field">
        <label htmlFor={`${id}-why`}>{words("prepare.lines.why")}</label>
        <textarea id={`${id}-why`} rows={2} value={why} onChange={({ target }) => setWhy(target.value)} />
      </p>
      {problem ? (
        <p role="alert" className="prepare-no">
          {problem}
        </p>
      ) : null}
      <p className="row">
        <button type="submit" className="primary">
          {words("prepare.lines.save")}
        </button>
        <button type="button" onClick={() => onDone(undefined)}>
          {words("prepare.lines.cancel")}
        </button>
      </p>
    </form>
  );
}

function withWhy({ why: _, ...rest }: RedLine["evidence"], why: string): RedLine["evidence"] {
  return why === "" ? rest : { ...rest, why };
}
