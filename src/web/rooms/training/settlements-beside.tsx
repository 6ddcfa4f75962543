import { useMemo } from "react";
import type { Agenda } from "#model";
import { Scroll } from "../../parts/scroll.tsx";
import { useWords } from "../../words/words.tsx";
import { adoptedIn, settlementRows } from "./compare-settlements.ts";
import type { Group } from "./use-groups.ts";

/** What the groups have adopted, side by side. */
export function SettlementsBeside({ groups }: { readonly groups: readonly Group[] }) {
  const words = useWords();
  const text = groups.find(({ record }) => record?.agenda)?.record?.agenda;
  const agenda = useMemo((): Agenda | undefined => (text ? JSON.parse(text) : undefined), [text]);
  const adopted = groups.map(({ look }) => (look?.ok ? adoptedIn(look.value) : undefined));
  if (!agenda || adopted.every((one) => one === undefined)) return null;
  return (
    <section aria-labelledby="training-beside">
      <h2 id="training-beside">{words("training.beside")}</h2>
      <Scroll label={words("training.beside.caption")}>
        <table>
          <caption>{words("training.beside.caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{words("training.beside.issue")}</th>
              {groups.map(({ name, negotiation }) => (
                <th scope="col" key={negotiation}>
                  <bdi>{name}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {settlementRows(agenda, adopted).map(({ issue, options, differ }) => (
              <tr key={issue} className={differ ? "training-differ" : undefined}>
                <th scope="row">
                  <bdi>{issue}</bdi>
                </th>
                {options.map((option, at) => (
                  <td key={groups[at]?.negotiation}>{option ?? words("training.beside.none")}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
