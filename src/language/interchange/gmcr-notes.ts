import { idPattern } from "../schema/scalars.ts";
import { isReservedName } from "../text/reserved-name.ts";
import { withoutForbidden } from "../text/without-forbidden.ts";
import { type GmcrMistakes, itemsOf, type JsonObject, objectOf, wholeOf, wrongShape } from "./gmcr-node.ts";
import type { JsonNode } from "./json-document.ts";

/** How a party's order is known. */
export type GmcrOrder = "statements" | "ranking" | "indifferent" | "unknown";

/**
 * What the format has no place for and Entente writes under the key `entente`, which gmcr-py passes over: the title, ids,
 * whose ranking counts, and where things stand today. Everything is optional.
 */
export type GmcrNotes = {
  readonly title?: string;
  /** By place; levers in the order of their owners. */
  readonly parties: readonly (string | undefined)[];
  readonly levers: readonly (string | undefined)[];
  readonly orders: readonly (GmcrOrder | undefined)[];
  readonly today?: number;
};

const orders = ["statements", "ranking", "indifferent", "unknown"] as const;

export function gmcrNotes(root: JsonObject, mistakes: GmcrMistakes): GmcrNotes {
  tellIgnored(root, mistakes);
  const node = root.entries.get("entente");
  const own = node && objectOf(node, "`entente`", mistakes);
  const field = (key: string): JsonNode | undefined => own?.entries.get(key);
  const title = field("title");
  if (title && title.kind !== "string") wrongShape(title, "`title`", "a text in quotes", mistakes);
  const shown = title?.kind === "string" ? withoutForbidden(title.value).trim() : "";
  const today = field("today");
  const code = today && wholeOf(today, "`today`", 0, 2 ** 30 - 1, "gmcr-wrong-shape", mistakes);
  return {
    ...(shown === "" ? {} : { title: shown }),
    ...(code === undefined ? {} : { today: code }),
    parties: idsOf(field("parties"), "parties", mistakes),
    levers: idsOf(field("levers"), "levers", mistakes),
    orders: textsOf(field("orders"), "orders", mistakes).map(({ text, node: at }) => {
      const order = orders.find((one) => one === text);
      return order ?? wrongShape(at, "An order", `one of ${orders.join(", ")}`, mistakes);
    }),
  };
}

/** What a file may hold that is not read, told once each. */
function tellIgnored(root: JsonObject, mistakes: GmcrMistakes): void {
  const parties = root.entries.get("decisionMakers");
  const nodes = parties?.kind === "array" ? parties.items : [];
  for (const [key, why] of [
    ["misperceptions", "misperceptions are not read: every party sees the same states"],
    ["payoffs", "payoffs are not read: they follow from the ranking or the statements"],
  ] as const) {
    const first = nodes
      .map((node) => (node.kind === "object" ? node.entries.get(key) : undefined))
      .find((node) => node !== undefined && !(node.kind === "array" && node.items.length === 0));
    if (first)
      mistakes.warning(first.at, "gmcr-ignored", `This file has \`${key}\`; ${why}.`, "Nothing needs to be done.");
  }
}

function idsOf(node: JsonNode | undefined, key: string, mistakes: GmcrMistakes): readonly (string | undefined)[] {
  const texts = textsOf(node, key, mistakes);
  const seen = new Set<string>();
  const good = texts.every(({ text, node: at }) => {
    const bad = !idPattern.test(text) || isReservedName(text) || seen.has(text);
    seen.add(text);
    if (bad) wrongShape(at, `An id in \`${key}\``, "an id that no other has", mistakes);
    return !bad;
  });
  return good ? texts.map(({ text }) => text) : [];
}

function textsOf(node: JsonNode | undefined, key: string, mistakes: GmcrMistakes) {
  if (node === undefined) return [];
  return (itemsOf(node, `\`${key}\``, 60, mistakes) ?? []).flatMap((item) =>
    item.kind === "string"
      ? [{ text: item.value, node: item }]
      : (wrongShape(item, `An entry of \`${key}\``, "a text in quotes", mistakes) ?? []),
  );
}
