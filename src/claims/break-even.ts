import { type ClusterId, type IssueId, localValue, type PreferenceSheet, type Scenario, type Settlement } from "#model";
import { toNumber } from "#prelude";

/**
 * By how much the free issues' weights would have to be multiplied, the others kept, for the settlement to reach the
 * party's reservation value: "not on a scale sufficient" as a number. Undefined when it is reached already, when a
 * linkage touches a free issue (then weights are not all there is to it), and when the reservation value was raised to
 * nothing by the total; Infinity when no multiple is enough, since even those issues alone are worth less than it.
 */
export function breakEven(
  { agenda }: Scenario,
  sheet: PreferenceSheet,
  settlement: Settlement,
  free: readonly (IssueId | ClusterId)[],
): number | undefined {
  const isFree = new Set(
    agenda.issues.filter(({ id, cluster }) => free.includes(id) || free.includes(cluster ?? "")).map(({ id }) => id),
  );
  const touched = sheet.linkages.some((linkage) =>
    linkage.kind === "table"
      ? isFree.has(linkage.issue) || isFree.has(linkage.given)
      : linkage.when.some(({ issue }) => isFree.has(issue)),
  );
  if (touched || sheet.total !== undefined || sheet.linkages.some(({ kind }) => kind === "combination"))
    return undefined;
  let fixedWeight = 0;
  let fixedWorth = 0;
  let freeWeight = 0;
  let freeWorth = 0;
  for (const [issue, { weight, of }] of Object.entries(sheet.issues)) {
    const worth = (weight.mid * toNumber(localValue(sheet, issue, settlement))) / of;
    if (isFree.has(issue)) {
      freeWeight += weight.mid;
      freeWorth += worth;
    } else {
      fixedWeight += weight.mid;
      fixedWorth += worth;
    }
  }
  const needed = sheet.reservation.mid / sheet.scale;
  // (fixed worth + k free worth) / (fixed weight + k free weight) = needed
  const missing = needed * fixedWeight - fixedWorth;
  const gain = freeWorth - needed * freeWeight;
  if (missing - gain <= 0) return undefined;
  return gain > 0 ? missing / gain : Number.POSITIVE_INFINITY;
}
