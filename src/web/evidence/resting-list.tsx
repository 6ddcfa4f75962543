import { useDeal } from "../deal/deal-context.tsx";
import type { EvidenceRef } from "../deal/evidence-ref.ts";
import { DocumentText } from "../parts/document-text.tsx";
import { ShowEvidence } from "../parts/value.tsx";
import { useWords } from "../words/words.tsx";
import { evidenceTitle } from "./evidence-title.ts";
import type { Resting } from "./resting-on.ts";

/** What cites a source, by kind, each a way on. */
export function RestingList({ resting }: { readonly resting: Resting }) {
  const words = useWords();
  const { judgements, records, claims, others } = resting;
  if (judgements.length + records.length + claims.length + others === 0)
    return <p className="note">{words("evidence.source.rests.nothing")}</p>;
  return (
    <>
      <Group title={words("evidence.source.judgements", { n: judgements.length })} refs={judgements} />
      <Group title={words("evidence.source.records", { n: records.length })} refs={records} />
      <Group title={words("evidence.source.claims", { n: claims.length })} refs={claims} inline />
      {others > 0 ? <p className="small">{words("evidence.source.others", { n: others })}</p> : null}
    </>
  );
}

function Group({
  title,
  refs,
  inline = false,
}: {
  readonly title: string;
  readonly refs: readonly EvidenceRef[];
  /** Short names stand beside each other. */
  readonly inline?: boolean;
}) {
  const { scenario, names } = useDeal();
  const words = useWords();
  if (refs.length === 0) return null;
  return (
    <div className="evidence-group">
      <p className="small evidence-group-title">{title}</p>
      <ul className={inline ? "evidence-inline" : undefined}>
        {refs.map((of) => (
          <li key={JSON.stringify(of)}>
            <ShowEvidence of={of}>
              <DocumentText text={evidenceTitle(of, scenario, names, words)} />
            </ShowEvidence>
          </li>
        ))}
      </ul>
    </div>
  );
}
