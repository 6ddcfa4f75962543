import type { ChanceNode, GameNode } from "#model";
import { type Rational, rational, subtract } from "#prelude";

export type ChanceBranch = { readonly name: string; readonly chance: Rational; readonly play: () => GameNode };

/**
 * The move of nature that opens each of these games: it draws the types. Branches are built in their order. The last one
 * gets what the others leave of 1, so that thirds written as decimals make a whole.
 */
export function chanceMove(branches: readonly ChanceBranch[]): ChanceNode {
  const last = branches.length - 1;
  const left = branches.slice(0, last).reduce((rest, { chance }) => subtract(rest, chance), rational(1n, 1n));
  return {
    kind: "chance",
    label: "",
    informationSet: 1,
    actions: branches.map(({ name, chance }, i) => ({ name, chance: i === last ? left : chance })),
    children: branches.map(({ play }) => play()),
  };
}
