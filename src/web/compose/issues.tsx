import { type ReactNode, useId, useMemo, useState } from "react";
import { useWords } from "../words/words.tsx";
import { IssueField } from "./issue-field.tsx";
import { type IssueGroup, issueGroups } from "./issue-groups.ts";
import { shortfalls } from "./issue-worth.ts";
import type { Composition } from "./use-composition.ts";

/** Every issue by cluster, with what each costs the party one looks at. */
export function Issues({ composition }: { readonly composition: Composition }) {
  const words = useWords();
  const { scenario, draft, verdict } = composition;
  const id = useId();
  const [looked, setLooked] = useState(() => ({ from: draft.from, at: firstOf(composition) }));
  if (looked.from !== draft.from) setLooked({ from: draft.from, at: firstOf(composition) }); // begun with another package
  const costsOf = looked.at;
  const costs = useMemo(() => {
    const sheet = scenario.sheets.find(({ party }) => party === costsOf);
    return sheet && shortfalls(sheet, draft.choices, scenario.agenda.asOf);
  }, [scenario, draft.choices, costsOf]);
  const largest = Math.max(1e-9, ...Object.values(costs ?? {}));
  const groups = useMemo(() => issueGroups(scenario.agenda), [scenario.agenda]);
  return (
    <section className="compose-issues" aria-label={words("compose.issues")}>
      <div className="row">
        <label htmlFor={id}>{words("compose.costs")}</label>
        <select id={id} value={costsOf} onChange={(event) => setLooked({ from: draft.from, at: event.target.value })}>
          <option value="">{words("compose.costs.none")}</option>
          {verdict.parties.map(({ party }) => (
            <option key={party} value={party}>
              {scenario.agenda.parties.find((one) => one.id === party)?.name ?? party}
            </option>
          ))}
        </select>
      </div>
      {groups.map((group) => (
        <Group key={group.cluster?.id ?? ""} group={group} composition={composition}>
          {group.issues.map((issue) => (
            <IssueField
              key={issue.id}
              issue={issue}
              composition={composition}
              {...(costs?.[issue.id] === undefined
                ? {}
                : { cost: { party: costsOf, points: costs[issue.id]!, largest } })}
            />
          ))}
        </Group>
      ))}
    </section>
  );
}

function Group({
  group,
  composition,
  children,
}: {
  readonly group: IssueGroup;
  readonly composition: Composition;
  readonly children: ReactNode;
}) {
  const words = useWords();
  const { draft, base } = composition;
  const { cluster, issues } = group;
  const changes = base ? issues.filter(({ id }) => draft.choices[id] !== base.choices[id]).length : 0;
  const open = issues.filter(({ id }) => draft.choices[id] === undefined).length;
  return (
    <details open className="compose-group">
      <summary>
        <h3>{cluster ? <bdi>{cluster.name}</bdi> : words("compose.issues.other")}</h3>
        {changes > 0 ? (
          <span className="compose-mark">{words("compose.group.changed", { count: changes })}</span>
        ) : null}
        {open > 0 ? <span className="soft">{words("compose.group.open", { count: open })}</span> : null}
      </summary>
      {children}
    </details>
  );
}

/** The party one would ask about first: the one that is shortest of its reservation value, else any that refuses. */
function firstOf({ verdict }: Composition): string {
  const short = [...verdict.parties]
    .filter((one) => one.verdict === "refuses")
    .sort((a, b) => (a.surplus ?? 0) - (b.surplus ?? 0));
  return short[0]?.party ?? verdict.parties[0]?.party ?? "";
}
