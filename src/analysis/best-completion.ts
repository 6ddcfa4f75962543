import type { Choices, PartyId, Scenario } from "#model";
import { findSettlement } from "./agreement-zone/find-settlement.ts";
import type { ConstraintRef, Point } from "./analysis.ts";
import { bestByCriterion } from "./bargaining/best-by-criterion.ts";
import {
  type Criterion,
  egalitarian,
  kalaiSmorodinsky,
  nashProduct,
  sumOf,
  utilitarian,
} from "./bargaining/criterion.ts";
import { ideals } from "./bargaining/solutions.ts";
import type { AnalysisOptions } from "./options.ts";
import { type RulesInForce, rulesInForce } from "./rules-in-force.ts";
import type { Search } from "./search.ts";
import { type Path, utilitiesOf } from "./space/best-settlement.ts";
import { largestFirst } from "./space/largest-first.ts";
import { pointOf } from "./space/point.ts";
import { type Problem, pointsOf, problemOf } from "./space/problem.ts";
import { type SettlementSpace, settlementSpace } from "./space/settlement-space.ts";
import { whyNoDeal } from "./unlocks/why-no-deal.ts";

/** What the completion of a package is to be best by. */
export type Completion =
  /** Among settlements that keep rules, lines and floors and that every consenting party accepts. */
  | { readonly by: "nashBargaining" | "kalaiSmorodinsky" | "egalitarian" | "utilitarian" }
  /**
   * Worth most to the party, of those every consenting party accepts; or, when `whatever` is set, of all that keep
   * rules, lines and floors.
   */
  | { readonly by: "party"; readonly party: PartyId; readonly whatever?: boolean };

export type CompletionFound =
  /** `proved`: no other is better. False when the search was told to finish before it knew. */
  | { readonly found: true; readonly point: Point; readonly proved: boolean }
  /** The locks themselves and the rules clash: with these locks alone nothing is left; with fewer of them something is. */
  | { readonly found: false; readonly because: "rules"; readonly locks: Choices }
  /** With these locks (and no fewer) the constraints clash: every minimal set of those that cannot all be kept. */
  | {
      readonly found: false;
      readonly because: "conflict";
      readonly locks: Choices;
      readonly clashes: readonly (readonly ConstraintRef[])[];
    }
  /** All could accept something, but nothing leaves every party strictly above its reservation value. */
  | { readonly found: false; readonly because: "no-strict-gain" }
  | { readonly found: false; readonly because: "no-sheet"; readonly party: PartyId }
  | { readonly found: false; readonly because: "stopped" };

/**
 * The best settlement that keeps the locks, by a bargaining criterion or for one party. Exact, by branch and bound.
 * Ties: for a party, the one with the largest sum of the other consenting parties' points; by a criterion, the one with
 * the largest sum of all points; among those still equal, the first found, which is the same for the same question.
 */
export function* bestCompletion(
  scenario: Scenario,
  options: AnalysisOptions,
  locks: Choices,
  best: Completion,
): Search<CompletionFound> {
  const within: AnalysisOptions = { ...options, lock: { ...options.lock, ...locks } };
  const inForce = rulesInForce(scenario, within);
  const judged = best.by === "party" ? withParty(scenario, inForce, best.party) : problemOf(scenario, inForce);
  if (!judged) return { found: false, because: "no-sheet", party: best.by === "party" ? best.party : "" };
  const problem = best.by === "party" && best.whatever ? withoutReservations(judged) : judged;
  const zone = settlementSpace(problem);
  const start = yield* findSettlement(zone, problem.threshold);
  if (start.exists === "unknown") return { found: false, because: "stopped" };
  if (!start.exists) return yield* whyNot(scenario, within, locks, best);
  return best.by === "party" ? yield* bestFor(zone, best.party, start.path) : yield* bestBy(zone, best.by, start.path);
}

/** Two searches: what the party can have at most, then the others' sum with the party held there. */
function* bestFor(zone: SettlementSpace, party: PartyId, start: Path): Search<CompletionFound> {
  const { problem } = zone;
  const p = problem.parties.indexOf(party);
  const most = yield* bestByCriterion(zone, sumOf(problem, [p]), start);
  const path = most.paths[0]!; // the search starts from a settlement, so it has one
  const others = problem.parties.flatMap((_, other) => (other === p ? [] : [other]));
  if (!most.proved || others.length === 0) return found(problem, path, most.proved);
  const held = problem.threshold.slice();
  held[p] = Math.min(path.utilities[p]!, problem.cap[p]!);
  const kindest = yield* bestByCriterion(zone, sumOf(problem, others, held), path);
  return found(problem, kindest.paths[0] ?? path, true);
}

