import { memo, useState } from "react";
import type { Analysis, PackageReport } from "#analysis";
import {
  deadOptionsSection,
  hollowConsensusSection,
  isExactly,
  mutualVetoSection,
  readAsWeightsSection,
  reportContext,
  verdictWords,
} from "#report";
import { useChosenSubject, useDeal, useDraft } from "../../deal/deal-context.tsx";
import { DocumentText } from "../../parts/document-text.tsx";
import { useWords } from "../../words/words.tsx";
import { ChooseSubject } from "./choose-subject.tsx";
import { type DraftReport, useDraftReport } from "./draft-report.ts";
import { EmptyZone } from "./empty-zone.tsx";
import { MoveCards } from "./move-cards.tsx";
import { RedLinePrices } from "./red-line-prices.tsx";
import { ReportFinding } from "./report-finding.tsx";
import { subjectPackage } from "./subject.ts";
import { UnlockCards } from "./unlock-cards.tsx";
import "./unlocks.css";

/** What would change it: for a refused package the smallest changes, for an empty agreement zone what keeps it so. */
export function Unlocks() {
  const { answer, stale } = useDeal();
  const words = useWords();
  const [ofDraft, setOfDraft] = useState(false);
  const draft = useDraftReport();
  const empty = answer && isExactly(answer.analysis.agreementZone.exists, false);
  return (
    <section id="unlocks" className="unlocks">
      <h2>{words("frame.deal.unlocks")}</h2>
      {stale && answer ? <p className="note">{words("unlocks.stale")}</p> : null}
      {answer && empty ? <EmptyZone analysis={answer.analysis} /> : null}
      <ChooseSubject ofDraft={ofDraft} onDraft={setOfDraft} />
      {ofDraft ? <OfDraft {...draft} /> : <OfNamed />}
      {answer ? <Findings analysis={answer.analysis} /> : null}
    </section>
  );
}

const OfNamed = memo(function OfNamed() {
  const words = useWords();
  const { scenario, names, answer, verdicts } = useDeal();
  const subject = subjectPackage(scenario, useChosenSubject());
  if (!subject) return <p className="note">{words("unlocks.none")}</p>;
  const report = answer?.analysis.packages[subject.id];
  const verdict = verdicts[subject.id];
  return (
    <>
      {verdict ? (
        <p>
          <DocumentText text={verdictWords(verdict, names)} />.
        </p>
      ) : null}
      {report && report.packageUnlocks.status !== "not-needed" ? (
        <UnlockCards key={subject.id} subject={subject} unlocks={report.packageUnlocks} />
      ) : null}
      {report ? null : <p className="note">{words("unlocks.waiting")}</p>}
      {report ? <MoveCards subject={subject} report={report} /> : null}
    </>
  );
});

function OfDraft({ report, ask }: { readonly report: DraftReport; readonly ask: () => void }) {
  const words = useWords();
  const draft = useDraft();
  if (Object.keys(draft.choices).length === 0) return <p className="note">{words("unlocks.draft.empty")}</p>;
  const current = report.state !== "none" && report.of === draft.choices;
  return (
    <>
      {current && report.state !== "failed" ? null : (
        <button type="button" onClick={ask}>
          {words(report.state === "known" ? "unlocks.draft.again" : "unlocks.draft.ask")}
        </button>
      )}
      {report.state === "asking" ? <p className="note">{words("unlocks.waiting")}</p> : null}
      {report.state === "failed" ? <p className="note">{words("unlocks.draft.failed", { why: report.why })}</p> : null}
      {report.state === "known" ? <DraftAnswer report={report.report} /> : null}
    </>
  );
}

function DraftAnswer({ report }: { readonly report: PackageReport }) {
  const { names } = useDeal();
  const words = useWords();
  const from = useDraft().from;
  const subject = {
    name: report.name === "" ? words("unlocks.subject.draft") : report.name,
    choices: report.choices,
    ...(from === undefined ? {} : { id: from }),
  };
  return (
    <>
      <p>
        <DocumentText text={verdictWords(report, names)} />.
      </p>
      {report.packageUnlocks.status === "not-needed" ? null : (
        <UnlockCards subject={subject} unlocks={report.packageUnlocks} />
      )}
      <MoveCards subject={subject} report={report} />
    </>
  );
}

const Findings = memo(function Findings({ analysis }: { readonly analysis: Analysis }) {
  const { scenario } = useDeal();
  const context = reportContext(scenario, analysis);
  const terms = new Set(analysis.hollowConsensus.map(({ term }) => term));
  return (
    <>
      <RedLinePrices analysis={analysis} />
      <ReportFinding section={readAsWeightsSection(context)} />
      <ReportFinding
        section={hollowConsensusSection(context)}
        evidence={scenario.agenda.terms
          .filter(({ id }) => terms.has(id))
          .map(({ id, wording }) => ({ of: { kind: "term", term: id }, name: wording }))}
      />
      <ReportFinding
        section={mutualVetoSection(context)}
        evidence={analysis.mutualVeto.map(({ list, name }) => ({ of: { kind: "candidates", list }, name }))}
      />
      <ReportFinding section={deadOptionsSection(context)} />
    </>
  );
});
