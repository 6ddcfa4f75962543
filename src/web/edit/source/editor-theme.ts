import type { syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";

/** The page's colours, in light and dark: every one is a variable of the page, which a shadow root inherits. */
export const editorTheme = EditorView.theme({
  "&": { height: "100%", color: "var(--ink)", backgroundColor: "var(--paper)", fontSize: "0.8438rem" },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "-2px" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.55", overflow: "auto" },
  ".cm-content": { caretColor: "var(--ink)", padding: "0.5rem 0" },
  ".cm-gutters": {
    backgroundColor: "var(--panel)",
    color: "var(--soft)",
    borderInlineEnd: "1px solid var(--line)",
    borderRight: "none",
  },
  ".cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--panel) 60%, transparent)" },
  ".cm-activeLineGutter": { backgroundColor: "var(--panel)", color: "var(--ink)", fontWeight: "600" },
  ".cm-selectionMatch": { backgroundColor: "var(--warn-paper)" },
  ".cm-searchMatch": { backgroundColor: "var(--warn-paper)", outline: "1px solid var(--warn-ink)" },
  ".cm-searchMatch-selected": { backgroundColor: "var(--warn-paper)", outline: "2px solid var(--accent)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--panel)", outline: "1px solid var(--soft)" },
  "&.cm-focused .cm-nonmatchingBracket": { outline: "1px solid var(--no)" },
  ".cm-panels": { backgroundColor: "var(--panel)", color: "var(--ink)", fontFamily: "var(--sans)" },
  ".cm-panels.cm-panels-top": { borderBottom: "1px solid var(--line)" },
  ".cm-panel.cm-search": { padding: "0.5rem 2rem 0.5rem 0.5rem", fontSize: "0.875rem" },
  ".cm-panel.cm-search label": {
    fontSize: "0.875rem",
    display: "inline-flex",
    alignItems: "center",
    minHeight: "1.6rem",
  },
  ".cm-textfield": {
    backgroundColor: "var(--paper)",
    color: "var(--ink)",
    border: "1px solid var(--soft)",
    borderRadius: "var(--corner)",
    fontSize: "0.875rem",
    minHeight: "1.75rem",
  },
  ".cm-button, .cm-panel.cm-search [name=close]": {
    backgroundImage: "none",
    backgroundColor: "var(--paper)",
    color: "var(--ink)",
    border: "1px solid var(--soft)",
    borderRadius: "var(--corner)",
    fontSize: "0.875rem",
    minHeight: "1.75rem",
    minWidth: "1.75rem",
    cursor: "pointer",
  },
  ".cm-button:focus-visible, .cm-textfield:focus-visible, [name=close]:focus-visible, input:focus-visible": {
    outline: "2px solid var(--accent)",
    outlineOffset: "1px",
  },
  ".cm-tooltip": {
    backgroundColor: "var(--paper)",
    color: "var(--ink)",
    border: "1px solid var(--soft)",
    borderRadius: "var(--corner)",
    fontFamily: "var(--sans)",
    fontSize: "0.875rem",
    maxWidth: "min(30rem, 90vw)",
  },
  ".cm-diagnostic": { padding: "0.35rem 0.6rem", whiteSpace: "normal" },
  ".cm-diagnostic-error": { borderLeft: "3px solid var(--no)" },
  ".cm-diagnostic-warning": { borderLeft: "3px solid var(--warn-ink)" },
  ".cm-lintRange": {
    backgroundImage: "none",
    textDecoration: "underline wavy 1.5px",
    textUnderlineOffset: "3px",
    textDecorationSkipInk: "none",
  },
  ".cm-lintRange-error": { textDecorationColor: "var(--no)" },
  ".cm-lintRange-warning": { textDecorationColor: "var(--warn-ink)" },
  ".cm-lintPoint:after": { borderBottomColor: "var(--no)" },
  ".cm-lintPoint-warning:after": { borderBottomColor: "var(--warn-ink)" },
  ".cm-gutter-lint": { width: "1.1em" },
  ".cm-gutter-lint .cm-gutterElement": { padding: "0 0.15em" },
  // our own marks: the library's are pictures with colours of their own
  ".cm-lint-marker": { content: "normal", width: "0.75em", height: "0.75em", marginBlockStart: "0.4em" },
  ".cm-lint-marker-error": { content: "normal", backgroundColor: "var(--no)", borderRadius: "50%" },
  ".cm-lint-marker-warning": { content: "normal", backgroundColor: "var(--warn-ink)", transform: "rotate(45deg)" },
  ".word-key": { color: "var(--accent)", fontWeight: "600" },
  ".word-comment": { color: "var(--soft)", fontStyle: "italic" },
  ".word-sign": { color: "var(--soft)" },
  ".word-text": { color: "var(--ink)" },
});

/** By what the grammar calls a word. */
const classes: readonly (readonly [RegExp, string])[] = [
  [/propertyName/, "word-key"],
  [/omment/, "word-comment"],
  [/separator|punctuation|brace|acket|meta/, "word-sign"],
  [/string|content|attributeValue/, "word-text"],
];

/** Gives each word of the grammar a class of the theme. */
export const wordClasses: Parameters<typeof syntaxHighlighting>[0] = {
  style: (tags) => {
    const name = tags.map(String).join(" ");
    return classes.find(([pattern]) => pattern.test(name))?.[1] ?? null;
  },
};
