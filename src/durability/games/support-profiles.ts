import type { GameTree } from "./game-tree.ts";
import { type Allowed, dominance } from "./undominated-actions.ts";

/** One step of the walk: a combination of supports that nothing rules out, or a dead end. */
export type SupportStep = { readonly kind: "profile"; readonly played: Uint8Array } | { readonly kind: "ruled-out" };

/**
 * Every combination of supports, one set of actions for each information set, that survives elimination: pure ones
 * first, then with one further action in all, with two, and so on. Sets near the ends of the tree are chosen first, so
 * that their consequences rule out the most.
 */
export function* supportProfiles(tree: GameTree): Generator<SupportStep, void, void> {
  const { strike } = dominance(tree);
  const whole: Allowed = new Uint8Array(tree.actionCount).fill(1);
  strike(whole, new Set());
  const open = openSets(tree, whole);
  const most = open.reduce((sum, set) => sum + actionsOf(tree, whole, set).length - 1, 0);
  for (let extra = 0; extra <= most; extra++) {
    let any = false;
    for (const step of descend(extra, whole, new Set())) {
      any ||= step.kind === "profile";
      yield step;
    }
    // nothing is left when even the first choices are ruled out
    if (!any && open.length === 0) return;
  }

  function* descend(extra: number, allowed: Allowed, fixed: ReadonlySet<number>): Generator<SupportStep, void, void> {
    const rest = openSets(tree, allowed).filter((set) => !fixed.has(set));
    const set = rest[0];
    if (set === undefined) {
      if (extra === 0) yield { kind: "profile", played: allowed };
      return;
    }
    const actions = actionsOf(tree, allowed, set);
    const elsewhere = rest.slice(1).reduce((sum, other) => sum + actionsOf(tree, allowed, other).length - 1, 0);
    for (let size = Math.max(1, 1 + extra - elsewhere); size <= Math.min(actions.length, 1 + extra); size++) {
      for (const support of subsets(actions, size)) {
        const next = Uint8Array.from(allowed);
        for (const action of actions) next[action] = 0;
        for (const action of support) next[action] = 1;
        const nextFixed = new Set(fixed).add(set);
        if (strike(next, nextFixed)) yield* descend(extra - size + 1, next, nextFixed);
        else yield { kind: "ruled-out" };
      }
    }
  }
}

/** The sets in which more than one action is left, deepest first. */
function openSets(tree: GameTree, allowed: Allowed): readonly number[] {
  const open = [...tree.sets.keys()].filter((set) => actionsOf(tree, allowed, set).length > 1);
  return open.reverse();
}

function actionsOf(tree: GameTree, allowed: Allowed, set: number): readonly number[] {
  const first = tree.firstAction[set]!;
  return [...tree.sets[set]!.actions.keys()].flatMap((action) => (allowed[first + action] ? [first + action] : []));
}

function* subsets(items: readonly number[], size: number): Generator<readonly number[], void, void> {
  const places = Array.from({ length: size }, (_, index) => index);
  for (;;) {
    yield places.map((place) => items[place]!);
    let last = size - 1;
    while (last >= 0 && places[last] === items.length - size + last) last -= 1;
    if (last < 0) return;
    places[last]! += 1;
    for (let next = last + 1; next < size; next++) places[next] = places[next - 1]! + 1;
  }
}
