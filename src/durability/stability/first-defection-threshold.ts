import { type Answer, exact, unknown } from "#prelude";
import { changedOrder, type Reversal } from "./first-defection-order.ts";
import { type Fall, fallFor, further, isBetter, noFall, swapsOf, waysToOutdo } from "./first-defection-own.ts";
import { type GraphModel, movesFrom } from "./graph-model.ts";
import { anyMoves, improvingMoves, type Responder } from "./response-labels.ts";
import { conceptTraits, type StabilityConcept } from "./stability-concept.ts";
import { type Move, walkFrom } from "./walk.ts";

/** How many adjacent swaps separate a move from being an improvement that nothing holds. */
export type Threshold = {
  /** Unknown when it rests on an order that is not known, or when no change of orders is enough. */
  readonly swaps: Answer<number>;
  /** Proved: fewer are not enough. */
  readonly atLeast: number;
  /** What to change, for so many swaps (for the upper bound, when bounded): the first few ways. None of zero swaps. */
  readonly ways: readonly Way[];
};

/** Changes of orders that belong together, by party, ascending. */
export type Way = readonly PartyChange[];

export type PartyChange = {
  readonly party: number;
  readonly swaps: number;
  /** Today `rises` is not better than `falls`; then it is. */
  readonly reversals: readonly Reversal[];
};

export type ThresholdLimits = {
  /** Look no further than this: beyond, the answer is only that it is more. */
  readonly atMost?: number;
  /** Sets of conditions that are tried before the answer is bounded. */
  readonly nodes?: number;
  /** How many ways are kept. */
  readonly ways?: number;
};

/**
 * The fewest adjacent swaps, summed over all parties' orders, after which the move is an improvement of the party that
 * no response holds. A swap exchanges two neighbouring classes of one party's order, or splits one state off to just
 * above or below its equals (so a strict preference between neighbours costs one to turn round, and so does breaking
 * a tie).
 *
 * Branch and bound. A response that still holds the move is a path of others' moves; in any orders in which it holds
 * no longer, either some step of it is no improvement for who makes it, or where it leads is better for the mover than
 * the state it left (or, countered, can be moved on from). Each of these is a branch: a reversal in one opponent's
 * order, or a fall of the state in the mover's own. The swaps that a set of such conditions needs are a lower bound,
 * and a set under which no response holds is a way to get there. Lowest bound first, so the first way found is cheapest.
 * By Nash stability, GMR and SMR only the mover's own order matters.
 */
export function sanctionThreshold(
  graph: GraphModel,
  party: number,
  state: number,
  move: number,
  concept: StabilityConcept,
  limits: ThresholdLimits = {},
): Threshold {
  const rank = graph.ranks[party];
  if (!rank) return { swaps: unknown("The order of the party that moves is not known."), atLeast: 0, ways: [] };
  const traits = concept === "nash-stability" ? undefined : conceptTraits[concept];
  const opponents = [...graph.moves.keys()].filter((other) => other !== party);
  const walkers =
    traits === undefined
      ? []
      : traits.improving
        ? improvingMoves(graph, opponents, "any move")
        : anyMoves(graph, opponents);
  const unordered = traits?.improving === true && walkers.some(({ up }) => up === undefined);
  const question: Question = { graph, party, rank, state, move, walkers, countered: traits?.countered === true };
  if (!unordered) return search(question, traits?.improving === true, limits);
  const held = rank[move]! <= rank[state]! || heldBy(question, walkers, noFall) !== undefined;
  if (!held) return { swaps: exact(0), atLeast: 0, ways: [] };
  return { swaps: unknown("It rests on the order of a party that is not known."), atLeast: 0, ways: [] };
}

type Question = {
  readonly graph: GraphModel;
  readonly party: number;
  readonly rank: Int32Array;
  readonly state: number;
  readonly move: number;
  readonly walkers: readonly Responder[];
  readonly countered: boolean;
};

/** Conditions on the orders, and the swaps that they need at least. */
type Node = {
  readonly fall: Fall;
  /** States that the fall is to make better. */
  readonly risen: readonly number[];
  /** Per walker. */
  readonly reversals: readonly (readonly Reversal[])[];
  readonly swaps: number;
};

type Order = ReturnType<typeof changedOrder>;

