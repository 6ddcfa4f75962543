import { type Choices, holds, type IssueId } from "#model";
import { unreachable } from "#prelude";
import type { SheetDraft, Statement } from "./draft.ts";
import { type Frame, pointsOf } from "./frame.ts";
import { aboutEqualBand, indifferenceBand, leastDifference, leastRankOfOptions, leastRankOfSwings } from "./margins.ts";

/**
 * What statements say, as linear conditions. In the points p = weight x value every one of them is linear in the
 * weights, the points and the reservation value together; the values of one issue among themselves are bound by
 * intervals and gaps.
 */
export type Constraints = {
  readonly bounds: readonly ValueBound[];
  readonly gaps: readonly ValueGap[];
  readonly weights: readonly WeightRow[];
  readonly comparisons: readonly Comparison[];
  readonly reservation: readonly { readonly low: number; readonly high: number }[];
};

/** low <= value of the option <= high. */
export type ValueBound = { readonly option: number; readonly low: number; readonly high: number };

/** value of `above` - value of `below` >= least; `tied`: the two are equal. */
export type ValueGap = {
  readonly above: number;
  readonly below: number;
  readonly least: number;
  readonly tied: boolean;
};

/** low <= sum of times x weight <= high. */
export type WeightRow = {
  readonly terms: readonly { readonly issue: number; readonly times: number }[];
  readonly low: number;
  readonly high: number;
};

/** low <= sum of times x weight x value + reservation x r + constant <= high; without an option, the value is 1. */
export type Comparison = {
  readonly terms: readonly ComparisonTerm[];
  readonly reservation: 0 | -1;
  readonly constant: number;
  readonly low: number;
  readonly high: number;
};

export type ComparisonTerm = { readonly issue: number; readonly option?: number; readonly times: number };

const nothing: Constraints = { bounds: [], gaps: [], weights: [], comparisons: [], reservation: [] };

export function joined(all: readonly Constraints[]): Constraints {
  return {
    bounds: all.flatMap(({ bounds }) => bounds),
    gaps: all.flatMap(({ gaps }) => gaps),
    weights: all.flatMap(({ weights }) => weights),
    comparisons: all.flatMap(({ comparisons }) => comparisons),
    reservation: all.flatMap(({ reservation }) => reservation),
  };
}

/** What the whole draft says. */
export function constraintsOf(frame: Frame, draft: SheetDraft): Constraints {
  return joined(draft.statements.map((statement) => constraintsOfStatement(frame, statement)));
}

export function constraintsOfStatement(frame: Frame, statement: Statement): Constraints {
  switch (statement.kind) {
    case "matters-most": {
      const most = frame.issueAt.get(statement.issue)!;
      return {
        ...nothing,
        weights: frame.issues.flatMap((_, issue) => (issue === most ? [] : [weightGap(most, issue, 0, false)])),
      };
    }
    case "swing":
      return { ...nothing, weights: swingRows(frame, statement) };
    case "swing-order": {
      const least = leastRankOfSwings(frame.issues.length);
      const order = statement.order.map((tied) => tied.map((issue) => frame.issueAt.get(issue)!));
      return {
        ...nothing,
        weights: rankPairs(order).map(({ above, below, tied }) => weightGap(above, below, tied ? 0 : least, tied)),
      };
    }
    case "option-value": {
      const { issue, option, low, high } = statement;
      return { ...nothing, bounds: [{ option: frame.optionAt(issue, option), low: low / 100, high: high / 100 }] };
    }
    case "option-order": {
      const options = frame.issues[frame.issueAt.get(statement.issue)!]!.options.length;
      const least = leastRankOfOptions(options) / 100;
      const order = statement.order.map((tied) => tied.map((option) => frame.optionAt(statement.issue, option)));
      return {
        ...nothing,
        gaps: rankPairs(order).map((pair) => ({ ...pair, least: pair.tied ? 0 : least })),
      };
    }
    case "choice": {
      const difference = differenceOf(frame, statement.first, statement.second);
      return { ...nothing, comparisons: [{ ...difference, ...sideOf(statement.answer) }] };
    }
    case "reservation-range":
      return { ...nothing, reservation: [{ low: statement.low, high: statement.high }] };
    case "no-deal": {
      const { terms, constant } = worthOf(frame, statement.settlement);
      return { ...nothing, comparisons: [{ terms, constant, reservation: -1, ...noDealSide(statement.answer) }] };
    }
    default:
      return unreachable(statement);
  }
}

