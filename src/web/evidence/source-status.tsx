import type { SourceStatus } from "#model";
import { useWords } from "../words/words.tsx";

/** How a source stands; contested and debunked ones stand out, by word as well as by colour. */
export function SourceStatusBadge({ status }: { readonly status: SourceStatus }) {
  const words = useWords();
  const doubtful = status === "contested" || status === "debunked";
  return (
    <span className={`badge ${doubtful ? "badge-warning" : ""}`}>{words(`evidence.source.status.${status}`)}</span>
  );
}
