import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { lintGutter } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, type StateEffect } from "@codemirror/state";
import {
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { editorTheme, wordClasses } from "./editor-theme.ts";

export type EditorSettings = {
  readonly label: string;
  readonly readOnly: boolean;
  readonly phrases: Readonly<Record<string, string>>;
  readonly onText: (text: string) => void;
};

const tabKey = new Compartment();

/** One file in the editor. Tab moves on to the next thing of the page unless the reader asked for the other. */
export function editorState(text: string, { label, readOnly, phrases, onText }: EditorSettings): EditorState {
  return EditorState.create({
    doc: text,
    extensions: [
      lineNumbers(),
      lintGutter(),
      highlightSpecialChars(),
      history(),
      indentOnInput(),
      indentUnit.of("  "),
      EditorState.tabSize.of(2),
      bracketMatching(),
      highlightActiveLine(),
      highlightActiveLineGutter(),
      highlightSelectionMatches(),
      search({ top: true }),
      yaml(),
      syntaxHighlighting(wordClasses),
      editorTheme,
      EditorView.lineWrapping,
      EditorState.phrases.of(phrases),
      EditorState.readOnly.of(readOnly),
      EditorView.contentAttributes.of({
        "aria-label": label,
        tabindex: "0", // it takes the focus anyway; said so, it counts as reachable
        spellcheck: "false",
        autocapitalize: "off",
        translate: "no",
      }),
      tabKey.of([]),
      keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap]),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) onText(update.state.doc.toString());
      }),
    ],
  });
}

/** Whether Tab indents; Escape, then Tab, leaves the editor either way. */
export function tabIndents(on: boolean): StateEffect<unknown> {
  return tabKey.reconfigure(on ? keymap.of([indentWithTab]) : []);
}
