import { seededRandom } from "#prelude";
import { expectedValues, weightOf } from "./assessment.ts";
import { type BeliefClass, beliefClasses } from "./belief-classes.ts";
import { childBy, type GameTree, moveInto } from "./game-tree.ts";
import { leastSquares, rankOf } from "./least-squares.ts";
import { type LinearRow, maximise } from "./linear-program.ts";
import { areAll, mostUnknowns } from "./multilinear-search.ts";
import { flowFrom, followsOwn } from "./supporting-beliefs.ts";

/** Strategies with exactly these supports that may be an equilibrium; each is verified elsewhere. */
export type SupportCandidates = {
  readonly strategies: readonly CandidateStrategy[];
  /** Whether there are certainly no others, families counted once. */
  readonly complete: boolean;
};

export type CandidateStrategy = {
  readonly strategy: Float64Array;
  readonly extent: "isolated" | "family" | "not-decided";
  /** Of each numbered action, where known. */
  readonly low?: Float64Array;
  readonly high?: Float64Array;
};

/** A probability of less counts as zero, and its support as a smaller one. */
const least = 1e-8;
const starts = 8;

/**
 * Solves the indifference conditions of one combination of supports together with the conditions that no other action
 * gains, beliefs at free sets being unknowns too. Where no product of unknowns occurs, by linear programming, which is
 * complete; else from several points by least squares, which may miss solutions.
 */
export function supportCandidates(tree: GameTree, played: Uint8Array): SupportCandidates {
  const system = unknownsOf(tree, played);
  if (system.mixed.length === 0)
    return { strategies: [{ strategy: Float64Array.from(played), extent: "isolated" }], complete: true };
  return system.linear ? solveByProgramme(tree, system) : solveBySquares(tree, system);
}

type System = {
  readonly pure: Float64Array;
  /** Sets in which several actions are played, and the numbered actions that are. */
  readonly mixed: readonly { readonly set: number; readonly actions: readonly number[] }[];
  /** The numbered actions that are unknown, then one unknown for each class of each free set. */
  readonly unknownActions: readonly number[];
  readonly freeSets: readonly { readonly first: number; readonly count: number }[];
  readonly size: number;
  readonly conditions: readonly Condition[];
  readonly linear: boolean;
};

/** At one set: `other` must not gain over `chosen`, or must equal it. `share` is an unknown's number, or -1. */
type Condition = {
  readonly player: number;
  readonly chosen: number;
  readonly other: number;
  readonly equal: boolean;
  readonly nodes: readonly { readonly node: number; readonly share: number; readonly weigh: readonly number[] }[];
};

