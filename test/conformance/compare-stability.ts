import {
  coalitionalEquilibria,
  type GraphModel,
  graphModel,
  graphOfConflict,
  movesFrom,
  type Stability,
  type StabilityConcept,
  stabilityConcepts,
  stableStates,
} from "#durability";
import type { StabilityReference } from "./stability-reference.ts";

/** How many cells were compared, and every one that differs in words. */
export type StabilityComparison = { readonly cells: number; readonly differences: readonly string[] };

/** Every expected answer about one conflict against what is found. */
export function compareStability(reference: StabilityReference): StabilityComparison {
  const graph = graphOfConflict(reference.conflict);
  const { spelledOut } = reference;
  const parts = [
    equal("states", [...(graph.codes ?? [])], reference.codes),
    ...answers("", graph, reference),
    ...(spelledOut
      ? [
          ...spelledOut.moves.flatMap((lists, party) =>
            lists.map((ends, state) =>
              equal(`moves of party ${party} from ${state + 1}`, [...movesFrom(graph, party, state)], ends),
            ),
          ),
          // the same conflict once more, from its moves and payoffs alone
          ...answers(
            "state by state, ",
            graphModel({ states: graph.states, moves: spelledOut.moves, ranks: spelledOut.payoffs }),
            reference,
          ),
        ]
      : []),
  ];
  return {
    cells: parts.reduce((sum, { cells }) => sum + cells, 0),
    differences: parts.flatMap(({ differences }) => differences),
  };
}

function answers(how: string, graph: GraphModel, reference: StabilityReference): readonly StabilityComparison[] {
  const stability = stableStates(graph);
  const coalitional = coalitionalEquilibria(graph);
  return [
    ...stabilityConcepts.flatMap((concept) => [
      ...reference.stable[concept].map((expected, party) =>
        cells(`${how}${concept} of party ${party}`, stability, concept, party, graph.states, expected),
      ),
      equal(`${how}${concept} equilibria`, stability.equilibria[concept]!.states, reference.equilibria[concept]),
      equal(
        `${how}coalitional ${concept} equilibria`,
        coalitional.equilibria[concept]!.states,
        reference.coalitionalEquilibria[concept],
      ),
    ]),
    ...(reference.seqBreaks
      ? [equal(`${how}coalition improvements`, coalitional.broken.seq!.map(spelled), reference.seqBreaks.map(spelled))]
      : []),
  ];
}

function cells(
  what: string,
  stability: Stability,
  concept: StabilityConcept,
  party: number,
  states: number,
  expected: readonly number[],
): StabilityComparison {
  const row = stability.cells[concept]![party]!; // all concepts were asked for
  const stable = new Set(expected);
  const differences = Array.from(row, (found, state) => ({ found, state })).flatMap(({ found, state }) =>
    found === (stable.has(state) ? 1 : 0) ? [] : [`${what}, state ${state + 1}: found ${found}`],
  );
  return { cells: states, differences };
}

function equal(
  what: string,
  found: readonly (number | string)[],
  expected: readonly (number | string)[],
): StabilityComparison {
  const same = JSON.stringify(found) === JSON.stringify(expected);
  return {
    cells: 1,
    differences: same ? [] : [`${what}: found ${found.join(" ")}, expected ${expected.join(" ")} (from 0)`],
  };
}

function spelled({
  state,
  coalition,
  to,
}: {
  readonly state: number;
  readonly coalition: readonly number[];
  readonly to: readonly number[];
}): string {
  return `${state}: ${coalition.join("+")} to ${to.join(",")}`;
}
