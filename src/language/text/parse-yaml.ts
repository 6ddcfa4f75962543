import { Composer, type Document, Parser } from "yaml";

/** What is not YAML, in the parser's words. */
export type SyntaxMistake = { readonly offset: number; readonly code: string; readonly message: string };

export type ParsedYaml = {
  readonly document: Document.Parsed | undefined;
  readonly mistakes: readonly SyntaxMistake[];
};

/** A file with this many mistakes is not worth reading on; without an end, a file of nothing else takes gigabytes. */
const mostMistakes = 250;

const options = {
  version: "1.2",
  schema: "core",
  strict: true,
  uniqueKeys: false, // the parser's own check takes quadratic time; ours is in `yaml-document.ts`
  prettyErrors: false,
  merge: false,
  logLevel: "silent",
} as const;

/** Parses one document, giving up at `mostMistakes`. Warnings count as mistakes. */
export function parseYaml(text: string): ParsedYaml {
  const mistakes: SyntaxMistake[] = [];
  const add = (offset: number, code: string, message: string) => {
    mistakes.push({ offset, code, message });
    if (mistakes.length >= mostMistakes) throw new TooManyMistakes();
  };
  const composer = new Composer(options);
  // The composer hands every mistake to this property and only shows them at the end of a document; taking its place is
  // the one way to stop early. Were it to go, mistakes would still be found below, only later.
  Reflect.set(composer, "onError", (source: MistakeSource, code: string, message: string) => {
    add(offsetOf(source), code, message);
  });
  let document: Document.Parsed | undefined;
  try {
    for (const token of new Parser().parse(text)) {
      if (token.type === "error") add(token.offset, "UNEXPECTED_TOKEN", token.message);
      else for (const next of composer.next(token)) document ??= next;
    }
    for (const next of composer.end(true, text.length)) document ??= next;
    for (const { pos, code, message } of [...(document?.errors ?? []), ...(document?.warnings ?? [])])
      add(pos[0], code, message);
  } catch (error) {
    if (!(error instanceof TooManyMistakes)) throw error;
  }
  return { document, mistakes };
}

class TooManyMistakes extends Error {}

type MistakeSource = number | readonly [number, number, ...unknown[]] | { readonly offset: number };

function offsetOf(source: MistakeSource): number {
  if (typeof source === "number") return source;
  return "offset" in source ? source.offset : source[0];
}
