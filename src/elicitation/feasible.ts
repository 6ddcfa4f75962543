import type { Constraints } from "./constraints.ts";
import type { Frame } from "./frame.ts";
import { type Anchoring, anchorings, type Boxes, type IssueValues, valuesByIssue } from "./issue-values.ts";
import { maximise, type Row } from "./linear-program.ts";
import { coupledIssues, type Polytope, polytopeOf, type SheetPoint } from "./polytope.ts";

/** A sheet that keeps everything stated, away from the ends where it can be, with a best and a worst option per issue. */
export type Foothold = {
  readonly point: SheetPoint;
  readonly anchorings: readonly Anchoring[];
  readonly byIssue: readonly IssueValues[];
};

/** Linear programs that the search for best and worst options may cost before it is given up. */
const mostPrograms = 200;

/**
 * A sheet that keeps all constraints, or undefined when there is none. Which option of an issue is the best and which
 * the worst is searched for depth first where statements leave it open and comparisons ask about it; beyond
 * `mostPrograms` the search is given up and the statements count as consistent, without a sheet ("unknown").
 */
export function foothold(frame: Frame, said: Constraints): Foothold | undefined | "unknown" {
  const byIssue = valuesByIssue(frame, said);
  const coupled = coupledIssues(said);
  const chosen: Anchoring[] = [];
  for (const values of byIssue) {
    const first = anchorings(frame, values).next();
    if (first.done) return undefined;
    chosen.push(first.value);
  }
  const settle = (): Foothold | undefined => {
    const polytope = polytopeOf(frame, said, boxesOf(frame, chosen), coupled);
    const point = centralPoint(frame, polytope);
    return point && { point, anchorings: chosen, byIssue };
  };
  const open = [...coupled].filter((issue) => hasSecond(anchorings(frame, byIssue[issue]!)));
  if (open.length === 0) return settle();

  let programs = 0;
  /** Whether the chosen anchorings can be kept, with hull boxes for the issues of `open` from `next` on. */
  const relaxed = (next: number): SheetPoint | undefined => {
    programs++;
    const hulls = new Set(open.slice(next));
    const boxes = chosen.map(({ boxes }, issue) => (hulls.has(issue) ? byIssue[issue]!.boxes! : boxes));
    const polytope = polytopeOf(frame, said, concatenated(frame, boxes), coupled);
    const solution = maximise(polytope.columns, polytope.rows, new Map());
    return solution && polytope.point(solution);
  };
  const search = (next: number, guide: SheetPoint): boolean | "unknown" => {
    if (next === open.length) return true;
    const issue = open[next]!;
    const fit = ({ best, worst }: Anchoring): number =>
      (best === undefined ? 0 : guide.values[best]!) - (worst === undefined ? 0 : guide.values[worst]!);
    const ways = [...anchorings(frame, byIssue[issue]!)].sort((a, b) => fit(b) - fit(a));
    for (const way of ways) {
      if (programs >= mostPrograms) return "unknown";
      chosen[issue] = way;
      const point = relaxed(next + 1);
      const found = point === undefined ? false : search(next + 1, point);
      if (found !== false) return found;
    }
    return false;
  };
  const start = relaxed(0);
  if (!start) return undefined;
  const found = search(0, start);
  if (found === "unknown") return "unknown";
  return found ? settle() : undefined;
}

function hasSecond(generator: Generator<Anchoring>): boolean {
  return !generator.next().done && !generator.next().done;
}

function boxesOf(frame: Frame, chosen: readonly Anchoring[]): Boxes {
  return concatenated(
    frame,
    chosen.map(({ boxes }) => boxes),
  );
}

function concatenated(frame: Frame, boxes: readonly Boxes[]): Boxes {
  const low = new Float64Array(frame.issueOf.length);
  const high = new Float64Array(frame.issueOf.length);
  boxes.forEach((each, issue) => {
    low.set(each.low, frame.offset[issue]!);
    high.set(each.high, frame.offset[issue]!);
  });
  return { low, high };
}

/**
 * A point as far as can be from the ends of the rows that are inequalities, at most a point away. Where some of them
 * leave no room together (two ranges that touch), each keeps what room it can have by itself.
 */
function centralPoint(frame: Frame, { columns, rows, tight, point }: Polytope): SheetPoint | undefined {
  const n = frame.issues.length;
  const slack = columns;
  const withSlack = (row: Row, column: number): readonly Row[] => [
    ...(row.low > -Infinity ? [plus(row, column, -1, row.low, Infinity)] : []),
    ...(row.high < Infinity ? [plus(row, column, 1, -Infinity, row.high)] : []),
  ];
  const positive = Array.from({ length: n }, (_, issue): Row => single(issue, 0, Infinity));
  const all = [...rows, ...positive];
  const mayTouch = [...tight, ...positive.map(() => false)];
  const together = all.flatMap((row, r) => (mayTouch[r] ? [row] : withSlack(row, slack)));
  const best = maximise(columns + 1, [...together, single(slack, 0, 1)], new Map([[slack, 1]]));
  if (!best) return undefined;
  if (best[slack]! > 1e-5) return point(best);
  let next = columns;
  const apart = all.flatMap((row, r) => {
    if (mayTouch[r]) return [row];
    const column = next++;
    return [...withSlack(row, column), single(column, 0, 0.05)];
  });
  const own = new Map(Array.from({ length: next - columns }, (_, k) => [columns + k, 1]));
  const solution = maximise(next, apart, own);
  return solution && point(solution);
}

function plus(row: Row, column: number, coefficient: number, low: number, high: number): Row {
  return { columns: [...row.columns, column], coefficients: [...row.coefficients, coefficient], low, high };
}

function single(column: number, low: number, high: number): Row {
  return { columns: [column], coefficients: [1], low, high };
}
