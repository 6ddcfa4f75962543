import type { useWords } from "../words/words.tsx";

/** The editor's own texts, by the English ones it would otherwise show. */
export function editorPhrases(words: ReturnType<typeof useWords>): Readonly<Record<string, string>> {
  return {
    Find: words("edit.search.find"),
    Replace: words("edit.search.with"),
    next: words("edit.search.next"),
    previous: words("edit.search.previous"),
    all: words("edit.search.all"),
    "match case": words("edit.search.case"),
    "by word": words("edit.search.word"),
    regexp: words("edit.search.regexp"),
    replace: words("edit.search.replace"),
    "replace all": words("edit.search.replaceAll"),
    close: words("edit.search.close"),
    "current match": words("edit.search.current"),
    "on line": words("edit.search.line"),
    "Go to line": words("edit.search.goToLine"),
    go: words("edit.search.go"),
  };
}
