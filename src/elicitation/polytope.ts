import type { Constraints } from "./constraints.ts";
import type { Frame } from "./frame.ts";
import type { Boxes } from "./issue-values.ts";
import type { Row } from "./linear-program.ts";

/**
 * Everything stated, as one linear program in weights, points and the reservation value, for options whose values lie
 * in given boxes. The points of an option are low x weight + q with 0 <= q <= (high - low) x weight; only issues that a
 * comparison names need them, the values of all others are bound among themselves alone.
 */
export type Polytope = {
  readonly columns: number;
  readonly rows: readonly Row[];
  /** Of each row, whether it may touch its ends: rows that are equalities, and the boxes of q. */
  readonly tight: readonly boolean[];
  readonly point: (solution: Float64Array) => SheetPoint;
  /** The points of an option of a coupled issue, as a sum over columns. */
  readonly points: (option: number) => ReadonlyMap<number, number>;
};

export type SheetPoint = {
  readonly weights: Float64Array;
  /** NaN where no comparison binds the issue. */
  readonly values: Float64Array;
  readonly reservation: number;
};

export function polytopeOf(frame: Frame, said: Constraints, boxes: Boxes, coupled: ReadonlySet<number>): Polytope {
  const n = frame.issues.length;
  const rows: Row[] = [];
  const tight: boolean[] = [];
  const column = new Int32Array(frame.issueOf.length).fill(-1);
  const reservationColumn = n;
  let columns = n + 1;
  for (const issue of coupled)
    for (let o = frame.offset[issue]!; o < frame.offset[issue + 1]!; o++)
      if (boxes.high[o]! > boxes.low[o]! + 1e-9) column[o] = columns++;

  const push = (terms: ReadonlyMap<number, number>, low: number, high: number, mayTouch: boolean): void => {
    rows.push({ columns: [...terms.keys()], coefficients: [...terms.values()], low, high });
    tight.push(mayTouch);
  };
  const points = (terms: Map<number, number>, option: number, times: number): void => {
    const issue = frame.issueOf[option]!;
    add(terms, issue, times * boxes.low[option]!);
    if (column[option]! >= 0) add(terms, column[option]!, times);
  };

  push(new Map(frame.issues.map((_, issue) => [issue, 1])), 100, 100, true);
  for (const { terms, low, high } of said.weights)
    push(new Map(terms.map(({ issue, times }) => [issue, times])), low, high, low === high);
  for (let o = 0; o < column.length; o++) {
    if (column[o]! < 0) continue;
    const room = new Map([
      [column[o]!, 1],
      [frame.issueOf[o]!, boxes.low[o]! - boxes.high[o]!],
    ]);
    push(room, -Infinity, 0, true);
  }
  for (const { above, below, least, tied } of said.gaps) {
    const issue = frame.issueOf[above]!;
    if (!coupled.has(issue)) continue;
    if (!tied && boxes.low[above]! >= boxes.high[below]! + least) continue; // the boxes keep it already
    const terms = new Map<number, number>();
    points(terms, above, 1);
    points(terms, below, -1);
    add(terms, issue, -least);
    push(terms, 0, tied ? 0 : Infinity, true);
  }
  const { low: floor, high: ceiling } = frame.reservation;
  for (const { terms: stated, reservation, constant, low, high } of said.comparisons) {
    const terms = new Map<number, number>();
    for (const { issue, option, times } of stated) {
      if (option === undefined) add(terms, issue, times);
      else points(terms, option, times);
    }
    if (reservation !== 0) add(terms, reservationColumn, reservation);
    const shift = constant + reservation * floor; // the column is the reservation value above its floor
    push(terms, low - shift, high - shift, low === high);
  }
  push(new Map([[reservationColumn, 1]]), 0, ceiling - floor, false);
  for (const { low, high } of said.reservation)
    push(new Map([[reservationColumn, 1]]), low - floor, high - floor, low === high);

  const point = (solution: Float64Array): SheetPoint => {
    const weights = solution.slice(0, n);
    const values = new Float64Array(column.length).fill(Number.NaN);
    for (const issue of coupled) {
      for (let o = frame.offset[issue]!; o < frame.offset[issue + 1]!; o++) {
        const q = column[o]! < 0 ? 0 : solution[column[o]!]!;
        // an issue without weight says nothing about its values: any in the boxes will do
        values[o] = weights[issue]! < 1e-7 ? boxes.low[o]! : boxes.low[o]! + q / weights[issue]!;
      }
    }
    return { weights, values, reservation: solution[reservationColumn]! + floor };
  };
  const pointsOf = (option: number): ReadonlyMap<number, number> => {
    const terms = new Map<number, number>();
    points(terms, option, 1);
    return terms;
  };
  return { columns, rows, tight, point, points: pointsOf };
}

/** The issues whose values some comparison asks about. */
export function coupledIssues({ comparisons }: Constraints): ReadonlySet<number> {
  return new Set(
    comparisons.flatMap(({ terms }) => terms.flatMap(({ issue, option }) => (option === undefined ? [] : [issue]))),
  );
}

function add(terms: Map<number, number>, column: number, times: number): void {
  terms.set(column, (terms.get(column) ?? 0) + times);
}
