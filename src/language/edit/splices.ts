import { isCollection, isMap, isScalar, isSeq, type Node, Scalar, type YAMLMap, type YAMLSeq } from "yaml";
import { made, type YamlEdit } from "./edit-value.ts";
import type { Path } from "./path.ts";
import { renderAfterKey, renderInline, renderItem, renderKey, renderPair } from "./render-yaml.ts";
import { keyOf, nodeAt, type YamlNode, type YamlPair, type YamlValue } from "./yaml-value.ts";

/** Replaces `text[from, to)`. */
export type Splice = { readonly from: number; readonly to: number; readonly insert: string };

/**
 * The places of the text that an edit touches, and nothing else: everything around them stays as it was written, to the
 * letter. Undefined where the layout is beyond what this knows.
 */
export function splicesOf(text: string, root: YamlNode, edit: YamlEdit): readonly Splice[] | undefined {
  const { path } = edit;
  const parent = nodeAt(root, path.slice(0, -1));
  const step = path.at(-1);
  if (step === undefined) return undefined;
  switch (edit.kind) {
    case "set":
      return setSplices(text, root, path, edit.value);
    case "remove":
      return removeSplices(text, root, path);
    case "rename": {
      if (!isMap(parent)) return undefined;
      const key = pairsOf(parent).find((pair) => keyOf(pair) === String(step))?.key;
      return key?.range ? [{ from: key.range[0], to: key.range[1], insert: renderKey(edit.to) }] : undefined;
    }
    case "move": {
      const parts = parent && partsOf(text, parent);
      if (!parts) return undefined;
      const index = isSeq(parent)
        ? Number(step)
        : pairsOf(parent as YAMLMap).findIndex((pair) => keyOf(pair) === String(step));
      const [first, second] = [parts[Math.min(index, index + edit.by)], parts[Math.max(index, index + edit.by)]];
      if (!first || !second) return undefined;
      const inFlow = isCollection(parent) && parent.flow === true;
      const a = inFlow ? first : { ...first, to: withComment(text, first.to) };
      const b = inFlow ? second : { ...second, to: withComment(text, second.to) };
      return [
        { ...a, insert: text.slice(b.from, b.to) },
        { ...b, insert: text.slice(a.from, a.to) },
      ];
    }
  }
}

function setSplices(text: string, root: YamlNode, path: Path, value: YamlValue): readonly Splice[] | undefined {
  // the deepest thing that is there; what is missing below it is made
  let depth = path.length;
  while (depth > 0 && nodeAt(root, path.slice(0, depth)) === undefined) depth--;
  const deepest = nodeAt(root, path.slice(0, depth));
  if (depth < path.length && (deepest === null || (isScalar(deepest) && deepest.value === null))) {
    return depth === 0 ? undefined : replaceValue(text, root, path.slice(0, depth), made(path.slice(depth), value));
  }
  if (depth === path.length) return replaceValue(text, root, path, value);
  const holder = nodeAt(root, path.slice(0, depth));
  const step = path[depth]!;
  const inner = made(path.slice(depth + 1), value);
  if (isMap(holder)) return appendPair(text, holder, String(step), inner);
  if (isSeq(holder) && step === holder.items.length && depth === path.length - 1)
    return appendItem(text, holder, inner);
  return undefined;
}

function replaceValue(text: string, root: YamlNode, path: Path, value: YamlValue): readonly Splice[] | undefined {
  const parent = nodeAt(root, path.slice(0, -1));
  const step = path.at(-1)!;
  const old = nodeAt(root, path) ?? null;
  const flowParent = isCollection(parent) && parent.flow === true;
  const oneLine = old !== null && isInline(old, text);
  const short = renderInline(value);
  if (oneLine && (flowParent || isShort(value, short)))
    return [{ from: old.range![0], to: old.range![1], insert: short }];
  if (isMap(parent)) {
    const pair = pairsOf(parent).find((one) => keyOf(one) === String(step));
    const keyRange = pair?.key.range;
    if (!keyRange) return undefined;
    const colon = text.indexOf(":", keyRange[1]);
    if (colon < 0 || text.slice(keyRange[1], colon).trim() !== "") return undefined;
    const end = old === null || isEmpty(old) ? colon + 1 : endOf(text, old);
    if (end === undefined) return undefined;
    if (flowParent) return [{ from: colon + 1, to: end, insert: ` ${short}` }];
    // a comment on the last line would become part of a text that is folded
    const commented = /^ +#/.test(text.slice(end));
    const rendered = commented ? ` ${short}` : renderAfterKey(value, columnOf(text, keyRange[0]));
    return [{ from: colon + 1, to: end, insert: rendered }];
  }
  if (isSeq(parent) && typeof step === "number" && !flowParent) {
    const part = partsOf(text, parent)?.[step];
    return part && [{ ...part, insert: renderItem(value, columnOf(text, part.from)) }];
  }
  return undefined;
}

function appendPair(text: string, map: YAMLMap, key: string, value: YamlValue): readonly Splice[] | undefined {
  if (map.flow) return appendFlow(text, map, `${renderKey(key)}: ${renderInline(value)}`, ["{ ", " }"]);
  const parts = partsOf(text, map);
  const last = parts?.at(-1);
  if (!last) return undefined;
  const column = columnOf(text, last.from);
  const at = withComment(text, last.to);
  return [{ from: at, to: at, insert: `\n${" ".repeat(column)}${renderPair(key, value, column)}` }];
}

