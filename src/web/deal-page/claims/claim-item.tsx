import type { DecidedClaim, Verdict } from "#claims";
import { fixed, percent, verdictWord } from "#report";
import { useDeal } from "../../deal/deal-context.tsx";
import { DocumentText } from "../../parts/document-text.tsx";
import { ShowEvidence } from "../../parts/value.tsx";
import { useWords } from "../../words/words.tsx";
import { decidingEvidence } from "./deciding-evidence.ts";
import { questionWords } from "./question-words.ts";

/** One claim: what it says, whether the numbers say so too, whose numbers they are, and what was asked. */
export function ClaimItem({ claim }: { readonly claim: DecidedClaim }) {
  const { names } = useDeal();
  const words = useWords();
  return (
    <li className="claims-item" id={`claim-${claim.id}`}>
      <ShowEvidence of={{ kind: "claim", claim: claim.id }}>
        <code>{claim.row ?? claim.id}</code>
      </ShowEvidence>
      <div className="claims-statement">
        <bdi>{claim.statement}</bdi>{" "}
        <span className="small soft">
          <DocumentText text={names.source(claim.source)} />
        </span>
        <details>
          <summary className="small">
            {words("claims.more")}
            <span className="unseen">: {claim.row ?? claim.id}</span>
          </summary>
          <Behind claim={claim} />
        </details>
      </div>
      <div className="claims-verdict">
        <ClaimVerdict verdict={claim.verdict} />
        {claim.basis ? (
          <span
            className={`badge ${claim.basis === "assumed" ? "badge-warning" : ""}`}
            title={words(`claims.${claim.basis}.title`)}
          >
            {words(`claims.${claim.basis}`)}
          </span>
        ) : null}
        {claim.later ? (
          <span className="small soft">
            {words("claims.later", { capability: words(`claims.later.${claim.later}`) })}
          </span>
        ) : null}
        {claim.shareOfDraws ? (
          <span
            className="small claims-line"
            title={words("claims.share.title", {
              n: claim.shareOfDraws.n,
              low: fixed(claim.shareOfDraws.low * 100, 1),
              high: percent(claim.shareOfDraws.high),
              seed: claim.shareOfDraws.seed,
            })}
          >
            <data value={claim.shareOfDraws.share} className="value">
              {words("claims.share", { share: percent(claim.shareOfDraws.share) })}
            </data>
          </span>
        ) : null}
        {claim.asWeight ? (
          <span className="small soft claims-line">
            {claim.asWeight.verdict === claim.verdict
              ? words("claims.weight.same")
              : words("claims.weight.other", { verdict: verdictWord(claim.asWeight.verdict) })}
          </span>
        ) : null}
      </div>
    </li>
  );
}

function ClaimVerdict({ verdict }: { readonly verdict: Verdict }) {
  const is = verdict === "holds" ? "yes" : verdict === "does-not-hold" ? "no" : "open";
  return <DocumentText text={{ kind: "verdict", is, text: verdictWord(verdict) }} />;
}

function Behind({ claim }: { readonly claim: DecidedClaim }) {
  const { written, names } = useDeal();
  const words = useWords();
  const own = written.claims.find(({ id }) => id === claim.id);
  return (
    <dl className="claims-behind">
      <dt>{words("claims.why")}</dt>
      <dd>
        <bdi>{claim.why}</bdi>
      </dd>
      {claim.asWeight && claim.asWeight.why !== claim.why ? (
        <>
          <dt>{words("claims.why.weight")}</dt>
          <dd>
            <bdi>{claim.asWeight.why}</bdi>
          </dd>
        </>
      ) : null}
      {own ? (
        <>
          <dt>{words("claims.asked")}</dt>
          {questionWords(own.question, written, names, words).map((question) => (
            <dd key={question}>
              <bdi>{question}</bdi>
            </dd>
          ))}
        </>
      ) : null}
      <dt>{words("claims.rests")}</dt>
      {claim.judgements.length === 0 ? <dd className="soft">{words("claims.rests.nothing")}</dd> : null}
      {claim.judgements.map((judgement) => {
        const evidence = decidingEvidence(judgement, written);
        return (
          <dd key={[judgement.kind, judgement.party, judgement.id, judgement.says].join(" ")}>
            {judgement.party === undefined ? null : (
              <>
                <DocumentText text={names.party(judgement.party)} />:{" "}
              </>
            )}
            {evidence ? (
              <ShowEvidence of={evidence}>
                <bdi>{judgement.says}</bdi>
              </ShowEvidence>
            ) : (
              <bdi>{judgement.says}</bdi>
            )}{" "}
            <span className="small soft">
              {judgement.sources.map((source, at) => (
                <span key={source}>
                  {at > 0 ? ", " : ""}
                  <DocumentText text={names.source(source)} />
                </span>
              ))}
            </span>{" "}
            {judgement.citesClaimSource ? (
              <span className="badge badge-warning">{words("claims.rests.own")}</span>
            ) : null}
          </dd>
        );
      })}
      {own?.note ? (
        <>
          <dt>{words("claims.note")}</dt>
          <dd>
            <bdi>{own.note}</bdi>
          </dd>
        </>
      ) : null}
    </dl>
  );
}