function* bestBy(zone: SettlementSpace, by: Exclude<Completion["by"], "party">, start: Path): Search<CompletionFound> {
  const { problem } = zone;
  let from = start;
  let criterion: Criterion;
  let reached = true;
  switch (by) {
    case "nashBargaining": {
      criterion = nashProduct(problem);
      const strict = yield* findSettlement(zone, criterion.threshold);
      if (strict.exists === "unknown") return { found: false, because: "stopped" };
      if (!strict.exists) return { found: false, because: "no-strict-gain" };
      from = strict.path;
      break;
    }
    case "kalaiSmorodinsky": {
      const ideal = yield* ideals(zone, start);
      criterion = kalaiSmorodinsky(problem, ideal.most);
      reached = ideal.proved;
      break;
    }
    case "egalitarian":
      criterion = egalitarian(problem);
      break;
    case "utilitarian":
      criterion = utilitarian(problem);
      break;
  }
  const best = yield* bestByCriterion(zone, criterion, from);
  const sum = (path: Path): number => path.utilities.reduce((all, units, p) => all + pointsOf(problem, p, units), 0);
  const [first] = [...best.paths].sort((a, b) => sum(b) - sum(a) || largestFirst(a.utilities, b.utilities));
  return found(problem, first ?? from, best.proved && reached);
}

/** Paths of the frontier carry the utilities of a cap; the settlement itself is asked, so that both ways say the same. */
function found(problem: Problem, { options, utilities }: Path, proved: boolean): CompletionFound {
  const own = utilitiesOf(settlementSpace(problem), options) ?? utilities;
  return { found: true, point: pointOf(problem, { options, utilities: own }), proved };
}

/** The problem with a column for the party, which is held to nothing when it need not consent. */
function withParty(scenario: Scenario, inForce: RulesInForce, party: PartyId): Problem | undefined {
  if (inForce.consent.includes(party)) return problemOf(scenario, inForce);
  if (!scenario.sheets.some((sheet) => sheet.party === party)) return undefined;
  const wider = problemOf(scenario, { ...inForce, consent: [...inForce.consent, party] });
  return { ...wider, threshold: wider.threshold.map((units, p) => (wider.parties[p] === party ? nothing : units)) };
}

function withoutReservations(problem: Problem): Problem {
  return { ...problem, threshold: problem.threshold.map(() => nothing) };
}

/** Below every utility in units, and far from where doubles lose whole numbers. */
const nothing = -1e15;

/**
 * The fewest locks with which it still cannot be done (one such set: locks are given up in the agenda's order, each
 * that is not needed), and how constraints clash under them.
 */
function* whyNot(
  scenario: Scenario,
  options: AnalysisOptions,
  locks: Choices,
  best: Completion,
): Search<CompletionFound> {
  const whatever = best.by === "party" && best.whatever === true;
  const problemWith = (kept: Choices): Problem => {
    const lock = { ...options.lock, ...kept };
    for (const issue of Object.keys(locks)) if (!(issue in kept)) delete lock[issue];
    const problem = problemOf(scenario, rulesInForce(scenario, { ...options, lock }));
    return whatever ? withoutReservations(problem) : problem;
  };
  const impossible = function* (kept: Choices, rulesOnly: boolean): Search<boolean> {
    const problem = problemWith(kept);
    const space = settlementSpace(
      problem,
      rulesOnly ? ({ by }) => by.kind === "rule" || by.kind === "lock" : undefined,
    );
    const asked = rulesOnly ? problem.parties.map(() => false) : undefined;
    return (yield* findSettlement(space, problem.threshold, asked)).exists === false;
  };
  const byRules = yield* impossible(locks, true);
  let kept = locks;
  for (const { id } of scenario.agenda.issues) {
    if (kept[id] === undefined) continue;
    const { [id]: _, ...fewer } = kept;
    if (yield* impossible(fewer, byRules)) kept = fewer;
  }
  if (byRules) return { found: false, because: "rules", locks: kept };
  const { conflicts } = yield* whyNoDeal(problemWith(kept));
  const known = conflicts.status === "exact" ? conflicts.value : conflicts.status === "bounded" ? conflicts.low : [];
  const clashes = known.map(({ members }) => members);
  return clashes.length > 0
    ? { found: false, because: "conflict", locks: kept, clashes }
    : { found: false, because: "stopped" };
}
