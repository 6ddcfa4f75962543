import { type GameTree, moveInto } from "./game-tree.ts";

/** Scaled payoffs that differ by no more are called equal when actions are struck out. */
const margin = 1e-11;

/** Which actions may be played: one flag for each numbered action. */
export type Allowed = Uint8Array;

/** Nodes of a set between which no player's choice can make a difference, with their relative chances. */
type Group = { readonly nodes: readonly number[]; readonly weights: readonly number[] };

export type Dominance = {
  /**
   * Strikes actions out of `allowed` until none is worse than another of its set under every belief, whatever is played
   * elsewhere within `allowed`. Sets of `fixed` are not shortened.
   * @returns false if an action of a fixed set would have to go: nothing with these supports is an equilibrium.
   * Time: nodes x players, a few times over.
   */
  readonly strike: (allowed: Allowed, fixed: ReadonlySet<number>) => boolean;
};

/** Iterated elimination of actions that are never a best reply, by bounds on what can follow. No equilibrium is lost. */
export function dominance(tree: GameTree): Dominance {
  const { nodes, sets, players, payoffs, firstAction } = tree;
  const groups = sets.map((_, set) => groupsOf(tree, set));
  const count = players.length;
  const low = new Float64Array(nodes.length * count);
  const high = new Float64Array(nodes.length * count);
  const bound = (allowed: Allowed) => {
    for (let node = nodes.length - 1; node >= 0; node--) {
      const { children, set } = nodes[node]!;
      const at = node * count;
      if (children.length === 0) {
        for (let player = 0; player < count; player++) low[at + player] = high[at + player] = payoffs[at + player]!;
        continue;
      }
      for (let player = 0; player < count; player++) {
        let [least, most] = set < 0 ? [0, 0] : [Infinity, -Infinity];
        for (const child of children) {
          const below = child * count + player;
          if (set < 0) {
            least += nodes[child]!.chance * low[below]!;
            most += nodes[child]!.chance * high[below]!;
          } else if (allowed[firstAction[set]! + nodes[child]!.branch]) {
            least = Math.min(least, low[below]!);
            most = Math.max(most, high[below]!);
          }
        }
        low[at + player] = least;
        high[at + player] = most;
      }
    }
  };
  /** groups x actions: the least and the most that each action can come to, in each group of the set's nodes. */
  const comesTo = (set: number, ends: Float64Array): Float64Array => {
    const { player, actions } = sets[set]!;
    const sums = new Float64Array(groups[set]!.length * actions.length);
    for (const [group, { nodes: members, weights }] of groups[set]!.entries())
      for (const [index, node] of members.entries()) {
        const { children } = nodes[node]!;
        for (let action = 0; action < actions.length; action++)
          sums[group * actions.length + action]! += weights[index]! * ends[children[action]! * count + player]!;
      }
    return sums;
  };
  return {
    strike: (allowed, fixed) => {
      for (let changed = true; changed; ) {
        changed = false;
        bound(allowed);
        for (const [set, { actions }] of sets.entries()) {
          const first = firstAction[set]!;
          const [least, most] = [comesTo(set, low), comesTo(set, high)];
          const size = actions.length;
          // an action that was struck out is itself worse than one that was not; a fixed set answers to all
          const rivals = [...actions.keys()].filter((action) => fixed.has(set) || allowed[first + action]);
          // among nodes between which beliefs are fixed, the best rival decides alone
          const judges =
            groups[set]!.length > 1
              ? rivals
              : [rivals.reduce((best, one) => (least[one]! > least[best]! ? one : best))];
          const isWorse = (worse: number, better: number) => {
            for (let at = 0; at < least.length; at += size)
              if (!(least[at + better]! - most[at + worse]! > margin)) return false;
            return worse !== better;
          };
          for (let worse = 0; worse < size; worse++) {
            if (!allowed[first + worse]) continue;
            if (!judges.some((better) => (fixed.has(set) || allowed[first + better]) && isWorse(worse, better)))
              continue;
            if (fixed.has(set)) return false;
            allowed[first + worse] = 0;
            changed = true;
          }
        }
      }
      return true;
    },
  };
}

/** Nodes whose paths differ by chance only; their relative weight is the same in every equilibrium. */
function groupsOf(tree: GameTree, set: number): readonly Group[] {
  const groups = new Map<string, { nodes: number[]; weights: number[] }>();
  for (const node of tree.sets[set]!.nodes) {
    const moves: number[] = [];
    let chance = 1;
    for (let at = node; at >= 0; at = tree.nodes[at]!.parent) {
      chance *= tree.nodes[at]!.chance;
      const move = moveInto(tree, at);
      if (move >= 0) moves.push(move);
    }
    const key = moves.sort((a, b) => a - b).join(" ");
    const group = groups.get(key) ?? { nodes: [], weights: [] };
    groups.set(key, group);
    group.nodes.push(node);
    group.weights.push(chance);
  }
  return [...groups.values()].map(({ nodes, weights }) => {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return { nodes, weights: weights.map((weight) => weight / total) };
  });
}
