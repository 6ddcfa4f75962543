import { type Answer, exact, run, type Search, unknown } from "#prelude";
import { type GraphModel, relationOf } from "./graph-model.ts";
import { bestWithinMove, whereItMoves } from "./move-relation.ts";
import { anyMoves, improvingMoves, type Responder, responseLabels } from "./response-labels.ts";
import { conceptTraits, type StabilityConcept, stabilityConcepts } from "./stability-concept.ts";

export type StabilityOptions = {
  /** Which to compute; all five when absent. */
  readonly concepts?: readonly StabilityConcept[];
};

export type Stability = {
  readonly concepts: readonly StabilityConcept[];
  /** Per concept and party one byte for each state: `stabilityCell.unstable`, `stabilityCell.stable` or `stabilityCell.unknown`. */
  readonly cells: Readonly<Partial<Record<StabilityConcept, readonly Uint8Array[]>>>;
  readonly equilibria: Readonly<Partial<Record<StabilityConcept, Equilibria>>>;
  /** false: ended early, and what was not reached is unknown. */
  readonly complete: boolean;
};

/** States by number, ascending. */
export type Equilibria = {
  /** Stable for every party. */
  readonly states: readonly number[];
  /** Unstable for none, and unknown for some. */
  readonly undecided: readonly number[];
};

export const stabilityCell = { unstable: 0, stable: 1, unknown: 2 } as const;

/**
 * For every state and party whether it is stable, and the states stable for all, by each concept. A state is stable
 * for a party when each of its improvements from there is held by a response after which it is no better off than in
 * that state; the joint responses of its opponents are the legal sequences in which nobody moves twice in a row.
 * Where a party's order is not known, what does not rest on it is still answered: a party without a move is content,
 * and opponents of unknown order are tried with no responses and with all.
 * Time O(parties x (states + moves)) per concept.
 * Source: Fang, Hipel & Kilgour 1993, Interactive Decision Making, ch. 3; SSEQ: Rego & Vieira 2017.
 */
export function stableStates(graph: GraphModel, options: StabilityOptions = {}): Stability {
  return run(stableStatesSearch(graph, options));
}

/** The same step by step; told to finish, what it has not reached is unknown. */
export function* stableStatesSearch(graph: GraphModel, options: StabilityOptions = {}): Search<Stability> {
  const concepts = options.concepts ?? stabilityConcepts;
  const cells: Partial<Record<StabilityConcept, readonly Uint8Array[]>> = {};
  for (const concept of concepts)
    cells[concept] = graph.moves.map(() => new Uint8Array(graph.states).fill(stabilityCell.unknown));
  const of = concepts.length * graph.moves.length * graph.states;
  let done = 0;
  let complete = true;
  search: for (const party of graph.moves.keys()) {
    const rank = graph.ranks[party];
    // the better of a state's own rank and the best the party can move on to from there
    const onward = rank && bestWithinMove(relationOf(graph, party), rank);
    for (const concept of concepts) {
      if ((yield { phase: "stability", done, of, refinable: true }) === "finish") {
        complete = false;
        break search;
      }
      const row = cells[concept]![party]!; // both made above
      const steps = fillCells(graph, party, concept, onward, row);
      for (let step = steps.next(); !step.done; step = steps.next()) {
        if ((yield { phase: "stability", done: done + step.value, of, refinable: true }) === "finish") {
          row.fill(stabilityCell.unknown);
          complete = false;
          break search;
        }
      }
      done += graph.states;
    }
  }
  const equilibria: Partial<Record<StabilityConcept, Equilibria>> = {};
  for (const concept of concepts) equilibria[concept] = stableForAll(graph.states, cells[concept]!);
  return { concepts, cells, equilibria, complete };
}

/** One cell as an answer. */
export function isStable(
  stability: Stability,
  concept: StabilityConcept,
  party: number,
  state: number,
): Answer<boolean> {
  const value = stability.cells[concept]?.[party]?.[state];
  if (value === undefined)
    throw new RangeError(`No answer was computed for ${concept}, party ${party}, state ${state}.`);
  if (value !== stabilityCell.unknown) return exact(value === stabilityCell.stable);
  return unknown(
    stability.complete ? "It rests on the order of a party that is not known." : "The search ended early.",
  );
}

function* fillCells(
  graph: GraphModel,
  party: number,
  concept: StabilityConcept,
  onward: Int32Array | undefined,
  row: Uint8Array,
): Generator<number, void, unknown> {
  const rank = graph.ranks[party];
  if (!rank) {
    for (const [state, moves] of whereItMoves(relationOf(graph, party)).entries())
      row[state] = moves === 1 ? stabilityCell.unknown : stabilityCell.stable;
    return;
  }
  if (concept === "nash-stability") return judge(graph, party, rank, undefined, row);
  const { improving, countered } = conceptTraits[concept];
  const keys = countered ? onward! : rank; // there is an order, so there is the best of it
  const opponents = [...graph.moves.keys()].filter((other) => other !== party);
  const few = improving ? improvingMoves(graph, opponents, "no move") : anyMoves(graph, opponents);
  judge(graph, party, rank, yield* responseLabels(keys, few), row);
  const many = improving ? improvingMoves(graph, opponents, "any move") : few;
  if (many.length > few.length) yield* markDoubt(graph, party, rank, keys, many, row);
}

/** What is unstable with too few responses and stable with too many is unknown. */
function* markDoubt(
  graph: GraphModel,
  party: number,
  rank: Int32Array,
  keys: Int32Array,
  many: readonly Responder[],
  row: Uint8Array,
): Generator<number, void, unknown> {
  const optimistic = new Uint8Array(graph.states);
  judge(graph, party, rank, yield* responseLabels(keys, many), optimistic);
  for (let state = 0; state < graph.states; state++)
    if (row[state] === stabilityCell.unstable && optimistic[state] === stabilityCell.stable)
      row[state] = stabilityCell.unknown;
}

/** Stable: each improvement is labelled with a response no better than the state itself; without labels: there is none. */
function judge(
  graph: GraphModel,
  party: number,
  rank: Int32Array,
  labels: Int32Array | undefined,
  row: Uint8Array,
): void {
  // an improvement breaks a state when both its rank and its label are above the state's; staying never does
  const worth = labels ? rank.map((value, state) => Math.min(value, labels[state]!)) : rank;
  const best = bestWithinMove(relationOf(graph, party), worth);
  for (let state = 0; state < graph.states; state++)
    row[state] = best[state]! > rank[state]! ? stabilityCell.unstable : stabilityCell.stable;
}

function stableForAll(states: number, rows: readonly Uint8Array[]): Equilibria {
  const found: { states: number[]; undecided: number[] } = { states: [], undecided: [] };
  for (let state = 0; state < states; state++) {
    if (rows.some((row) => row[state] === stabilityCell.unstable)) continue;
    if (rows.some((row) => row[state] === stabilityCell.unknown)) found.undecided.push(state);
    else found.states.push(state);
  }
  return found;
}
