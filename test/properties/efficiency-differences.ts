import type { Frontier, Point, Solution, Solutions } from "#analysis";
import type { Vector } from "../oracle/efficient-vectors.ts";
import { approximately, type Fraction } from "../oracle/fraction.ts";
import type { Oracle } from "../oracle/oracle.ts";
import type { Row } from "../oracle/settlement-table.ts";
import type { Picked } from "../oracle/solutions.ts";
import { unequal } from "./differences.ts";
import { isWorth, rowOf, vectorKey, wholeUnits } from "./whole-vectors.ts";

/** The same vectors, each with as many settlements behind it, each shown by one of them. */
export function frontierDifferences(
  what: string,
  frontier: Frontier | undefined,
  answer: Oracle,
  expected: readonly Vector[],
): readonly string[] {
  if (frontier?.status !== "exact") return [`${what}: not exact but ${frontier?.status}`];
  const rows = expected.flatMap((vector) => vector.rows);
  return [
    ...unequal(`${what} size`, frontier.size, expected.length),
    ...unequal(
      what,
      frontier.points.map((point) => `${vectorKey(answer, point.utilities)} x ${point.ties}`).sort(),
      counted(expected),
    ),
    ...frontier.points.flatMap((point) => pointDifferences(what, point, answer, rows)),
  ];
}

/** A settlement of these, worth what it is said to be. */
export function pointDifferences(what: string, point: Point, answer: Oracle, among: readonly Row[]): readonly string[] {
  const row = rowOf(answer, point.settlement);
  if (!row || !setOf(among).has(row)) return [`${what}: ${JSON.stringify(point.settlement)} does not belong there`];
  return isWorth(answer, row, point.utilities) ? [] : [`${what}: ${JSON.stringify(point)} is worth something else`];
}

export function solutionDifferences(solutions: Solutions, answer: Oracle): readonly string[] {
  const { kalaiSmorodinsky } = answer.solutions;
  return [
    ...oneSolution("Nash bargaining", solutions.nashBargaining, answer, answer.solutions.nashBargaining),
    ...oneSolution("Kalai-Smorodinsky", solutions.kalaiSmorodinsky, answer, kalaiSmorodinsky),
    ...oneSolution("egalitarian", solutions.egalitarian, answer, answer.solutions.egalitarian),
    ...oneSolution("utilitarian", solutions.utilitarian, answer, answer.solutions.utilitarian),
    ...unequal(
      "Kalai-Smorodinsky leaves out",
      [...(solutions.kalaiSmorodinsky.leftOut ?? [])].sort(),
      kalaiSmorodinsky.leftOut.map((column) => answer.parties[column]!).sort(),
    ),
  ];
}

/** Near enough for a printed number; equality of the settlements themselves is compared in whole units. */
export function isNear(printed: number | undefined, exact: Fraction): boolean {
  const value = approximately(exact);
  return printed !== undefined && Math.abs(printed - value) <= 1e-9 * Math.max(1, Math.abs(value));
}

function oneSolution(what: string, solution: Solution, answer: Oracle, picked: Picked): readonly string[] {
  const found: string[] = [
    ...unequal(`${what} status`, solution.status, picked.vectors.length === 0 ? "empty" : "exact"),
    ...unequal(
      what,
      solution.points
        .map(
          (point) =>
            `${vectorKey(answer, point.utilities)} x ${point.ties.status === "exact" ? point.ties.value : "?"}`,
        )
        .sort(),
      counted(picked.vectors),
    ),
  ];
  if (picked.value && !isNear(solution.value, picked.value)) {
    found.push(`${what} value: engine ${solution.value}, enumeration ${approximately(picked.value)}`);
  }
  for (const point of solution.points) {
    const vector = picked.vectors.find(({ values }) => values.join(" ") === vectorKey(answer, point.utilities));
    if (!vector) continue; // said above
    found.push(...pointDifferences(what, point, answer, vector.rows));
    const examples = new Set(point.examples.map((example) => rowOf(answer, example)));
    found.push(...unequal(`${what} examples`, examples.size, Math.min(20, vector.rows.length)));
    if ([...examples].some((row) => !row || !vector.rows.includes(row))) found.push(`${what}: a wrong example`);
    for (const party of answer.parties) {
      const column = answer.table.parties.indexOf(party);
      const surplus = vector.rows[0]!.utilities[column]! - answer.table.reservations[column]!;
      found.push(
        ...unequal(`${what} surplus of ${party}`, wholeUnits(answer, point.surplus[party] ?? Number.NaN), surplus),
      );
    }
  }
  return found;
}

function counted(vectors: readonly Vector[]): readonly string[] {
  return vectors.map(({ values, rows }) => `${values.join(" ")} x ${rows.length}`).sort();
}

const sets = new WeakMap<readonly Row[], ReadonlySet<Row>>();
function setOf(rows: readonly Row[]): ReadonlySet<Row> {
  const known = sets.get(rows) ?? new Set(rows);
  sets.set(rows, known);
  return known;
}
