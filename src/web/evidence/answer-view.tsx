import { useEffect, useState } from "react";
import { type Analysis, checkCertificate } from "#analysis";
import {
  answerWords,
  boundWords,
  countWords,
  type Names,
  plainText,
  reportContext,
  rulesInForceSection,
} from "#report";
import { type Deal, useDeal } from "../deal/deal-context.tsx";
import type { EvidenceRef } from "../deal/evidence-ref.ts";
import { DocumentBlocks } from "../parts/document-blocks.tsx";
import { DocumentText } from "../parts/document-text.tsx";
import { useWords } from "../words/words.tsx";
import type { Say } from "./say.ts";

type Part = Extract<EvidenceRef, { kind: "answer" }>["part"];

/** How an answer of the engine was found: how sure, by which method, under which rules, and a check of its certificate. */
export function AnswerView({ part }: { readonly part: Part }) {
  const { scenario, answer, stale, names } = useDeal();
  const words = useWords();
  if (!answer) return <p className="note">{words("evidence.answer.waiting")}</p>;
  const rules = rulesInForceSection(reportContext(scenario, answer.analysis));
  return (
    <>
      {stale ? <p className="note">{words("evidence.answer.stale")}</p> : null}
      <dl className="evidence-facts">
        {part === "robustness" ? null : (
          <>
            <dt>{words("evidence.answer.sure")}</dt>
            {statusOf(part, answer, names, words).map((text) => (
              <dd key={text}>
                <DocumentText text={text} />
              </dd>
            ))}
          </>
        )}
        <dt>{words("evidence.answer.method")}</dt>
        <dd>{words(`evidence.answer.method.${part}`)}</dd>
        {part === "agreement-zone" ? <Certificate /> : null}
      </dl>
      <h3>{rules.title}</h3>
      <p>
        <DocumentText text={rules.answer} />
      </p>
      <DocumentBlocks blocks={rules.blocks} />
    </>
  );
}

function statusOf(
  part: Exclude<Part, "robustness">,
  { analysis, ended }: NonNullable<Deal["answer"]>,
  names: Names,
  say: Say,
): string[] {
  const early = ended ? [say("evidence.answer.ended")] : [];
  switch (part) {
    case "agreement-zone":
      return [
        say("evidence.answer.exists", {
          status: answerWords(analysis.agreementZone.exists, (yes) => say(yes ? "evidence.yes" : "evidence.no")),
        }),
        say("evidence.answer.count", { status: countWords(analysis.agreementZone.count) }),
        say("evidence.answer.settlements", { status: countWords(analysis.settlements) }),
      ];
    case "frontier":
      return [frontierWords(analysis.frontier, names, say), ...early];
    case "solutions":
      return (["nashBargaining", "kalaiSmorodinsky", "egalitarian", "utilitarian"] as const).map((id) => {
        const { status, reason, points } = analysis.solutions[id];
        const name = say(`sure.solution.${id}`);
        return reason === undefined
          ? say("evidence.answer.solution", { name, status: say(`evidence.status.${status}`), n: points.length })
          : say("evidence.answer.solution.reason", { name, status: say(`evidence.status.${status}`), reason });
      });
    case "unlocks":
      return [say("evidence.answer.unlocks")];
  }
}

function frontierWords(frontier: Analysis["frontier"], names: Names, say: Say): string {
  switch (frontier.status) {
    case "exact":
      return say("evidence.answer.frontier.exact", { size: frontier.size });
    case "bounded":
      return say(
        frontier.edges === "cleared" ? "evidence.answer.frontier.cleared" : "evidence.answer.frontier.bounded",
        {
          size: frontier.size,
          epsilon: plainText(boundWords(frontier.epsilon, names)),
        },
      );
    case "unknown":
      return say("evidence.answer.unknown", { reason: frontier.reason });
  }
}

/** Checked here, in this page, from the scenario alone and with none of the engine's code. */
function Certificate() {
  const { scenario, options, answer, stale } = useDeal();
  const words = useWords();
  const certificate = answer?.analysis.agreementZone.certificate;
  const [checked, setChecked] = useState<{ readonly of: unknown; readonly text: string }>();
  useEffect(() => {
    if (!certificate || stale) return;
    // after the panel is drawn, so that a long proof delays nothing that is seen
    const timer = setTimeout(() => {
      const found = checkCertificate(scenario, options, certificate);
      setChecked({
        of: certificate,
        text: found.ok ? words("evidence.certificate.yes") : words("evidence.certificate.no", { why: found.error }),
      });
    }, 30);
    return () => clearTimeout(timer);
  }, [certificate, stale, scenario, options]);
  return (
    <>
      <dt>{words("evidence.certificate")}</dt>
      {certificate ? (
        <>
          <dd>{words(`evidence.certificate.${certificate.kind}`)}</dd>
          <dd aria-live="polite">
            {words("evidence.certificate.checked")}:{" "}
            {checked?.of === certificate ? <strong>{checked.text}</strong> : words("evidence.certificate.checking")}
          </dd>
        </>
      ) : (
        <dd>{words("evidence.certificate.none")}</dd>
      )}
    </>
  );
}
