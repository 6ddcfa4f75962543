import { formatSpan, type Span } from "./span.ts";

/** A person's mistake: what is wrong, where, and how to put it right. `code` is stable and documented. */
export type Diagnostic = {
  readonly severity: "error" | "warning";
  readonly code: string;
  readonly at: Span;
  readonly message: string;
  readonly fix: string;
  /** The keys and indexes in the file of what it is about, where that may not be written yet and so has no place. */
  readonly part?: readonly (string | number)[];
};

/** `file:line:column code message`, then how to fix it on the next line. */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const label = diagnostic.severity === "warning" ? "warning " : "";
  return `${formatSpan(diagnostic.at)} ${label}${diagnostic.code} ${diagnostic.message}\n    fix: ${diagnostic.fix}`;
}
