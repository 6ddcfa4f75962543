import type { Agenda, IssueId, OptionId } from "#model";
import { fittingDraft } from "./check-draft.ts";
import { type Constraints, constraintsOf } from "./constraints.ts";
import type { SheetDraft } from "./draft.ts";
import { type Frame, frameOf } from "./frame.ts";
import { anchorings, type Boxes, valuesByIssue } from "./issue-values.ts";
import { maximise, type Row } from "./linear-program.ts";
import { coupledIssues, polytopeOf } from "./polytope.ts";

/** A number of the sheet: a weight in points, a value on its issue's scale 0 to 100, or the reservation value in points. */
export type Quantity =
  | { readonly kind: "weight"; readonly issue: IssueId }
  | { readonly kind: "value"; readonly issue: IssueId; readonly option: OptionId }
  | { readonly kind: "reservation" };

/**
 * The least and the largest that the quantity can be over all sheets that keep every statement; undefined when the
 * statements contradict each other. Where it stays open which option of a compared issue is best or worst, no sheet
 * lies outside, but the ends themselves may be out of reach ("bounded"). Two linear programs; a value is a ratio of
 * points and weight, so its programs are over sheets divided by the weight (Charnes and Cooper 1962). Values within
 * 1e-4 of their ends where the issue may weigh nothing.
 */
export function exactRange(
  agenda: Agenda,
  draft: SheetDraft,
  quantity: Quantity,
): { readonly status: "exact" | "bounded"; readonly low: number; readonly high: number } | undefined {
  const fitting = fittingDraft(agenda, draft);
  const frame = frameOf(agenda, fitting);
  const said = constraintsOf(frame, fitting);
  const coupled = coupledIssues(said);
  const hull = hullOf(frame, said);
  if (!hull) return undefined;
  const { columns, rows, points } = polytopeOf(frame, said, hull.boxes, coupled);
  if (!maximise(columns, rows, new Map())) return undefined;
  const status = [...coupled].some((issue) => hull.open.has(issue)) ? "bounded" : "exact";
  const ends = (among: readonly Row[], count: number, goal: ReadonlyMap<number, number>): [number, number] => {
    const minus = new Map([...goal].map(([column, gain]) => [column, -gain]));
    return [worth(goal, maximise(count, among, minus)!), worth(goal, maximise(count, among, goal)!)];
  };
  switch (quantity.kind) {
    case "weight": {
      const [low, high] = ends(rows, columns, new Map([[frame.issueAt.get(quantity.issue)!, 1]]));
      return { status, low, high };
    }
    case "reservation": {
      const [low, high] = ends(rows, columns, new Map([[frame.issues.length, 1]]));
      return { status, low: low + frame.reservation.low, high: high + frame.reservation.low };
    }
    case "value": {
      const issue = frame.issueAt.get(quantity.issue)!;
      const option = frame.optionAt(quantity.issue, quantity.option);
      if (!coupled.has(issue))
        return { status: "exact", low: hull.boxes.low[option]! * 100, high: hull.boxes.high[option]! * 100 };
      const [low, high] = ends(perWeight(rows, columns, issue), columns + 1, points(option));
      return { status, low: low * 100, high: high * 100 };
    }
  }
}

/** What the values of each option may be over all ways to name a best and a worst one, and the issues with several ways. */
function hullOf(
  frame: Frame,
  said: Constraints,
): { readonly boxes: Boxes; readonly open: ReadonlySet<number> } | undefined {
  const low = new Float64Array(frame.issueOf.length).fill(Infinity);
  const high = new Float64Array(frame.issueOf.length).fill(-Infinity);
  const open = new Set<number>();
  for (const values of valuesByIssue(frame, said)) {
    let ways = 0;
    for (const { boxes } of anchorings(frame, values)) {
      ways++;
      boxes.low.forEach((each, o) => {
        low[values.from + o] = Math.min(low[values.from + o]!, each);
        high[values.from + o] = Math.max(high[values.from + o]!, boxes.high[o]!);
      });
    }
    if (ways === 0) return undefined;
    if (ways > 1) open.add(values.issue);
  }
  return { boxes: { low, high }, open };
}

/** The same rows over sheets divided by the weight of the issue; the last column is one over that weight. */
function perWeight(rows: readonly Row[], columns: number, issue: number): readonly Row[] {
  const scaled = rows.flatMap(({ columns: at, coefficients, low, high }): readonly Row[] => {
    const over = (end: number): Pick<Row, "columns" | "coefficients"> => ({
      columns: [...at, columns],
      coefficients: [...coefficients, -end],
    });
    return [
      ...(low > -Infinity ? [{ ...over(low), low: 0, high: low === high ? 0 : Infinity }] : []),
      ...(high < Infinity && low !== high ? [{ ...over(high), low: -Infinity, high: 0 }] : []),
    ];
  });
  // at least a thousandth of a point, or a weight of nothing would leave its values without bounds
  return [
    ...scaled,
    { columns: [issue], coefficients: [1], low: 1, high: 1 },
    { columns: [columns], coefficients: [1], low: 0, high: 1000 },
  ];
}

function worth(goal: ReadonlyMap<number, number>, point: Float64Array): number {
  const sum = [...goal].reduce((total, [column, gain]) => total + gain * point[column]!, 0);
  return Math.round(sum * 1e6) / 1e6 + 0; // the programs keep their rows no closer than that
}