function search(question: Question, improving: boolean, limits: ThresholdLimits): Threshold {
  const { rank, state, move, walkers } = question;
  const { atMost = Number.POSITIVE_INFINITY, nodes = nodesFor(question.graph.states), ways: mostWays = 4 } = limits;
  const first = fallFor(rank, state, move) ?? noFall; // nobody moves from a state to itself
  const queue: Node[][] = [];
  const seen = new Set<string>();
  const orders = new Map<string, Order>();
  const orderOf = (walker: number, reversals: readonly Reversal[]): Order => {
    const key = `${walker} ${keyOf(reversals)}`;
    const known = orders.get(key);
    if (known) return known;
    const order = changedOrder(walkers[walker]!.up!, reversals); // only ordered walkers are asked to change
    orders.set(key, order);
    return order;
  };
  const open = (node: Omit<Node, "swaps">): void => {
    const key = `${node.fall.split} ${node.fall.past} ${node.reversals.map(keyOf).join(" / ")}`;
    if (seen.has(key)) return;
    seen.add(key);
    let swaps = swapsOf(node.fall);
    for (const [walker, reversals] of node.reversals.entries()) {
      if (reversals.length === 0) continue;
      const order = orderOf(walker, reversals);
      if (order === "impossible") return;
      // an order that is too hard to change still needs the swaps of its hardest reversal
      swaps += order === "too hard" ? farthest(walkers[walker]!.up!, reversals) : order.swaps;
    }
    if (swaps > atMost) return;
    while (queue.length <= swaps) queue.push([]);
    queue[swaps]!.push({ ...node, swaps }); // made in the line above
  };
  open({ fall: first, risen: [move], reversals: walkers.map(() => []) });
  const found: Node[] = [];
  let unresolved: number | undefined;
  let tried = 0;
  for (let bound = 0; bound < queue.length && found.length === 0; bound++) {
    for (let node = queue[bound]!.shift(); node && found.length < mostWays; node = queue[bound]!.shift()) {
      if (tried++ >= nodes) {
        if (found.length > 0) break;
        return ownSwapsOnly(question, Math.min(bound, unresolved ?? bound), atMost);
      }
      const responders = respondersOf(walkers, node, orderOf);
      if (!responders) {
        unresolved ??= bound;
        continue;
      }
      const path = heldBy(question, responders, node.fall);
      if (!path) found.push(node);
      else branch(question, node, path, improving, open);
    }
  }
  const best = found[0];
  if (!best) {
    if (unresolved !== undefined) return ownSwapsOnly(question, unresolved, atMost);
    if (atMost < Number.POSITIVE_INFINITY) return beyond(atMost + 1);
    return {
      swaps: unknown("Whatever the orders, a response leads back to where the party was."),
      atLeast: Number.POSITIVE_INFINITY,
      ways: [],
    };
  }
  const ways = best.swaps === 0 ? [] : distinct(found.map((node) => wayOf(question, node, orderOf)));
  if (unresolved !== undefined && unresolved < best.swaps)
    return { swaps: { status: "bounded", low: unresolved, high: best.swaps }, atLeast: unresolved, ways };
  return { swaps: exact(best.swaps), atLeast: best.swaps, ways };
}

function beyond(atLeast: number): Threshold {
  return { swaps: unknown(`Not found: at least ${atLeast}.`), atLeast, ways: [] };
}

/** The walkers with their orders changed as the node asks; undefined: too hard. */
function respondersOf(
  walkers: readonly Responder[],
  node: Node,
  orderOf: (walker: number, reversals: readonly Reversal[]) => Order,
): readonly Responder[] | undefined {
  const responders: Responder[] = [];
  for (const [index, walker] of walkers.entries()) {
    const reversals = node.reversals[index]!; // there are reversals for each walker
    if (reversals.length === 0) {
      responders.push(walker);
      continue;
    }
    const order = orderOf(index, reversals);
    if (order === "too hard" || order === "impossible") return undefined;
    responders.push({ ...walker, up: order.ranks });
  }
  return responders;
}

/** About the same time whatever the size: each set of conditions costs a walk through the states. */
function nodesFor(states: number): number {
  return Math.max(30, Math.min(2000, Math.floor(200_000 / states)));
}

/** A shortest response that holds the move, under these orders; undefined: nothing holds it. */
function heldBy(question: Question, responders: readonly Responder[], fall: Fall): readonly Move[] | undefined {
  if (responders.length === 0) return undefined;
  const walk = walkFrom(question.graph.states, question.move, responders);
  const end = walk.ends.find((end) => holds(question, end, fall));
  return end === undefined ? undefined : walk.pathTo(end);
}

