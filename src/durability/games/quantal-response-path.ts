import type { Search } from "#prelude";
import { expectedValues } from "./assessment.ts";
import { childBy, type GameTree, moveInto } from "./game-tree.ts";
import { solveLinear } from "./least-squares.ts";
import type { Allowed } from "./undominated-actions.ts";

/** Probabilities along the branch, and the precision at which they were taken; scaled payoffs. */
export type PathPoint = { readonly strategy: Float64Array; readonly precision: number };

/** More unknown probabilities than this are not followed: each step solves a full linear system of that size. */
export const mostFollowed = 160;
const mostSteps = 600;
const highestPrecision = 1e7;

/**
 * Points on the principal branch of logit equilibria in which each information set errs by itself, from uniform choice
 * towards a limit, among the actions that are allowed. Its limit is a sequential equilibrium of that game.
 * Predictor and corrector along the arc, in log-probabilities and precision; derivatives by differences.
 * Sources: McKelvey & Palfrey 1998, Experimental Economics 1; Turocy 2005, Games and Economic Behavior 51.
 */
export function* quantalResponsePath(tree: GameTree, allowed: Allowed): Search<readonly PathPoint[]> {
  const open = openActions(tree, allowed);
  const size = open.reduce((sum, { actions }) => sum + actions.length, 0);
  const points: PathPoint[] = [];
  if (size === 0 || size > mostFollowed) return points;
  const reaches = reachPlan(tree, allowed);
  const equations = (x: Float64Array) => responseEquations(tree, allowed, open, reaches, x);
  let x: Float64Array = new Float64Array(size + 1);
  let from = 0;
  for (const { actions } of open) {
    x.fill(-Math.log(actions.length), from, from + actions.length);
    from += actions.length;
  }
  let tangent: Float64Array = new Float64Array(size + 1);
  tangent[size] = 1;
  let step = 0.1;
  for (let count = 0; count < mostSteps && x[size]! < highestPrecision && step > 1e-9; count++) {
    const along = bordered(equations, x, tangent, unitAt(size));
    if (!along) break;
    const length = Math.hypot(...along);
    const direction = along.map((value) => value / length);
    const corrected = correct(equations, x, direction, step);
    if (!corrected) {
      step /= 3;
      continue;
    }
    x = corrected.x;
    tangent = Float64Array.from(direction);
    step *= corrected.steps <= 3 ? 1.6 : corrected.steps >= 6 ? 0.6 : 1;
    points.push({ strategy: strategyAt(allowed, open, x), precision: x[size]! });
    if (
      count % 8 === 7 &&
      (yield { phase: "quantal responses", done: count + 1, of: mostSteps, refinable: true }) === "finish"
    )
      break;
  }
  return points;
}

type Open = { readonly set: number; readonly actions: readonly number[] };

function openActions(tree: GameTree, allowed: Allowed): readonly Open[] {
  return tree.sets.flatMap(({ actions }, set) => {
    const first = tree.firstAction[set]!;
    const left = [...actions.keys()].flatMap((action) => (allowed[first + action] ? [first + action] : []));
    return left.length > 1 ? [{ set, actions: left }] : [];
  });
}

/** How many struck-out moves stand above each node: in a set only nodes with the fewest are believed in. */
function reachPlan(tree: GameTree, allowed: Allowed): Int32Array {
  const struck = new Int32Array(tree.nodes.length);
  for (let node = 1; node < struck.length; node++) {
    const move = moveInto(tree, node);
    struck[node] = struck[tree.nodes[node]!.parent]! + (move >= 0 && !allowed[move] ? 1 : 0);
  }
  return struck;
}

function strategyAt(allowed: Allowed, open: readonly Open[], x: ArrayLike<number>): Float64Array {
  const strategy = Float64Array.from(allowed);
  let from = 0;
  for (const { actions } of open) for (const action of actions) strategy[action] = Math.exp(x[from++]!);
  return strategy;
}

