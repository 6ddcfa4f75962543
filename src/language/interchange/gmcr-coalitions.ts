import { type GmcrMistakes, itemsOf, type JsonObject, wholeOf } from "./gmcr-node.ts";

/**
 * The groups of at least two. In the file each coalition is a party's number or a list of them, and together they must
 * hold every party once; when the key is absent everybody stands alone.
 */
export function gmcrCoalitions(
  root: JsonObject,
  parties: number,
  mistakes: GmcrMistakes,
): readonly (readonly number[])[] | undefined {
  const node = root.entries.get("coalitions");
  if (node === undefined) return [];
  const items = itemsOf(node, "`coalitions`", parties, mistakes);
  if (!items) return undefined;
  const seen = new Set<number>();
  let good = true;
  const groups = items.map((item) => {
    const members = item.kind === "array" ? item.items : [item];
    if (members.length === 0) {
      good = false;
      mistakes.error(item.at, "gmcr-coalitions", "A coalition is empty.", "Take it out.");
    }
    return members.flatMap((member) => {
      const party = wholeOf(member, "A member of a coalition", 0, parties - 1, "gmcr-unknown-party", mistakes);
      if (party !== undefined && !seen.has(party)) {
        seen.add(party);
        return [party];
      }
      good = false;
      if (party !== undefined)
        mistakes.error(
          member.at,
          "gmcr-coalitions",
          `Decision maker ${party} stands in \`coalitions\` twice.`,
          "Keep it in one of them.",
        );
      return [];
    });
  });
  const missing = Array.from({ length: parties }, (_, party) => party).filter((party) => !seen.has(party));
  if (good && missing.length > 0)
    return mistakes.error(
      node.at,
      "gmcr-coalitions",
      `\`coalitions\` leaves out decision maker${missing.length === 1 ? "" : "s"} ${missing.join(", ")}.`,
      "List everyone: who stands alone as a single number.",
    );
  return good ? groups.filter((group) => group.length > 1) : undefined;
}
