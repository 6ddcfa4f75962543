import { run, type Search } from "#prelude";
import { coalitionalStability } from "./coalitional-stability.ts";
import type { GraphModel } from "./graph-model.ts";
import { anyMoves } from "./response-labels.ts";
import { type StabilityConcept, stabilityConcepts } from "./stability-concept.ts";
import { type Equilibria, type StabilityOptions, stableStatesSearch } from "./stable-states.ts";

export type CoalitionalEquilibria = {
  /** Stable for every coalition, a party alone among them. */
  readonly equilibria: Readonly<Partial<Record<StabilityConcept, Equilibria>>>;
  /** What leads coalitions of two or more away from states that are not unstable for any party alone. */
  readonly broken: Readonly<Partial<Record<StabilityConcept, readonly CoalitionBreak[]>>>;
  /** false: ended early, and the states that were not reached are undecided. */
  readonly complete: boolean;
};

/** A coalition that leaves a state, and the group improvements that nothing holds, ascending. */
export type CoalitionBreak = {
  readonly state: number;
  /** Ascending. */
  readonly coalition: readonly number[];
  readonly to: readonly number[];
};

/**
 * The states stable for every coalition. Only states that no party alone leaves are looked at, and only coalitions of
 * parties that can move: a member without a move takes part in no more improvements and blocks some.
 * Breaks are listed by state, then smaller coalitions first, then by their members.
 * Time O(equilibria x 2^movers x (states + moves)).
 */
export function coalitionalEquilibria(graph: GraphModel, options: StabilityOptions = {}): CoalitionalEquilibria {
  return run(coalitionalEquilibriaSearch(graph, options));
}

/** The same step by step; told to finish, the states it has not reached are undecided. */
export function* coalitionalEquilibriaSearch(
  graph: GraphModel,
  options: StabilityOptions = {},
): Search<CoalitionalEquilibria> {
  const concepts = options.concepts ?? stabilityConcepts;
  const alone = yield* stableStatesSearch(graph, { concepts });
  const candidates = new Map<number, StabilityConcept[]>();
  for (const concept of concepts) {
    const { states, undecided } = alone.equilibria[concept]!; // computed for each of these concepts
    for (const state of [...states, ...undecided]) candidates.set(state, [...(candidates.get(state) ?? []), concept]);
  }
  const coalitions = coalitionsOf(graph);
  const verdicts = new Map<string, "broken" | "undecided">();
  const broken: Partial<Record<StabilityConcept, CoalitionBreak[]>> = {};
  for (const concept of concepts) broken[concept] = [];
  let done = 0;
  let complete = alone.complete;
  const of = candidates.size * coalitions.length;
  for (const [state, asked] of [...candidates].sort(([a], [b]) => a - b)) {
    for (const coalition of coalitions) {
      if (complete && (yield { phase: "coalitions", done, of, refinable: true }) === "finish") complete = false;
      done += 1;
      if (!complete) continue;
      const cells = coalitionalStability(graph, coalition, state, asked);
      for (const concept of asked) {
        const { stable, unheld } = cells[concept]!; // asked for
        const key = `${concept} ${state}`;
        if (stable.status !== "exact") verdicts.set(key, verdicts.get(key) ?? "undecided");
        else if (!stable.value) {
          verdicts.set(key, "broken");
          broken[concept]!.push({ state, coalition, to: unheld });
        }
      }
    }
    if (!complete)
      for (const concept of asked)
        if (!verdicts.has(`${concept} ${state}`)) verdicts.set(`${concept} ${state}`, "undecided");
  }
  const equilibria: Partial<Record<StabilityConcept, Equilibria>> = {};
  for (const concept of concepts) {
    const { states, undecided } = alone.equilibria[concept]!;
    const verdict = (state: number): string | undefined => verdicts.get(`${concept} ${state}`);
    equilibria[concept] = {
      states: states.filter((state) => verdict(state) === undefined),
      undecided: [
        ...undecided.filter((state) => verdict(state) !== "broken"),
        ...states.filter((state) => verdict(state) === "undecided"),
      ].sort((a, b) => a - b),
    };
  }
  return { equilibria, broken, complete };
}

/** Every group of two or more parties that can move: smaller first, then by their members. */
function coalitionsOf(graph: GraphModel): readonly (readonly number[])[] {
  const movers = anyMoves(graph, [...graph.moves.keys()]).map(({ party }) => party);
  let groups: number[][] = [[]];
  for (const party of movers) groups = [...groups, ...groups.map((group) => [...group, party])];
  const firstDifference = (a: readonly number[], b: readonly number[]): number => {
    const place = a.findIndex((party, index) => party !== b[index]);
    return place === -1 ? 0 : a[place]! - b[place]!; // of equal length
  };
  return groups.filter((group) => group.length > 1).sort((a, b) => a.length - b.length || firstDifference(a, b));
}
