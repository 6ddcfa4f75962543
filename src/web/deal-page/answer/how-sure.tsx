import type { ReactNode } from "react";
import type { Analysis } from "#analysis";
import type { Answer } from "#prelude";
import { boundWords, countWords } from "#report";
import { useDeal } from "../../deal/deal-context.tsx";
import type { EvidenceRef } from "../../deal/evidence-ref.ts";
import { DocumentText } from "../../parts/document-text.tsx";
import { ShowEvidence } from "../../parts/value.tsx";
import { type MessageId, useWords } from "../../words/words.tsx";
import { SheetLinks, useKnownPreferences } from "./missing-sheets.tsx";

/** Each part of the answer with its status in words, and the notes of the run. */
export function HowSure({ analysis, ended }: { readonly analysis: Analysis; readonly ended: boolean }) {
  const words = useWords();
  const { names, stale, refining } = useDeal();
  const { none, some, values } = useKnownPreferences();
  const { agreementZone, frontier, frontierBeforeReservations, solutions, notes } = analysis;
  const drawn = frontierBeforeReservations ?? frontier;
  const solved = [...new Set(Object.values(solutions).flatMap(({ status }) => (status === "empty" ? [] : [status])))];
  const status = (is: Answer<unknown>["status"]) => words(`deal.sure.${is}` satisfies MessageId);
  if (none) return null; // nothing was searched for
  return (
    <div className="answer-sure" data-stale={stale}>
      {some ? (
        <>
          <p className="answer-known">{words("deal.sheets.some", values)}</p>
          <SheetLinks />
        </>
      ) : null}
      <dl>
        <Part of="agreement-zone" name={words(some ? "deal.sure.exists.known" : "deal.sure.exists")}>
          {status(agreementZone.exists.status)}
          {agreementZone.exists.status === "unknown" ? <>: {agreementZone.exists.reason}</> : null}
        </Part>
        <Part of="agreement-zone" name={words("deal.sure.count")}>
          <DocumentText text={countWords(agreementZone.count)} />
        </Part>
        <Part
          of="frontier"
          name={words(frontierBeforeReservations ? "deal.sure.frontier.before" : "deal.sure.frontier")}
        >
          {drawn.status === "unknown" ? (
            <>
              {status("unknown")}: {drawn.reason}
            </>
          ) : refining ? (
            // how near it is already says little: it is about to be nearer
            words("deal.sure.refining", { size: drawn.size })
          ) : (
            <>
              {status(drawn.status)},{" "}
              {words(drawn.status === "exact" ? "deal.sure.efficient" : "deal.sure.listed", { size: drawn.size })}
              {drawn.status === "bounded" ? (
                <>
                  {"; "}
                  {words(drawn.edges === "cleared" ? "deal.sure.within.cleared" : "deal.sure.within")}{" "}
                  <DocumentText text={boundWords(drawn.epsilon, names)} />
                </>
              ) : null}
            </>
          )}
        </Part>
        <Part of="solutions" name={words("deal.sure.solutions")}>
          {solved.length === 0 ? words("deal.sure.empty") : solved.map(status).join(", ")}
        </Part>
      </dl>
      {notes.length > 0 || ended ? (
        <details>
          <summary>{words("deal.sure.notes", { notes: notes.length })}</summary>
          <ul>
            {notes.map((note) => (
              <li key={note}>
                <DocumentText text={note} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}

function Part({
  of,
  name,
  children,
}: {
  readonly of: Extract<EvidenceRef, { kind: "answer" }>["part"];
  readonly name: string;
  readonly children: ReactNode;
}) {
  return (
    <div>
      <dt>
        <ShowEvidence of={{ kind: "answer", part: of }}>{name}</ShowEvidence>
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
