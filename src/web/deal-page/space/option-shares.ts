import type { FrontierTable } from "#compute/browser";
import type { IssueId, OptionId } from "#model";

export type IssueShares = {
  readonly issue: IssueId;
  /** Options that some listed settlement takes, most frequent among the selected first, then as the issue lists them. */
  readonly options: readonly OptionShare[];
  /** The one option that all the selected settlements take. */
  readonly common?: OptionId;
  /** How far the selection's shares lie from those of all listed: half the sum of the differences, 0 to 1. */
  readonly shift: number;
};

export type OptionShare = {
  readonly option: OptionId;
  /** Among the selected settlements, 0 to 1. */
  readonly share: number;
  /** Among all that are listed. */
  readonly ofAll: number;
};

/** How the selected settlements settle each issue, beside how all the listed ones do. Time O(rows x issues). */
export function optionShares(table: FrontierTable, rows: Int32Array): readonly IssueShares[] {
  const all = counted(table, undefined);
  const chosen = counted(table, rows);
  return table.issues.map(({ id, options }, at): IssueShares => {
    const shares = options.map((option, place) => ({
      option,
      share: rows.length === 0 ? 0 : chosen[at]![place]! / rows.length,
      ofAll: table.count === 0 ? 0 : all[at]![place]! / table.count,
    }));
    const common = shares.find(({ share }) => share === 1)?.option;
    return {
      issue: id,
      options: shares.filter(({ ofAll }) => ofAll > 0).sort((a, b) => b.share - a.share || b.ofAll - a.ofAll),
      ...(common === undefined ? {} : { common }),
      shift: rows.length === 0 ? 0 : shares.reduce((sum, { share, ofAll }) => sum + Math.abs(share - ofAll), 0) / 2,
    };
  });
}

/** By issue and option place: how many of the rows (all of them when not given) take it. */
function counted({ issues, options, count }: FrontierTable, rows: Int32Array | undefined): readonly Int32Array[] {
  const counts = issues.map((issue) => new Int32Array(issue.options.length));
  const wide = issues.length;
  const size = rows?.length ?? count;
  for (let i = 0; i < size; i++) {
    const from = (rows ? rows[i]! : i) * wide;
    for (let at = 0; at < wide; at++) counts[at]![options[from + at]!]!++;
  }
  return counts;
}
