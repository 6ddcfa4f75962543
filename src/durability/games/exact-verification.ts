import { add, compare, multiply, type Rational, rational, rationalOf, subtract } from "#prelude";
import type { Assessment } from "./assessment.ts";
import { type BeliefClass, beliefClasses } from "./belief-classes.ts";
import { childBy, type GameTree } from "./game-tree.ts";

/** Larger trees are verified in doubles alone. */
const mostNodes = 5_000;
const zero = rational(0n, 1n);

/**
 * Whether in a pure equilibrium no action gains anything, in exact fractions: beliefs that Bayes' rule decides are
 * computed from the chances of the file, others are taken as the decimals shown. False also when the tree is too large.
 */
export function gainsNothingExactly(tree: GameTree, { strategy, beliefs }: Assessment): boolean {
  if (tree.nodes.length > mostNodes) return false;
  const values = exactValues(tree, strategy);
  const classes = beliefClasses(
    tree,
    Uint8Array.from(strategy, (probability) => (probability > 0 ? 1 : 0)),
  );
  return tree.sets.every(({ player, actions, nodes }, set) => {
    const first = tree.firstAction[set]!;
    const chosen = actions.findIndex((_, action) => strategy[first + action] === 1);
    const weights = weightsOf(tree, nodes, classes[set]!, beliefs);
    return actions.every((_, other) => {
      let gain = zero;
      for (const { node, weight } of weights) {
        const better = subtract(
          values[childBy(tree, node, other)]![player]!,
          values[childBy(tree, node, chosen)]![player]!,
        );
        gain = add(gain, multiply(weight, better));
      }
      return compare(gain, zero) <= 0;
    });
  });
}

/** Relative weights; they need not add up to 1. */
function weightsOf(tree: GameTree, nodes: readonly number[], classes: readonly BeliefClass[], beliefs: Float64Array) {
  const [only] = classes;
  if (classes.length > 1 || !only) return nodes.map((node) => ({ node, weight: rationalOf(beliefs[node]!) }));
  return only.nodes.map((node) => {
    let weight = rational(1n, 1n);
    for (let at = node; at > 0; at = tree.nodes[at]!.parent) weight = multiply(weight, tree.exactChances[at]!);
    return { node, weight };
  });
}

/** Payoffs expected from each node on, when everyone keeps to pure choices. */
function exactValues(tree: GameTree, strategy: Float64Array): readonly (readonly Rational[])[] {
  const values: (readonly Rational[])[] = [...tree.exactPayoffs];
  for (let node = tree.nodes.length - 1; node >= 0; node--) {
    const { set, children } = tree.nodes[node]!;
    if (children.length === 0) continue;
    const chosen = children.find(
      (child) => set >= 0 && strategy[tree.firstAction[set]! + tree.nodes[child]!.branch] === 1,
    );
    values[node] =
      chosen === undefined
        ? tree.players.map((_, player) =>
            children.reduce(
              (sum, child) => add(sum, multiply(tree.exactChances[child]!, values[child]![player]!)),
              zero,
            ),
          )
        : values[chosen]!;
  }
  return values;
}
