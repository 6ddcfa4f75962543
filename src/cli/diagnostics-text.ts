import { type Diagnostic, formatDiagnostic } from "#prelude";
import type { ExitCode } from "./failure.ts";
import { paint, type Terminal } from "./terminal.ts";

/** Every diagnostic as an editor can follow it, `file:line:column` first; errors before warnings of the same file stay in place. */
export function diagnosticsText(diagnostics: readonly Diagnostic[], terminal: Terminal): string {
  return diagnostics.map((diagnostic) => coloured(diagnostic, terminal)).join("\n");
}

function coloured(diagnostic: Diagnostic, terminal: Terminal): string {
  const [first = "", ...rest] = formatDiagnostic(diagnostic).split("\n");
  if (!terminal.colour) return [first, ...rest].join("\n");
  const colour = diagnostic.severity === "error" ? "red" : "yellow";
  return [
    first.replace(diagnostic.code, paint(diagnostic.code, colour)),
    ...rest.map((line) => paint(line, "dim")),
  ].join("\n");
}

/** `2 errors, 1 warning` or "no mistakes". */
export function countOf(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const warnings = diagnostics.length - errors;
  const parts = [
    ...(errors > 0 ? [plural(errors, "error")] : []),
    ...(warnings > 0 ? [plural(warnings, "warning")] : []),
  ];
  return parts.join(", ") || "no mistakes";
}

/** A file that could not be read is not a mistake in it: nobody knows what it says. */
export function exitOf(diagnostics: readonly Diagnostic[]): ExitCode {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.some(({ code }) => code === "file-unreadable")) return 2;
  return errors.length > 0 ? 1 : 0;
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
