import type { Answer } from "#prelude";
import { findSettlement } from "../agreement-zone/find-settlement.ts";
import type { Solution, SolutionPoint, Solutions } from "../analysis.ts";
import { relaxLinear } from "../branch-and-bound/column-generation.ts";
import { type EfficientVector, paretoFrontier } from "../frontier/pareto-frontier.ts";
import type { Search } from "../search.ts";
import { maximiser, type Path } from "../space/best-settlement.ts";
import { grainOf } from "../space/grain.ts";
import { largestFirst } from "../space/largest-first.ts";
import { pointOf, surplusOf } from "../space/point.ts";
import type { Problem } from "../space/problem.ts";
import { choicesOf, type SettlementSpace } from "../space/settlement-space.ts";
import { type SweptVector, vectorsIn } from "../space/vector-sweep.ts";
import { bestByCriterion, bestOf } from "./best-by-criterion.ts";
import { type Criterion, egalitarian, kalaiSmorodinsky, nashProduct, sumOf, utilitarian } from "./criterion.ts";

/**
 * The four bargaining solutions over the agreement zone, exact with all ties. With the exact frontier at hand they are
 * read off it, since each of them is efficient; else they are found by branching.
 * @param witness a settlement of the zone; undefined when the zone is empty.
 */
export function* solutions(
  space: SettlementSpace,
  witness: Path | undefined,
  ideal: Float64Array | undefined,
  frontier: readonly EfficientVector[] | undefined,
): Search<Solutions> {
  const { problem } = space;
  if (!witness || !ideal) {
    const empty: Solution = { status: "empty", reason: "the agreement zone is empty", points: [] };
    return { nashBargaining: empty, kalaiSmorodinsky: empty, egalitarian: empty, utilitarian: empty };
  }
  const leftOut = problem.parties.filter((_, i) => ideal[i]! <= problem.reservation[i]!);
  const ratios = kalaiSmorodinsky(problem, ideal);
  return {
    nashBargaining: yield* solve(space, nashProduct(problem), witness, frontier),
    kalaiSmorodinsky: {
      ...(yield* solve(space, ratios, witness, frontier)),
      ...(leftOut.length > 0 ? { leftOut } : {}),
    },
    egalitarian: yield* solve(space, egalitarian(problem), witness, frontier),
    utilitarian: yield* solve(space, utilitarian(problem), witness, frontier),
  };
}

function* solve(
  space: SettlementSpace,
  criterion: Criterion,
  witness: Path,
  frontier: readonly EfficientVector[] | undefined,
): Search<Solution> {
  if (frontier) return yield* fromFrontier(space, criterion, frontier);
  if (space.problem.cap.some((units) => Number.isFinite(units))) {
    // branching does not see caps
    const whole = yield* paretoFrontier(space, { atLeast: space.problem.threshold });
    if (whole) return yield* fromFrontier(space, criterion, whole.vectors);
    return { status: "unknown", reason: "utilities are capped and the frontier does not fit", points: [] };
  }
  let start: Path | undefined = witness;
  if (criterion.kind === "nash-bargaining") {
    const found = yield* findSettlement(space, criterion.threshold);
    if (found.exists === "unknown") return { status: "unknown", reason: "stopped early", points: [] };
    start = found.exists ? found.path : undefined;
  }
  if (!start) return noStrictGain;
  const best = yield* bestByCriterion(space, criterion, start);
  const tied = yield* tiedVectors(space, criterion, best.paths);
  const value = criterion.value(best.paths[0]!.utilities);
  if (best.proved) {
    // branching does not see how near the next vector comes, and where numbers were rounded that may decide
    if (isRounded(space.problem)) return { status: "bounded", value, bound: value, points: tied.points };
    return { status: tied.complete ? "exact" : "bounded", value, points: tied.points };
  }
  const bound = criterion.kind === "nash-bargaining" && best.bound !== undefined ? Math.exp(best.bound) : best.bound;
  return { status: "bounded", value, ...(bound === undefined ? {} : { bound }), points: tied.points };
}

const noStrictGain: Solution = {
  status: "empty",
  reason: "no settlement leaves every party strictly above its reservation value",
  points: [],
};

function* fromFrontier(
  space: SettlementSpace,
  criterion: Criterion,
  frontier: readonly EfficientVector[],
): Search<Solution> {
  const best = bestOf(frontier, criterion);
  if (best.length === 0) return noStrictGain;
  const points: SolutionPoint[] = [];
  for (const vector of best) points.push(yield* pointWithTies(space, vector.utilities, vector.options, vector.count));
  const value = criterion.value(best[0]!.utilities);
  if (!restsOnRounding(space, criterion, frontier, best)) return { status: "exact", value, points };
  return { status: "bounded", value, bound: value, points };
}

/**
 * Where numbers were rounded: whether another vector comes so near the best that exact numbers might put it first, or
 * put one of a tie behind.
 */
function restsOnRounding(
  { problem }: SettlementSpace,
  criterion: Criterion,
  frontier: readonly EfficientVector[],
  best: readonly EfficientVector[],
): boolean {
  if (!isRounded(problem)) return false;
  const least = best[0]!.utilities.map((units, p) => units - problem.scales[p]!.error);
  const most = (vector: EfficientVector): Float64Array =>
    vector.utilities.map((units, p) => units + problem.scales[p]!.error);
  return frontier.some((vector) => vector !== best[0] && criterion.value(most(vector)) >= criterion.value(least));
}

