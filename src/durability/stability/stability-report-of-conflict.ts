import type { Conflict } from "#model";
import { type Answer, exact, type Search, unknown } from "#prelude";
import { type CoalitionalEquilibria, coalitionalEquilibriaSearch } from "./coalitional-equilibria.ts";
import { groupPath } from "./coalitional-stability.ts";
import { defectionReports } from "./first-defection-report.ts";
import { graphWithinLimits } from "./graph-of-conflict.ts";
import { anyMoves } from "./response-labels.ts";
import { type StabilityConcept, stabilityConcepts } from "./stability-concept.ts";
import type {
  CoalitionMove,
  EquilibriumList,
  FirstDefectionReport,
  PartyStability,
  StabilityNeeds,
  StabilityReport,
  StateRow,
  UnknownPart,
} from "./stability-report.ts";
import {
  type ConflictGraph,
  codeOf,
  leverMove,
  leversTaken,
  stabilityNeeds,
  stateOf,
  statusQuoRoute,
} from "./stability-report-moves.ts";
import { type Equilibria, isStable, type Stability, stabilityCell, stableStatesSearch } from "./stable-states.ts";
import { statusQuoPaths } from "./status-quo-path.ts";

export type StabilityReportOptions = {
  /** States of which a row is written, and equilibria that are listed for each concept. Counts are of all. */
  readonly listedStates?: number;
  readonly listedEquilibria?: number;
  /** Of how many states, today and equilibria by SEQ, first defection and needs are asked. */
  readonly examined?: number;
  /** Sets of conditions tried for each move's threshold before it is bounded. */
  readonly nodes?: number;
};

/** More states than this, and first defections and needs are not asked; more steps than that, and coalitions are not. */
const mostExaminedStates = 4096;
const mostCoalitionSteps = 2e8;

/**
 * All that the graph model says about one conflict. What is too large, or was not reached when told to finish, stands
 * in `unknowns`. A conflict beyond the limits of a graph is unknown as a whole.
 */
export function* stabilityReport(
  conflict: Conflict,
  options: StabilityReportOptions = {},
): Search<Answer<StabilityReport>> {
  const { listedStates = 256, listedEquilibria = 64 } = options;
  const made = graphWithinLimits(conflict);
  if (!made.ok)
    return unknown(`The conflict has ${made.error.has} ${made.error.what}; at most ${made.error.most} are examined.`);
  const of: ConflictGraph = { conflict, graph: made.value };
  const unknowns: UnknownPart[] = conflict.parties.flatMap(({ name }, party) =>
    of.graph.ranks[party] ? [] : [{ what: `The order of ${name}`, reason: "Nobody has stated what it prefers." }],
  );
  const stability = yield* stableStatesSearch(of.graph);
  if (!stability.complete) unknowns.push({ what: "Stability of some states", reason: "The search ended early." });
  const coalitional = yield* coalitionsOf(of, stability, unknowns);
  const seq = stability.equilibria.seq!.states; // all five concepts are computed
  const today = conflict.today === undefined ? undefined : stateOf(of, conflict.today);
  if (conflict.today !== undefined && today === undefined)
    unknowns.push({ what: "Today", reason: "The state of today is impossible." });
  const examined = yield* examine(of, today, seq, options, unknowns);
  return exact({
    conflict,
    states: of.graph.states,
    listed: firstStates(of, stability, listedStates),
    parties: [...conflict.parties.keys()].map((party) => partyStability(of, stability, party)),
    equilibria: byConcept((concept) => equilibriumList(of, stability.equilibria[concept], listedEquilibria)),
    coalitional: byConcept((concept) => equilibriumList(of, coalitional?.equilibria[concept], listedEquilibria)),
    brokenByCoalition: coalitional ? coalitionMoves(of, coalitional, listedEquilibria) : [],
    ...(today === undefined
      ? {}
      : {
          paths: statusQuoPaths(of.graph, today, seq.slice(0, listedEquilibria)).map((path) =>
            statusQuoRoute(of, today, path),
          ),
        }),
    ...examined,
    unknowns,
  });
}

function byConcept<T>(make: (concept: StabilityConcept) => T): Readonly<Record<StabilityConcept, T>> {
  return {
    "nash-stability": make("nash-stability"),
    gmr: make("gmr"),
    smr: make("smr"),
    seq: make("seq"),
    sseq: make("sseq"),
  };
}

