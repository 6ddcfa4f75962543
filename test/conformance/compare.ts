import type { Analysis, Solution } from "#analysis";
import type { PartyId } from "#model";
import type { ExpectedAnswers, ExpectedSolution } from "./reference.ts";

/** One thing compared. `shown` is what was found; `difference` says what was expected instead when they differ. */
export type Check = {
  readonly what: "outcomes" | "agreement zone" | "frontier" | "points" | "Nash bargaining" | "egalitarian" | "welfare";
  readonly shown: string;
  readonly difference?: string;
};

type Vector = readonly number[];

/** Absolute, on utilities between 0 and 1. */
export const tolerance = 1e-6;

/** The analysis of an imported domain against the expected answers, everything exact that must be exact. */
export function compare(
  analysis: Analysis,
  parties: readonly PartyId[],
  outcomes: string,
  expected: ExpectedAnswers,
): readonly Check[] {
  const reservations = parties.map((party) => analysis.parties.find(({ id }) => id === party)?.reservation?.mid ?? 0);
  return [
    count("outcomes", analysis.settlements, outcomes),
    ...(expected.meetingReservations === undefined
      ? []
      : [count("agreement zone", analysis.agreementZone.count, String(expected.meetingReservations))]),
    ...frontier(analysis, parties, expected),
    solution("Nash bargaining", analysis.solutions.nashBargaining, parties, expected.nashBargaining),
    solution("egalitarian", analysis.solutions.egalitarian, parties, leastFirst(expected.egalitarian, reservations)),
    solution("welfare", analysis.solutions.utilitarian, parties, expected.welfare),
  ];
}

function count(what: Check["what"], answer: Analysis["settlements"], expected: string): Check {
  const shown = answer.status === "exact" ? answer.value : answer.status;
  return check(
    what,
    shown,
    shown === expected ? [] : [`expected exactly ${expected}, found ${JSON.stringify(answer)}`],
  );
}

function frontier(analysis: Analysis, parties: readonly PartyId[], expected: ExpectedAnswers): readonly Check[] {
  const found = analysis.frontier;
  if (found.status !== "exact") return [check("frontier", found.status, ["expected an exact frontier"])];
  const size = check(
    "frontier",
    String(found.size),
    found.size === expected.frontierSize ? [] : [`expected ${expected.frontierSize} points, found ${found.size}`],
  );
  const points = found.points.map(({ utilities }) => parties.map((party) => utilities[party] ?? Number.NaN));
  const missing = expected.frontier.filter((point) => !points.some((other) => near(point, other)));
  const whole = expected.frontier.length === expected.frontierSize;
  const extra = whole ? points.filter((point) => !expected.frontier.some((other) => near(point, other))) : [];
  const sums = parties.map((_, party) => points.reduce((sum, point) => sum + point[party]!, 0));
  // each point may be off by the tolerance, so their sum by as many times that
  const wrongSum = !near(sums, expected.frontierSum, tolerance * Math.max(1, points.length));
  const listed = found.points.length === found.size ? [] : [`lists ${found.points.length} of ${found.size} points`];
  return [
    size,
    check("points", `${expected.frontier.length - missing.length}/${expected.frontier.length}`, [
      ...listed,
      ...missing.slice(0, 5).map((point) => `lacks ${vector(point)}`),
      ...extra.slice(0, 5).map((point) => `has ${vector(point)}, not expected`),
      ...(wrongSum ? [`points sum to ${vector(sums)}, expected ${vector(expected.frontierSum)}`] : []),
    ]),
  ];
}

function solution(
  what: Check["what"],
  found: Solution,
  parties: readonly PartyId[],
  expected: ExpectedSolution,
): Check {
  const points = found.points.map(({ utilities }) => parties.map((party) => utilities[party] ?? Number.NaN));
  const missing = expected.utilities.filter((point) => !points.some((other) => near(point, other)));
  const extra = points.filter((point) => !expected.utilities.some((other) => near(point, other)));
  const value = found.value ?? Number.NaN;
  return check(what, points.map(vector).join(" "), [
    ...(found.status === "exact" ? [] : [`is ${found.status}${found.reason ? `: ${found.reason}` : ""}`]),
    ...(Math.abs(value - expected.value) <= tolerance ? [] : [`has the value ${value}, expected ${expected.value}`]),
    ...missing.map((point) => `lacks ${vector(point)}`),
    // a reference lists at most 20 tied vectors, so there may be more of them
    ...(expected.utilities.length < 20 ? extra.map((point) => `has ${vector(point)}, not expected`) : []),
  ]);
}

/** The reference keeps every tie of the least surplus; egalitarian breaks such ties by the second least, and so on. */
function leastFirst(expected: ExpectedSolution, reservations: Vector): ExpectedSolution {
  if (expected.utilities.length < 2) return expected;
  const ordered = (point: Vector): Vector =>
    point.map((value, party) => value - reservations[party]!).sort((a, b) => a - b);
  const ahead = (a: Vector, b: Vector): boolean => {
    const place = a.findIndex((value, index) => Math.abs(value - b[index]!) > tolerance);
    return place !== -1 && a[place]! > b[place]!;
  };
  const utilities = expected.utilities.filter(
    (point) => !expected.utilities.some((other) => ahead(ordered(other), ordered(point))),
  );
  return { ...expected, utilities };
}

function check(what: Check["what"], shown: string, differences: readonly string[]): Check {
  return differences.length === 0 ? { what, shown } : { what, shown, difference: differences.join("; ") };
}

function near(a: Vector, b: Vector, within = tolerance): boolean {
  return a.length === b.length && a.every((value, index) => Math.abs(value - b[index]!) <= within);
}

function vector(point: Vector): string {
  return `(${point.map((value) => Number(value.toFixed(9))).join(", ")})`;
}
