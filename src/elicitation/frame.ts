import type { Agenda, Issue, IssueId, Linkage, OptionId } from "#model";
import type { SheetDraft } from "./draft.ts";

/** The coordinates of a sheet: issues by number, and all options of all issues in one row. Values are shares: 1 is 100. */
export type Frame = {
  readonly issues: readonly Issue[];
  /** Options of issue i are offset[i] .. offset[i + 1] - 1. */
  readonly offset: Int32Array;
  readonly issueOf: Int32Array;
  readonly issueAt: ReadonlyMap<IssueId, number>;
  readonly optionAt: (issue: IssueId, option: OptionId) => number;
  /** Per issue: its best option need not count 1, nor its worst 0. */
  readonly freeScale: readonly boolean[];
  /** What values may be at all: 0 to 1, and further where a free scale was rated so. */
  readonly least: Float64Array;
  readonly most: Float64Array;
  readonly linkages: readonly Linkage[];
  /** No settlement is worth less or more than this, so no reservation value lies outside. */
  readonly reservation: { readonly low: number; readonly high: number };
};

/** Of a draft whose parts all fit the agenda. */
export function frameOf(agenda: Agenda, draft: SheetDraft): Frame {
  const { issues } = agenda;
  const offset = new Int32Array(issues.length + 1);
  issues.forEach(({ options }, i) => {
    offset[i + 1] = offset[i]! + options.length;
  });
  const count = offset[issues.length]!;
  const issueOf = new Int32Array(count);
  const at = new Map<IssueId, Map<OptionId, number>>();
  issues.forEach(({ id, options }, i) => {
    issueOf.fill(i, offset[i]!, offset[i + 1]!);
    at.set(id, new Map(options.map((option, o) => [option.id, offset[i]! + o])));
  });
  const optionAt = (issue: IssueId, option: OptionId): number => at.get(issue)!.get(option)!;
  const free = new Set(draft.freeScales);
  const least = new Float64Array(count);
  const most = new Float64Array(count).fill(1);
  for (const said of draft.statements) {
    if (said.kind !== "option-value" || !free.has(said.issue)) continue;
    const o = optionAt(said.issue, said.option);
    least[o] = Math.min(least[o]!, said.low / 100);
    most[o] = Math.max(most[o]!, said.high / 100);
  }
  const points = draft.linkages.flatMap((each) => (each.kind === "combination" ? [pointsOf(each)] : []));
  const cells = draft.linkages.flatMap((each) =>
    each.kind === "table" ? Object.values(each.table).flatMap((row) => Object.values(row).map(({ mid }) => mid)) : [],
  );
  return {
    issues,
    offset,
    issueOf,
    issueAt: new Map(issues.map(({ id }, i) => [id, i])),
    optionAt,
    freeScale: issues.map(({ id }) => free.has(id)),
    least,
    most,
    linkages: draft.linkages,
    reservation: {
      low: Math.min(0, ...cells, 100 * Math.min(0, ...least)) + sum(points.filter((each) => each < 0)),
      high: Math.max(100, ...cells, 100 * Math.max(0, ...most)) + sum(points.filter((each) => each > 0)),
    },
  };
}

/** A combination linkage's mid, in points of 100. */
export function pointsOf(linkage: Extract<Linkage, { kind: "combination" }>): number {
  return (linkage.value.mid / linkage.of) * 100;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