function isRounded({ scales }: Problem): boolean {
  return scales.some(({ exact }) => !exact);
}

/** Every tied vector with its settlements: sums by a sweep along the face, the others from the vectors branching found. */
function* tiedVectors(
  space: SettlementSpace,
  criterion: Criterion,
  paths: readonly Path[],
): Search<{ readonly complete: boolean; readonly points: readonly SolutionPoint[] }> {
  const best = paths[0]!.utilities;
  if (criterion.kind === "sum") {
    const weights = criterion.unit.map((unit, i) => unit * criterion.gain[i]!);
    const least = best.reduce((sum, units, i) => sum + units * weights[i]!, 0);
    const swept = yield* vectorsIn(space, { atLeast: criterion.threshold, cuts: [{ weights, least }] });
    const tied = swept?.filter(({ utilities }) => criterion.compare(utilities, best) === 0);
    if (tied) return { complete: true, points: tied.map((vector) => sweptPoint(space, vector)) };
  }
  const sorted = [...paths].sort((a, b) => largestFirst(a.utilities, b.utilities));
  const points: SolutionPoint[] = [];
  for (const { utilities, options } of sorted) points.push(yield* pointWithTies(space, utilities, options, undefined));
  return { complete: criterion.kind !== "sum", points };
}

/** Counts and lists the settlements with these utilities, up to the grain; a cap makes every utility beyond it equal. */
export function* pointWithTies(
  space: SettlementSpace,
  utilities: Float64Array,
  options: Int32Array,
  count: bigint | undefined,
): Search<SolutionPoint> {
  const { problem } = space;
  const grain = Float64Array.from(utilities, (_, i) => grainOf(problem, i));
  const atLeast = utilities.map((units, i) => units - grain[i]!);
  const atMost = utilities.map((units, i) =>
    units + grain[i]! >= problem.cap[i]! ? Number.POSITIVE_INFINITY : units + grain[i]!,
  );
  const swept = yield* vectorsIn(space, { atLeast, atMost, cuts: [supportingCut(space, atLeast)] }, 50_000);
  if (!swept) {
    const known: Answer<string> =
      count === undefined
        ? { status: "unknown", reason: "too many partial sums to count" }
        : { status: "exact", value: String(count) };
    return { ...point(problem, utilities, options), ties: known, examples: [choicesOf(problem, options)] };
  }
  const total = swept.reduce((sum, vector) => sum + vector.count, 0n);
  const examples = swept.flatMap((vector) => vector.examples).slice(0, 20);
  return {
    ...point(problem, utilities, options),
    ties: { status: "exact", value: String(total) },
    examples: examples.map((path) => choicesOf(problem, path)),
  };
}

/** The halfspace at these utilities that leaves least of the hull beyond it: what keeps the sweep narrow. */
function supportingCut(
  space: SettlementSpace,
  utilities: Float64Array,
): { readonly weights: Float64Array; readonly least: number } {
  const m = space.parties;
  const hull = {
    maximiser: maximiser(space),
    origin: utilities,
    unit: utilities.map((units) => 1 / Math.max(1, Math.abs(units))),
    offer: () => false,
  };
  const none = new Float64Array(m);
  const stage = { raised: Array.from(none, () => true), level: none, gain: none, prune: Number.NEGATIVE_INFINITY };
  const { multipliers } = relaxLinear(hull, space.allowed, [], stage);
  const weights = multipliers.map((multiplier, i) => multiplier * hull.unit[i]!);
  return { weights, least: utilities.reduce((sum, units, i) => sum + units * weights[i]!, 0) };
}

function sweptPoint({ problem }: SettlementSpace, { utilities, count, examples }: SweptVector): SolutionPoint {
  return {
    ...point(problem, utilities, examples[0]!),
    ties: { status: "exact", value: String(count) },
    examples: examples.map((path) => choicesOf(problem, path)),
  };
}

function point(
  problem: Problem,
  utilities: Float64Array,
  options: Int32Array,
): Omit<SolutionPoint, "ties" | "examples"> {
  const at = pointOf(problem, { utilities, options });
  return { ...at, surplus: surplusOf(problem, at) };
}

export type Ideals = { readonly most: Float64Array; readonly proved: boolean };

/** The most units each party can have in the space while every other keeps its threshold; undefined when told to finish. */
export function* ideals(space: SettlementSpace, witness: Path): Search<Ideals> {
  const { problem } = space;
  const most = new Float64Array(problem.parties.length);
  let proved = true;
  const max = maximiser(space);
  for (let p = 0; p < most.length; p++) {
    const weights = most.map((_, i) => (i === p ? 1 : 0));
    max.value(weights, space.allowed);
    const alone = max.path();
    if (alone.utilities.every((units, i) => units >= problem.threshold[i]!)) {
      most[p] = Math.min(problem.cap[p]!, alone.utilities[p]!);
      continue;
    }
    const best = yield* bestByCriterion(space, sumOf(problem, [p]), witness);
    most[p] = Math.min(problem.cap[p]!, best.paths[0]!.utilities[p]!);
    proved &&= best.proved;
  }
  return { most, proved };
}
