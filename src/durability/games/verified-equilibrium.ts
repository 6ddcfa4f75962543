import { bayesError, reachChances, setVerdicts } from "./assessment.ts";
import { gainsNothingExactly } from "./exact-verification.ts";
import type { GameEquilibrium, SetStrategy } from "./game-solution.ts";
import type { GameTree } from "./game-tree.ts";
import type { CandidateStrategy } from "./support-system.ts";
import { supportingBeliefs } from "./supporting-beliefs.ts";
import { consistentBeliefs, isConsistent } from "./tremble-test.ts";

/** Largest gain from a deviation in what is called an equilibrium, in the file's payoffs; see `worst`. */
export const regretTolerance = 1e-9;

/**
 * The equilibrium, with beliefs, if the strategies are one: everything is computed anew from the tree, the strategies
 * and the beliefs, whatever found them. Undefined if no beliefs support them.
 */
export function verifiedEquilibrium(tree: GameTree, candidate: CandidateStrategy): GameEquilibrium | undefined {
  const { strategy } = candidate;
  const supporting = supportingBeliefs(tree, strategy);
  if (!supporting) return undefined;
  let { beliefs } = supporting;
  if (worst(tree, strategy, beliefs) > regretTolerance) return undefined;
  if (bayesError(tree, { strategy, beliefs }) > 1e-9) return undefined;
  const consistent = isConsistent(tree, { strategy, beliefs });
  let sequential: GameEquilibrium["sequential"] = consistent ? "yes" : "not-decided";
  if (consistent === false) {
    const others = consistentBeliefs(tree, strategy, beliefs, regretTolerance / 10);
    if (
      others &&
      worst(tree, strategy, others) <= regretTolerance &&
      isConsistent(tree, { strategy, beliefs: others })
    ) {
      beliefs = others;
      sequential = "yes";
    } else if (!supporting.many.includes(true)) sequential = "no";
  }
  return described(tree, candidate, beliefs, supporting, sequential);
}

/** The largest regret in the file's payoffs; where these span more than 10,000, in the ten-thousandth part of the span. */
function worst(tree: GameTree, strategy: Float64Array, beliefs: Float64Array): number {
  const verdicts = setVerdicts(tree, { strategy, beliefs });
  return verdicts.reduce((most, { regret }, set) => {
    const scale = tree.scale[tree.sets[set]!.player]!;
    return Math.max(most, regret * Math.min(scale, 10_000));
  }, 0);
}

function described(
  tree: GameTree,
  { strategy, extent, low, high }: CandidateStrategy,
  beliefs: Float64Array,
  supporting: { readonly many: readonly boolean[]; readonly low: Float64Array; readonly high: Float64Array },
  sequential: GameEquilibrium["sequential"],
): GameEquilibrium {
  const reach = reachChances(tree, strategy);
  const verdicts = setVerdicts(tree, { strategy, beliefs });
  const strategies = tree.sets.map((set, index): SetStrategy => {
    const first = tree.firstAction[index]!;
    const chance = set.nodes.reduce((sum, node) => sum + reach[node]!, 0);
    const { payoff, regret } = verdicts[index]!;
    const many = supporting.many[index]!;
    return {
      player: set.player,
      set: set.number,
      name: set.name,
      actions: set.actions.map((name, action) => {
        const at = first + action;
        const ends = low && high && high[at]! - low[at]! > 1e-8 ? { low: low[at]!, high: high[at]! } : {};
        return { name, probability: strategy[at]!, ...ends };
      }),
      reach: chance,
      onPath: chance > 0,
      beliefs:
        tree.form === "strategic"
          ? []
          : set.nodes.map((node) => {
              const [least, most] = [supporting.low[node]!, supporting.high[node]!];
              const ends = many && most - least > 1e-9 ? { low: least, high: most } : {};
              return { path: pathTo(tree, node), label: tree.nodes[node]!.label, probability: beliefs[node]!, ...ends };
            }),
      belief: many ? "one-of-many" : "determined",
      payoff: tree.base[set.player]! + tree.scale[set.player]! * payoff,
      regret: tree.scale[set.player]! * regret,
    };
  });
  const pure = strategy.every((probability) => probability === 0 || probability === 1);
  return {
    kind: pure ? "pure" : "mixed",
    exact: pure && gainsNothingExactly(tree, { strategy, beliefs }),
    strategies: [...strategies].sort((a, b) => a.player - b.player),
    payoffs: payoffsOf(tree, reach),
    regret: strategies.reduce((most, { regret }) => Math.max(most, regret), 0),
    sequential,
    extent,
  };
}

function pathTo(tree: GameTree, node: number): readonly string[] {
  const names: string[] = [];
  for (let at = node; at > 0; at = tree.nodes[at]!.parent) names.push(tree.nodes[at]!.moveName);
  return names.reverse();
}

function payoffsOf(tree: GameTree, reach: Float64Array): readonly number[] {
  return tree.players.map((_, player) => {
    let sum = 0;
    for (const [node, { children }] of tree.nodes.entries())
      if (children.length === 0) sum += reach[node]! * tree.payoffs[node * tree.players.length + player]!;
    return tree.base[player]! + tree.scale[player]! * sum;
  });
}
