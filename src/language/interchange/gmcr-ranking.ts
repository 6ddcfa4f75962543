import type { Preferences, StateCode } from "#model";
import { type GmcrMistakes, itemsOf, wholeOf } from "./gmcr-node.ts";
import type { JsonNode } from "./json-document.ts";

/**
 * A party's order of the states, best first, by their numbers from 1 in the order of ascending codes; a list inside the
 * list is a tie. Every possible state must stand in it once.
 */
export function gmcrRanking(
  node: JsonNode,
  party: string,
  states: readonly StateCode[],
  mistakes: GmcrMistakes,
): Preferences | undefined {
  const what = `The ranking of "${party}"`;
  const items = itemsOf(node, what, states.length, mistakes);
  if (!items) return undefined;
  const named = new Set<number>();
  let good = true;
  const stateOf = (item: JsonNode): readonly StateCode[] => {
    const number = wholeOf(item, `A state in the ranking of "${party}"`, 1, states.length, "gmcr-ranking", mistakes);
    if (number !== undefined && !named.has(number)) {
      named.add(number);
      return [states[number - 1]!]; // wholeOf has checked the number
    }
    good = false;
    if (number !== undefined)
      mistakes.error(item.at, "gmcr-ranking", `${what} names state ${number} twice.`, "Keep one of the two.");
    return [];
  };
  const classes = items.map((item) => {
    if (item.kind !== "array") return stateOf(item);
    if (item.items.length === 0) {
      good = false;
      mistakes.error(item.at, "gmcr-ranking", `${what} holds an empty tie.`, "Take the empty list out.");
    }
    return item.items.flatMap(stateOf);
  });
  const missing = states.flatMap((_, index) => (named.has(index + 1) ? [] : [index + 1]));
  if (good && missing.length > 0) {
    const list = missing.slice(0, 12).join(", ") + (missing.length > 12 ? ` and ${missing.length - 12} more` : "");
    return mistakes.error(
      node.at,
      "gmcr-ranking",
      `${what} leaves out state${missing.length === 1 ? "" : "s"} ${list} of ${states.length}.`,
      "Add each where it belongs: states are numbered by ascending code after the options are ordered by owner.",
    );
  }
  return good ? { kind: "ranking", classes } : undefined;
}