function firstStates(of: ConflictGraph, stability: Stability, most: number): readonly StateRow[] {
  const { conflict, graph } = of;
  const tops = graph.ranks.map((rank) => rank?.reduce((top, each) => Math.max(top, each), 0));
  const rows = Math.min(most, graph.states);
  return Array.from({ length: rows }, (_, state) => {
    const code = codeOf(of, state);
    return {
      code,
      taken: leversTaken(conflict, code),
      // where there is an order it has a top, and every state a rank
      places: graph.ranks.map((rank, party) => rank && tops[party]! - rank[state]! + 1),
      stable: byConcept((concept) =>
        conflict.parties.map((_party, party) => isStable(stability, concept, party, state)),
      ),
    };
  });
}

function partyStability({ graph }: ConflictGraph, stability: Stability, party: number): PartyStability {
  const count = (value: number): Readonly<Record<StabilityConcept, number>> =>
    byConcept((concept) =>
      // every concept was computed, for every party
      stability.cells[concept]![party]!.reduce((sum, cell) => sum + (cell === value ? 1 : 0), 0),
    );
  return {
    party,
    ordered: graph.ranks[party] !== undefined,
    stable: count(stabilityCell.stable),
    unknown: count(stabilityCell.unknown),
  };
}

function equilibriumList(of: ConflictGraph, found: Equilibria | undefined, most: number): EquilibriumList {
  const states = found?.states ?? [];
  return {
    count: states.length,
    undecided: found?.undecided.length ?? 0,
    states: states.slice(0, most).map((state) => codeOf(of, state)),
  };
}

/** Undefined when there are too many; then `unknowns` says so. */
function* coalitionsOf(
  of: ConflictGraph,
  stability: Stability,
  unknowns: UnknownPart[],
): Search<CoalitionalEquilibria | undefined> {
  const movers = anyMoves(of.graph, [...of.graph.moves.keys()]).length;
  const candidates = new Set(
    stabilityConcepts.flatMap((concept) => {
      const { states, undecided } = stability.equilibria[concept]!; // every concept was computed
      return [...states, ...undecided];
    }),
  );
  if (candidates.size * 2 ** movers * of.graph.states > mostCoalitionSteps) {
    unknowns.push({
      what: "Coalitions",
      reason: `${movers} parties that can move and ${candidates.size} equilibria make too many coalitions to try.`,
    });
    return undefined;
  }
  const found = yield* coalitionalEquilibriaSearch(of.graph);
  if (!found.complete) unknowns.push({ what: "Coalitions", reason: "The search ended early." });
  return found;
}

function coalitionMoves(of: ConflictGraph, { broken }: CoalitionalEquilibria, most: number): readonly CoalitionMove[] {
  return stabilityConcepts
    .flatMap((concept) =>
      (broken[concept] ?? []).flatMap(({ state, coalition, to }) =>
        to.map((end) => ({ concept, state, members: coalition, end })),
      ),
    )
    .slice(0, most)
    .map(({ concept, state, members, end }) => ({
      concept,
      state: codeOf(of, state),
      members,
      to: codeOf(of, end),
      acts: groupPath(of.graph, members, state, end).map((move) => leverMove(of, move)),
    }));
}

/** First defections and needs of today and of the first equilibria by SEQ. */
function* examine(
  of: ConflictGraph,
  today: number | undefined,
  seq: readonly number[],
  options: StabilityReportOptions,
  unknowns: UnknownPart[],
): Search<Pick<StabilityReport, "firstDefections" | "robustness" | "needs">> {
  const firstDefections: FirstDefectionReport[] = [];
  const robustness: FirstDefectionReport[] = [];
  const needs: StabilityNeeds[] = [];
  if (of.graph.states > mostExaminedStates) {
    const reason = `${of.graph.states} states; they are asked up to ${mostExaminedStates}.`;
    unknowns.push({ what: "First defections and what must be true of the orders", reason });
    return { firstDefections, robustness, needs };
  }
  const wanted = [...new Set(today === undefined ? seq : [today, ...seq])];
  const states = wanted.slice(0, options.examined ?? 16);
  if (states.length < wanted.length) {
    const left = wanted.length - states.length;
    unknowns.push({
      what: `First defections of ${left} more ${left === 1 ? "equilibrium" : "equilibria"} by SEQ`,
      reason: "Only the first were asked.",
    });
  }
  for (const state of states) {
    const reports = yield* defectionReports(of, state, "seq", options);
    firstDefections.push(reports.firstDefection);
    robustness.push(reports.robustness);
    for (const party of of.conflict.parties.keys()) {
      const answer = stabilityNeeds(of, party, state, "seq");
      if (answer) needs.push(answer);
      else
        unknowns.push({
          what: `What must be true of the order of ${nameOf(of.conflict, party)} in state ${codeOf(of, state)}`,
          reason: "It rests on the order of a party that is not known.",
        });
    }
  }
  return { firstDefections, robustness, needs };
}

function nameOf({ parties }: Conflict, party: number): string {
  return parties[party]?.name ?? `party ${party}`;
}
