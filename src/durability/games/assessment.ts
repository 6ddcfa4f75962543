import { childBy, type GameTree } from "./game-tree.ts";

/** What everyone does, and what the mover believes at each node: probabilities that add up to 1 in each set. */
export type Assessment = {
  /** One probability for each numbered action. */
  readonly strategy: Float64Array;
  /** One for each node; decision nodes only. */
  readonly beliefs: Float64Array;
};

/** nodes x players, scaled payoffs expected from each node on. Time: nodes x players. */
export function expectedValues(tree: GameTree, strategy: Float64Array): Float64Array {
  const { nodes, players, payoffs, firstAction } = tree;
  const values = Float64Array.from(payoffs);
  const count = players.length;
  for (let node = nodes.length - 1; node > 0; node--) {
    const { parent, branch, chance } = nodes[node]!;
    const set = nodes[parent]!.set;
    const weight = set < 0 ? chance : strategy[firstAction[set]! + branch]!;
    if (weight === 0) continue;
    for (let player = 0; player < count; player++)
      values[parent * count + player]! += weight * values[node * count + player]!;
  }
  return values;
}

/** The chance that play comes to each node. */
export function reachChances(tree: GameTree, strategy: Float64Array): Float64Array {
  const reach = new Float64Array(tree.nodes.length);
  reach[0] = 1;
  for (let node = 1; node < reach.length; node++)
    reach[node] = reach[tree.nodes[node]!.parent]! * weightOf(tree, strategy, node);
  return reach;
}

/** The chance of going on from a node's parent to it. */
export function weightOf(tree: GameTree, strategy: Float64Array, node: number): number {
  const { parent, branch, chance } = tree.nodes[node]!;
  const set = tree.nodes[parent]!.set;
  return set < 0 ? chance : strategy[tree.firstAction[set]! + branch]!;
}

export type SetVerdict = { readonly payoff: number; readonly regret: number };

/**
 * For each information set the mover's expected payoff and the largest gain from another action there, in scaled
 * payoffs, under the beliefs and everyone's strategy elsewhere.
 */
export function setVerdicts(tree: GameTree, { strategy, beliefs }: Assessment): readonly SetVerdict[] {
  const values = expectedValues(tree, strategy);
  return tree.sets.map(({ player, actions, nodes }, set) => {
    let payoff = 0;
    let best = Number.NEGATIVE_INFINITY;
    for (const action of actions.keys()) {
      let worth = 0;
      for (const node of nodes)
        worth += beliefs[node]! * values[childBy(tree, node, action) * tree.players.length + player]!;
      payoff += strategy[tree.firstAction[set]! + action]! * worth;
      best = Math.max(best, worth);
    }
    return { payoff, regret: Math.max(0, best - payoff) };
  });
}

/** The largest difference between the beliefs on the path and Bayes' rule. */
export function bayesError(tree: GameTree, { strategy, beliefs }: Assessment): number {
  const reach = reachChances(tree, strategy);
  let error = 0;
  for (const { nodes } of tree.sets) {
    const total = nodes.reduce((sum, node) => sum + reach[node]!, 0);
    if (total <= 0) continue;
    for (const node of nodes) error = Math.max(error, Math.abs(beliefs[node]! - reach[node]! / total));
  }
  return error;
}
