import { Parser } from "htmlparser2";
import { type Diagnostic, err, ok, type Result, type Span } from "#prelude";
import { lineIndex } from "../text/line-index.ts";
import { mistake } from "./mistake.ts";

/** An element with what a domain file needs of it: no text. Names of elements and attributes are in lower case. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly at: Span;
};

type Open = XmlElement & { readonly children: XmlElement[] };

const deepest = 64;

/**
 * The first top-level element. Forgives what is met in the wild (a declaration after a comment, a bare "&", characters
 * XML forbids) but not an element that is never closed: half a preference profile must not pass for a whole one.
 * Entities that a document defines itself are never expanded.
 */
export function readXml(file: string, text: string): Result<XmlElement, Diagnostic> {
  const place = lineIndex(file, text).span;
  const roots: XmlElement[] = [];
  const path: Open[] = [];
  let refused: Diagnostic | undefined;
  let finished = false;
  const refuse = (diagnostic: Diagnostic): void => {
    refused ??= diagnostic;
    parser.pause();
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (refused) return;
        const element: Open = { name, attributes, children: [], at: place(parser.startIndex) };
        if (path.length >= deepest) {
          refuse(
            mistake(
              element.at,
              "import-too-deep",
              `Elements are nested more than ${deepest} deep here.`,
              "A domain file is at most a few levels deep; check that this is one.",
            ),
          );
          return;
        }
        const parent = path.at(-1);
        if (parent) parent.children.push(element);
        else roots.push(element);
        path.push(element);
      },
      onclosetag(name, isImplied) {
        if (refused) return;
        const element = path.pop();
        // the parser calls the end of a self-closing tag implied too
        const closesItself = !finished && text[parser.endIndex - 1] === "/";
        if (!isImplied || closesItself || !element) return;
        refuse(
          mistake(
            element.at,
            "import-broken-xml",
            `The element <${name}> that starts here is never closed.`,
            `Close it with </${name}>, or get the whole file again: it may have been cut off.`,
          ),
        );
      },
    },
    { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.write(text);
  finished = true;
  if (!refused) parser.end();
  if (refused) return err(refused);
  const root = roots[0];
  if (root) return ok(root);
  return err(
    mistake(
      place(0),
      "import-not-xml",
      "This file is not XML: it has no element.",
      "Remove it, or choose other files.",
    ),
  );
}

export function attribute(element: XmlElement, name: string): string | undefined {
  return Object.hasOwn(element.attributes, name) ? element.attributes[name] : undefined;
}

export function childrenNamed(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** Every element below this one with the name, in document order. */
export function descendantsNamed(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...descendantsNamed(child, name),
  ]);
}