function unknownsOf(tree: GameTree, played: Uint8Array): System {
  const pure = Float64Array.from(played);
  const mixed: { set: number; actions: number[] }[] = [];
  const unknownActions: number[] = [];
  const isMixed = tree.sets.map(({ actions }, set) => {
    const first = tree.firstAction[set]!;
    const chosen = [...actions.keys()].flatMap((action) => (played[first + action] ? [first + action] : []));
    if (chosen.length === 1) return false;
    mixed.push({ set, actions: chosen });
    unknownActions.push(...chosen);
    for (const action of chosen) pure[action] = 0;
    return true;
  });
  const classes = beliefClasses(tree, played);
  const freeSets: { first: number; count: number }[] = [];
  let size = unknownActions.length;
  const shareOf = new Map<number, number>();
  const rootOf = new Map<number, number>();
  const flags = Float64Array.from(played);
  const conditions: Condition[] = [];
  let linear = true;
  for (const [set, { player, actions, nodes, ownMove }] of tree.sets.entries()) {
    const minimal = classes[set]!;
    let weighed: { node: number; share: number }[] = (minimal[0] as BeliefClass).nodes.map((node) => ({
      node,
      share: -1,
    })); // every set has nodes
    if (minimal.length > 1) {
      const root = linkedRoot(tree, flags, rootOf, set, ownMove);
      if (root !== undefined) {
        rootOf.set(set, root);
        weighed = nodes.flatMap((node) => {
          const { from, flow } = flowFrom(tree, flags, root, node);
          const share = shareOf.get(from);
          return flow > 0 && share !== undefined ? [{ node, share }] : [];
        });
      } else {
        rootOf.set(set, set);
        freeSets.push({ first: size, count: minimal.length });
        weighed = minimal.flatMap((one, index) => one.nodes.map((node) => ({ node, share: size + index })));
        for (const { node, share } of weighed) shareOf.set(node, share);
        size += minimal.length;
      }
    }
    const rows = weighed.map(({ node, share }) => ({ node, share, weigh: othersMovesTo(tree, node, player) }));
    const first = tree.firstAction[set]!;
    const chosen = [...actions.keys()].find((action) => played[first + action])!; // supports are not empty
    for (const other of actions.keys()) {
      if (other === chosen) continue;
      conditions.push({ player, chosen, other, equal: played[first + other] === 1, nodes: rows });
    }
    linear &&= rows.every(({ node, share, weigh }) => {
      const above = weigh.filter((at) => unknownActions.includes(moveInto(tree, at))).length + (share < 0 ? 0 : 1);
      return above + mostMixedBelow(tree, played, isMixed, node) <= 1;
    });
  }
  return { pure, mixed, unknownActions, freeSets, size, conditions, linear };
}

/** The free set from which beliefs at this one follow, if an own earlier set can lead here. */
function linkedRoot(
  tree: GameTree,
  flags: Float64Array,
  rootOf: ReadonlyMap<number, number>,
  set: number,
  ownMove: number | undefined,
): number | undefined {
  const root = ownMove === undefined ? undefined : rootOf.get(tree.setOfAction[ownMove]!);
  if (root === undefined || !followsOwn(tree, set, root)) return undefined;
  return tree.sets[set]!.nodes.some((node) => flowFrom(tree, flags, root, node).flow > 0) ? root : undefined;
}

/** The nodes on the path into which chance or another player moves: the own moves are the same for the whole set. */
function othersMovesTo(tree: GameTree, node: number, player: number): readonly number[] {
  const nodes: number[] = [];
  for (let at = node; at > 0; at = tree.nodes[at]!.parent) {
    const set = tree.nodes[tree.nodes[at]!.parent]!.set;
    if (set < 0 || tree.sets[set]!.player !== player) nodes.push(at);
  }
  return nodes;
}

/** The most moves of mixing sets on one path from the node on, its own move not counted. */
function mostMixedBelow(tree: GameTree, played: Uint8Array, isMixed: readonly boolean[], node: number): number {
  let most = 0;
  const left = tree.nodes[node]!.children.map((child) => ({ at: child, count: 0 }));
  for (let next = left.pop(); next; next = left.pop()) {
    most = Math.max(most, next.count);
    const { set, children } = tree.nodes[next.at]!;
    const count = next.count + (set >= 0 && isMixed[set] ? 1 : 0);
    for (const child of children) if (set < 0 || played[moveInto(tree, child)]) left.push({ at: child, count });
  }
  return most;
}

/** What each condition's other action gains, in scaled payoffs, not divided by the chance of the set. */
function gains(tree: GameTree, system: System, x: ArrayLike<number>): Float64Array {
  const strategy = Float64Array.from(system.pure);
  for (const [index, action] of system.unknownActions.entries()) strategy[action] = x[index]!;
  const values = expectedValues(tree, strategy);
  const count = tree.players.length;
  let known: Condition["nodes"] | undefined;
  let weights: readonly number[] = [];
  return Float64Array.from(system.conditions, ({ player, chosen, other, nodes }) => {
    if (nodes !== known) {
      known = nodes;
      weights = nodes.map(({ share, weigh }) => {
        let weight = share < 0 ? 1 : x[share]!;
        // a move of probability zero above a free set is taken as made
        for (const at of weigh) weight *= movedHere(tree, system, strategy, at);
        return weight;
      });
    }
    let gain = 0;
    for (const [index, { node }] of nodes.entries()) {
      if (weights[index] === 0) continue;
      const better = values[childBy(tree, node, other) * count + player]!;
      gain += weights[index]! * (better - values[childBy(tree, node, chosen) * count + player]!);
    }
    return gain;
  });
}

