import { inherited, restricted, splitBy } from "../branch-and-bound/branching.ts";
import { type Hull, relaxLinear } from "../branch-and-bound/column-generation.ts";
import type { Proof } from "../certificate/certificate.ts";
import type { Search } from "../search.ts";
import { maximiser, type Path } from "../space/best-settlement.ts";
import type { SettlementSpace } from "../space/settlement-space.ts";
import { looseBounds } from "../space/suffix-bounds.ts";
import { leafProof } from "./leaf-proof.ts";

export type Found =
  | { readonly exists: true; readonly path: Path }
  | { readonly exists: false; readonly proof: Proof }
  /** Told to finish before either was proved. */
  | { readonly exists: "unknown" };

/**
 * A settlement of the space that gives every asked party at least its threshold (in units), or a proof that there is none.
 * Maximises the least scaled surplus over the convex hull; a bound below zero closes the branch with integer
 * multipliers, else the most divided issue is split. Exact: comparisons that decide are between whole numbers.
 * Cost: usually the root alone, tens of passes; exponential at worst.
 */
export function* findSettlement(
  space: SettlementSpace,
  wanted: Float64Array = space.problem.threshold,
  asked: readonly boolean[] = space.problem.parties.map(() => true),
): Search<Found> {
  const { problem, parties: m } = space;
  const bounds = looseBounds(space);
  const unit = new Float64Array(m);
  for (let i = 0; i < m; i++) unit[i] = 1 / Math.max(1, bounds.most[i]! - bounds.least[i]!);
  // a party that is not asked gets a threshold it always passes with room, so that it never decides
  const threshold = wanted.map((units, i) => (asked[i] ? units : bounds.least[i]! - 2 / unit[i]!));
  const onlyAsked = (weights: Float64Array): Float64Array => weights.map((weight, i) => (asked[i] ? weight : 0));
  let found: Path | undefined;
  const hull: Hull = {
    maximiser: maximiser(space),
    origin: threshold,
    unit,
    offer: (path) => {
      if (!path.utilities.every((units, i) => units >= threshold[i]!)) return false;
      found = path;
      return true;
    },
  };
  const unreachable = threshold.findIndex(
    (units, i) => asked[i] === true && units > Math.min(bounds.most[i]!, problem.cap[i]!),
  );
  if (unreachable >= 0 && !space.diagram.empty) {
    const capped = threshold[unreachable]! > problem.cap[unreachable]!;
    const multipliers = Float64Array.from(unit, (_, i) => (i === unreachable ? 1 : 0));
    const proof = leafProof(space, hull.maximiser, space.allowed, multipliers, threshold);
    if (proof || capped)
      return { exists: false, proof: proof ?? { kind: "leaf", multipliers: { [problem.parties[unreachable]!]: "1" } } };
  }
  const all = Float64Array.from(unit);
  const stage = {
    raised: Array.from(all, () => true),
    level: new Float64Array(m),
    gain: new Float64Array(m),
    prune: -1e-12,
  };
  let visited = 0;
  function* branch(allowed: Uint8Array, start: readonly Path[]): Search<Proof | undefined> {
    if (++visited % 32 === 0) {
      const signal = yield { phase: "agreement zone", done: visited, refinable: false };
      if (signal === "finish") throw finished;
    }
    const relaxed = m === 0 ? withoutParties(hull, allowed) : relaxLinear(hull, allowed, start, stage);
    if (found) return undefined;
    if (relaxed.bound === Number.NEGATIVE_INFINITY) return { kind: "leaf", multipliers: {} };
    if (relaxed.bound < 0) {
      const weights = onlyAsked(relaxed.multipliers.map((value, i) => value * unit[i]!));
      const proof = leafProof(space, hull.maximiser, allowed, weights, threshold);
      if (proof) return proof;
    }
    const split = splitBy(space, unit, allowed, relaxed.columns, relaxed.mix);
    if (!split) return singletonProof(space, hull.maximiser, allowed, threshold);
    const parts: { options: string[]; proof: Proof }[] = [];
    for (const group of split.groups) {
      const next = restricted(problem, allowed, split.issue, group);
      const proof = yield* branch(next, inherited(relaxed.columns, next));
      if (found) return undefined;
      parts.push({ options: group.map((o) => optionId(space, split.issue, o)), proof: proof! });
    }
    return { kind: "split", issue: problem.issues[split.issue]!.id, parts };
  }
  try {
    const proof = yield* branch(space.allowed, []);
    return found ? { exists: true, path: found } : { exists: false, proof: proof! };
  } catch (reason) {
    if (reason === finished) return { exists: "unknown" };
    throw reason;
  }
}

const finished = Symbol("told to finish");

/** Nobody has to consent: any settlement will do. */
function withoutParties(hull: Hull, allowed: Uint8Array): ReturnType<typeof relaxLinear> {
  const bound = hull.maximiser.value([], allowed);
  if (bound > Number.NEGATIVE_INFINITY) hull.offer(hull.maximiser.path());
  return {
    bound,
    multipliers: new Float64Array(0),
    columns: [],
    mix: new Float64Array(0),
    converged: true,
    stopped: true,
  };
}

/** One settlement is left, and some party is below its threshold: that party alone proves it. */
function singletonProof(
  space: SettlementSpace,
  max: ReturnType<typeof maximiser>,
  allowed: Uint8Array,
  threshold: Float64Array,
): Proof {
  for (let i = 0; i < threshold.length; i++) {
    const weights = threshold.map((_, j) => (i === j ? 1 : 0));
    const proof = leafProof(space, max, allowed, weights, threshold);
    if (proof) return proof;
  }
  throw new Error("A settlement that meets every threshold was offered and not taken.");
}

function optionId({ problem }: SettlementSpace, issue: number, flat: number): string {
  return problem.issues[issue]!.options[flat - problem.offset[issue]!]!.id;
}
