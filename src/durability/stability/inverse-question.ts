import { type Answer, exact, unknown } from "#prelude";
import { type GraphModel, movesFrom } from "./graph-model.ts";
import { anyMoves, improvingMoves, type Responder } from "./response-labels.ts";
import { conceptTraits, type StabilityConcept } from "./stability-concept.ts";
import { walkFrom } from "./walk.ts";

/** What must be true of a party's order for a state to be stable for it, the orders of the others as they are. */
export type InverseAnswer = {
  /** All must be true; none: it is stable whatever the order. */
  readonly needs: readonly InverseNeed[];
  /** The fewest adjacent swaps in the party's own order that make the state stable for it; 0: it is. */
  readonly swaps: Answer<number>;
};

/** For one move: in at least one of these groups no state is better than the state in question. */
export type InverseNeed = {
  readonly move: number;
  /**
   * The first is the state that the move leads to; each other is where a response ends, with, for a countered concept,
   * all that the mover could move on to. No group contains another. Shorter first, then by their states.
   */
  readonly oneOf: readonly (readonly number[])[];
  /** Undefined: the party's order is not known. */
  readonly met: boolean | undefined;
};

/**
 * The inverse question: which orders of a party make a state stable for it. Each move of the party, improvement or
 * not, is one need; needs that follow from another are left out.
 *
 * The fewest swaps: for each need the group whose best state stands fewest classes above the state, the worst of these
 * over the needs. The state rises with its equals past so many classes, which leaves everything it passes no better;
 * one swap of neighbouring classes shortens the distance to any class above by at most one, and splits do not shorten it.
 * @returns unknown by SEQ and SSEQ when the order of an opponent that can move is not known.
 * Time O(moves from the state x (states + moves)), and for the needs quadratic in the states that hold a move.
 * Source of the question: Kinsara, Kilgour & Hipel 2015, "Inverse approach to the graph model for conflict resolution",
 * IEEE Transactions on Systems, Man, and Cybernetics: Systems 45(5). The count of swaps is ours.
 */
export function inverse(
  graph: GraphModel,
  party: number,
  state: number,
  concept: StabilityConcept,
): Answer<InverseAnswer> {
  const traits = concept === "nash-stability" ? undefined : conceptTraits[concept];
  const opponents = [...graph.moves.keys()].filter((other) => other !== party);
  let responders: readonly Responder[] = [];
  if (traits) responders = traits.improving ? improvingMoves(graph, opponents, "any move") : anyMoves(graph, opponents);
  if (traits?.improving && responders.some(({ up }) => up === undefined))
    return unknown("It rests on the order of a party that is not known.");
  const rank = graph.ranks[party];
  const all = [...movesFrom(graph, party, state)].map((move): InverseNeed => {
    const oneOf = groupsFor(graph, party, state, move, responders, traits?.countered === true);
    return { move, oneOf, met: rank && oneOf.some((group) => distance(rank, state, group) === 0) };
  });
  const swaps = rank
    ? exact(
        all.reduce(
          (most, { oneOf }) =>
            Math.max(
              most,
              oneOf.reduce((near, group) => Math.min(near, distance(rank, state, group)), Number.POSITIVE_INFINITY),
            ),
          0,
        ),
      )
    : unknown<number>("The order of the party is not known.");
  return exact({ needs: withoutImplied(all), swaps });
}

/** How many classes of the order stand from above the state up to the best of the group. */
function distance(rank: Int32Array, state: number, group: readonly number[]): number {
  return group.reduce((far, other) => Math.max(far, rank[other]! - rank[state]!), 0); // ranks have no gaps
}

function groupsFor(
  graph: GraphModel,
  party: number,
  state: number,
  move: number,
  responders: readonly Responder[],
  countered: boolean,
): readonly (readonly number[])[] {
  const ends = responders.length === 0 ? [] : walkFrom(graph.states, move, responders).ends;
  const groups = ends.map((end) => {
    const onward = countered ? [...movesFrom(graph, party, end)] : [];
    // the state itself is never better than itself, and what the party moves to may be where it began
    return [...new Set([end, ...onward])].filter((other) => other !== state).sort((a, b) => a - b);
  });
  return least([[move], ...groups]);
}

/** The groups that contain no other, each once; the first group stays first. */
function least(groups: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const kept: (readonly number[])[] = [];
  const sets: ReadonlySet<number>[] = [];
  const [first, ...others] = groups;
  others.sort((a, b) => a.length - b.length || firstDifference(a, b));
  for (const group of [first ?? [], ...others]) {
    const contains = new Set(group);
    if (sets.some((set) => set.size <= contains.size && [...set].every((each) => contains.has(each)))) continue;
    kept.push(group);
    sets.push(contains);
  }
  return kept;
}

/** Without the needs that are true whenever another is, and without those that no order can break. */
function withoutImplied(needs: readonly InverseNeed[]): readonly InverseNeed[] {
  const open = needs.filter(({ oneOf }) => oneOf.every((group) => group.length > 0));
  return open.filter(
    (need, place) =>
      !open.some(
        (other, index) => index !== place && implies(other, need) && (index < place || !implies(need, other)), // of two that are the same, the first
      ),
  );
}

/** Each group that would make the first true contains one that makes the second true. */
function implies(first: InverseNeed, second: InverseNeed): boolean {
  return first.oneOf.every((group) => {
    const contains = new Set(group);
    return second.oneOf.some((other) => other.every((each) => contains.has(each)));
  });
}

function firstDifference(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((state, index) => state !== b[index]);
  return place === -1 ? 0 : a[place]! - b[place]!; // of equal length
}
