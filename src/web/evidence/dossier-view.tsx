import { judged, written } from "#report";
import { useDeal } from "../deal/deal-context.tsx";
import { DocumentText } from "../parts/document-text.tsx";
import { PartyName } from "../parts/party-name.tsx";
import { ShowEvidence } from "../parts/value.tsx";
import { useWords } from "../words/words.tsx";
import { type Dossier, sheetKind } from "./dossier.ts";
import { JudgedRange } from "./judged-range.tsx";
import { WhoSays } from "./who-says.tsx";

/** A dossier, laid out: whose, the number, what it says, who says so, and what belongs to it. */
export function DossierView({ dossier }: { readonly dossier: Dossier }) {
  const { names } = useDeal();
  const words = useWords();
  const { kind, party, number, facts, evidence, origin, related } = dossier;
  const sheet = party === undefined ? undefined : names.sheet(party);
  return (
    <>
      <p className="evidence-kind">
        <span className="badge">{kind}</span>
        {sheet ? (
          <span className={`badge ${sheet.kind === "estimate" ? "badge-warning" : ""}`}>{sheetKind(sheet, words)}</span>
        ) : null}
        {party === undefined ? null : <PartyName party={party} />}
      </p>
      {number ? (
        <div className="evidence-number">
          <data value={number.judgement.mid} className="evidence-figure">
            {written(number.judgement.mid)}
          </data>
          <span className="small soft">{number.unit}</span>
          <JudgedRange judgement={number.judgement} />
          <span className="unseen">{judged(number.judgement)}</span>
        </div>
      ) : null}
      {facts.length > 0 ? (
        <dl className="evidence-facts">
          {facts.map(({ label, text }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <DocumentText text={text} />
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      {evidence ? <WhoSays evidence={evidence} {...(origin ? { origin } : {})} /> : null}
      {related
        .filter(({ items }) => items.length > 0)
        .map(({ label, items }) => (
          <div key={label} className="evidence-related">
            <h3>{label}</h3>
            <ul>
              {items.map(({ name, of }) => (
                <li key={JSON.stringify(of)}>
                  <ShowEvidence of={of}>
                    <DocumentText text={name} />
                  </ShowEvidence>
                </li>
              ))}
            </ul>
          </div>
        ))}
    </>
  );
}
