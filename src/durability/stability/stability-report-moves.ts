import type { Conflict, StateCode } from "#model";
import { type Answer, exact, unknown } from "#prelude";
import type { Defection } from "./first-defection.ts";
import type { Way } from "./first-defection-threshold.ts";
import type { GraphModel } from "./graph-model.ts";
import { inverse } from "./inverse-question.ts";
import { sanctionsOf } from "./sanctions-of.ts";
import type { StabilityConcept } from "./stability-concept.ts";
import type { LeverMove, MoveVerdict, OrderChange, StabilityNeeds, StatusQuoRoute } from "./stability-report.ts";
import { unwantedLevers, wholeheartedAnswer } from "./stability-report-answer.ts";
import type { StatusQuoPath } from "./status-quo-path.ts";
import type { Move } from "./walk.ts";

/** A graph made of a conflict: what it says of numbered states is said of levers here. */
export type ConflictGraph = { readonly conflict: Conflict; readonly graph: GraphModel };

export function codeOf({ graph }: ConflictGraph, state: number): StateCode {
  return graph.codes?.[state] ?? state; // a graph of a conflict has a code for each state
}

/** The state with this code; undefined: it is impossible. */
export function stateOf({ graph }: ConflictGraph, code: StateCode): number | undefined {
  const state = graph.codes?.indexOf(code) ?? code;
  return state === -1 ? undefined : state;
}

export function leversTaken({ levers }: Conflict, code: StateCode): readonly number[] {
  return [...levers.keys()].filter((lever) => (code & (1 << lever)) !== 0);
}

export function leverMove(of: ConflictGraph, { party, from, to }: Move): LeverMove {
  const [before, after] = [codeOf(of, from), codeOf(of, to)];
  return {
    party,
    takes: leversTaken(of.conflict, after & ~before),
    lets: leversTaken(of.conflict, before & ~after),
    from: before,
    to: after,
  };
}

/** What holds one move away from a state, and how firmly. */
export function moveVerdict(
  of: ConflictGraph,
  state: number,
  { party, to, swaps, ways }: Defection,
  concept: StabilityConcept,
): MoveVerdict {
  const rank = of.graph.ranks[party];
  const answer = sanctionsOf(of.graph, party, state, to, concept);
  const known = answer.status === "exact" ? answer.value : undefined;
  const held: Answer<boolean> = known ? exact(known.held) : unknown(answer.status === "unknown" ? answer.reason : "");
  const improving = concept === "seq" || concept === "sseq";
  // by GMR and SMR a response need not be wanted at all
  const wholehearted = improving && known?.held ? wholeheartedAnswer(of, party, to, concept, known.states) : undefined;
  const witness = wholehearted ?? known?.witness;
  const countered = known?.countered;
  return {
    move: leverMove(of, { party, from: state, to }),
    improvement: rank !== undefined && rank[to]! > rank[state]!, // every state has a rank
    held,
    ...(known && witness
      ? {
          sanction: {
            by: [...new Set(witness.map((move) => move.party))],
            acts: witness.map((move) => leverMove(of, move)),
            leadsTo: codeOf(of, witness[witness.length - 1]!.to), // a response has at least one step
            unwanted: improving ? [...new Set(witness.flatMap((move) => unwantedLevers(of, move)))] : [],
            endings: known.states.length,
          },
        }
      : {}),
    ...(countered
      ? {
          countered: {
            response: countered.response.map((move) => leverMove(of, move)),
            counter: leverMove(of, countered.counter),
          },
        }
      : {}),
    threshold: swaps,
    ways: ways.map((way) => orderChanges(of, way)),
  };
}

function orderChanges(of: ConflictGraph, way: Way): readonly OrderChange[] {
  return way.map(({ party, swaps, reversals }) => ({
    party,
    swaps,
    reversals: reversals.map(({ rises, falls }) => ({ rises: codeOf(of, rises), falls: codeOf(of, falls) })),
  }));
}

export function statusQuoRoute(of: ConflictGraph, from: number, path: StatusQuoPath): StatusQuoRoute {
  const { to, byImprovements, byAnyMoves } = path;
  return {
    from: codeOf(of, from),
    to: codeOf(of, to),
    ...(byImprovements ? { byImprovements: byImprovements.map((move) => leverMove(of, move)) } : {}),
    ...(byAnyMoves ? { byAnyMoves: byAnyMoves.map((move) => leverMove(of, move)) } : {}),
  };
}

/** Undefined when it rests on the unknown order of another party. */
export function stabilityNeeds(
  of: ConflictGraph,
  party: number,
  state: number,
  concept: StabilityConcept,
): StabilityNeeds | undefined {
  const answer = inverse(of.graph, party, state, concept);
  if (answer.status !== "exact") return undefined;
  const { needs, swaps } = answer.value;
  return {
    party,
    state: codeOf(of, state),
    concept,
    stable:
      swaps.status === "exact" ? exact(swaps.value === 0) : unknown(swaps.status === "unknown" ? swaps.reason : ""),
    needs: needs.map(({ move, oneOf, met }) => ({
      move: leverMove(of, { party, from: state, to: move }),
      oneOf: oneOf.map((group) => group.map((each) => codeOf(of, each))),
      ...(met === undefined ? {} : { met }),
    })),
    swaps,
  };
}