function appendItem(text: string, list: YAMLSeq, value: YamlValue): readonly Splice[] | undefined {
  if (list.flow) return appendFlow(text, list, renderInline(value), ["[", "]"]);
  const last = partsOf(text, list)?.at(-1);
  if (!last) return undefined;
  const column = columnOf(text, last.from);
  const at = withComment(text, last.to);
  return [{ from: at, to: at, insert: `\n${" ".repeat(column)}${renderItem(value, column)}` }];
}

function appendFlow(
  text: string,
  node: YAMLMap | YAMLSeq,
  rendered: string,
  [open, close]: readonly [string, string],
): readonly Splice[] | undefined {
  if (node.items.length === 0)
    return [{ from: node.range![0], to: node.range![1], insert: `${open}${rendered}${close}` }];
  const last = partsOf(text, node)?.at(-1);
  return last && [{ from: last.to, to: last.to, insert: `, ${rendered}` }];
}

function removeSplices(text: string, root: YamlNode, path: Path): readonly Splice[] | undefined {
  const parent = nodeAt(root, path.slice(0, -1));
  const step = path.at(-1)!;
  const parts = parent && partsOf(text, parent);
  if (!parts || !isCollection(parent)) return undefined;
  const index = isSeq(parent)
    ? Number(step)
    : pairsOf(parent as YAMLMap).findIndex((pair) => keyOf(pair) === String(step));
  const part = parts[index];
  if (!part) return undefined;
  const before = parts[index - 1];
  const after = parts[index + 1];
  if (!before && !after) {
    // what was its only content: an empty map or list stays
    const empty = isMap(parent) ? new Map() : [];
    if (path.length > 1) return replaceValue(text, root, path.slice(0, -1), empty);
    return undefined;
  }
  if (parent.flow)
    return [after ? { from: part.from, to: after.from, insert: "" } : { from: before!.to, to: part.to, insert: "" }];
  const start = text.lastIndexOf("\n", part.from - 1) + 1;
  const end = withComment(text, part.to);
  if (text.slice(start, part.from).trim() === "") {
    // whole lines; of the last line of a file, the break before it
    if (end < text.length) return [{ from: start, to: end + lineBreak(text, end), insert: "" }];
    return [{ from: Math.max(0, start - 1), to: end, insert: "" }];
  }
  // it begins on the line of a dash: what follows moves up to it, unless a comment stands between
  if (!after || text.slice(end, after.from).trim() !== "") return undefined;
  return [{ from: part.from, to: after.from, insert: "" }];
}

/** Where each pair or item stands, from its key or dash to the last letter of its value. */
function partsOf(text: string, node: Node): readonly { readonly from: number; readonly to: number }[] | undefined {
  const parts: { from: number; to: number }[] = [];
  if (isMap(node)) {
    for (const pair of pairsOf(node)) {
      const { key, value } = pair;
      if (!key.range) return undefined;
      const colon = text.indexOf(":", key.range[1]);
      const to =
        value === null || isEmpty(value)
          ? node.flow && !isColon(text, key)
            ? key.range[1]
            : colon + 1
          : endOf(text, value);
      if (to === undefined || to <= 0) return undefined;
      parts.push({ from: key.range[0], to });
    }
    return parts;
  }
  if (!isSeq(node)) return undefined;
  for (const item of node.items as YamlNode[]) {
    if (!item?.range) return undefined;
    const to = endOf(text, item);
    if (to === undefined) return undefined;
    const dash = node.flow ? item.range[0] : text.lastIndexOf("-", item.range[0]);
    if (!node.flow && (dash < 0 || !/^-\s*$/.test(text.slice(dash, item.range[0] === dash ? dash + 1 : item.range[0]))))
      return undefined;
    parts.push({ from: dash, to });
  }
  return parts;
}

function isColon(text: string, key: Node): boolean {
  return /^\s*:/.test(text.slice(key.range![1], key.range![1] + 40));
}

/** Just after the last letter of the node; comments after it are not of it. */
function endOf(text: string, node: Node): number | undefined {
  if (isCollection(node) && !node.flow) {
    const last = partsOf(text, node)?.at(-1);
    return last?.to;
  }
  if (!node.range) return undefined;
  if (isBlockScalar(node)) return node.range[0] + text.slice(node.range[0], node.range[1]).trimEnd().length;
  return node.range[1];
}

/** The end of the line when only a comment follows. */
function withComment(text: string, end: number): number {
  const rest = /^[ \t]*(#[^\r\n]*)?(?=\r?\n|$)/.exec(text.slice(end));
  return rest ? end + rest[0].length : end;
}

function lineBreak(text: string, at: number): number {
  return text.startsWith("\r\n", at) ? 2 : text[at] === "\n" ? 1 : 0;
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf("\n", offset - 1) + 1);
}

function isInline(node: Node, text: string): boolean {
  if (isEmpty(node) || !node.range) return false;
  if (isCollection(node)) return node.flow === true && !text.slice(node.range[0], node.range[1]).includes("#");
  return isScalar(node) && !isBlockScalar(node);
}

/** Written on one line even in a block: a single word or number, a short list. */
function isShort(value: YamlValue, rendered: string): boolean {
  return rendered.length <= 100 || typeof value === "number";
}

function isEmpty(node: Node): boolean {
  return isScalar(node) && node.value === null && (node.source ?? "") === "";
}

function isBlockScalar(node: Node): boolean {
  return isScalar(node) && (node.type === Scalar.BLOCK_FOLDED || node.type === Scalar.BLOCK_LITERAL);
}

function pairsOf(map: YAMLMap): readonly YamlPair[] {
  return map.items as YamlPair[]; // a parsed map holds pairs of nodes
}
