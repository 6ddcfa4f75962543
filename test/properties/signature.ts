import type { Analysis, Frontier, PackageReport, Point, Solution } from "#analysis";
import type { Answer } from "#prelude";

/**
 * What an analysis says, without the order it says it in and without its choice of examples: two scenarios that are
 * the same but for order must have the same signature. Numbers to nine decimals.
 */
export function signature(analysis: Analysis): unknown {
  const outside = new Set(analysis.parties.filter(({ consents }) => !consents).map(({ id }) => id));
  return canonical({
    settlements: analysis.settlements,
    withoutDefinitional: analysis.settlementsWithoutDefinitionalRules,
    zone: [analysis.agreementZone.exists, analysis.agreementZone.count],
    parties: setOf(analysis.parties.map(({ id, range, ideal, consents }) => ({ id, range, ideal, consents }))),
    frontier: frontierSignature(analysis.frontier, outside),
    before: analysis.frontierBeforeReservations && frontierSignature(analysis.frontierBeforeReservations, outside),
    solutions: Object.fromEntries(
      Object.entries(analysis.solutions).map(([name, one]: [string, Solution]) => [
        name,
        solutionSignature(one, outside),
      ]),
    ),
    conflicts: answered(analysis.conflicts, (conflicts) => setOf(conflicts.map(({ members }) => setOf(members)))),
    unlocks: answered(analysis.zoneUnlocks, (unlocks) =>
      setOf(unlocks.map(({ remove, cuts }) => ({ remove: setOf(remove), cuts: setOf(cuts.map(({ cut }) => cut)) }))),
    ),
    prices: setOf(analysis.redLinePrices),
    dead: { byRules: setOf(analysis.deadOptions.byRules), inZone: setOf(analysis.deadOptions.inZone) },
    packages: Object.fromEntries(
      Object.entries(analysis.packages).map(([id, report]) => [id, packageSignature(report)]),
    ),
  });
}

/** The frontier's vectors, or a solution's, as comparable strings. */
export function vectors(points: readonly Point[], parties: readonly string[]): readonly string[] {
  return points
    .map(({ utilities }) => parties.map((party) => rounded(utilities[party] ?? Number.NaN)).join(" "))
    .sort();
}

export function rounded(value: number): number {
  return Math.round(value * 1e9) / 1e9 + 0; // + 0: no negative zero
}

/** What a vector is worth to the parties it is a vector of: to others, settlements tied on it may differ. */
function insiders(worth: Point["utilities"], outside: ReadonlySet<string>): unknown {
  return Object.fromEntries(Object.entries(worth).filter(([party]) => !outside.has(party)));
}

function frontierSignature(frontier: Frontier, outside: ReadonlySet<string>): unknown {
  return frontier.status === "exact"
    ? {
        size: frontier.size,
        points: setOf(
          frontier.points.map(({ utilities, ties }) => ({ utilities: insiders(utilities, outside), ties })),
        ),
      }
    : frontier.status;
}

function solutionSignature({ points, status, value, leftOut }: Solution, outside: ReadonlySet<string>): unknown {
  const told = points.map(({ utilities, surplus, ties }) => ({
    utilities: insiders(utilities, outside),
    surplus: insiders(surplus, outside),
    ties,
  }));
  return { status, value, leftOut: setOf(leftOut ?? []), points: setOf(told) };
}

function packageSignature(report: PackageReport): unknown {
  const { utilities, surplus, refusedBy, rulesBroken, declaredLinesCrossed, packageUnlocks, complete } = report;
  const unlocks =
    packageUnlocks.status === "exact"
      ? setOf(packageUnlocks.sets.map(({ issues, changes }) => ({ issues: setOf(issues), changes: setOf(changes) })))
      : packageUnlocks.status;
  return {
    complete,
    utilities,
    surplus,
    unlocks,
    refusedBy: setOf(refusedBy),
    rulesBroken: setOf(rulesBroken),
    declaredLinesCrossed: setOf(declaredLinesCrossed),
  };
}

function answered<T>(answer: Answer<T>, of: (value: T) => unknown): unknown {
  return answer.status === "exact" ? of(answer.value) : answer.status;
}

function setOf(items: readonly unknown[]): readonly unknown[] {
  return items.map(canonical).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** Keys in order, numbers rounded, what is undefined left out. */
function canonical(value: unknown): unknown {
  if (typeof value === "number") return rounded(value);
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, canonical(inner)]),
  );
}
