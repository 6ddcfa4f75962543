import type { Scenario } from "#model";
import { useDeal } from "../deal/deal-context.tsx";
import { Scroll } from "../parts/scroll.tsx";
import { ShowEvidence } from "../parts/value.tsx";
import { useWords } from "../words/words.tsx";
import { RestingList } from "./resting-list.tsx";
import { restingOn } from "./resting-on.ts";
import { SourceStatusBadge } from "./source-status.tsx";

/** Where the facts and judgements come from, who pays for those places, how they stand and what rests on them. */
export function SourceList() {
  const { scenario } = useDeal();
  const words = useWords();
  const { sources } = scenario.agenda;
  if (sources.length === 0) return <p className="note">{words("evidence.list.none")}</p>;
  return (
    <Scroll label={words("evidence.list.title")}>
      <table className="evidence-table evidence-sources">
        <caption>{words("evidence.list.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{words("evidence.list.source")}</th>
            <th scope="col">{words("evidence.list.kind")}</th>
            <th scope="col">{words("evidence.list.funding")}</th>
            <th scope="col">{words("evidence.list.status")}</th>
            <th scope="col">{words("evidence.list.rests")}</th>
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <SourceRow key={source.id} source={source} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function SourceRow({ source }: { readonly source: Scenario["agenda"]["sources"][number] }) {
  const { scenario } = useDeal();
  const words = useWords();
  const resting = restingOn(scenario, source.id);
  return (
    <tr>
      <th scope="row">
        <ShowEvidence of={{ kind: "source", source: source.id }}>
          <bdi>{source.title}</bdi>
        </ShowEvidence>
        <span className="small evidence-option">
          <bdi>{source.publisher}</bdi>, <bdi>{source.date}</bdi> <code>{source.id}</code>
        </span>
        {source.note ? (
          <span className="small soft evidence-option">
            <bdi>{source.note}</bdi>
          </span>
        ) : null}
      </th>
      <td>{words(`evidence.source.kind.${source.kind}`)}</td>
      <td>
        <bdi>{source.funding.trim() === "" ? words("evidence.not-stated") : source.funding}</bdi>
      </td>
      <td>
        <SourceStatusBadge status={source.status} />
      </td>
      <td>
        <details>
          <summary>
            {words("evidence.list.rests.count", {
              judgements: resting.judgements.length,
              records: resting.records.length + resting.others,
              claims: resting.claims.length,
            })}
          </summary>
          <RestingList resting={resting} />
        </details>
      </td>
    </tr>
  );
}
