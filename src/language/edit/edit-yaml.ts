import { type Document, isCollection, isMap, isScalar, Scalar } from "yaml";
import { editValue, type YamlEdit } from "./edit-value.ts";
import { type Splice, splicesOf } from "./splices.ts";
import {
  editableDocument,
  keyOf,
  nodeAt,
  plainOf,
  sameValue,
  type YamlNode,
  type YamlPair,
  type YamlValue,
} from "./yaml-value.ts";

/**
 * The text after these edits, one after the other. What they do not touch stays as it was written, comments, quotes and
 * spaces included; a layout that cannot be edited in place is written anew by the YAML library, which keeps comments but
 * not every space. Undefined when the text is not YAML or an edit has no place in it; each result is read again, and says
 * what the edit says, or is not given.
 */
export function editYaml(text: string, edits: readonly YamlEdit[]): string | undefined {
  let now = text;
  for (const edit of edits) {
    const next = editOnce(now, edit);
    if (next === undefined) return undefined;
    now = next;
  }
  return now;
}

/** A text that was read once for all that is asked of it: a large file takes as long to read as everything after. */
export type YamlReading = {
  readonly text: string;
  readonly document: Document.Parsed;
  readonly root: YamlNode;
  readonly value: YamlValue;
};

/** Undefined when it is not YAML of the language: keys that are not texts, and aliases, leave nothing that could be edited. */
export function yamlReading(text: string): YamlReading | undefined {
  const document = editableDocument(text);
  if (!document) return undefined;
  const root = document.contents as YamlNode; // parsed
  try {
    return { text, document, root, value: plainOf(root) };
  } catch {
    return undefined;
  }
}

/**
 * The same for edits of separate single words, whose paths are all those of the text as it is: one reading for all of
 * them, where a renamed id may have fifty mentions.
 */
export function editWords(reading: YamlReading, edits: readonly YamlEdit[]): string | undefined {
  const { text, root, value: before } = reading;
  const splices = edits.map((edit) => splicesOf(text, root, edit));
  if (splices.every((one) => one !== undefined)) {
    const spliced = applySplices(text, splices.flat());
    const wanted = edits.reduce<YamlValue | undefined>(
      (value, edit) => (value === undefined ? undefined : editValue(value, edit)),
      before,
    );
    if (wanted !== undefined && says(spliced, wanted)) return spliced;
  }
  return editYaml(text, edits);
}

function editOnce(text: string, edit: YamlEdit): string | undefined {
  const reading = yamlReading(text);
  if (!reading) return undefined;
  const { document, root, value } = reading;
  const wanted = editValue(value, edit);
  if (wanted === undefined) return undefined;
  if (sameValue(wanted, value)) return text;
  const splices = splicesOf(text, root, edit);
  if (splices) {
    const spliced = applySplices(text, splices);
    if (says(spliced, wanted)) return spliced;
  }
  const rewritten = rewritable(document, edit);
  return rewritten !== undefined && says(rewritten, wanted) ? rewritten : undefined;
}

/** What the text says, for a form; undefined when it is not YAML of the language. */
export function readYamlValue(text: string): YamlValue | undefined {
  return yamlReading(text)?.value;
}

/** Where the value at the path begins; of a part that is not there, where the nearest part around it does. */
export function offsetOf(text: string, path: readonly (string | number)[]): number {
  const root = yamlReading(text)?.root;
  if (root === undefined) return 0;
  for (let depth = path.length; depth > 0; depth--) {
    const parent = nodeAt(root, path.slice(0, depth - 1));
    const step = path[depth - 1]!;
    if (isMap(parent)) {
      const pair = (parent.items as YamlPair[]).find((one) => keyOf(one) === String(step));
      if (pair?.key.range) return pair.key.range[0];
    }
    const node = nodeAt(root, path.slice(0, depth));
    if (node?.range) return node.range[0];
  }
  return 0;
}

export function applySplices(text: string, splices: readonly Splice[]): string {
  return [...splices]
    .sort((a, b) => b.from - a.from)
    .reduce((now, { from, to, insert }) => now.slice(0, from) + insert + now.slice(to), text);
}

function says(text: string, wanted: YamlValue): boolean {
  const reading = yamlReading(text);
  return reading !== undefined && sameValue(reading.value, wanted);
}

/** The library throws where it knows no way. */
function rewritable(document: Document.Parsed, edit: YamlEdit): string | undefined {
  try {
    return rewrite(document, edit);
  } catch {
    return undefined;
  }
}

/** The edit by the library's own means: the whole text is written anew. */
function rewrite(document: Document.Parsed, edit: YamlEdit): string | undefined {
  const { path } = edit;
  const parent = nodeAt(document.contents as YamlNode, path.slice(0, -1));
  const step = path.at(-1);
  switch (edit.kind) {
    case "set":
      if (document.contents === null || path.length === 0)
        document.contents = document.createNode(edit.value) as never; // any node may be the content
      else document.setIn(path, document.createNode(edit.value));
      break;
    case "remove":
      document.deleteIn(path);
      break;
    case "rename": {
      if (!isMap(parent)) return undefined;
      const pair = (parent.items as YamlPair[]).find((one) => keyOf(one) === String(step));
      if (!pair || !isScalar(pair.key)) return undefined;
      const key = new Scalar(edit.to);
      if (pair.key.commentBefore) key.commentBefore = pair.key.commentBefore;
      if (pair.key.spaceBefore) key.spaceBefore = true;
      pair.key = key as never; // a scalar is a node
      break;
    }
    case "move": {
      if (!isCollection(parent)) return undefined;
      const items = parent.items as unknown[];
      const index = isMap(parent) ? items.findIndex((one) => keyOf(one as YamlPair) === String(step)) : Number(step);
      const [one, other] = [items[index], items[index + edit.by]];
      if (one === undefined || other === undefined) return undefined;
      items[index] = other;
      items[index + edit.by] = one;
    }
  }
  return document.toString({ lineWidth: 0 });
}
