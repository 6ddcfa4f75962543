import { type Answer, exact, unknown } from "#prelude";
import type { Proof } from "../certificate/certificate.ts";
import type { Search } from "../search.ts";
import type { Path } from "../space/best-settlement.ts";
import type { SettlementSpace } from "../space/settlement-space.ts";
import { findSettlement } from "./find-settlement.ts";

export type SettledZone = {
  readonly exists: Answer<boolean>;
  /** What the search works with: the zone as the rounded numbers have it. */
  readonly found: boolean | "unknown";
  readonly witness?: Path;
  /** Absent when the answer is not exact. */
  readonly proof?: Proof;
};

/**
 * Whether the agreement zone holds a settlement. Where a sheet's numbers had to be rounded, a yes must clear every
 * threshold by the rounding error, and a no must miss it by as much; between the two the answer is bounded.
 */
export function* settleZone(zone: SettlementSpace): Search<SettledZone> {
  const { margin, threshold } = zone.problem;
  const isExact = margin.every((units) => units === 0);
  const shifted = (sign: number): Float64Array => threshold.map((units, p) => units + sign * margin[p]!);
  const sure = yield* findSettlement(zone, isExact ? threshold : shifted(1));
  if (sure.exists === "unknown") return { exists: unknown("stopped early"), found: "unknown" };
  if (sure.exists) return { exists: exact(true), found: true, witness: sure.path };
  if (isExact) return { exists: exact(false), found: false, proof: sure.proof };
  const never = yield* findSettlement(zone, shifted(-1));
  if (never.exists === false) return { exists: exact(false), found: false, proof: never.proof };
  const near = yield* findSettlement(zone, threshold);
  const bounded = { status: "bounded", low: false, high: true } as const;
  if (near.exists === "unknown") return { exists: bounded, found: "unknown" };
  return near.exists ? { exists: bounded, found: true, witness: near.path } : { exists: bounded, found: false };
}
