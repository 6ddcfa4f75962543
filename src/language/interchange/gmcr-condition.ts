import type { StateCondition } from "#model";
import { type GmcrMistakes, itemsOf, objectOf, wholeOf, wrongShape } from "./gmcr-node.ts";
import type { JsonNode } from "./json-document.ts";

/** Conditions of one file together, so that a small file cannot ask for very much work. */
const mostMembers = 200;

/**
 * A condition: a list of [option, "Y" or "N"] that hold together, or a compound of such lists, of which any may hold.
 * @param leverOf  the place of each option once they are re-ordered by owner.
 */
export function gmcrCondition(
  node: JsonNode,
  what: string,
  leverOf: readonly number[],
  mistakes: GmcrMistakes,
): StateCondition | undefined {
  if (node.kind === "array") {
    const clause = clauseOf(node, what, leverOf, mistakes);
    return clause && [clause];
  }
  const object = objectOf(node, what, mistakes);
  if (!object) return undefined;
  const members = object.entries.get("members");
  if (members === undefined)
    return mistakes.error(
      object.at,
      "gmcr-missing-key",
      `${what} is compound and has no "members".`,
      'Write { "compound": true, "members": [condition, ...] }.',
    );
  const items = itemsOf(members, `"members" of ${what}`, mostMembers, mistakes);
  if (!items) return undefined;
  if (items.length === 0)
    return mistakes.error(
      members.at,
      "gmcr-condition",
      `${what} has no members: nothing meets it.`,
      "Add one, or take it out.",
    );
  const clauses = items.map((item, index) => clauseOf(item, `member ${index + 1} of ${what}`, leverOf, mistakes));
  return clauses.every((clause) => clause !== undefined) ? clauses : undefined;
}

function clauseOf(
  node: JsonNode,
  what: string,
  leverOf: readonly number[],
  mistakes: GmcrMistakes,
): StateCondition[number] | undefined {
  const items = itemsOf(node, what, 60, mistakes);
  if (!items) return undefined;
  if (items.length === 0)
    return mistakes.error(
      node.at,
      "gmcr-condition",
      `${what} names no option: every state meets it.`,
      "Name an option, or take it out.",
    );
  const taken = new Map<number, boolean>();
  let good = true;
  for (const item of items) {
    const literal = literalOf(item, what, leverOf, mistakes);
    if (!literal) good = false;
    else if ((taken.get(literal.lever) ?? literal.taken) !== literal.taken) {
      good = false;
      mistakes.error(
        item.at,
        "gmcr-condition",
        `${what} wants one option both taken and not taken.`,
        "Keep one of the two.",
      );
    } else taken.set(literal.lever, literal.taken);
  }
  return good ? [...taken].map(([lever, is]) => ({ lever, taken: is })) : undefined;
}

function literalOf(node: JsonNode, what: string, leverOf: readonly number[], mistakes: GmcrMistakes) {
  const [option, answer] = node.kind === "array" && node.items.length === 2 ? node.items : [];
  if (!option || !answer) return wrongShape(node, `A part of ${what}`, '[option number, "Y" or "N"]', mistakes);
  const index = wholeOf(option, `The option in ${what}`, 0, leverOf.length - 1, "gmcr-unknown-option", mistakes);
  if (answer.kind !== "string" || (answer.value !== "Y" && answer.value !== "N"))
    return wrongShape(answer, `The answer in ${what}`, '"Y" or "N"', mistakes);
  const lever = index === undefined ? undefined : leverOf[index];
  return lever === undefined ? undefined : { lever, taken: answer.value === "Y" };
}
