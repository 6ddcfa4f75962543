import { useMemo } from "react";
import type { SourceId } from "#model";
import { useDeal } from "../deal/deal-context.tsx";
import { useWords } from "../words/words.tsx";
import { RestingList } from "./resting-list.tsx";
import { restingOn } from "./resting-on.ts";
import { SourceCard } from "./source-card.tsx";

/** A source, and all that rests on it. */
export function SourceView({ source }: { readonly source: SourceId }) {
  const { scenario } = useDeal();
  const words = useWords();
  const resting = useMemo(() => restingOn(scenario, source), [scenario, source]);
  return (
    <>
      <p className="evidence-kind">
        <span className="badge">{words("evidence.kind.source")}</span>
      </p>
      <SourceCard source={source} linked={false} />
      <h3>{words("evidence.source.rests")}</h3>
      <RestingList resting={resting} />
    </>
  );
}
