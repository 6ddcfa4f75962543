import type { Choices, Issue, IssueId, OptionId } from "#model";

/** One issue of an offer beside another: "left" is chosen there and left open here. */
export type DiffRow = {
  readonly issue: IssueId;
  readonly how: "same" | "changed" | "new" | "left";
  readonly now?: OptionId;
  readonly before?: OptionId;
};

/** What is changed first, then what is new or left open, then what stays, each in the agenda's order. Without a base all is new. */
export function offerDiff(issues: readonly Issue[], now: Choices, base: Choices | undefined): readonly DiffRow[] {
  const rows = issues.flatMap(({ id }): readonly DiffRow[] => {
    const [chosen, before] = [now[id], base?.[id]];
    if (chosen === undefined && before === undefined) return [];
    if (chosen === undefined) return [{ issue: id, how: "left", before: before! }]; // one of the two is there
    if (before === undefined) return [{ issue: id, how: "new", now: chosen }];
    return [{ issue: id, how: chosen === before ? "same" : "changed", now: chosen, before }];
  });
  const order = ["changed", "new", "left", "same"] as const;
  return order.flatMap((how) => rows.filter((row) => row.how === how));
}