/** Zero at logit responses: log-odds equal precision times the difference in worth; probabilities add up to 1. */
function responseEquations(
  tree: GameTree,
  allowed: Allowed,
  open: readonly Open[],
  struck: Int32Array,
  x: Float64Array,
): Float64Array {
  const strategy = strategyAt(allowed, open, x);
  const values = expectedValues(tree, strategy);
  // logarithms, so that what is nearly never reached still has beliefs
  const logs = new Float64Array(tree.nodes.length);
  const logOf = new Map<number, number>();
  let next = 0;
  for (const { actions } of open) for (const action of actions) logOf.set(action, x[next++]!);
  for (let node = 1; node < logs.length; node++) {
    const move = moveInto(tree, node);
    logs[node] =
      logs[tree.nodes[node]!.parent]! + (move < 0 ? Math.log(tree.nodes[node]!.chance) : (logOf.get(move) ?? 0));
  }
  const precision = x[x.length - 1]!;
  const result = new Float64Array(x.length - 1);
  let row = 0;
  for (const { set, actions } of open) {
    const { nodes, player } = tree.sets[set]!;
    const fewest = nodes.reduce((least, node) => Math.min(least, struck[node]!), Number.POSITIVE_INFINITY);
    const believed = nodes.filter((node) => struck[node] === fewest);
    const top = believed.reduce((most, node) => Math.max(most, logs[node]!), Number.NEGATIVE_INFINITY);
    const weights = believed.map((node) => Math.exp(logs[node]! - top));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const worth = actions.map((action) =>
      believed.reduce((sum, node, index) => {
        const child = childBy(tree, node, action - tree.firstAction[set]!);
        return sum + (weights[index]! / total) * values[child * tree.players.length + player]!;
      }, 0),
    );
    const first = row;
    let sum = 0;
    for (const [index] of actions.entries()) {
      sum += Math.exp(x[first + index]!);
      if (index > 0) result[first + index] = x[first + index]! - x[first]! - precision * (worth[index]! - worth[0]!);
    }
    result[first] = sum - 1;
    row += actions.length;
  }
  return result;
}

function unitAt(size: number): Float64Array {
  const unit = new Float64Array(size + 1);
  unit[size] = 1;
  return unit;
}

/** Solves the derivative at x, with the row `last` under it, for the right-hand side. */
function bordered(
  equations: (x: Float64Array) => Float64Array,
  x: Float64Array,
  last: ArrayLike<number>,
  right: Float64Array,
): number[] | undefined {
  const at = equations(x);
  const matrix = Array.from({ length: x.length }, () => new Float64Array(x.length));
  for (let column = 0; column < x.length; column++) {
    const moved = Float64Array.from(x);
    const width = 1e-7 * Math.max(1, Math.abs(x[column]!));
    moved[column]! += width;
    const after = equations(moved);
    for (let row = 0; row < at.length; row++) matrix[row]![column] = (after[row]! - at[row]!) / width;
    matrix[x.length - 1]![column] = last[column]!;
  }
  const solved = solveLinear(matrix, Array.from(right));
  return solved?.every(Number.isFinite) ? solved : undefined;
}

/** Newton's steps back to the branch, across the direction; undefined if they do not close in or lead too far. */
function correct(
  equations: (x: Float64Array) => Float64Array,
  x: Float64Array,
  direction: readonly number[],
  step: number,
): { readonly x: Float64Array; readonly steps: number } | undefined {
  let point = x.map((value, index) => value + step * direction[index]!);
  for (let steps = 1; steps <= 8; steps++) {
    const error = equations(point);
    const change = bordered(equations, point, direction, Float64Array.of(...error.map((value) => -value), 0));
    if (!change) return undefined;
    const length = Math.hypot(...change);
    if (!(length < 2 * step + 1)) return undefined;
    point = point.map((value, index) => value + change[index]!);
    if (length < 1e-8 * Math.max(1, Math.abs(point[point.length - 1]!))) return { x: point, steps };
  }
  return undefined;
}
