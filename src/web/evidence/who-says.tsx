import type { Evidence } from "#model";
import { useWords } from "../words/words.tsx";
import type { EvidenceField, Origin } from "./evidence-origin.ts";
import { SourceCard } from "./source-card.tsx";

type WhoSaysProps = {
  readonly evidence: Evidence;
  /** What of it the sheet says for all its judgements. */
  readonly origin?: Pick<Origin, "fromSheet" | "wholly">;
};

/** Who says so, when, how surely, why and from what. What is not stated is said to be so. */
export function WhoSays({ evidence, origin }: WhoSaysProps) {
  const words = useWords();
  const { author, date, confidence, why, note, sources } = evidence;
  const inherits = (field: EvidenceField) => origin !== undefined && !origin.wholly && origin.fromSheet.includes(field);
  const row = (label: string, text: string | undefined, field: EvidenceField) => (
    <>
      <dt>{label}</dt>
      <dd className={text === undefined ? "soft" : undefined}>
        <bdi>{text ?? words("evidence.not-stated")}</bdi>
        {text !== undefined && inherits(field) ? (
          <span className="small soft"> ({words("evidence.inherited.field")})</span>
        ) : null}
      </dd>
    </>
  );
  return (
    <>
      {origin?.wholly ? <p className="evidence-inherits small">{words("evidence.inherited.wholly")}</p> : null}
      <dl className="evidence-facts">
        {author === undefined && origin === undefined ? null : row(words("evidence.author"), author, "author")}
        {date === undefined && origin === undefined ? null : row(words("evidence.date"), date, "date")}
        {confidence === undefined && origin === undefined
          ? null
          : row(
              words("evidence.confidence"),
              confidence === undefined ? undefined : words(`evidence.confidence.${confidence}`),
              "confidence",
            )}
        {why === undefined && origin === undefined ? null : row(words("evidence.why"), why, "why")}
        {note === undefined ? null : (
          <>
            <dt>{words("evidence.note")}</dt>
            <dd>
              <bdi>{note}</bdi>
            </dd>
          </>
        )}
      </dl>
      <h3>{words("evidence.sources", { n: sources.length })}</h3>
      {sources.length === 0 ? <p className="note">{words("evidence.sources.none")}</p> : null}
      {sources.map((source) => (
        <SourceCard key={source} source={source} />
      ))}
    </>
  );
}
