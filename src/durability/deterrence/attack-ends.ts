import type { TerminalNode } from "#model";
import type { Rational } from "#prelude";
import type { AttackParameters } from "./backstop.ts";
import { exactSum } from "./exact-sum.ts";

/** What the guarantors bear: stake, cost of fighting, costs of reneging (added exactly), and what they spent on deploying. */
export type GuarantorCosts = {
  readonly stake: number;
  readonly fightingCost: number;
  readonly reneging: readonly number[];
  readonly spent: number;
};

/** The two ends of an attack, abandoned and fought, with the points of challenger and guarantors. */
export function attackEnds(
  end: (name: string, payoffs: readonly Rational[]) => TerminalNode,
  attack: AttackParameters,
  { stake, fightingCost, reneging, spent }: GuarantorCosts,
): readonly TerminalNode[] {
  const { prize, successAlone, successOpposed, warCost, widerWarCost, penalty } = attack;
  return [
    end("Abandoned", [
      exactSum([successAlone, prize], [-warCost], [-penalty]),
      exactSum([-successAlone, stake], ...reneging.map((cost) => [-cost]), [-spent]),
    ]),
    end("Fought", [
      exactSum([successOpposed, prize], [-warCost], [-widerWarCost], [-penalty]),
      exactSum([-successOpposed, stake], [-fightingCost], [-spent]),
    ]),
  ];
}
