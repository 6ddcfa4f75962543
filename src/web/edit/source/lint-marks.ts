import { type Diagnostic as Mark, setDiagnostics } from "@codemirror/lint";
import type { EditorState, TransactionSpec } from "@codemirror/state";
import type { Diagnostic } from "#prelude";

/** The mistakes of one file as marks in its text. A mistake has a place, not an extent: the word there is marked. */
export function lintMarks(state: EditorState, diagnostics: readonly Diagnostic[]): TransactionSpec {
  const marks = diagnostics.map((diagnostic): Mark => {
    const from = offsetAt(state, diagnostic);
    const word =
      /^(?:"[^"\n]{0,60}"|'[^'\n]{0,60}'|[\w.-]{1,60})/.exec(state.sliceDoc(from, from + 64))?.[0].length ?? 1;
    return {
      from,
      to: Math.min(from + word, state.doc.lineAt(from).to),
      severity: diagnostic.severity,
      source: diagnostic.code,
      message: diagnostic.message,
      renderMessage: () => {
        const said = document.createElement("div");
        const message = document.createElement("div");
        message.textContent = diagnostic.message;
        const fix = document.createElement("div");
        fix.className = "word-comment";
        fix.textContent = diagnostic.fix;
        said.append(message, fix);
        return said;
      },
    };
  });
  return setDiagnostics(state, marks);
}

export function offsetAt(state: EditorState, { at }: Pick<Diagnostic, "at">): number {
  const line = state.doc.line(Math.min(Math.max(1, at.line), state.doc.lines));
  return Math.min(line.from + Math.max(0, at.column - 1), line.to);
}
