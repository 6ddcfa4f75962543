import { Document, type Node, Scalar, YAMLMap, YAMLSeq } from "yaml";
import type { YamlValue } from "./yaml-value.ts";

/** A collection that fits is written in one line, a text that does not is folded. */
const longest = 96;
const foldedWidth = 110;

/** The value on one line, in the language's own manner: `[a, b]` and `{ a: b }`. */
export function renderInline(value: YamlValue): string {
  if (value instanceof Map) {
    const pairs = [...value].map(([key, inner]) => `${renderKey(key)}: ${renderInline(inner)}`);
    return pairs.length === 0 ? "{}" : `{ ${pairs.join(", ")} }`;
  }
  if (Array.isArray(value)) return `[${value.map(renderInline).join(", ")}]`;
  // inside brackets, where more signs need quotes, so that it may stand anywhere
  const list = new YAMLSeq<Node>();
  const scalar = new Scalar(value);
  if (typeof value === "string" && value.includes("\n")) scalar.type = Scalar.QUOTE_DOUBLE;
  list.add(scalar);
  list.flow = true;
  return textOf(list, 0)
    .replace(/^\[\s*/, "")
    .replace(/\s*\]\s*$/, "");
}

/** The key as it is written before its colon. */
export function renderKey(key: string): string {
  return renderInline(key);
}

/** `key: value` as lines of a block map whose keys stand in this column. The first line is not indented. */
export function renderPair(key: string, value: YamlValue, column: number): string {
  return `${renderKey(key)}:${renderAfterKey(value, column)}`;
}

/** What follows the colon of such a key. */
export function renderAfterKey(value: YamlValue, column: number): string {
  if (isFolded(value)) return foldedText(value, column);
  const inline = renderInline(value);
  if (!isNested(value) || (inline.length <= longest && !holdsMaps(value))) return ` ${inline}`;
  const inner = column + 2;
  const lines =
    value instanceof Map
      ? [...value].map(([key, part]) => renderPair(key, part, inner))
      : (value as readonly YamlValue[]).map((part) => renderItem(part, inner));
  return lines.map((line) => `\n${" ".repeat(inner)}${line}`).join("");
}

/** `- value` as lines of a block list whose dashes stand in this column. */
export function renderItem(value: YamlValue, column: number): string {
  const inline = renderInline(value);
  if (!isNested(value) || (inline.length <= longest && !holdsMaps(value))) return `- ${inline}`;
  const inner = column + 2;
  const lines =
    value instanceof Map
      ? [...value].map(([key, part]) => renderPair(key, part, inner))
      : (value as readonly YamlValue[]).map((part) => renderItem(part, inner));
  return `- ${lines.join(`\n${" ".repeat(inner)}`)}`;
}

function isNested(value: YamlValue): boolean {
  return (value instanceof Map && value.size > 0) || (Array.isArray(value) && value.length > 0);
}

function isFolded(value: YamlValue): value is string {
  return typeof value === "string" && value.length > longest && /^\S[^\n]*\S$/.test(value) && !/ {2}/.test(value);
}

function foldedText(value: string, column: number): string {
  const scalar = new Scalar(value);
  scalar.type = Scalar.BLOCK_FOLDED;
  const map = new YAMLMap<Node, Node>();
  map.add({ key: new Scalar("k"), value: scalar } as never); // the library's own pair, made by its `add`
  const text = textOf(map, Math.max(40, foldedWidth - column)).trimEnd();
  return text.slice(text.indexOf(":") + 1).replaceAll("\n", `\n${" ".repeat(column)}`);
}

function textOf(node: Node, lineWidth: number): string {
  const document = new Document(null, { version: "1.2", schema: "core" });
  document.contents = node as typeof document.contents; // a document may hold any node
  return document.toString({ lineWidth }).trimEnd();
}

/** Maps inside maps and lists are easier to read one below the other. */
function holdsMaps(value: YamlValue): boolean {
  const inside = value instanceof Map ? [...value.values()] : (value as readonly YamlValue[]);
  return inside.some((part) => part instanceof Map && part.size > 0) && renderInline(value).length > 60;
}
