import {
  type CoalitionMove,
  type EquilibriumList,
  type FirstDefectionReport,
  type LeverMove,
  type MoveVerdict,
  type StabilityConcept,
  type StabilityNeeds,
  type StabilityReport,
  type StateRow,
  type StatusQuoRoute,
  stabilityConcepts,
} from "#durability";
import type { Conflict, StateCode } from "#model";

/**
 * The report as `entente.stability/1` has it: parties and levers by id, and a state as the list of the levers taken in
 * it. The caller adds `notes` and `timings`.
 */
export function stabilityJson(report: StabilityReport) {
  const { conflict, brokenByCoalition, paths } = report;
  const ids = idsOf(conflict);
  return {
    schema: "entente.stability/1",
    title: conflict.title,
    parties: conflict.parties.map(({ id, name }, party) => ({
      id,
      name,
      ordered: conflict.preferences[party] !== undefined,
    })),
    levers: conflict.levers.map(({ id, name, party, direction }) => ({ id, name, party: ids.party(party), direction })),
    possibleStates: report.states,
    today: conflict.today === undefined ? undefined : ids.state(conflict.today),
    equilibria: byConcept((concept) => equilibriaJson(report.equilibria[concept], ids)),
    coalitionalEquilibria: byConcept((concept) => equilibriaJson(report.coalitional[concept], ids)),
    brokenByCoalition: brokenByCoalition.map((each) => coalitionJson(each, ids)),
    stableStates: report.parties.map(({ party, stable, unknown }) => ({ party: ids.party(party), stable, unknown })),
    states: report.listed.map((row) => rowJson(row, ids)),
    paths: paths?.map((path) => pathJson(path, ids)),
    firstDefections: report.firstDefections.map((first) => defectionJson(first, ids)),
    needs: report.needs.map((needs) => needsJson(needs, ids)),
    unknowns: report.unknowns,
  };
}

export type Ids = {
  readonly party: (index: number) => string;
  readonly lever: (index: number) => string;
  readonly state: (code: StateCode) => readonly string[];
};

export function idsOf({ parties, levers }: Conflict): Ids {
  return {
    party: (index) => parties[index]?.id ?? String(index),
    lever: (index) => levers[index]?.id ?? String(index),
    state: (code) => levers.flatMap(({ id }, lever) => ((code >> lever) & 1 ? [id] : [])),
  };
}

export function byConcept<T>(of: (concept: StabilityConcept) => T): Readonly<Record<string, T>> {
  return Object.fromEntries(stabilityConcepts.map((concept) => [concept, of(concept)]));
}

function equilibriaJson({ count, undecided, states }: EquilibriumList, ids: Ids) {
  return { count, undecided, states: states.map(ids.state) };
}

export function moveJson({ party, takes, lets, from, to }: LeverMove, ids: Ids) {
  return {
    party: ids.party(party),
    takes: takes.map(ids.lever),
    lets: lets.map(ids.lever),
    from: ids.state(from),
    to: ids.state(to),
  };
}

export function movesJson(moves: readonly LeverMove[], ids: Ids) {
  return moves.map((move) => moveJson(move, ids));
}

export function coalitionJson({ concept, state, members, to, acts }: CoalitionMove, ids: Ids) {
  return {
    concept,
    state: ids.state(state),
    members: members.map(ids.party),
    to: ids.state(to),
    acts: movesJson(acts, ids),
  };
}

function rowJson({ code, places, stable }: StateRow, ids: Ids) {
  const byParty = <T>(values: readonly T[]) =>
    Object.fromEntries(values.map((value, party) => [ids.party(party), value]));
  return {
    taken: ids.state(code),
    places: byParty(places.map((place) => place ?? null)),
    stable: byConcept((concept) => byParty(stable[concept])),
  };
}

export function pathJson({ from, to, byImprovements, byAnyMoves }: StatusQuoRoute, ids: Ids) {
  return {
    from: ids.state(from),
    to: ids.state(to),
    byImprovements: byImprovements && movesJson(byImprovements, ids),
    byAnyMoves: byAnyMoves && movesJson(byAnyMoves, ids),
  };
}

export function defectionJson({ state, concept, among, swaps, defections }: FirstDefectionReport, ids: Ids) {
  return {
    state: ids.state(state),
    concept,
    among,
    swaps,
    defections: defections.map((each) => verdictJson(each, ids)),
  };
}

export function verdictJson({ move, improvement, held, sanction, countered, threshold, ways }: MoveVerdict, ids: Ids) {
  return {
    move: moveJson(move, ids),
    improvement,
    held,
    sanction: sanction && {
      by: sanction.by.map(ids.party),
      acts: movesJson(sanction.acts, ids),
      leadsTo: ids.state(sanction.leadsTo),
      endings: sanction.endings,
      unwanted: sanction.unwanted.map(ids.lever),
    },
    countered: countered && {
      response: movesJson(countered.response, ids),
      counter: moveJson(countered.counter, ids),
    },
    threshold,
    ways: ways.map((way) =>
      way.map(({ party, swaps, reversals }) => ({
        party: ids.party(party),
        swaps,
        reversals: reversals.map(({ rises, falls }) => ({ rises: ids.state(rises), falls: ids.state(falls) })),
      })),
    ),
  };
}

export function needsJson({ party, state, concept, stable, needs, swaps }: StabilityNeeds, ids: Ids) {
  return {
    party: ids.party(party),
    state: ids.state(state),
    concept,
    stable,
    needs: needs.map(({ move, oneOf, met }) => ({
      move: moveJson(move, ids),
      oneOf: oneOf.map((group) => group.map(ids.state)),
      met,
    })),
    swaps,
  };
}
