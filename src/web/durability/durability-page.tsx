import { type ReactNode, useMemo } from "react";
import { type DurabilityContext, durabilitySections, durabilityVerdicts, type Section } from "#report";
import { useComposition } from "../compose/use-composition.ts";
import { useDeal, useNumbers } from "../deal/deal-context.tsx";
import { DocumentBlocks } from "../parts/document-blocks.tsx";
import { DocumentText } from "../parts/document-text.tsx";
import { useWords } from "../words/words.tsx";
import { AssumeNumbers } from "./assume-numbers.tsx";
import { assumedDurability } from "./assumed-durability.ts";
import { IssueChoices } from "./issue-choices.tsx";
import { movingIssues } from "./moving-issues.ts";
import { TakeConflict } from "./take-conflict.tsx";
import { useTimeAfter } from "./use-time-after.ts";
import { VerdictList } from "./verdict-list.tsx";
import "./durability.css";

/** Will it hold? For the package in the composer: every verdict, then why, section by section. */
export function DurabilityPage() {
  const { scenario: judged, names } = useDeal();
  const numbers = useNumbers();
  const scenario = useMemo(
    () => (judged.durability ? { ...judged, durability: assumedDurability(judged.durability, numbers) } : judged),
    [judged, numbers],
  );
  const { draft, base } = useComposition();
  const words = useWords();
  const after = useTimeAfter(scenario, draft.choices);
  const issues = useMemo(() => movingIssues(scenario), [scenario]);
  const said = "said" in after ? after.said : undefined;
  const of = "of" in after ? after.of : undefined;
  const context = useMemo(
    (): DurabilityContext | undefined =>
      said && {
        scenario,
        names,
        subject: [words("durability.subject")],
        choices: of ?? {},
        durability: said.durability,
        aftermath: said.aftermath,
      },
    [said, of, scenario, names, words],
  );
  const sections = useMemo(() => (context ? durabilitySections(context) : []), [context]);
  if (!scenario.durability)
    return (
      <>
        <h1>{words("durability.title")}</h1>
        <p className="note">{words("durability.none")}</p>
      </>
    );
  const changed = base !== undefined && Object.keys(draft.choices).some((id) => draft.choices[id] !== base.choices[id]);
  const called = draft.name || base?.name || words("durability.unnamed");
  const lead = changed && !draft.name ? words("durability.changed", { name: called }) : called;
  return (
    <div className="durability-page" data-state={after.state === "said" && after.drawn ? "drawn" : after.state}>
      <h1>{words("durability.title")}</h1>
      <p className="durability-lead">{words("durability.of", { name: lead })}</p>
      <p className="note">{words("durability.caution")}</p>
      <IssueChoices issues={issues} />
      {Object.keys(numbers).length > 0 ? (
        <p className="durability-assumed">{words("durability.assumed", { count: Object.keys(numbers).length })}</p>
      ) : null}
      {after.state === "failed" ? <p role="alert">{words("durability.failed", { why: after.why })}</p> : null}
      <div aria-live="polite" aria-busy={after.state === "asking"}>
        {context ? <VerdictList verdicts={durabilityVerdicts(context)} /> : <p>{words("durability.asking")}</p>}
      </div>
      {sections.map((section) => (
        <DurabilitySection key={section.id} section={section}>
          {judged.durability ? (
            <AssumeNumbers
              owner={section.id.replace(/^(guarantee|limit|shift)-/, "")}
              durability={judged.durability}
              choices={draft.choices}
            />
          ) : null}
          {section.id === "aftermath" && said?.aftermath.kind === "findings" ? (
            <TakeConflict conflict={said.aftermath.conflict} name={words("durability.take.title", { name: lead })} />
          ) : null}
        </DurabilitySection>
      ))}
    </div>
  );
}

type DurabilitySectionProps = { readonly section: Section; readonly children: ReactNode };

function DurabilitySection({ section, children }: DurabilitySectionProps) {
  return (
    <section id={section.id} className="durability-section">
      <h2>
        <bdi>{section.title}</bdi>
      </h2>
      <p className="durability-answer">
        <DocumentText text={section.answer} />
      </p>
      {children}
      <DocumentBlocks blocks={section.blocks} />
    </section>
  );
}
