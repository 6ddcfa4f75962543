import type { Choices, PartyId } from "#model";
import { findSettlement } from "../agreement-zone/find-settlement.ts";
import type { PackageUnlocks, UnlockSet } from "../analysis.ts";
import { bestByBranching } from "../bargaining/best-by-branching.ts";
import { sumOf } from "../bargaining/criterion.ts";
import { paretoFrontier } from "../frontier/pareto-frontier.ts";
import type { Search } from "../search.ts";
import type { Path } from "../space/best-settlement.ts";
import { pointOf } from "../space/point.ts";
import type { Problem } from "../space/problem.ts";
import { narrowed, type SettlementSpace } from "../space/settlement-space.ts";
import { vectorsIn } from "../space/vector-sweep.ts";

/** Sets listed at most; beyond, the answer is `bounded`: more sets of the same size exist. */
const mostSets = 60;

/**
 * The smallest sets of issue changes after which all consent, each with the Pareto-efficient ways to make them and what
 * they cost. An issue the package leaves open changes for free. `before` are the package's own utilities in points,
 * absent when it leaves issues open; changes are measured against them.
 */
export function* packageUnlocks(
  space: SettlementSpace,
  choices: Choices,
  before: Readonly<Record<PartyId, number>> | undefined,
): Search<PackageUnlocks> {
  const { problem } = space;
  const start = yield* findSettlement(space);
  if (start.exists === "unknown") return { status: "unknown", reason: "stopped early" };
  if (!start.exists) return { status: "none", reason: "the agreement zone is empty: no set of changes is enough" };
  const far = withDistance(space, choices);
  const column = problem.parties.length;
  const nearest = yield* bestByBranching(
    far,
    sumOf(far.problem, [column]),
    withColumn(start.path, -distance(problem, choices, start.path)),
  );
  if (!nearest.proved) return { status: "unknown", reason: "stopped early" };
  const size = -nearest.paths[0]!.utilities[column]!;
  if (size === 0) return { status: "not-needed" };
  far.problem.threshold[column] = -size;
  const found = yield* changeSets(far, choices, size);
  // told to finish before any set was met again: the nearest settlement changes one
  const known =
    found.sets.length > 0
      ? found.sets
      : [{ issues: changedBy(problem, choices, nearest.paths[0]!), path: nearest.paths[0]! }];
  const sets: UnlockSet[] = [];
  for (const set of known) sets.push(yield* waysToChange(space, choices, set, before));
  sets.sort((a, b) => leastCost(a) - leastCost(b));
  const all = found.complete && sets.every(({ partial }) => !partial);
  return { status: all ? "exact" : "bounded", size, sets };
}

/** Issues, by place, that must change, with a settlement that changes no others and to which all consent. */
type ChangeSet = { readonly issues: readonly number[]; readonly path: Path };

/** The space with one more column: minus the number of issues that differ from the package. */
function withDistance(space: SettlementSpace, choices: Choices): SettlementSpace {
  const { problem, parties: m } = space;
  const widen = (table: Float64Array, last: (row: number) => number): Float64Array => {
    const rows = table.length / m;
    const wide = new Float64Array(rows * (m + 1));
    for (let r = 0; r < rows; r++) {
      wide.set(table.subarray(r * m, (r + 1) * m), r * (m + 1));
      wide[r * (m + 1) + m] = last(r);
    }
    return wide;
  };
  const changed = new Float64Array(problem.offset[problem.issues.length]!);
  problem.issues.forEach((issue, i) => {
    issue.options.forEach((option, o) => {
      const chosen = choices[issue.id];
      changed[problem.offset[i]! + o] = chosen === undefined || chosen === option.id ? 0 : -1;
    });
  });
  const more = (values: Float64Array, last: number): Float64Array => Float64Array.of(...values, last);
  const wider: Problem = {
    ...problem,
    parties: [...problem.parties, "changes"],
    scales: [...problem.scales, { units: { num: 1n, den: 1n }, exact: true, error: 0, toUnits: () => 0 }],
    threshold: more(problem.threshold, -problem.issues.length),
    reservation: more(problem.reservation, -problem.issues.length),
    cap: more(problem.cap, Number.POSITIVE_INFINITY),
  };
  return {
    ...space,
    problem: wider,
    parties: m + 1,
    payoff: widen(space.payoff, (o) => changed[o]!),
    bonus: widen(space.bonus, () => 0),
  };
}

/**
 * Every set of issues that some agreed settlement within `size` changes of the package changes: find one, then look
 * where its first issues change and the next does not (Lawler's partition), so that no set is met twice.
 */
