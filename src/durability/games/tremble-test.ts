import { seededRandom } from "#prelude";
import { type Assessment, setVerdicts, weightOf } from "./assessment.ts";
import { zeroMoves } from "./belief-classes.ts";
import type { GameTree } from "./game-tree.ts";
import { leastSquares } from "./least-squares.ts";
import { type LinearRow, maximise } from "./linear-program.ts";

/** Sets of more than one node, each node with the moves of probability zero that lead there and the chance of the rest. */
type Trembles = {
  readonly moves: readonly number[];
  readonly sets: readonly (readonly {
    readonly node: number;
    readonly zeros: readonly number[];
    readonly weight: number;
  }[])[];
};

/** Beyond this many moves of probability zero the test is not made. */
const mostMoves = 60;

/**
 * Whether beliefs are the limit of Bayes' beliefs along some sequence of strategies in which everything is played.
 * That is so exactly if each move of probability zero can be given an order k >= 1 and a factor such that in each set
 * the nodes believed in are those of least total order, in the proportions of the factors: a linear programme and a
 * system of linear equations in the logarithms. Source: Kreps & Wilson 1982, Econometrica 50(4), appendix.
 */
export function isConsistent(tree: GameTree, assessment: Assessment): boolean | undefined {
  const trembles = tremblesOf(tree, assessment.strategy);
  if (trembles.moves.length > mostMoves) return undefined;
  return hasOrders(trembles, assessment.beliefs) && hasFactors(trembles, assessment.beliefs);
}

/** Beliefs of some sequence of trembles under which nobody gains, if a search finds them. */
export function consistentBeliefs(
  tree: GameTree,
  strategy: Float64Array,
  fallback: Float64Array,
  tolerance: number,
): Float64Array | undefined {
  const trembles = tremblesOf(tree, strategy);
  const { moves } = trembles;
  if (moves.length === 0 || moves.length > 24) return undefined;
  const random = seededRandom(1);
  const orders = [moves.map(() => 1)];
  for (const index of moves.keys()) {
    orders.push(moves.map((_, other) => (other === index ? 2 : 1)));
    if (moves.length > 2) orders.push(moves.map((_, other) => (other === index ? 1 : 2)));
  }
  for (const order of orders) {
    const beliefsAt = (factors: Float64Array) => limitBeliefs(tree, trembles, order, factors, fallback);
    const residuals = (factors: Float64Array) => {
      const verdicts = setVerdicts(tree, { strategy, beliefs: beliefsAt(factors) });
      return Float64Array.from(verdicts, ({ regret }) => (regret > tolerance / 4 ? regret : 0));
    };
    for (let start = 0; start < 4; start++) {
      const begin = Float64Array.from(moves, () => (start === 0 ? 0 : 4 * random.uniform() - 2));
      const { x, sum } = leastSquares(residuals, begin, 20);
      if (
        sum === 0 ||
        setVerdicts(tree, { strategy, beliefs: beliefsAt(x) }).every(({ regret }) => regret <= tolerance)
      )
        return beliefsAt(x);
    }
  }
  return undefined;
}

function tremblesOf(tree: GameTree, strategy: Float64Array): Trembles {
  const played = Uint8Array.from(strategy, (probability) => (probability > 0 ? 1 : 0));
  const moves = new Map<number, number>();
  const sets = tree.sets
    .filter(({ nodes }) => nodes.length > 1)
    .map(({ nodes }) =>
      nodes.map((node) => {
        const zeros = zeroMoves(tree, played, node);
        for (const move of zeros) if (!moves.has(move)) moves.set(move, moves.size);
        let weight = 1;
        for (let at = node; at > 0; at = tree.nodes[at]!.parent) weight *= weightOf(tree, strategy, at) || 1;
        return { node, zeros: zeros.map((move) => moves.get(move)!), weight };
      }),
    );
  return { moves: [...moves.keys()], sets };
}

function hasOrders({ moves, sets }: Trembles, beliefs: Float64Array): boolean {
  const rows: LinearRow[] = [];
  for (const set of sets) {
    const first = set.find(({ node }) => beliefs[node]! > 0)!; // beliefs add up to 1
    for (const one of set) {
      if (one === first) continue;
      const coefficients = new Float64Array(moves.length);
      for (const move of one.zeros) coefficients[move]! += 1;
      for (const move of first.zeros) coefficients[move]! -= 1;
      // orders are 1 + unknown; a node not believed in needs a higher total than one that is
      const constant = one.zeros.length - first.zeros.length;
      const believed = beliefs[one.node]! > 0;
      rows.push({ coefficients, kind: believed ? "exactly" : "at-least", bound: (believed ? 0 : 1) - constant });
    }
  }
  return maximise(new Float64Array(moves.length), rows) !== undefined;
}

function hasFactors({ moves, sets }: Trembles, beliefs: Float64Array): boolean {
  const rows: Float64Array[] = [];
  for (const set of sets) {
    const believed = set.filter(({ node }) => beliefs[node]! > 0);
    const [first] = believed;
    for (const one of believed.slice(1)) {
      const row = new Float64Array(moves.length + 1);
      for (const move of one.zeros) row[move]! += 1;
      for (const move of first!.zeros) row[move]! -= 1; // believed is not empty: beliefs add up to 1
      row[moves.length] = Math.log(beliefs[one.node]! / one.weight) - Math.log(beliefs[first!.node]! / first!.weight);
      rows.push(row);
    }
  }
  let rank = 0;
  for (let column = 0; column < moves.length && rank < rows.length; column++) {
    const pivot = rows.findIndex((row, index) => index >= rank && Math.abs(row[column]!) > 1e-9);
    if (pivot < 0) continue;
    [rows[rank], rows[pivot]] = [rows[pivot]!, rows[rank]!];
    for (const [index, row] of rows.entries()) {
      if (index === rank) continue;
      const factor = row[column]! / rows[rank]![column]!;
      if (factor !== 0) for (let i = 0; i < row.length; i++) row[i]! -= factor * rows[rank]![i]!;
    }
    rank += 1;
  }
  return rows.slice(rank).every((row) => Math.abs(row[moves.length]!) < 1e-6);
}

function limitBeliefs(
  tree: GameTree,
  { sets }: Trembles,
  order: readonly number[],
  factors: Float64Array,
  fallback: Float64Array,
): Float64Array {
  const beliefs = Float64Array.from(fallback);
  for (const { nodes } of tree.sets) if (nodes.length === 1) beliefs[nodes[0]!] = 1;
  for (const set of sets) {
    const totals = set.map(({ zeros }) => zeros.reduce((sum, move) => sum + order[move]!, 0));
    const lowest = Math.min(...totals);
    const logs = set.map(({ zeros, weight }) => zeros.reduce((sum, move) => sum + factors[move]!, Math.log(weight)));
    const top = Math.max(...logs.filter((_, index) => totals[index] === lowest));
    const weights = logs.map((log, index) => (totals[index] === lowest ? Math.exp(log - top) : 0));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    for (const [index, { node }] of set.entries()) beliefs[node] = weights[index]! / total;
  }
  return beliefs;
}
