import { expect, test } from "vitest";
import { type Random, run, seededRandom } from "#prelude";
import type { Search } from "../search.ts";
import { minimalSets, type Subset, size } from "./minimal-sets.ts";

type Oracle = (subset: Subset) => Search<Subset | undefined | "unknown">;

/** Subsets hold together unless they contain one of these. */
function randomConflicts(random: Random, n: number): Subset[] {
  return Array.from({ length: 1 + random.below(5) }, () => {
    let conflict = 0n;
    for (let e = 0; e < n; e++) if (random.below(3) === 0) conflict |= 1n << BigInt(e);
    return conflict === 0n ? 1n : conflict;
  });
}

/** Answers with the subset, or with more than was asked for, as a witness would. */
function oracleOf(random: Random, n: number, conflicts: readonly Subset[]): Oracle {
  const holds = (subset: Subset): boolean => !conflicts.some((conflict) => (subset & conflict) === conflict);
  // biome-ignore lint/correctness/useYield: an oracle may answer without being interrupted
  return function* (subset) {
    if (!holds(subset)) return undefined;
    const more = subset | (1n << BigInt(random.below(n)));
    return holds(more) ? more : subset;
  };
}

const contains = (set: Subset, part: Subset): boolean => (set & part) === part;

function everySubset(n: number): Subset[] {
  return Array.from({ length: 2 ** n }, (_, bits) => BigInt(bits));
}

/** Those that contain no other. */
function minimal(sets: readonly Subset[]): Set<Subset> {
  return new Set(sets.filter((set) => !sets.some((other) => other !== set && contains(set, other))));
}

function example(seed: number) {
  const random = seededRandom(seed);
  const n = 1 + random.below(7);
  const conflicts = randomConflicts(random, n);
  const all = everySubset(n);
  const full = all.at(-1)!;
  const broken = (subset: Subset): boolean => conflicts.some((conflict) => contains(subset, conflict));
  return {
    n,
    oracle: oracleOf(random, n, conflicts),
    conflicts: minimal(all.filter(broken)),
    corrections: minimal(all.filter((removed) => !broken(full & ~removed))),
  };
}

test("all minimal conflicts and all minimal corrections are those found by looking at every subset, smallest first", () => {
  let several = 0;
  for (let seed = 1; seed <= 300; seed++) {
    const { n, oracle, conflicts, corrections } = example(seed);
    const found = run(minimalSets(n, oracle));
    expect(found.complete).toBe(true);
    expect([seed, new Set(found.conflicts)]).toEqual([seed, conflicts]);
    expect([seed, new Set(found.corrections)]).toEqual([seed, corrections]);
    for (const list of [found.conflicts, found.corrections]) {
      expect(new Set(list).size).toBe(list.length);
      expect(list.map(size)).toEqual(list.map(size).sort((a, b) => a - b));
    }
    if (conflicts.size > 2 && corrections.size > 2) several++;
  }
  expect(several).toBeGreaterThan(20);
});

test("the corrections are the minimal sets that meet every conflict, and the conflicts those that meet every correction", () => {
  for (let seed = 301; seed <= 400; seed++) {
    const { n, oracle } = example(seed);
    const { conflicts, corrections } = run(minimalSets(n, oracle));
    const meeting = (sets: readonly Subset[]): Set<Subset> =>
      minimal(everySubset(n).filter((subset) => sets.every((set) => (set & subset) !== 0n)));
    expect(new Set(corrections)).toEqual(meeting(conflicts));
    expect(new Set(conflicts)).toEqual(meeting(corrections));
  }
});

test("what cannot hold even with nothing asked is one empty conflict, which no removal corrects", () => {
  // biome-ignore lint/correctness/useYield: an oracle may answer without being interrupted
  const never: Oracle = function* () {
    return undefined;
  };
  expect(run(minimalSets(3, never))).toEqual({ conflicts: [0n], corrections: [], complete: true });
});

test("told to finish, at its ceiling or without an answer, it names only true ones and says that there may be more", () => {
  for (let seed = 1; seed <= 60; seed++) {
    const { n, oracle, conflicts, corrections } = example(seed);
    const stopping = minimalSets(n, oracle);
    let step = stopping.next("continue");
    for (let k = 0; k < 2 && !step.done; k++) step = stopping.next("continue");
    if (!step.done) step = stopping.next("finish");
    const limited = run(minimalSets(n, oracle, 2));
    // biome-ignore lint/correctness/useYield: an oracle may answer without being interrupted
    const shy: Oracle = function* () {
      return "unknown";
    };
    expect(run(minimalSets(n, shy)).complete).toBe(false);
    if (!step.done) throw new Error("told to finish, the search went on");
    for (const found of [step.value, limited]) {
      for (const conflict of found.conflicts) expect(conflicts).toContain(conflict);
      for (const correction of found.corrections) expect(corrections).toContain(correction);
      if (found.conflicts.length + found.corrections.length < conflicts.size + corrections.size)
        expect(found.complete).toBe(false);
    }
  }
});