function* changeSets(
  far: SettlementSpace,
  choices: Choices,
  size: number,
): Search<{ sets: ChangeSet[]; complete: boolean }> {
  const { problem } = far;
  const base = problem.issues.map((issue, i) => {
    const o = issue.options.findIndex(({ id }) => id === choices[issue.id]);
    return o < 0 ? -1 : problem.offset[i]! + o;
  });
  const sets: ChangeSet[] = [];
  const open: { allowed: Uint8Array; forced: readonly number[] }[] = [{ allowed: far.allowed, forced: [] }];
  for (let branch = open.pop(); branch; branch = open.pop()) {
    if ((yield { phase: "what would unlock the package", done: sets.length, refinable: false }) === "finish")
      return { sets, complete: false };
    const found = yield* findSettlement(narrowed(far, branch.allowed));
    if (found.exists === "unknown") return { sets, complete: false };
    if (!found.exists) continue;
    const set = base.flatMap((o, i) => (o >= 0 && found.path.options[i] !== o ? [i] : []));
    if (sets.length >= mostSets) return { sets, complete: false };
    sets.push({ issues: set, path: found.path });
    const rest = set.filter((i) => !branch.forced.includes(i));
    let allowed = branch.allowed;
    const forced = [...branch.forced];
    for (const i of rest) {
      const kept = allowed.slice();
      kept.fill(0, problem.offset[i]!, problem.offset[i + 1]!);
      kept[base[i]!] = allowed[base[i]!]!;
      open.push({ allowed: kept, forced: [...forced] });
      allowed = allowed.slice();
      allowed[base[i]!] = 0;
      forced.push(i);
    }
    if (set.length !== size)
      throw new Error(`A settlement ${set.length} changes away was found where none is nearer than ${size}.`);
  }
  return { sets: sets.sort((a, b) => compare(a.issues, b.issues)), complete: true };
}

function* waysToChange(
  space: SettlementSpace,
  choices: Choices,
  { issues, path }: ChangeSet,
  before: Readonly<Record<PartyId, number>> | undefined,
): Search<UnlockSet> {
  const { problem } = space;
  const allowed = space.allowed.slice();
  problem.issues.forEach((issue, i) => {
    const chosen = choices[issue.id];
    if (chosen === undefined) return;
    issue.options.forEach((option, o) => {
      const isChange = option.id !== chosen;
      if (isChange !== issues.includes(i)) allowed[problem.offset[i]! + o] = 0;
    });
  });
  const narrow = narrowed(space, allowed);
  const frontier = yield* paretoFrontier(narrow, { atLeast: problem.threshold });
  // cut off: the settlement that was met is enough, though not known to be efficient nor the only one
  const vectors = frontier?.vectors ?? [withoutColumn(path, space.parties)];
  let partial = frontier === undefined;
  const changes: UnlockSet["changes"][number][] = [];
  for (const vector of vectors) {
    const same = frontier
      ? yield* vectorsIn(
          narrow,
          {
            atLeast: vector.utilities,
            atMost: vector.utilities.map((units, p) => (units >= problem.cap[p]! ? Number.POSITIVE_INFINITY : units)),
          },
          20_000,
        )
      : undefined;
    if (!same) partial = true;
    const ways = same?.flatMap(({ examples }) => examples) ?? [vector.options];
    for (const options of ways) {
      const point = pointOf(problem, { utilities: vector.utilities, options });
      const set = Object.fromEntries(
        Object.entries(point.settlement).filter(([issue, option]) => choices[issue] !== option),
      );
      const change = before
        ? Object.fromEntries(Object.entries(point.utilities).map(([party, value]) => [party, value - before[party]!]))
        : {};
      changes.push({ set, utilities: point.utilities, change });
    }
  }
  return { issues: issues.map((i) => problem.issues[i]!.id), changes, ...(partial ? { partial } : {}) };
}

/** The issues, by place, that the path settles otherwise than the package does; what it leaves open counts as settled so. */
function changedBy(problem: Problem, choices: Choices, path: Path): readonly number[] {
  return problem.issues.flatMap((issue, i) => {
    const chosen = choices[issue.id];
    const taken = issue.options[path.options[i]! - problem.offset[i]!]!.id;
    return chosen === undefined || chosen === taken ? [] : [i];
  });
}

function distance(problem: Problem, choices: Choices, path: Path): number {
  return changedBy(problem, choices, path).length;
}

function withColumn(path: Path, value: number): Path {
  return { options: path.options, utilities: Float64Array.of(...path.utilities, value) };
}

function withoutColumn(path: Path, columns: number): Path {
  return { options: path.options, utilities: path.utilities.slice(0, columns) };
}

/** What the cheapest way costs the parties that lose by it, in points. */
function leastCost({ changes }: UnlockSet): number {
  return Math.min(
    ...changes.map(({ change }) => Object.values(change).reduce((sum, value) => sum + Math.max(0, -value), 0)),
  );
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return a[k]! - b[k]!;
  return 0;
}
