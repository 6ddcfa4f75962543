import { expectedValues, weightOf } from "./assessment.ts";
import { type BeliefClass, beliefClasses } from "./belief-classes.ts";
import { childBy, type GameTree } from "./game-tree.ts";
import { type LinearRow, maximise } from "./linear-program.ts";

export type SupportingBeliefs = {
  readonly beliefs: Float64Array;
  /** By set: other beliefs would do as well. */
  readonly many: readonly boolean[];
  /** By node: the ends of what would do, at sets whose beliefs follow from no earlier ones. */
  readonly low: Float64Array;
  readonly high: Float64Array;
};

/** Free sets of more classes than this get one belief, and no ends: each end is a linear programme of its own. */
const mostClassesRanged = 40;

/** Scaled regret that rounding explains. */
const slack = 1e-11;

/**
 * Beliefs under which nobody gains at a set off the path; undefined if at some set there are none. On the path, and
 * wherever the strategies decide it, they are Bayes'; a player's beliefs follow from those at the own earlier set when
 * that leads here. Where many would do, a point inside all of them. Linear programmes, one for each free set.
 */
export function supportingBeliefs(tree: GameTree, strategy: Float64Array): SupportingBeliefs | undefined {
  const played = Uint8Array.from(strategy, (probability) => (probability > 0 ? 1 : 0));
  const classes = beliefClasses(tree, played);
  const values = expectedValues(tree, strategy);
  const beliefs = new Float64Array(tree.nodes.length);
  const [low, high] = [new Float64Array(beliefs.length), new Float64Array(beliefs.length)];
  const many = tree.sets.map(() => false);
  for (const [set, { nodes, ownMove }] of tree.sets.entries()) {
    const minimal = classes[set]!;
    const before = ownMove === undefined ? undefined : tree.setOfAction[ownMove]!;
    const inherited =
      minimal.length > 1 && before !== undefined ? inherit(tree, strategy, beliefs, before, nodes) : undefined;
    if (minimal.length === 1)
      for (const { node, weight } of bayesWithin(tree, strategy, minimal[0]!)) beliefs[node] = weight;
    else if (inherited && before !== undefined) {
      for (const [index, node] of nodes.entries()) beliefs[node] = inherited[index]!;
      many[set] = many[before]!;
    } else {
      const found = freeBeliefs(tree, strategy, values, set, minimal);
      if (!found) return undefined;
      many[set] = !found.ranged || found.high.some((most, index) => most - found.low[index]! > 1e-9);
      for (const [index, one] of minimal.entries())
        for (const { node, weight } of bayesWithin(tree, strategy, one)) {
          beliefs[node] = weight * found.shares[index]!;
          low[node] = weight * found.low[index]!;
          high[node] = weight * found.high[index]!;
        }
      continue;
    }
    for (const node of nodes) low[node] = high[node] = beliefs[node]!;
  }
  return { beliefs, many, low, high };
}