/** The worth of the first package less that of the second, as far as their issues go. */
export function differenceOf(frame: Frame, first: Choices, second: Choices): Omit<Comparison, "low" | "high"> {
  const a = worthOf(frame, first);
  const b = worthOf(frame, second);
  const minus = b.terms.map((term) => ({ ...term, times: -term.times }));
  return { terms: merged([...a.terms, ...minus]), reservation: 0, constant: a.constant - b.constant };
}

/** Issues left open count nothing; a linkage counts when the choices settle that it holds. */
function worthOf(frame: Frame, choices: Choices): Pick<Comparison, "terms" | "constant"> {
  const terms = Object.entries(choices).map(([issue, option]): ComparisonTerm => {
    const i = frame.issueAt.get(issue)!;
    const cell = tableCell(frame, choices, issue);
    return cell === undefined
      ? { issue: i, option: frame.optionAt(issue, option), times: 1 }
      : { issue: i, times: cell / 100 };
  });
  let constant = 0;
  for (const linkage of frame.linkages) {
    if (linkage.kind === "combination" && holds(linkage.when, choices)) constant += pointsOf(linkage);
  }
  return { terms, constant };
}

function tableCell(frame: Frame, choices: Choices, issue: IssueId): number | undefined {
  for (const linkage of frame.linkages) {
    if (linkage.kind !== "table" || linkage.issue !== issue) continue;
    const cell = linkage.table[choices[linkage.given] ?? ""]?.[choices[issue]!];
    if (cell) return cell.mid;
  }
  return undefined;
}

function merged(terms: readonly ComparisonTerm[]): readonly ComparisonTerm[] {
  const byName = new Map<string, ComparisonTerm>();
  for (const term of terms) {
    const name = `${term.issue} ${term.option ?? ""}`;
    byName.set(name, { ...term, times: term.times + (byName.get(name)?.times ?? 0) });
  }
  return [...byName.values()].filter(({ times }) => times !== 0);
}

function sideOf(answer: "first" | "second" | "indifferent"): { readonly low: number; readonly high: number } {
  if (answer === "indifferent") return { low: -indifferenceBand, high: indifferenceBand };
  return answer === "first"
    ? { low: leastDifference, high: Number.POSITIVE_INFINITY }
    : { low: Number.NEGATIVE_INFINITY, high: -leastDifference };
}

/** Of the settlement's worth less the reservation value. */
function noDealSide(answer: "better" | "about-equal" | "worse"): { readonly low: number; readonly high: number } {
  if (answer === "about-equal") return { low: -aboutEqualBand, high: aboutEqualBand };
  return sideOf(answer === "worse" ? "first" : "second");
}

function weightGap(above: number, below: number, least: number, tied: boolean): WeightRow {
  return {
    terms: [
      { issue: above, times: 1 },
      { issue: below, times: -1 },
    ],
    low: least,
    high: tied ? 0 : Number.POSITIVE_INFINITY,
  };
}

function swingRows(frame: Frame, swing: Extract<Statement, { kind: "swing" }>): readonly WeightRow[] {
  const issue = frame.issueAt.get(swing.issue)!;
  const against = frame.issueAt.get(swing.against)!;
  const row = (share: number, low: number, high: number): WeightRow => ({
    terms: [
      { issue, times: 1 },
      { issue: against, times: -share / 100 },
    ],
    low,
    high,
  });
  if (swing.low === swing.high) return [row(swing.low, 0, 0)];
  return [
    ...(swing.low > 0 ? [row(swing.low, 0, Number.POSITIVE_INFINITY)] : []),
    row(swing.high, Number.NEGATIVE_INFINITY, 0),
  ];
}

/** Every member of a rank above every one of the next, and the members of a rank tied in a row. */
function rankPairs(order: readonly (readonly number[])[]): readonly { above: number; below: number; tied: boolean }[] {
  return order.flatMap((rank, r) => [
    ...rank.slice(1).map((below, at) => ({ above: rank[at]!, below, tied: true })),
    ...(order[r + 1] ?? []).flatMap((below) => rank.map((above) => ({ above, below, tied: false }))),
  ]);
}
