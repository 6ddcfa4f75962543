import { useDeferredValue, useMemo, useState } from "react";
import { useChosenSubject, useDeal, useDraft } from "../../deal/deal-context.tsx";
import { useWords } from "../../words/words.tsx";
import { useKnownPreferences } from "../answer/missing-sheets.tsx";
import { isolated } from "../isolated.ts";
import { judgedParties } from "../judged-parties.ts";
import { subjectPackage } from "../unlocks/subject.ts";
import { comparables } from "./comparables.ts";
import { type Comparable, useCompared } from "./compared-context.tsx";
import { comparison } from "./comparison.ts";
import { ComparisonTable } from "./comparison-table.tsx";
import { Logrolling } from "./logrolling.tsx";

/** Any two packages issue by issue: what changes, who gains and who gives. */
export function Compare() {
  const words = useWords();
  const { scenario, answer: latest } = useDeal();
  const { none, some } = useKnownPreferences();
  const answer = useDeferredValue(latest);
  const chosen = useChosenSubject();
  const draft = useDeferredValue(useDraft());
  const { from: wantedFrom, to: wantedTo, picked, chooseFrom, chooseTo } = useCompared();
  const groups = useMemo(
    () =>
      comparables(
        scenario,
        none ? undefined : answer?.analysis, // without a sheet nothing was bargained over
        draft,
        draft.name ? words("packages.draft", { name: isolated(draft.name) }) : words("packages.draft.unnamed"),
      ),
    [scenario, answer, none, draft, words],
  );
  const all = useMemo(() => [...groups.packages, ...groups.draft, ...groups.solutions, ...picked], [groups, picked]);
  const find = (id: string | undefined) => all.find((one) => one.id === id);
  const subject = subjectPackage(scenario, chosen);
  const from = find(wantedFrom) ?? find(`package ${subject?.id}`) ?? all[0];
  const to = find(wantedTo) ?? groups.solutions[0] ?? groups.packages.find((one) => one !== from) ?? all[1];
  const [everything, setEverything] = useState(false);
  const [bySize, setBySize] = useState(true);
  const compared = useMemo(
    () => (from && to ? comparison(scenario, from.choices, to.choices) : undefined),
    [scenario, from, to],
  );
  const valued = judgedParties(scenario).length > 0;
  if (!from || !to || !compared || all.length < 2) return null;
  const swap = () => {
    chooseFrom(to.id);
    chooseTo(from.id);
  };
  const select = (label: string, value: Comparable, onChoose: (id: string) => void) => (
    <label>
      {label}
      <select value={value.id} onChange={(event) => onChoose(event.target.value)}>
        <Group label={words("packages.group.packages")} of={groups.packages} />
        <Group label={words("packages.group.draft")} of={groups.draft} />
        <Group
          label={words(some ? "packages.group.solutions.known" : "packages.group.solutions")}
          of={groups.solutions}
        />
        <Group label={words("packages.group.picked")} of={picked} />
      </select>
    </label>
  );
  return (
    <>
      <h3 id="compare" tabIndex={-1}>
        {words("packages.compare")}
      </h3>
      <fieldset className="deal-controls">
        <legend className="unseen">{words("packages.compare")}</legend>
        {select(words("packages.from"), from, chooseFrom)}
        {select(words("packages.to"), to, chooseTo)}
        <button type="button" onClick={swap}>
          {words("packages.swap")}
        </button>
      </fieldset>
      {from.id === to.id ? (
        <p className="note">{words("packages.same")}</p>
      ) : (
        <>
          {valued ? <Logrolling compared={compared} from={from} to={to} /> : null}
          <div className="deal-controls">
            <label className="deal-check">
              <input type="checkbox" checked={everything} onChange={(event) => setEverything(event.target.checked)} />
              {words("packages.everything")}
            </label>
            {valued ? (
              <label className="deal-check">
                <input type="checkbox" checked={bySize} onChange={(event) => setBySize(event.target.checked)} />
                {words("packages.bySize")}
              </label>
            ) : null}
          </div>
          <ComparisonTable compared={compared} from={from} to={to} everything={everything} bySize={bySize} />
        </>
      )}
    </>
  );
}

function Group({ label, of }: { readonly label: string; readonly of: readonly Comparable[] }) {
  if (of.length === 0) return null;
  return (
    <optgroup label={label}>
      {of.map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </optgroup>
  );
}
