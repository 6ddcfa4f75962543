import type { Section } from "#report";
import type { EvidenceRef } from "../../deal/evidence-ref.ts";
import { DocumentBlocks } from "../../parts/document-blocks.tsx";
import { DocumentText } from "../../parts/document-text.tsx";
import { ShowEvidence } from "../../parts/value.tsx";
import { useWords } from "../../words/words.tsx";

type FindingProps = {
  readonly section: Section | undefined;
  /** Whose judgements it rests on. */
  readonly evidence?: readonly { readonly of: EvidenceRef; readonly name: string }[];
};

/** A finding as the printed report words it: its sentence, and what is behind it one click away. */
export function ReportFinding({ section, evidence = [] }: FindingProps) {
  const words = useWords();
  if (!section) return null;
  return (
    <div className="unlocks-block">
      <h3>{section.title}</h3>
      <p>
        <DocumentText text={section.answer} />
      </p>
      {evidence.length > 0 ? (
        <p className="small">
          {words("unlocks.evidence")}{" "}
          {evidence.map(({ of, name }, at) => (
            <span key={JSON.stringify(of)}>
              {at > 0 ? ", " : ""}
              <ShowEvidence of={of}>{name}</ShowEvidence>
            </span>
          ))}
        </p>
      ) : null}
      {section.blocks.length > 0 ? (
        <details>
          <summary>
            {words("unlocks.more")}
            <span className="unseen">: {section.title}</span>
          </summary>
          <DocumentBlocks blocks={section.blocks} />
        </details>
      ) : null}
    </div>
  );
}
