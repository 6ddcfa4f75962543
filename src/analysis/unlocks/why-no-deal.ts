import type { PartyId } from "#model";
import type { Answer } from "#prelude";
import { findSettlement } from "../agreement-zone/find-settlement.ts";
import type { Conflict, ConstraintRef, Point, ZoneUnlock } from "../analysis.ts";
import type { Search } from "../search.ts";
import type { Path } from "../space/best-settlement.ts";
import { byParty, pointOf } from "../space/point.ts";
import { type Constraint, holdsFor, type Problem, pointsOf } from "../space/problem.ts";
import { settlementSpace } from "../space/settlement-space.ts";
import { minimalSets, type Subset } from "./minimal-sets.ts";
import { projectedFrontier } from "./projected-frontier.ts";

export type WhyNoDeal = {
  readonly conflicts: Answer<readonly Conflict[]>;
  readonly zoneUnlocks: Answer<readonly ZoneUnlock[]>;
};

/**
 * Why the agreement zone is empty, and what would open it: the minimal sets of reservations, enforced lines and floors
 * that no rule-abiding settlement meets together, and the minimal sets whose removal leaves one. Rules and locks stay.
 * There are usually several of each; none of them is "the" reason. Only for an empty agreement zone.
 */
export function* whyNoDeal(problem: Problem): Search<WhyNoDeal> {
  const elements = elementsOf(problem);
  if ((yield* possible(problem, elements, 0n)) === undefined) {
    // the rules and locks alone leave no settlement: nothing a party gives up can open the agreement zone
    return { conflicts: { status: "exact", value: [] }, zoneUnlocks: { status: "exact", value: [] } };
  }
  const sets = yield* minimalSets(elements.length, (subset) => possible(problem, elements, subset));
  const conflicts: Conflict[] = [];
  for (const subset of sets.conflicts) conflicts.push({ members: refs(elements, subset) });
  const zoneUnlocks: ZoneUnlock[] = [];
  let allCuts = true;
  for (const subset of sets.corrections) {
    const { unlock, complete } = yield* unlockOf(problem, elements, subset);
    if (unlock) zoneUnlocks.push(unlock);
    allCuts &&= complete;
  }
  return {
    conflicts: listed(conflicts, sets.complete),
    zoneUnlocks: listed(zoneUnlocks, sets.complete && allCuts),
  };
}

/** Bounded: there may be others. */
function listed<T>(found: readonly T[], complete: boolean): Answer<readonly T[]> {
  return complete ? { status: "exact", value: found } : { status: "bounded", low: found, high: found };
}

type Element = { readonly ref: ConstraintRef; readonly constraint?: Constraint; readonly party?: number };

function elementsOf(problem: Problem): readonly Element[] {
  const reservations = problem.parties.map((party, p): Element => ({ ref: { kind: "reservation", party }, party: p }));
  const others = problem.constraints.flatMap((constraint): Element[] => {
    const { by } = constraint;
    return (by.kind === "line" || by.kind === "floor") && constraint.forbid.length > 0 ? [{ ref: by, constraint }] : [];
  });
  return [...reservations, ...others];
}

/** What a settlement that meets the subset also meets, or undefined when there is none. */
function* possible(
  problem: Problem,
  elements: readonly Element[],
  subset: Subset,
): Search<Subset | undefined | "unknown"> {
  const { space, asked } = without(problem, elements, subset);
  const found = yield* findSettlement(space, problem.threshold, asked);
  if (found.exists === "unknown") return "unknown";
  return found.exists ? metBy(problem, elements, found.path) : undefined;
}

/** The space with only the subset's lines and floors; reservations of parties outside it are not asked. */
function without(
  problem: Problem,
  elements: readonly Element[],
  subset: Subset,
): { space: ReturnType<typeof settlementSpace>; asked: boolean[] } {
  const dropped = new Set<Constraint>();
  const asked = problem.parties.map(() => true);
  elements.forEach((element, e) => {
    if ((subset >> BigInt(e)) & 1n) return;
    if (element.constraint) dropped.add(element.constraint);
    if (element.party !== undefined) asked[element.party] = false;
  });
  return { space: settlementSpace(problem, (constraint) => !dropped.has(constraint)), asked };
}

function metBy(problem: Problem, elements: readonly Element[], path: Path): Subset {
  return elements.reduce((met, { constraint, party }, e) => {
    const fits =
      constraint === undefined
        ? Math.min(path.utilities[party!]!, problem.cap[party!]!) >= problem.threshold[party!]!
        : !constraint.forbid.some((term) => holdsFor(problem, term, path.options));
    return fits ? met | (1n << BigInt(e)) : met;
  }, 0n);
}

/** Incomplete when the search was ended before the unlock, or every one of its cuts, was known. */
function* unlockOf(
  problem: Problem,
  elements: readonly Element[],
  removed: Subset,
): Search<{ readonly unlock?: ZoneUnlock; readonly complete: boolean }> {
  const kept = ((1n << BigInt(elements.length)) - 1n) & ~removed;
  const { space, asked } = without(problem, elements, kept);
  const found = yield* findSettlement(space, problem.threshold, asked);
  if (found.exists !== true) return { complete: found.exists === false };
  const cutParties = problem.parties.flatMap((_, p) => (asked[p] ? [] : [p]));
  if (cutParties.length === 0)
    return {
      unlock: { remove: refs(elements, removed), cuts: [], witness: pointOf(problem, found.path) },
      complete: true,
    };
  const lowest = problem.threshold.map((units, p) =>
    asked[p] ? units : Math.min(units, leastOf(problem, p), problem.cap[p]!),
  );
  const projection = yield* projectedFrontier(space, lowest, cutParties);
  const cuts = projection.paths.map((path): { cut: Record<PartyId, number>; witness: Point } => ({
    cut: byParty(problem, (p) => pointsOf(problem, p, problem.reservation[p]! - path.utilities[p]!), cutParties),
    witness: pointOf(problem, path),
  }));
  const smallestFirst = cuts.sort((a, b) => sum(a.cut) - sum(b.cut));
  return {
    unlock: {
      remove: refs(elements, removed),
      cuts: smallestFirst,
      witness: smallestFirst[0]?.witness ?? pointOf(problem, found.path),
    },
    complete: projection.complete,
  };
}

/** No settlement gives the party less than this many units. */
function leastOf(problem: Problem, p: number): number {
  const m = problem.parties.length;
  let least = 0;
  problem.issues.forEach((_, i) => {
    let low = Number.POSITIVE_INFINITY;
    for (let o = problem.offset[i]!; o < problem.offset[i + 1]!; o++) low = Math.min(low, problem.payoff[o * m + p]!);
    least += low;
  });
  for (const { payoff } of problem.bonuses) least += Math.min(0, payoff[p]!);
  return least;
}

function refs(elements: readonly Element[], subset: Subset): ConstraintRef[] {
  return elements.flatMap(({ ref }, e) => ((subset >> BigInt(e)) & 1n ? [ref] : []));
}

function sum(record: Readonly<Record<string, number>>): number {
  return Object.values(record).reduce((all, value) => all + value, 0);
}
