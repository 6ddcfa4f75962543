import type { Section } from "../document/document.ts";
import type { ReportContext } from "./report-context.ts";

/** What a reader must know about this run. */
export function notesSection({ analysis }: ReportContext): Section | undefined {
  if (analysis.notes.length === 0) return undefined;
  return {
    id: "notes",
    title: "Notes on this run",
    answer: "What a reader must know before relying on these numbers.",
    blocks: [{ kind: "list", items: analysis.notes.map((note) => ({ kind: "name", text: note })) }],
  };
}
