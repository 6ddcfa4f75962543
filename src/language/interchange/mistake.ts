import type { Diagnostic, Span } from "#prelude";

export function mistake(at: Span, code: string, message: string, fix: string): Diagnostic {
  return { severity: "error", code, at, message, fix };
}

export function warning(at: Span, code: string, message: string, fix: string): Diagnostic {
  return { severity: "warning", code, at, message, fix };
}
