import { useDeferredValue, useMemo, useState } from "react";
import { useDeal } from "../deal/deal-context.tsx";
import { DocumentText } from "../parts/document-text.tsx";
import { PartyName } from "../parts/party-name.tsx";
import { Scroll } from "../parts/scroll.tsx";
import { ShowEvidence } from "../parts/value.tsx";
import { useWords } from "../words/words.tsx";
import { JudgementFilters } from "./judgement-filter.tsx";
import { everyJudgement, filterJudgements, type JudgementRow } from "./judgement-rows.ts";
import { SourceStatusBadge } from "./source-status.tsx";

/** Every judgement, filterable: whose, what it says, how surely, why and from what. */
export function JudgementTable({ rows }: { readonly rows: readonly JudgementRow[] }) {
  const words = useWords();
  const [filter, setFilter] = useState(everyJudgement);
  const deferred = useDeferredValue(filter);
  const shown = useMemo(() => filterJudgements(rows, deferred), [rows, deferred]);
  return (
    <>
      <JudgementFilters filter={filter} onFilter={setFilter} />
      <p className="note small" aria-live="polite">
        {shown.length === 0
          ? words("evidence.none.left")
          : words("evidence.shown", { shown: shown.length, all: rows.length })}
      </p>
      <Scroll label={words("evidence.page.judgements")}>
        <table className="evidence-table">
          <caption>{words("evidence.table.caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{words("evidence.table.what")}</th>
              <th scope="col">{words("evidence.table.says")}</th>
              <th scope="col">{words("evidence.table.confidence")}</th>
              <th scope="col">{words("evidence.table.rests")}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row key={JSON.stringify(row.of)} row={row} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}

function Row({ row: { of, title, says, origin, party } }: { readonly row: JudgementRow }) {
  const { scenario, names } = useDeal();
  const words = useWords();
  const { evidence, fromSheet } = origin;
  return (
    <tr>
      <th scope="row">
        <ShowEvidence of={of}>
          <DocumentText text={title} />
        </ShowEvidence>
        <span className="unseen">
          <PartyName party={party} />
        </span>
      </th>
      <td>
        <DocumentText text={says} />
      </td>
      <td>
        {evidence.confidence === "low" ? (
          <span className="badge badge-warning">{words("evidence.confidence.low")}</span>
        ) : evidence.confidence ? (
          words(`evidence.confidence.${evidence.confidence}`)
        ) : (
          <span className="soft">{words("evidence.not-stated")}</span>
        )}
      </td>
      <td>
        {evidence.why ? (
          <span className={fromSheet.includes("why") ? "soft" : undefined}>
            {fromSheet.includes("why") ? `${words("evidence.table.own")} ` : ""}
            <bdi>{evidence.why}</bdi>{" "}
          </span>
        ) : null}
        {evidence.sources.length === 0 ? (
          <span className="badge badge-warning">{words("evidence.table.nosource")}</span>
        ) : (
          evidence.sources.map((id, at) => {
            const source = scenario.agenda.sources.find((one) => one.id === id);
            return (
              <span key={id}>
                {at > 0 ? "; " : ""}
                <DocumentText text={names.source(id)} />
                {source && (source.status === "contested" || source.status === "debunked") ? (
                  <>
                    {" "}
                    <SourceStatusBadge status={source.status} />
                  </>
                ) : null}
              </span>
            );
          })
        )}
      </td>
    </tr>
  );
}
