import type { Choices } from "#model";
import type { Oracle } from "../oracle/oracle.ts";
import { named, type Row } from "../oracle/settlement-table.ts";

/** The oracle's whole units of a number in points, or undefined if it is not one to within a thousandth of a unit. */
export function wholeUnits(answer: Oracle, points: number): number | undefined {
  const units = points * Number(answer.table.unit);
  const whole = Math.round(units);
  // Doubles carry 16 digits: beyond 10^12 units the last of them is the engine's rounding to a printed number.
  return Math.abs(units - whole) <= Math.max(1e-3, Math.abs(whole) * 1e-12) ? whole : undefined;
}

/** A vector of the consenting parties as the oracle would write it: whole units, joined. */
export function vectorKey(answer: Oracle, utilities: Readonly<Record<string, number>>): string {
  return answer.parties
    .map((party) => wholeUnits(answer, utilities[party] ?? Number.NaN) ?? "not a whole unit")
    .join(" ");
}

/** The oracle's row of a settlement; undefined where it is not one, or no rule-abiding one. */
export function rowOf(answer: Oracle, settlement: Choices): Row | undefined {
  let index = indexes.get(answer);
  if (!index) {
    index = new Map(answer.table.rows.map((row) => [choiceKey(answer, named(answer.table.scenario, row.choice)), row]));
    indexes.set(answer, index);
  }
  if (Object.keys(settlement).length !== answer.table.scenario.agenda.issues.length) return undefined;
  return index.get(choiceKey(answer, settlement));
}

/** Whether the settlement is worth exactly this to every party of the point that has a sheet. */
export function isWorth(answer: Oracle, row: Row, utilities: Readonly<Record<string, number>>): boolean {
  return answer.table.parties.every(
    (party, column) => wholeUnits(answer, utilities[party] ?? Number.NaN) === row.utilities[column],
  );
}

const indexes = new WeakMap<Oracle, ReadonlyMap<string, Row>>();

function choiceKey(answer: Oracle, choices: Choices): string {
  return answer.table.scenario.agenda.issues.map(({ id }) => choices[id]).join(" ");
}
