import { type Answer, exact, unknown } from "#prelude";
import type { Search } from "../search.ts";
import type { SettlementSpace } from "../space/settlement-space.ts";
import { countAtLeast } from "../space/vector-sweep.ts";
import { estimateCount } from "./estimate-count.ts";

/** Merged partial sums the exact count may hold; about 40 bytes each. */
const exactLimit = 100_000;
const draws = 10_000;
/** Below this many hits an interval means nothing, and the proved bound is given instead. */
const fewestHits = 30;

/**
 * How many settlements the agreement zone holds. Exact while merged partial sums stay under a limit; else an unbiased
 * estimate with its 95 % interval; else, when too few draws hit the zone, bounds: at least the witness, at most the
 * Chernoff bound. Where numbers were rounded, exact only if the rounding error moves nothing. Assumes that the zone is not empty.
 */
export function* countZone(zone: SettlementSpace, seed: number): Search<Answer<string>> {
  const { threshold, margin } = zone.problem;
  const counted = yield* countAtLeast(zone, threshold, exactLimit);
  if (counted !== undefined && margin.every((units) => units === 0)) return exact(String(counted));
  if (counted !== undefined) {
    const shifted = (sign: number): Float64Array => threshold.map((units, p) => units + sign * margin[p]!);
    const low = yield* countAtLeast(zone, shifted(1), exactLimit);
    const high = yield* countAtLeast(zone, shifted(-1), exactLimit);
    if (low !== undefined && high !== undefined) {
      return low === high ? exact(String(low)) : { status: "bounded", low: String(low), high: String(high) };
    }
  }
  const estimate = yield* estimateCount(zone, threshold, draws, seed);
  if (estimate.n === 0) return unknown("stopped early");
  if (estimate.hits < fewestHits) return { status: "bounded", low: "1", high: whole(estimate.bound) };
  return {
    status: "estimate",
    value: whole(estimate.value),
    low: whole(estimate.low),
    high: whole(estimate.high),
    n: estimate.n,
    seed,
  };
}

/** Three significant digits are more than an estimate of this kind knows. */
function whole(value: number): string {
  return BigInt(Math.round(Number(value.toPrecision(3)))).toString();
}
