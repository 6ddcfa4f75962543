import type { ConflictLever } from "#model";
import { type GmcrMistakes, itemsOf, type JsonObject, nameOf, objectOf, wholeOf, wrongShape } from "./gmcr-node.ts";
import type { GmcrNotes } from "./gmcr-notes.ts";
import { idMaker } from "./id-maker.ts";
import type { JsonNode } from "./json-document.ts";

export const mostOptions = 30;
const mostParties = 30;

export type GmcrOptions = {
  readonly parties: readonly { readonly id: string; readonly name: string; readonly node: JsonObject }[];
  /** Ordered by owner: the options of the first party as it lists them, then those of the second. */
  readonly levers: readonly ConflictLever[];
  /** The place among the levers of each option of the file. */
  readonly leverOf: readonly number[];
};

/** Lists that could be read, with a mistake in who owns what: enough to look at what else names an option or a party. */
export type GmcrUnowned = {
  readonly options: number;
  /** Undefined for a decision maker that is no object. */
  readonly owners: readonly ({ readonly name: string; readonly node: JsonObject } | undefined)[];
};

type Option = { readonly name: string; readonly direction: ConflictLever["direction"]; readonly node: JsonNode };

/** The options and who owns each: exactly one party. Undefined where one of the two lists cannot be read at all. */
export function gmcrOptions(
  root: JsonObject,
  notes: GmcrNotes,
  mistakes: GmcrMistakes,
): GmcrOptions | GmcrUnowned | undefined {
  const options = listOf(root, "options", mostOptions, mistakes)?.map((node, at) => optionOf(node, at, mistakes));
  const owners = listOf(root, "decisionMakers", mostParties, mistakes)?.map((node, at) => partyOf(node, at, mistakes));
  if (!options || !owners) return undefined;
  const count = options.length;
  const owned: { option: number; party: number }[] = [];
  const ownerOf = new Map<number, number>();
  for (const [party, owner] of owners.entries())
    for (const item of owner ? optionsOwned(owner.node, owner.name, mistakes) : []) {
      const option = wholeOf(item, `An option of "${owner?.name}"`, 0, count - 1, "gmcr-unknown-option", mistakes);
      if (option === undefined) continue;
      const first = ownerOf.get(option);
      const name = options[option]?.name ?? `option ${option}`;
      if (first === undefined) {
        ownerOf.set(option, party);
        owned.push({ option, party });
      } else
        mistakes.error(
          item.at,
          "gmcr-option-owner",
          first === party
            ? `"${owner?.name}" lists option ${option}, "${name}", twice.`
            : `Option ${option}, "${name}", belongs to "${owners[first]?.name}" and to "${owner?.name}"; an option has one owner.`,
          "Take it out of one of the two lists.",
        );
    }
  for (const [index, option] of options.entries())
    if (option && !ownerOf.has(index))
      mistakes.error(
        option.node.at,
        "gmcr-option-owner",
        `Option ${index}, "${option.name}", belongs to nobody.`,
        `Add ${index} to the options of a decision maker, or take the option out.`,
      );
  const leverOf = options.map((_, index) => owned.findIndex(({ option }) => option === index));
  const whole = owners.every((owner) => owner !== undefined) && options.every((option) => option !== undefined);
  if (!whole || owned.length !== count) return { options: count, owners };
  const partyIds = idMaker();
  const leverIds = idMaker();
  return {
    parties: owners.map(({ name, node }, at) => ({
      id: notes.parties[at] ?? partyIds(name, `party_${at + 1}`),
      name,
      node,
    })),
    levers: owned.map(({ option, party }, at) => {
      const { name, direction } = options[option]!; // wholeOf has checked the number
      return { id: notes.levers[at] ?? leverIds(name, `lever_${at + 1}`), name, party, direction };
    }),
    leverOf,
  };
}

function listOf(root: JsonObject, key: string, most: number, mistakes: GmcrMistakes): readonly JsonNode[] | undefined {
  const node = root.entries.get(key);
  if (node === undefined)
    return mistakes.error(
      root.at,
      "gmcr-missing-key",
      `This file has no "${key}".`,
      "Save the conflict again in gmcr-py: it writes options and decisionMakers.",
    );
  const items = itemsOf(node, `\`${key}\``, most, mistakes);
  if (items?.length === 0)
    return mistakes.error(
      node.at,
      "gmcr-missing-key",
      `\`${key}\` is empty: there is no conflict.`,
      "Add at least one.",
    );
  return items;
}

const directions = new Map<string, ConflictLever["direction"]>([
  ["both", "both"],
  ["fwd", "forward"],
  ["back", "back"],
]);

function optionOf(node: JsonNode, at: number, mistakes: GmcrMistakes): Option | undefined {
  const object = objectOf(node, `Option ${at}`, mistakes);
  if (!object) return undefined;
  const name = nameOf(object, `Option ${at}`, `Option ${at}`, mistakes);
  const written = object.entries.get("permittedDirection");
  const direction =
    written === undefined ? "both" : written.kind === "string" ? directions.get(written.value) : undefined;
  if (direction !== undefined) return { name, direction, node };
  // undefined only where something is written
  return wrongShape(
    written!,
    `\`permittedDirection\` of "${name}"`,
    '"both", "fwd" (only to taken) or "back" (only to not taken)',
    mistakes,
  );
}

function partyOf(node: JsonNode, at: number, mistakes: GmcrMistakes) {
  const object = objectOf(node, `Decision maker ${at}`, mistakes);
  return object && { name: nameOf(object, `Decision maker ${at}`, `Decision maker ${at}`, mistakes), node: object };
}

function optionsOwned(node: JsonObject, party: string, mistakes: GmcrMistakes): readonly JsonNode[] {
  const list = node.entries.get("options");
  if (list === undefined) {
    mistakes.error(
      node.at,
      "gmcr-missing-key",
      `"${party}" has no "options".`,
      'Add "options": [...]; a party without any has [].',
    );
    return [];
  }
  return itemsOf(list, `The options of "${party}"`, mostOptions, mistakes) ?? [];
}
