import { useMemo } from "react";
import { useIntl } from "react-intl";
import { earlyHeadline, headline, inlines, plainText, refusingParties, reportContext, type Text } from "#report";
import { useChosenSubject, useDeal } from "../../deal/deal-context.tsx";
import { DocumentText } from "../../parts/document-text.tsx";
import { Differences } from "../../what-if/differences.tsx";
import { useWords } from "../../words/words.tsx";
import { isolated } from "../isolated.ts";
import { subjectPackage } from "../unlocks/subject.ts";
import { AnswerState } from "./answer-state.tsx";
import { HowSure } from "./how-sure.tsx";
import { SheetLinks, useKnownPreferences } from "./missing-sheets.tsx";
import { PartyStrip } from "./party-strip.tsx";
import { subjectScenario } from "./subject-scenario.ts";
import "./answer.css";

/** The answer in sentences, each party's surplus, and how sure it is. */
export function Answer() {
  const deal = useDeal();
  const { scenario, answer, verdicts, stale } = deal;
  const words = useWords();
  const intl = useIntl();
  const { none, some, values } = useKnownPreferences();
  const subject = subjectPackage(scenario, useChosenSubject());
  const report = subject && verdicts[subject.id];
  const said = useMemo(
    () => answer && headline(reportContext(subjectScenario(scenario, subject?.id), answer.analysis)),
    [scenario, answer, subject],
  );
  const early = (): readonly Text[] => {
    if (!subject || !report) return [words("deal.early.title", { title: isolated(scenario.agenda.title) })];
    const refused = refusingParties(report).length > 0;
    if (some && report.complete && !refused)
      return [words("deal.early.none.known", { name: `“${isolated(subject.name)}”`, ...values })];
    return earlyHeadline(scenario, report, deal.early);
  };
  const [whole, ...others] = said && said.length > 0 ? said : early();
  // without a sheet the first thing said does not wait for the engine, which has nothing to add to it
  const first = none ? words("deal.sheets.none") : whole;
  const { asOf, status, title } = scenario.agenda;
  return (
    <section id="answer" aria-labelledby="answer-first">
      <p className="answer-kicker">
        <strong>
          <bdi>{title}</bdi>
        </strong>
        {" · "}
        {words("frame.asOf", {
          day: intl.formatDate(asOf, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }),
        })}
        {status ? (
          <>
            {" · "}
            <bdi>{status}</bdi>
          </>
        ) : null}
      </p>
      <Differences />
      <div className="answer-said" data-stale={stale && answer !== undefined} aria-busy={stale}>
        <h1 id="answer-first">
          <DocumentText text={first!} />
        </h1>
        {others.map((sentence) => (
          <p key={plainText(sentence)}>
            <DocumentText text={sentence} />
          </p>
        ))}
      </div>
      {none ? <SheetLinks /> : null}
      <AnswerState />
      <p className="unseen" aria-live="polite">
        {stale ? "" : plainText(inlines(first!))}
      </p>
      {subject && report ? <PartyStrip subject={subject} report={report} /> : null}
      {answer ? <HowSure analysis={answer.analysis} ended={answer.ended} /> : null}
    </section>
  );
}
