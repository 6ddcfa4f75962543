import { type Answer, exact, unknown } from "../answer.ts";
import type { Search } from "../search.ts";
import type { SettlementSpace } from "../space/settlement-space.ts";
import { type Found, findSettlement } from "./find-settlement.ts";

/**
 * Whether the agreement zone holds a settlement, given what the search found. Where a sheet's numbers had to be
 * rounded, a yes must clear every threshold by the rounding error and a no must miss it by as much; between the two the
 * answer is bounded.
 */
export function* existsAnswer(zone: SettlementSpace, found: Found): Search<Answer<boolean>> {
  if (found.exists === "unknown") return unknown("stopped early");
  const { scales, threshold } = zone.problem;
  if (scales.every((scale) => scale.exact)) return exact(found.exists);
  const margin = found.exists ? 1 : -1;
  const shifted = yield* findSettlement(
    zone,
    threshold.map((units, p) => units + margin * scales[p]!.error),
  );
  return shifted.exists === found.exists ? exact(found.exists) : { status: "bounded", low: false, high: true };
}