/** The relative chances of a class's nodes, moves of probability zero taken as made. */
export function bayesWithin(tree: GameTree, strategy: Float64Array, { nodes }: BeliefClass) {
  const weights = nodes.map((node) => {
    let weight = 1;
    for (let at = node; at > 0; at = tree.nodes[at]!.parent) weight *= weightOf(tree, strategy, at) || 1;
    return weight;
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return nodes.map((node, index) => ({ node, weight: weights[index]! / total }));
}

/** The node of an own earlier set above a node, and the chance of coming from there, own moves taken as made. */
export function flowFrom(
  tree: GameTree,
  strategy: Float64Array,
  earlier: number,
  node: number,
): { readonly from: number; readonly flow: number } {
  const { player } = tree.sets[earlier]!;
  let flow = 1;
  let at = node;
  while (tree.nodes[at]!.set !== earlier || at === node) {
    const above = tree.nodes[tree.nodes[at]!.parent]!.set;
    if (above < 0 || tree.sets[above]!.player !== player) flow *= weightOf(tree, strategy, at);
    at = tree.nodes[at]!.parent;
  }
  return { from: at, flow };
}

function inherit(
  tree: GameTree,
  strategy: Float64Array,
  beliefs: Float64Array,
  before: number,
  nodes: readonly number[],
): readonly number[] | undefined {
  const weights = nodes.map((node) => {
    const { from, flow } = flowFrom(tree, strategy, before, node);
    return beliefs[from]! * flow;
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return total > 1e-12 ? weights.map((weight) => weight / total) : undefined;
}

/** Shares of the classes: some, and the least and the most each can have. Undefined if none support the strategies. */
function freeBeliefs(
  tree: GameTree,
  strategy: Float64Array,
  values: Float64Array,
  set: number,
  classes: readonly BeliefClass[],
): { shares: readonly number[]; low: readonly number[]; high: readonly number[]; ranged: boolean } | undefined {
  const rows: LinearRow[] = gainRows(tree, strategy, values, set, classes);
  const size = classes.length;
  rows.push({ coefficients: [...Array<number>(size).fill(1), 0], kind: "exactly", bound: 1 });
  const least = maximise([...Array<number>(size).fill(0), -1], rows);
  if (!least || least[size]! > slack) return undefined;
  rows.push({ coefficients: [...Array<number>(size).fill(0), 1], kind: "at-most", bound: least[size]! });
  // with very many classes one point must do
  if (size > mostClassesRanged) {
    const shares = [...least.slice(0, size)].map((share) => (share < 1e-10 ? 0 : share));
    return { shares, low: shares, high: shares, ranged: false };
  }
  const ends = classes.map((_, index) => {
    const towards = (sign: number) => {
      const objective = new Float64Array(size + 1);
      objective[index] = sign;
      return maximise(objective, rows) ?? least;
    };
    return [towards(-1), towards(1)] as const;
  });
  const corners = ends.flat();
  const shares = classes.map((_, index) => corners.reduce((sum, corner) => sum + corner[index]!, 0) / corners.length);
  return {
    // what a linear programme leaves of a share that must be nothing
    shares: shares.map((share) => (share < 1e-10 ? 0 : share)),
    low: ends.map(([down], index) => down[index]!),
    high: ends.map(([, up], index) => up[index]!),
    ranged: true,
  };
}

/** For each own set from `set` on whose beliefs follow from here: what each class gains by each deviation, at most r. */
function gainRows(
  tree: GameTree,
  strategy: Float64Array,
  values: Float64Array,
  set: number,
  classes: readonly BeliefClass[],
): LinearRow[] {
  const classWeight = new Map<number, { index: number; weight: number }>();
  for (const [index, one] of classes.entries())
    for (const { node, weight } of bayesWithin(tree, strategy, one)) classWeight.set(node, { index, weight });
  const rows: LinearRow[] = [];
  for (const [later, { player, actions, nodes }] of tree.sets.entries()) {
    if (later !== set && !followsOwn(tree, later, set)) continue;
    const weighted = nodes.flatMap((node) => {
      const { from, flow } = later === set ? { from: node, flow: 1 } : flowFrom(tree, strategy, set, node);
      const known = classWeight.get(from);
      return known && flow > 0 ? [{ node, index: known.index, weight: known.weight * flow }] : [];
    });
    if (weighted.length === 0) continue;
    const first = tree.firstAction[later]!;
    for (const chosen of actions.keys()) {
      if (strategy[first + chosen] === 0) continue;
      for (const other of actions.keys()) {
        if (other === chosen) continue;
        const coefficients = new Float64Array(classes.length + 1);
        for (const { node, index, weight } of weighted) {
          const gain =
            values[childBy(tree, node, other) * tree.players.length + player]! -
            values[childBy(tree, node, chosen) * tree.players.length + player]!;
          coefficients[index]! += weight * gain;
        }
        coefficients[classes.length] = -1;
        rows.push({ coefficients, kind: "at-most", bound: 0 });
      }
    }
  }
  return rows;
}

/** Whether an own move at `earlier` stands before the set. */
export function followsOwn(tree: GameTree, set: number, earlier: number): boolean {
  for (let move = tree.sets[set]!.ownMove; move !== undefined; move = tree.sets[tree.setOfAction[move]!]!.ownMove)
    if (tree.setOfAction[move] === earlier) return true;
  return false;
}
