import type { Path } from "../space/best-settlement.ts";
import type { Problem } from "../space/problem.ts";

/** The issue to split a branch by, and the groups of its options, the most promising first; flat option indices. */
export type Split = { readonly issue: number; readonly groups: readonly (readonly number[])[] };

/**
 * The issue on which the mix is most divided: each option the mix uses becomes a group of its own, the others share one.
 * When the mix agrees on every issue, the first open issue is split. Undefined when no issue is open.
 */
export function splitBy(
  problem: Problem,
  allowed: Uint8Array,
  columns: readonly Path[],
  mix: ArrayLike<number>,
): Split | undefined {
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
    let divided = 0;
    for (const part of share.values()) divided -= part * Math.log(part);
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
