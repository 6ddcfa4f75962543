import type { Diagnostic, Span } from "#prelude";
import type { ConflictCode } from "./conflict/conflict-codes.ts";
import type { DiagnosticCode } from "./diagnostic-codes.ts";
import type { GmcrCode } from "./interchange/gmcr-node.ts";

/** Collects every mistake of a parse. Keeps a bounded number a file, so that a file of nothing but mistakes stays cheap. */
export type Diagnostics = {
  readonly error: (code: AnyCode, at: Span, text: () => Text) => void;
  readonly warning: (code: AnyCode, at: Span, text: () => Text) => void;
  readonly hasErrors: (file?: string) => boolean;
  readonly sorted: () => readonly Diagnostic[];
};

type AnyCode = DiagnosticCode | ConflictCode | GmcrCode;

type Text = Pick<Diagnostic, "message" | "fix" | "part">;

/** Diagnostics shown for one file; the rest are counted. */
export const shownPerFile = 200;
/** Diagnostics kept while parsing, from which the first in file order are shown. */
const keptPerFile = 2000;

export function collectDiagnostics(): Diagnostics {
  const files = new Map<string, { kept: Diagnostic[]; errors: number; total: number }>();
  const add = (severity: "error" | "warning", code: AnyCode, at: Span, text: () => Text) => {
    const file = files.get(at.file) ?? { kept: [], errors: 0, total: 0 };
    files.set(at.file, file);
    file.total++;
    if (severity === "error") file.errors++;
    if (file.kept.length < keptPerFile) file.kept.push({ severity, code, at, ...text() });
  };
  return {
    error: (code, at, text) => add("error", code, at, text),
    warning: (code, at, text) => add("warning", code, at, text),
    hasErrors: (file) =>
      file === undefined ? [...files.values()].some(({ errors }) => errors > 0) : (files.get(file)?.errors ?? 0) > 0,
    sorted: () => [...files].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, file]) => shown(file.kept, file.total)),
  };
}

/** In order of place, each once; errors before warnings are cut; the last says how many more there are. */
function shown(kept: readonly Diagnostic[], total: number): readonly Diagnostic[] {
  const seen = new Set<string>();
  const distinct = [...kept].sort(byPlace).filter((one) => {
    const key = `${one.at.line}:${one.at.column}:${one.code}:${one.message}`;
    return !seen.has(key) && seen.add(key);
  });
  const repeats = kept.length - distinct.length;
  if (total - repeats <= shownPerFile) return distinct;
  const errors = distinct.filter(({ severity }) => severity === "error");
  const warnings = distinct.filter(({ severity }) => severity === "warning");
  const chosen = [...errors.slice(0, shownPerFile), ...warnings.slice(0, Math.max(0, shownPerFile - errors.length))];
  chosen.sort(byPlace);
  const last = chosen.at(-1)!;
  const more = total - repeats - chosen.length;
  return [
    ...chosen,
    {
      severity: errors.length > 0 ? "error" : "warning",
      code: "more-diagnostics" satisfies DiagnosticCode,
      at: last.at,
      message: `And ${more} more in this file.`,
      fix: "Put the ones above right first; some of the rest may follow from them.",
    },
  ];
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return a.at.line - b.at.line || a.at.column - b.at.column || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}
