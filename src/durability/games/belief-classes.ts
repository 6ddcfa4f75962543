import { type GameTree, moveInto } from "./game-tree.ts";

/**
 * Nodes of one set whose paths hold the same moves of probability zero. Between them Bayes' rule decides; a node whose
 * path needs further moves of probability zero has belief zero beside them; between classes neither of which holds the
 * other's moves, beliefs are free.
 */
export type BeliefClass = { readonly nodes: readonly number[]; readonly zeros: readonly number[] };

/** The classes of each set that can have weight, given which numbered actions are played. */
export function beliefClasses(tree: GameTree, played: Uint8Array): readonly (readonly BeliefClass[])[] {
  return tree.sets.map(({ nodes }) => {
    if (nodes.length === 1) return [{ nodes, zeros: [] }];
    const classes = new Map<string, { nodes: number[]; zeros: readonly number[] }>();
    for (const node of nodes) {
      const zeros = zeroMoves(tree, played, node);
      const key = zeros.join(" ");
      const known = classes.get(key);
      if (known) known.nodes.push(node);
      else classes.set(key, { nodes: [node], zeros });
    }
    const all = [...classes.values()];
    return all.filter(
      (one) => !all.some((other) => other !== one && other.zeros.every((move) => one.zeros.includes(move))),
    );
  });
}

/** The numbered actions on the path to a node that are not played, ascending. */
export function zeroMoves(tree: GameTree, played: Uint8Array, node: number): readonly number[] {
  const zeros: number[] = [];
  for (let at = node; at > 0; at = tree.nodes[at]!.parent) {
    const move = moveInto(tree, at);
    if (move >= 0 && !played[move]) zeros.push(move);
  }
  return zeros.sort((a, b) => a - b);
}