function movedHere(tree: GameTree, system: System, strategy: Float64Array, node: number): number {
  const move = moveInto(tree, node);
  if (move < 0 || system.pure[move] === 1) return weightOf(tree, strategy, node);
  return system.unknownActions.includes(move) ? strategy[move]! : 1;
}

function solveByProgramme(tree: GameTree, system: System): SupportCandidates {
  const { size, unknownActions, mixed, freeSets, conditions } = system;
  const zero = new Float64Array(size);
  const constant = gains(tree, system, zero);
  const columns = Array.from({ length: size }, (_, index) => {
    const unit = Float64Array.from(zero);
    unit[index] = 1;
    return gains(tree, system, unit);
  });
  const none: SupportCandidates = { strategies: [], complete: true };
  const rows: LinearRow[] = [];
  for (const [row, { equal }] of conditions.entries()) {
    const coefficients = Float64Array.from({ length: size + 1 }, (_, index) =>
      index < size ? columns[index]![row]! - constant[row]! : 0,
    );
    const constantGain = constant[row]!;
    if (coefficients.every((value) => Math.abs(value) < 1e-14)) {
      if (constantGain > 1e-11 || (equal && constantGain < -1e-11)) return none;
    } else rows.push({ coefficients, kind: equal ? "exactly" : "at-most", bound: -constantGain });
  }
  let from = 0;
  for (const { count } of [...mixed.map(({ actions }) => ({ count: actions.length })), ...freeSets]) {
    const coefficients = new Float64Array(size + 1);
    coefficients.fill(1, from, from + count);
    rows.push({ coefficients, kind: "exactly", bound: 1 });
    from += count;
  }
  const positive = unknownActions.map((_, index): LinearRow => {
    const coefficients = new Float64Array(size + 1);
    coefficients[index] = 1;
    coefficients[size] = -1;
    return { coefficients, kind: "at-least", bound: 0 };
  });
  const objective = new Float64Array(size + 1);
  objective[size] = 1;
  const x = maximise(objective, [...rows, ...positive]);
  if (!x || x[size]! < least) return none;
  const [low, high] = [Float64Array.from(system.pure), Float64Array.from(system.pure)];
  if (unknownActions.length <= 24)
    for (const [index, action] of unknownActions.entries()) {
      const towards = new Float64Array(size + 1);
      for (const [sign, ends] of [[-1, low] as const, [1, high] as const]) {
        towards[index] = sign;
        ends[action] = maximise(towards, rows)?.[index] ?? x[index]!;
      }
    }
  const known = unknownActions.length <= 24;
  const family = unknownActions.some((action) => high[action]! - low[action]! > 1e-8);
  return {
    strategies: [
      {
        strategy: strategyOf(system, x),
        extent: !known ? "not-decided" : family ? "family" : "isolated",
        ...(known && family ? { low, high } : {}),
      },
    ],
    complete: true,
  };
}

