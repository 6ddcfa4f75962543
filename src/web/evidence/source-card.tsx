import type { SourceId } from "#model";
import { useDeal } from "../deal/deal-context.tsx";
import { ShowEvidence } from "../parts/value.tsx";
import { useWords } from "../words/words.tsx";
import { SourceStatusBadge } from "./source-status.tsx";

/** One source: whose it is, who pays for that place as far as it says, and how it stands. Under its own heading its title is not said twice. */
export function SourceCard({ source: id, linked = true }: { readonly source: SourceId; readonly linked?: boolean }) {
  const { scenario } = useDeal();
  const words = useWords();
  const source = scenario.agenda.sources.find((one) => one.id === id);
  if (!source) return <p className="note">{words("evidence.source.missing", { id })}</p>;
  return (
    <div className="evidence-source">
      <p className="evidence-source-title">
        {linked ? (
          <ShowEvidence of={{ kind: "source", source: id }}>
            <bdi>{source.title}</bdi>
          </ShowEvidence>
        ) : null}{" "}
        <SourceStatusBadge status={source.status} />
      </p>
      <p className="small">
        <bdi>{source.publisher}</bdi>, <bdi>{source.date}</bdi>; {words(`evidence.source.kind.${source.kind}`)}
      </p>
      <p className="small">
        <span className="soft">{words("evidence.source.funding")}:</span>{" "}
        <bdi>{source.funding.trim() === "" ? words("evidence.not-stated") : source.funding}</bdi>
      </p>
      {source.note ? (
        <p className="small soft">
          <bdi>{source.note}</bdi>
        </p>
      ) : null}
    </div>
  );
}
