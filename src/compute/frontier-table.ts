import type { FrontierPoint } from "#analysis";
import type { Choices, IssueId, OptionId, PartyId } from "#model";

/** A frontier's points as columns. */
export type FrontierTable = {
  readonly parties: readonly PartyId[];
  readonly issues: readonly { readonly id: IssueId; readonly options: readonly OptionId[] }[];
  readonly count: number;
  /** count x parties, row-major: utilities in points of each party's scale. */
  readonly utilities: Float64Array;
  /** count x issues, row-major: places in the issue's options. */
  readonly options: Uint16Array;
  /** By row: how many settlements have exactly these utilities, decimal. */
  readonly ties: readonly string[];
};

/** Rows keep the order of the points. The parties are those of the first point; a frontier without points has none. */
export function frontierTable(points: readonly FrontierPoint[], issues: FrontierTable["issues"]): FrontierTable {
  const parties = Object.keys(points[0]?.utilities ?? {});
  const place = issues.map(({ options }) => new Map(options.map((option, at) => [option, at])));
  const utilities = new Float64Array(points.length * parties.length);
  const options = new Uint16Array(points.length * issues.length);
  points.forEach((point, row) => {
    parties.forEach((party, p) => {
      utilities[row * parties.length + p] = point.utilities[party]!;
    });
    issues.forEach(({ id }, i) => {
      options[row * issues.length + i] = place[i]!.get(point.settlement[id]!)!;
    });
  });
  return { parties, issues, count: points.length, utilities, options, ties: points.map(({ ties }) => ties) };
}

/** The row as a point again. */
export function frontierPoint(table: FrontierTable, row: number): FrontierPoint {
  return {
    utilities: Object.fromEntries(
      table.parties.map((party, p) => [party, table.utilities[row * table.parties.length + p]!]),
    ),
    settlement: settlementAt(table, row),
    ties: table.ties[row]!,
  };
}

export function settlementAt({ issues, options }: FrontierTable, row: number): Choices {
  return Object.fromEntries(issues.map(({ id, options: names }, i) => [id, names[options[row * issues.length + i]!]!]));
}
