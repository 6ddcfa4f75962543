import type { Path } from "../space/best-settlement.ts";
import type { Problem } from "../space/problem.ts";
import type { SettlementSpace } from "../space/settlement-space.ts";

/** The issue to split a branch by, and the groups of its options, the most promising first; flat option indices. */
export type Split = { readonly issue: number; readonly groups: readonly (readonly number[])[] };

/**
 * The issue on which the mix is most divided, counting how far apart the divided options are for the parties (payoffs
 * x `unit`): there a split costs the bound most. Each option the mix uses becomes a group of its own, the others share
 * one. When the mix agrees on every issue, the first open issue is split. Undefined when no issue is open.
 */
export function splitBy(
  space: SettlementSpace,
  unit: Float64Array,
  allowed: Uint8Array,
  columns: readonly Path[],
  mix: ArrayLike<number>,
): Split | undefined {
  const { problem } = space;
  let best: Split | undefined;
  let widest = -1;
  for (let i = 0; i < problem.issues.length; i++) {
    const open: number[] = [];
    for (let o = problem.offset[i]!; o < problem.offset[i + 1]!; o++) if (allowed[o] === 1) open.push(o);
    if (open.length < 2) continue;
    const share = new Map<number, number>();
    for (let k = 0; k < mix.length; k++) {
      if (mix[k]! < 1e-9) continue;
      const option = columns[k]!.options[i]!;
      share.set(option, (share.get(option) ?? 0) + mix[k]!);
    }
    const divided = division(space, unit, [...share]);
    if (divided <= widest + 1e-12) continue;
    widest = divided;
    const used = open.filter((o) => share.has(o)).sort((a, b) => share.get(b)! - share.get(a)! || a - b);
    const rest = open.filter((o) => !share.has(o));
    const groups = [...used.map((o) => [o]), ...(rest.length > 0 ? [rest] : [])];
    // a single group would not split anything: take the used option apart from the rest, or halve
    best = { issue: i, groups: groups.length > 1 ? groups : [open.slice(0, 1), open.slice(1)] };
  }
  return best;
}

/** Over pairs of options: the product of their shares times their distance; a trace of it even where payoffs are equal. */
function division(
  { payoff, parties: m }: SettlementSpace,
  unit: Float64Array,
  shares: readonly (readonly [option: number, share: number])[],
): number {
  let divided = 0;
  for (let a = 0; a < shares.length; a++) {
    for (let b = a + 1; b < shares.length; b++) {
      const [first, second] = [shares[a]!, shares[b]!];
      let distance = 1e-6;
      for (let p = 0; p < m; p++)
        distance += Math.abs(payoff[first[0] * m + p]! - payoff[second[0] * m + p]!) * unit[p]!;
      divided += first[1] * second[1] * distance;
    }
  }
  return divided;
}

/** The branch with only these options left to the issue. */
export function restricted(
  problem: Problem,
  allowed: Uint8Array,
  issue: number,
  options: readonly number[],
): Uint8Array {
  const next = allowed.slice();
  next.fill(0, problem.offset[issue]!, problem.offset[issue + 1]!);
  for (const o of options) next[o] = 1;
  return next;
}

/** The columns that stay inside the branch; at most 30, the newest. */
export function inherited(columns: readonly Path[], allowed: Uint8Array): Path[] {
  return columns.filter(({ options }) => options.every((o) => allowed[o] === 1)).slice(-30);
}
