import { CST, Lexer } from "yaml";

export const deepest = 64;
/** Words, opening brackets and colons one file may have; memory grows with them, not with the bytes. */
export const mostTokens = 200_000;

/** What the language does not allow, found in the tokens before anything recursive sees the text. */
export type Refusal = {
  readonly offset: number;
  readonly kind: "depth" | "length" | "anchor" | "alias" | "tag" | "directive" | "second-document";
};

/**
 * Reads the tokens once, without recursion, and gives every anchor, alias, tag and directive, and the first place that
 * is nested too deeply. These are the parser's own tokens, so the two cannot disagree about what is a string.
 * Depth is the number of open brackets plus the number of open columns: no block is nested without a new column,
 * except a list under its key.
 */
export function prescan(text: string): readonly Refusal[] {
  const refusals: Refusal[] = [];
  const columns: number[] = [];
  let brackets = 0;
  let offset = 0;
  let lineStart = 0;
  let scalarNext = false;
  let content = false;
  let tokens = 0;
  for (const source of new Lexer().lex(text)) {
    const kind: CST.TokenType | "scalar-text" | null = scalarNext ? "scalar-text" : CST.tokenType(source);
    scalarNext = kind === "scalar";
    if (source === "\u0002" || source === "\u0018" || source === "\u001f") continue; // marks of no length
    const start = offset;
    offset += source.length;
    switch (kind) {
      case "space":
      case "comment":
      case "comma":
        continue;
      case "newline":
        lineStart = offset;
        continue;
      case "anchor":
      case "alias":
      case "tag":
        refusals.push({ offset: start, kind });
        break;
      case "directive-line":
        refusals.push({ offset: start, kind: "directive" });
        continue;
      case "doc-start":
        if (content) refusals.push({ offset: start, kind: "second-document" });
        content = true;
        columns.length = 0;
        continue;
      case "flow-map-start":
      case "flow-seq-start":
        brackets++;
        break;
      case "flow-map-end":
      case "flow-seq-end":
        if (brackets > 0) brackets--;
        continue;
    }
    content = true;
    if (++tokens > mostTokens) {
      refusals.push({ offset: start, kind: "length" });
      return refusals;
    }
    if (brackets === 0) {
      const column = start - lineStart;
      while (columns.length > 0 && columns.at(-1)! > column) columns.pop();
      if (columns.at(-1) !== column) columns.push(column);
    }
    if (brackets + columns.length > deepest + 1) {
      refusals.push({ offset: start, kind: "depth" });
      return refusals;
    }
    const lastLine = source.lastIndexOf("\n");
    if (lastLine !== -1) lineStart = start + lastLine + 1;
  }
  return refusals;
}
