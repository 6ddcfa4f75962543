import { exact, unknown } from "#prelude";
import { findSettlement } from "../agreement-zone/find-settlement.ts";
import type { ConstraintRef, RedLinePrice } from "../analysis.ts";
import { bestByCriterion } from "../bargaining/best-by-criterion.ts";
import { type Criterion, egalitarian, nashProduct, utilitarian } from "../bargaining/criterion.ts";
import { ideals } from "../bargaining/solutions.ts";
import type { Search } from "../search.ts";
import type { Path } from "../space/best-settlement.ts";
import { byParty } from "../space/point.ts";
import { type Problem, pointsOf } from "../space/problem.ts";
import { type SettlementSpace, settlementSpace } from "../space/settlement-space.ts";
import { countAtLeast } from "../space/vector-sweep.ts";

/**
 * What each enforced line and floor costs: each criterion's optimum without it against the optimum with it, everything
 * else kept, and what each party's best in the agreement zone would gain. Prices are not additive.
 */
export function* redLinePrices(
  problem: Problem,
  zone: SettlementSpace,
  witness: Path | undefined,
): Search<readonly RedLinePrice[]> {
  const lines = problem.constraints.filter(
    ({ by, forbid }) => (by.kind === "line" || by.kind === "floor") && forbid.length > 0,
  );
  if (lines.length === 0) return [];
  const standing = witness ? yield* optima(zone, witness, true) : undefined;
  const counted = standing?.count !== undefined;
  const prices: RedLinePrice[] = [];
  for (const line of lines) {
    const signal = yield { phase: "prices of red lines", done: prices.length, of: lines.length, refinable: false };
    if (signal === "finish") return prices;
    const space = settlementSpace(problem, (constraint) => constraint !== line);
    const ref = line.by as ConstraintRef; // filtered above to lines and floors
    if (standing && sameSpace(space, zone)) {
      prices.push(priced(problem, ref, standing, standing));
      continue;
    }
    const found = witness ? { exists: true as const, path: witness } : yield* findSettlement(space);
    if (found.exists === "unknown")
      prices.push({ constraint: ref, zoneWithout: unknown("stopped early"), gain: {}, idealGain: {} });
    else if (!found.exists) prices.push({ constraint: ref, zoneWithout: exact(false), gain: {}, idealGain: {} });
    else prices.push(priced(problem, ref, standing, yield* optima(space, found.path, counted)));
  }
  return prices;
}

type Optima = {
  readonly utilitarian: number | undefined;
  readonly egalitarian: number | undefined;
  readonly nashProduct: number | undefined;
  readonly ideal: Float64Array | undefined;
  readonly count: bigint | undefined;
};

function* optima(space: SettlementSpace, witness: Path, counted: boolean): Search<Optima> {
  const { problem } = space;
  const product = nashProduct(problem);
  const gains = yield* findSettlement(space, product.threshold);
  const ideal = yield* ideals(space, witness);
  return {
    utilitarian: yield* proved(space, utilitarian(problem), witness),
    egalitarian: yield* proved(space, egalitarian(problem), witness),
    nashProduct: gains.exists === true ? yield* proved(space, product, gains.path) : undefined,
    ideal: ideal.proved ? ideal.most : undefined,
    count: counted ? yield* countAtLeast(space, problem.threshold, 20_000) : undefined,
  };
}

/** The criterion's best value; undefined when the search was told to finish before it was proved. */
function* proved(space: SettlementSpace, criterion: Criterion, start: Path): Search<number | undefined> {
  const best = yield* bestByCriterion(space, criterion, start);
  return best.proved ? criterion.value(best.paths[0]!.utilities) : undefined;
}

function priced(
  problem: Problem,
  constraint: ConstraintRef,
  standing: Optima | undefined,
  without: Optima,
): RedLinePrice {
  const gain = (key: "utilitarian" | "egalitarian"): { [k in typeof key]?: number } => {
    const [before, after] = [standing?.[key], without[key]];
    return before === undefined || after === undefined ? {} : { [key]: after - before };
  };
  const ratio =
    standing?.nashProduct !== undefined && without.nashProduct !== undefined
      ? { nashProductRatio: without.nashProduct / standing.nashProduct }
      : {};
  const counted =
    standing?.count !== undefined && standing.count > 0n && without.count !== undefined
      ? { countRatio: Number((without.count * 1_000_000n) / standing.count) / 1_000_000 }
      : {};
  const [before, after] = [standing?.ideal, without.ideal];
  return {
    constraint,
    zoneWithout: exact(true),
    gain: { ...gain("utilitarian"), ...gain("egalitarian"), ...ratio },
    idealGain: before && after ? byParty(problem, (p) => pointsOf(problem, p, after[p]! - before[p]!)) : {},
    ...counted,
  };
}

/** Dropping a line that another line or rule repeats changes nothing. */
function sameSpace(a: SettlementSpace, b: SettlementSpace): boolean {
  return a.diagram === b.diagram && a.allowed.every((flag, o) => flag === b.allowed[o]);
}
