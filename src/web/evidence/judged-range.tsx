import type { Judgement } from "#model";
import { written } from "#report";
import { useWords } from "../words/words.tsx";

/** Low, middle and high of a judgement; one number is said to be one. */
export function JudgedRange({ judgement: { low, mid, high } }: { readonly judgement: Judgement }) {
  const words = useWords();
  if (low === mid && mid === high) return <span className="small soft">{words("evidence.range.none")}</span>;
  return (
    <span className="evidence-range small">
      {words("evidence.range", { low: written(low), mid: written(mid), high: written(high) })}
      <span className="evidence-range-line" aria-hidden="true">
        <span style={{ insetInlineStart: `${high > low ? ((mid - low) / (high - low)) * 100 : 50}%` }} />
      </span>
    </span>
  );
}