/** Whether a response that ends here leaves the party no better off, and (countered) with no way on to better. */
function holds({ graph, party, rank, state, countered }: Question, end: number, fall: Fall): boolean {
  if (isBetter(rank, state, end, fall)) return false;
  return !countered || !movesFrom(graph, party, end).some((next) => isBetter(rank, state, next, fall));
}

function branch(
  { graph, party, rank, state, walkers, countered }: Question,
  node: Node,
  path: readonly Move[],
  improving: boolean,
  open: (node: Omit<Node, "swaps">) => void,
): void {
  const end = path[path.length - 1]!.to; // a response has at least one step
  for (const { fall, rises } of waysToOutdo(graph, party, rank, state, end, countered))
    open({ ...node, fall: further(node.fall, fall), risen: [...node.risen, rises] });
  if (!improving) return;
  for (const { party: mover, from, to } of path) {
    const walker = walkers.findIndex(({ party: other }) => other === mover);
    const reversals = [...node.reversals[walker]!, { rises: from, falls: to }].sort(
      (a, b) => a.rises - b.rises || a.falls - b.falls,
    );
    open({ ...node, reversals: node.reversals.map((each, index) => (index === walker ? reversals : each)) });
  }
}

/** The upper bound that is always there: the mover's own order alone changes. A further fall never holds more. */
function ownSwapsOnly(question: Question, low: number, atMost: number): Threshold {
  const { graph, rank, party, state, move, walkers } = question;
  const ends = walkers.length === 0 ? [] : walkFrom(graph.states, move, walkers).ends;
  const enough = (fall: Fall): boolean =>
    isBetter(rank, state, move, fall) && !ends.some((end) => holds(question, end, fall));
  let best: Fall | undefined;
  for (const split of [false, true]) {
    let [below, past] = [-1, rank[state]!]; // not enough, perhaps enough
    if (!enough({ split, past })) continue;
    while (past - below > 1) {
      const middle = Math.floor((below + past) / 2);
      if (enough({ split, past: middle })) past = middle;
      else below = middle;
    }
    if (!best || swapsOf({ split, past }) < swapsOf(best)) best = { split, past };
  }
  if (!best || swapsOf(best) > atMost) return beyond(low);
  const fall = best;
  const swaps = swapsOf(fall);
  const passed = ends
    .filter((end) => end !== move && isBetter(rank, state, end, fall) && !isBetter(rank, state, end, noFall))
    .sort((a, b) => a - b);
  const risen = isBetter(rank, state, move, noFall) ? passed : [move, ...passed];
  return {
    swaps: swaps <= low ? exact(swaps) : { status: "bounded", low, high: swaps },
    atLeast: Math.min(low, swaps),
    ways: [[{ party, swaps, reversals: risen.map((rises) => ({ rises, falls: state })) }]],
  };
}

function wayOf(
  { party, rank, state, walkers }: Question,
  node: Node,
  orderOf: (walker: number, reversals: readonly Reversal[]) => Order,
): Way {
  const own = [...new Set(node.risen)]
    .filter((rises) => !isBetter(rank, state, rises, noFall))
    .sort((a, b) => a - b)
    .map((rises) => ({ rises, falls: state }));
  const changes: PartyChange[] = own.length === 0 ? [] : [{ party, swaps: swapsOf(node.fall), reversals: own }];
  for (const [walker, reversals] of node.reversals.entries()) {
    const order = reversals.length === 0 ? "impossible" : orderOf(walker, reversals);
    if (order === "impossible" || order === "too hard" || order.swaps === 0) continue;
    const { swaps } = order;
    const { party: other, up } = walkers[walker]!; // there are reversals for each walker
    changes.push({
      party: other,
      swaps,
      reversals: reversals.filter(({ rises, falls }) => up![falls]! > up![rises]!),
    });
  }
  return changes.sort((a, b) => a.party - b.party);
}

/** The same changes, found by different branches, once. */
function distinct(ways: readonly Way[]): readonly Way[] {
  return [...new Map(ways.map((way) => [JSON.stringify(way), way])).values()];
}

function keyOf(reversals: readonly Reversal[]): string {
  return reversals.map(({ rises, falls }) => `${rises}>${falls}`).join(",");
}

function farthest(rank: Int32Array, reversals: readonly Reversal[]): number {
  return reversals.reduce((far, { rises, falls }) => Math.max(far, rank[falls]! - rank[rises]!), 0);
}