function solveBySquares(tree: GameTree, system: System): SupportCandidates {
  const { size, unknownActions, mixed, freeSets, conditions } = system;
  const groups = [...mixed.map(({ actions }) => actions.length), ...freeSets.map(({ count }) => count)];
  const residuals = (x: Float64Array): Float64Array => {
    const gain = gains(tree, system, x);
    const result = new Float64Array(conditions.length + groups.length + size);
    for (const [row, { equal }] of conditions.entries()) result[row] = equal ? gain[row]! : Math.max(0, gain[row]!);
    let from = 0;
    for (const [index, count] of groups.entries()) {
      let sum = -1;
      for (let i = 0; i < count; i++) sum += x[from + i]!;
      result[conditions.length + index] = sum;
      from += count;
    }
    for (let i = 0; i < size; i++)
      result[conditions.length + groups.length + i] = Math.max(0, (i < unknownActions.length ? 1e-6 : 0) - x[i]!);
    return result;
  };
  const random = seededRandom(1);
  const found: CandidateStrategy[] = [];
  const points: Float64Array[] = [];
  for (let start = 0; start < starts; start++) {
    const begin = new Float64Array(size);
    let from = 0;
    for (const count of groups) {
      const raw = Array.from({ length: count }, () => (start === 0 ? 1 : -Math.log(1 - random.uniform())));
      const total = raw.reduce((sum, value) => sum + value, 0);
      for (const [i, value] of raw.entries()) begin[from + i] = value / total;
      from += count;
    }
    const { x, sum } = leastSquares(residuals, begin);
    if (sum > 1e-20) continue;
    const strategy = strategyOf(system, x);
    if (unknownActions.some((action) => strategy[action]! < 1e-7)) continue;
    if (found.some((known) => known.strategy.every((value, index) => Math.abs(value - strategy[index]!) < 1e-6)))
      continue;
    points.push(x);
    const family = !determines(residuals, x, unknownActions.length, conditions, groups.length);
    found.push({ strategy, extent: family ? "family" : "isolated" });
    // of a continuum one is enough, and more would look like different answers
    if (family || found.length >= 6) break;
  }
  return { strategies: found, complete: isComplete(tree, system, groups, points) };
}

/** Whether the solutions found are certainly all; shown only where every unknown is one of two that add up to 1. */
function isComplete(
  tree: GameTree,
  system: System,
  groups: readonly number[],
  points: readonly Float64Array[],
): boolean {
  if (groups.length > mostUnknowns || groups.some((count) => count !== 2)) return false;
  const corners = Array.from({ length: 1 << groups.length }, (_, corner) =>
    gains(
      tree,
      system,
      Float64Array.from({ length: system.size }, (_, index) => ((corner >> (index >> 1)) ^ index) & 1),
    ),
  );
  const conditions = system.conditions.map(({ equal }, row) => ({
    equal,
    corners: Float64Array.from(corners, (values) => values[row]!),
  }));
  // the first of each two is the unknown; the corners above have it at 1 where the bit is set
  return areAll(
    conditions,
    points.map((x) => groups.map((_, group) => x[2 * group]!)),
  );
}

/** Whether the equations alone fix the first unknowns near x: their columns add their full number to the rank. */
function determines(
  residuals: (x: Float64Array) => Float64Array,
  x: Float64Array,
  unknowns: number,
  conditions: readonly Condition[],
  groups: number,
): boolean {
  const at = residuals(x);
  const columns = Array.from(x, (value, index) => {
    const moved = Float64Array.from(x);
    moved[index] = value + 1e-6;
    return residuals(moved).map((residual, row) => (residual - at[row]!) / 1e-6);
  });
  const rows = [...at.keys()].filter((row) => row < conditions.length + groups && conditions[row]?.equal !== false);
  const matrix = (from: number) => rows.map((row) => Float64Array.from(columns.slice(from), (column) => column[row]!));
  return rankOf(matrix(0)) - rankOf(matrix(unknowns)) === unknowns;
}

/** With each mixing set's probabilities made to add up to 1. */
function strategyOf({ pure, unknownActions, mixed }: System, x: ArrayLike<number>): Float64Array {
  const strategy = Float64Array.from(pure);
  for (const [index, action] of unknownActions.entries()) strategy[action] = Math.max(0, x[index]!);
  for (const { actions } of mixed) {
    const total = actions.reduce((sum, action) => sum + strategy[action]!, 0);
    for (const action of actions) strategy[action]! /= total;
  }
  return strategy;
}
