import { useEffect, useMemo, useRef } from "react";
import { useDeal, useInspector } from "../deal/deal-context.tsx";
import type { EvidenceRef } from "../deal/evidence-ref.ts";
import { DocumentText } from "../parts/document-text.tsx";
import { useWords } from "../words/words.tsx";
import { AnswerView } from "./answer-view.tsx";
import { dossierOf } from "./dossier.ts";
import { DossierView } from "./dossier-view.tsx";
import { evidenceTitle } from "./evidence-title.ts";
import { SourceView } from "./source-view.tsx";
import { UtilityView } from "./utility-view.tsx";
import { type Visited, visit } from "./visited.ts";
import "./evidence.css";

/** Behind a number: who judged it, when, how surely, from what. Steps back the way one came. */
export function EvidencePanel() {
  const words = useWords();
  const { evidence } = useInspector();
  if (evidence) return <Panel evidence={evidence} />;
  return (
    <div className="evidence-panel">
      <h2>{words("evidence.empty.title")}</h2>
      <p>{words("evidence.empty")}</p>
      <p className="note">{words("evidence.empty.more")}</p>
    </div>
  );
}

function Panel({ evidence }: { readonly evidence: EvidenceRef }) {
  const { key, scenario, names, act } = useDeal();
  const words = useWords();
  const visited = useVisited(key, evidence);
  const before = visited.at(-2);
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <div className="evidence-panel">
      {before ? (
        <button
          type="button"
          className="quiet evidence-back"
          onClick={() => {
            act({ kind: "show-evidence", of: before });
            heading.current?.focus();
          }}
        >
          ‹ <DocumentText text={evidenceTitle(before, scenario, names, words)} />
        </button>
      ) : null}
      <h2 tabIndex={-1} ref={heading}>
        <DocumentText text={evidenceTitle(evidence, scenario, names, words)} />
      </h2>
      <Contents evidence={evidence} />
    </div>
  );
}

function Contents({ evidence }: { readonly evidence: EvidenceRef }) {
  const { scenario, names } = useDeal();
  const words = useWords();
  switch (evidence.kind) {
    case "utility":
      return <UtilityView of={evidence} />;
    case "answer":
      return <AnswerView part={evidence.part} />;
    case "source":
      return <SourceView source={evidence.source} />;
    default: {
      const dossier = dossierOf(evidence, { scenario, names, say: words });
      return dossier ? <DossierView dossier={dossier} /> : <p className="note">{words("evidence.gone")}</p>;
    }
  }
}

/** The way one came, by scenario: it outlives a look at another tab of the inspector, not a reload. */
const ways = new Map<string, Visited>();

function useVisited(key: string, now: EvidenceRef): Visited {
  const visited = useMemo(() => visit(ways.get(key) ?? [], now), [key, now]);
  useEffect(() => {
    ways.set(key, visited);
  }, [key, visited]);
  return visited;
}
