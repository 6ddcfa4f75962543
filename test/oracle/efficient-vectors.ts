import type { Row } from "./settlement-table.ts";

/** One utility vector of the consenting parties and every settlement that has it. */
export type Vector = { readonly values: readonly number[]; readonly rows: readonly Row[] };

/** The distinct vectors of these settlements. Only the parties in `columns` count. */
export function distinctVectors(rows: readonly Row[], columns: readonly number[]): readonly Vector[] {
  const groups = new Map<string, { values: number[]; rows: Row[] }>();
  for (const row of rows) {
    const values = columns.map((column) => row.utilities[column]!);
    const key = values.join(" ");
    const group = groups.get(key);
    if (group) group.rows.push(row);
    else groups.set(key, { values, rows: [row] });
  }
  return [...groups.values()];
}

/** The vectors that no other one improves upon for somebody without loss to anybody. */
export function efficientVectors(vectors: readonly Vector[]): readonly Vector[] {
  // What dominates has the larger sum, so it has been seen before; and what is dominated is so by an efficient one.
  const sum = ({ values }: Vector): number => values.reduce((total, value) => total + value, 0);
  const efficient: Vector[] = [];
  for (const vector of [...vectors].sort((a, b) => sum(b) - sum(a))) {
    if (!efficient.some((other) => dominates(other.values, vector.values))) efficient.push(vector);
  }
  return efficient;
}

export function dominates(a: readonly number[], b: readonly number[]): boolean {
  let better = false;
  for (let i = 0; i < a.length; i++) {
    if (a[i]! < b[i]!) return false;
    if (a[i]! > b[i]!) better = true;
  }
  return better;
}

/** The largest value in a column; one argument per vector would overflow the stack. */
export function largest(vectors: readonly Vector[], column: number): number {
  return vectors.reduce((most, { values }) => Math.max(most, values[column]!), Number.NEGATIVE_INFINITY);
}
