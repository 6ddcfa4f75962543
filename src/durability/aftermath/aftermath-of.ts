import type { Choices, Conflict, Scenario } from "#model";
import { type Answer, exact, type Search, unknown } from "#prelude";
import { coalitionalStability, groupPath } from "../stability/coalitional-stability.ts";
import { defectionReports } from "../stability/first-defection-report.ts";
import { sanctionThreshold } from "../stability/first-defection-threshold.ts";
import { movesFrom } from "../stability/graph-model.ts";
import { graphWithinLimits } from "../stability/graph-of-conflict.ts";
import { anyMoves } from "../stability/response-labels.ts";
import type { StabilityConcept } from "../stability/stability-concept.ts";
import type { CoalitionMove, MoveVerdict, StatusQuoRoute, UnknownPart } from "../stability/stability-report.ts";
import {
  type ConflictGraph,
  codeOf,
  leverMove,
  moveVerdict,
  stabilityNeeds,
  statusQuoRoute,
} from "../stability/stability-report-moves.ts";
import { isStable, type Stability, stableStatesSearch } from "../stability/stable-states.ts";
import { statusQuoPaths } from "../stability/status-quo-path.ts";
import type { AftermathReport, PartyAfterSignature } from "./aftermath-report.ts";
import { conflictOf } from "./conflict-of.ts";
import { hollowSanctions } from "./hollow-sanctions.ts";

export type AftermathOptions = {
  /** How many coalitions and how many routes are listed. */
  readonly listed?: number;
  /** Sets of conditions tried for each move's threshold before it is bounded. */
  readonly nodes?: number;
};

/**
 * Whether a settlement holds once it is signed: full compliance, the state in which no lever is taken, judged in the
 * graph model that the settlement's obligations generate (`conflictOf`). Each verdict is about SEQ unless it says
 * otherwise. Told to finish, what was not reached is unknown or bounded.
 * Cost: stability of all states, 2^movers coalitions at one state, and a search for each move away from it.
 */
export function* aftermathOf(
  { agenda, durability }: Scenario,
  choices: Choices,
  options: AftermathOptions = {},
): Search<AftermathReport> {
  const nothing = (reason: string): AftermathReport => ({ choices, kind: "unknown", reason, openIssues: [] });
  if (!durability?.aftermath) return nothing("The scenario says nothing about the time after signature.");
  const generated = conflictOf(durability.aftermath, agenda, choices);
  if (generated.kind === "unknown") return { choices, ...generated };
  const { conflict, levers, withheld, unordered } = generated;
  if (levers.length === 0) return nothing("This settlement leaves nobody anything to do: there are no levers.");
  const made = graphWithinLimits(conflict);
  if (!made.ok)
    return nothing(`The conflict has ${made.error.has} ${made.error.what}; at most ${made.error.most} are examined.`);
  const of: ConflictGraph = { conflict, graph: made.value };
  const stability = yield* stableStatesSearch(of.graph);
  const { firstDefection, robustness } = yield* defectionReports(of, compliance, "seq", options);
  const parties: PartyAfterSignature[] = [];
  for (const party of conflict.parties.keys()) {
    yield { phase: "after signature", done: party, of: conflict.parties.length, refinable: false };
    parties.push(partyAfterSignature(of, party, stability, options));
  }
  const coalitions = coalitionsAt(of);
  const routes = routesToEquilibria(of, stability);
  const listed = options.listed ?? 5;
  const unknowns: UnknownPart[] = unordered.map(({ party, reason }) => ({
    what: `The order of ${nameOf(conflict, party)}`,
    reason,
  }));
  if (coalitions.holds.status === "unknown") unknowns.push({ what: "Coalitions", reason: coalitions.holds.reason });
  return {
    choices,
    kind: "findings",
    conflict,
    levers,
    withheld,
    states: of.graph.states,
    compliance: codeOf(of, compliance),
    parties,
    settlementHolds: allOf([...parties.flatMap(({ stable }) => [stable.seq, stable.sseq]), coalitions.holds]),
    firstDefection,
    robustness,
    coalitions: coalitions.moves.slice(0, listed),
    hollowSanctions: hollowSanctions(of, compliance),
    leadsTo: routes.reached.slice(0, listed),
    equilibria: { count: routes.count, reached: routes.reached.length, undecided: routes.undecided },
    unknowns,
  };
}

