import { type Answer, exact, run, unknown } from "#prelude";
import type { GraphModel } from "./graph-model.ts";
import { anyMoves, improvingMoves, noResponse, type Responder, responseLabels } from "./response-labels.ts";
import { conceptTraits, type StabilityConcept, stabilityConcepts } from "./stability-concept.ts";
import { type Move, walkFrom } from "./walk.ts";

/** Whether a state is stable for a coalition, and the group improvements that nothing holds, by state, ascending. */
export type CoalitionalCell = { readonly stable: Answer<boolean>; readonly unheld: readonly number[] };

/**
 * Whether a state is stable for a coalition. A group improvement is a state better for every member, at the end of a
 * legal sequence of the members' moves; it is held by a response of the others that ends in a state not better than
 * the first for some member (for a countered concept: and from where the coalition cannot move on to one better for
 * all). With one member these are the concepts for a party.
 * A member whose order is not known is taken as willing: what is stable then is stable; the rest is unknown.
 * Time O(states + moves) per concept.
 * Source: Kilgour, Hipel, Fang & Peng 2001, Group Decision and Negotiation 10; Inohara & Hipel 2008.
 * @throws RangeError for an empty coalition, or a party or state that is not there.
 */
export function coalitionalStability(
  graph: GraphModel,
  coalition: readonly number[],
  state: number,
  concepts: readonly StabilityConcept[] = stabilityConcepts,
): Readonly<Partial<Record<StabilityConcept, CoalitionalCell>>> {
  if (coalition.length === 0) throw new RangeError("A coalition has at least one member.");
  if (!(state >= 0 && state < graph.states)) throw new RangeError(`There is no state ${state} of ${graph.states}.`);
  const members = anyMoves(graph, coalition);
  const better = betterForAll(graph, coalition, state);
  const notBetter = complement(better);
  // where no state is better for all of them, nothing need be searched
  const improvements = better.includes(1)
    ? walkFrom(graph.states, state, members)
        .ends.filter((end) => better[end] === 1)
        .sort((a, b) => a - b)
    : [];
  const allKnown = coalition.every((party) => graph.ranks[party]);
  const others = [...graph.moves.keys()].filter((party) => !coalition.includes(party));
  const cells: Partial<Record<StabilityConcept, CoalitionalCell>> = {};
  let inescapable: Uint8Array | undefined;
  for (const concept of concepts) {
    if (improvements.length === 0) {
      cells[concept] = { stable: exact(true), unheld: [] };
      continue;
    }
    if (concept === "nash-stability") {
      cells[concept] = verdict(improvements, improvements, allKnown);
      continue;
    }
    const { improving, countered } = conceptTraits[concept];
    if (countered) inescapable ??= withoutWayOut(better, members);
    const holding = countered ? inescapable! : notBetter; // made in the line above
    const few = improving ? improvingMoves(graph, others, "no move") : anyMoves(graph, others);
    const many = improving ? improvingMoves(graph, others, "any move") : few;
    const unheld = notHeld(improvements, holding, few);
    cells[concept] = verdict(
      unheld,
      many.length > few.length ? notHeld(improvements, holding, many) : unheld,
      allKnown,
    );
  }
  return cells;
}

/** A shortest sequence of moves of these parties from one state to another. @throws RangeError when there is none. */
export function groupPath(graph: GraphModel, parties: readonly number[], from: number, to: number): readonly Move[] {
  return walkFrom(graph.states, from, anyMoves(graph, parties)).pathTo(to);
}

/** @param perhaps  what nothing holds by few responses. @param surely  what nothing holds by many. */
function verdict(perhaps: readonly number[], surely: readonly number[], allKnown: boolean): CoalitionalCell {
  if (perhaps.length === 0) return { stable: exact(true), unheld: [] };
  if (allKnown && surely.length > 0) return { stable: exact(false), unheld: surely };
  return { stable: unknown("It rests on the order of a party that is not known."), unheld: [] };
}

/** 1 for the states better than this one for every member whose order is known. */
function betterForAll(graph: GraphModel, coalition: readonly number[], state: number): Uint8Array {
  const better = new Uint8Array(graph.states).fill(1);
  better[state] = 0;
  for (const party of coalition) {
    const rank = graph.ranks[party];
    if (!rank) continue;
    for (let other = 0; other < graph.states; other++) if (rank[other]! <= rank[state]!) better[other] = 0;
  }
  return better;
}

/** 1 for the states that are not better and from where the members cannot move on to one that is. */
function withoutWayOut(better: Uint8Array, members: readonly Responder[]): Uint8Array {
  const reaches = run(
    responseLabels(
      Int32Array.from(better, (good) => 1 - good),
      members,
    ),
  );
  return better.map((good, state) => (good === 0 && reaches[state] !== 0 ? 1 : 0));
}

function notHeld(
  improvements: readonly number[],
  holding: Uint8Array,
  responders: readonly Responder[],
): readonly number[] {
  if (responders.length === 0) return improvements;
  const labels = run(
    responseLabels(
      Int32Array.from(holding, (holds) => 1 - holds),
      responders,
    ),
  );
  return improvements.filter((end) => (labels[end] ?? noResponse) !== 0);
}

/** 1 for 0 and 0 for 1. */
function complement(flags: Uint8Array): Uint8Array {
  const turned = new Uint8Array(flags.length);
  for (let state = 0; state < flags.length; state++) turned[state] = 1 - flags[state]!;
  return turned;
}
