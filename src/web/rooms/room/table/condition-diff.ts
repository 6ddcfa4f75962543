import type { OfferCondition } from "#room";

/** One condition of an offer beside those of another: "dropped" is there and not here. */
export type ConditionRow =
  | { readonly how: "same" | "new" | "dropped"; readonly condition: OfferCondition }
  | { readonly how: "changed"; readonly condition: OfferCondition; readonly before: OfferCondition };

/** First what the offer stands on, in its own order, then what it dropped. The order of a condition's options says nothing. */
export function conditionDiff(
  now: readonly OfferCondition[],
  base: readonly OfferCondition[],
): readonly ConditionRow[] {
  const rows = now.map((condition): ConditionRow => {
    const before = base.find((one) => isOnSame(one, condition));
    if (!before) return { how: "new", condition };
    return isSameSet(before.options, condition.options)
      ? { how: "same", condition }
      : { how: "changed", condition, before };
  });
  const dropped = base.filter((one) => !now.some((condition) => isOnSame(one, condition)));
  return [...rows, ...dropped.map((condition): ConditionRow => ({ how: "dropped", condition }))];
}

function isOnSame(a: OfferCondition, b: OfferCondition): boolean {
  return a.channel === b.channel && a.issue === b.issue;
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.every((one) => b.includes(one)) && b.every((one) => a.includes(one));
}
