import { type Document, isMap, isPair, isScalar, isSeq, type Node, type Pair, parseDocument } from "yaml";
import { type Path, stepName } from "./path.ts";

/** What a YAML text says, as plain data. Maps are `Map`s: objects would put number-like keys first. */
export type YamlValue = string | number | boolean | null | readonly YamlValue[] | ReadonlyMap<string, YamlValue>;

export type YamlNode = Node | null;
export type YamlPair = Pair<Node, YamlNode>;

/** As `readYaml` parses, without its checks: whatever it refuses is reported there. */
export const yamlOptions = {
  version: "1.2",
  schema: "core",
  strict: true,
  uniqueKeys: false,
  merge: false,
  logLevel: "silent",
} as const;

/** The document, unless it is not YAML, or has what the language does not have and no edit could keep: aliases, two documents. */
export function editableDocument(text: string): Document.Parsed | undefined {
  if (/^(---|\.\.\.)/m.test(text)) return undefined;
  const document = parseDocument(text, { ...yamlOptions, prettyErrors: false });
  if (document.errors.length > 0 || document.warnings.length > 0) return undefined;
  return document;
}

export function plainOf(node: YamlNode): YamlValue {
  if (node === null) return null;
  if (isMap(node))
    return new Map(
      node.items.flatMap((pair) =>
        isPair(pair) ? [[keyOf(pair as YamlPair), plainOf((pair as YamlPair).value ?? null)]] : [],
      ),
    );
  if (isSeq(node)) return node.items.map((item) => plainOf(item as YamlNode)); // a parsed list holds nodes
  if (!isScalar(node)) throw new Error("An alias is no plain value.");
  const { value } = node;
  if (typeof value === "bigint") return Number(value);
  return value === undefined ? null : (value as YamlValue); // the core schema has no other scalars
}

/** A key as its text: `08:` is the key "08". */
export function keyOf(pair: YamlPair): string {
  const { key } = pair;
  if (!isScalar(key)) throw new Error("This key is not a text.");
  return typeof key.value === "string" ? key.value : (key.source ?? String(key.value));
}

/** The node at the path; undefined where there is none, null where nothing is written. */
export function nodeAt(root: YamlNode, path: Path): YamlNode | undefined {
  let node: YamlNode | undefined = root;
  for (const step of path) {
    if (isMap(node)) {
      const pair: YamlPair | undefined = pairAt(node.items as YamlPair[], step); // a parsed map holds pairs of nodes
      if (!pair) return undefined;
      node = pair.value ?? null;
    } else if (isSeq(node)) {
      if (typeof step !== "number" || step >= node.items.length) return undefined;
      node = node.items[step] as YamlNode; // a parsed list holds nodes
    } else return undefined;
  }
  return node;
}

export function pairAt(pairs: readonly YamlPair[], step: string | number): YamlPair | undefined {
  return pairs.find((pair) => keyOf(pair) === stepName(step));
}

/** Whether both say the same, in the same order. */
export function sameValue(a: YamlValue | undefined, b: YamlValue | undefined): boolean {
  if (a instanceof Map) {
    if (!(b instanceof Map) || a.size !== b.size) return false;
    const others = [...b];
    return [...a].every(([key, value], index) => {
      const [otherKey, other] = others[index]!;
      return key === otherKey && sameValue(value, other);
    });
  }
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => sameValue(item, b[index]));
  return Object.is(a, b);
}