/** No lever taken is the lowest code, and `conflictOf` sees to it that it is possible. */
const compliance = 0;

function partyAfterSignature(
  of: ConflictGraph,
  party: number,
  stability: Stability,
  options: AftermathOptions,
): PartyAfterSignature {
  const verdict = (concept: StabilityConcept): Answer<boolean> => isStable(stability, concept, party, compliance);
  const stable: Readonly<Record<StabilityConcept, Answer<boolean>>> = {
    "nash-stability": verdict("nash-stability"),
    gmr: verdict("gmr"),
    smr: verdict("smr"),
    seq: verdict("seq"),
    sseq: verdict("sseq"),
  };
  const rank = of.graph.ranks[party];
  if (!rank) return { party, stable };
  const temptations = [...movesFrom(of.graph, party, compliance)]
    .filter((to) => rank[to]! > rank[compliance]!) // every state has a rank
    .map((to): MoveVerdict => {
      const threshold = sanctionThreshold(of.graph, party, compliance, to, "seq", options);
      return moveVerdict(of, compliance, { party, to, ...threshold }, "seq");
    });
  const needs = stabilityNeeds(of, party, compliance, "seq");
  return { party, stable, temptations, ...(needs ? { needs } : {}) };
}

/** More movers than this make too many coalitions. */
const mostMovers = 12;

/** Which coalitions of two or more leave full compliance unheld by coalitional SEQ: smaller first, then by members. */
function coalitionsAt(of: ConflictGraph): {
  readonly holds: Answer<boolean>;
  readonly moves: readonly CoalitionMove[];
} {
  const { graph } = of;
  const movers = anyMoves(graph, [...graph.moves.keys()]).map(({ party }) => party);
  if (movers.length > mostMovers)
    return { holds: unknown(`${movers.length} parties can move: too many coalitions.`), moves: [] };
  const verdicts: Answer<boolean>[] = [];
  const moves: CoalitionMove[] = [];
  for (const members of groupsOf(movers)) {
    const cell = coalitionalStability(graph, members, compliance, ["seq"]).seq!; // asked for
    verdicts.push(cell.stable);
    for (const to of cell.unheld)
      moves.push({
        concept: "seq",
        state: codeOf(of, compliance),
        members,
        to: codeOf(of, to),
        acts: groupPath(graph, members, compliance, to).map((move) => leverMove(of, move)),
      });
  }
  return { holds: allOf(verdicts), moves };
}

function groupsOf(movers: readonly number[]): readonly (readonly number[])[] {
  let groups: number[][] = [[]];
  for (const party of [...movers].reverse()) groups = [...groups.map((group) => [party, ...group]), ...groups];
  return groups.filter((group) => group.length > 1).sort((a, b) => a.length - b.length); // else by members: stable
}

function routesToEquilibria(
  of: ConflictGraph,
  stability: Stability,
): { readonly count: number; readonly undecided: number; readonly reached: readonly StatusQuoRoute[] } {
  const { states, undecided } = stability.equilibria.seq!; // all five concepts are computed
  const reached = statusQuoPaths(of.graph, compliance, states)
    .filter(({ byImprovements }) => byImprovements)
    .map((path) => statusQuoRoute(of, compliance, path))
    .sort((a, b) => (a.byImprovements?.length ?? 0) - (b.byImprovements?.length ?? 0) || a.to - b.to);
  return { count: states.length, undecided: undecided.length, reached };
}

/** True if all are, false if one is false; else unknown, with the reasons. */
function allOf(answers: readonly Answer<boolean>[]): Answer<boolean> {
  if (answers.some((answer) => answer.status === "exact" && !answer.value)) return exact(false);
  const reasons = new Set(answers.flatMap((answer) => (answer.status === "unknown" ? [answer.reason] : [])));
  return reasons.size > 0 ? unknown([...reasons].join(" ")) : exact(true);
}

function nameOf({ parties }: Conflict, party: number): string {
  return parties[party]?.name ?? `party ${party}`;
}
