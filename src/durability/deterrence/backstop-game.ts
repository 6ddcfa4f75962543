import type { Game } from "#model";
import { attackEnds } from "./attack-ends.ts";
import type { AttackParameters, GuarantorParameters } from "./backstop.ts";
import { chanceMove } from "./chance-move.ts";
import { decisionMove } from "./decision-move.ts";
import { exactSum } from "./exact-sum.ts";
import { numberedEnds } from "./numbered-ends.ts";

/** Guarantors whose cost of fighting the challenger does not know: one of finitely many. The chances add up to 1. */
export type BackstopGameParameters = AttackParameters &
  GuarantorParameters & {
    readonly types: readonly { readonly name: string; readonly fightingCost: number; readonly chance: number }[];
  };

/** Model 1 as a game: nature draws the guarantors, the challenger holds or attacks, the guarantors abandon or fight. */
export function backstopGame(parameters: BackstopGameParameters): Game {
  const { types, peace, stake, reneging } = parameters;
  const end = numberedEnds();
  return {
    title: "Backstop: would the guarantors fight?",
    players: ["Challenger", "Guarantors"],
    root: chanceMove(
      types.map(({ name, fightingCost, chance }, i) => ({
        name,
        chance: exactSum([chance]),
        play: () =>
          decisionMove(
            0,
            1,
            "attack?",
            ["Hold", "Attack"],
            [
              end("Status quo", [exactSum([peace]), exactSum()]),
              decisionMove(
                1,
                i + 1,
                name,
                ["Abandon", "Fight"],
                attackEnds(end, parameters, { stake, reneging: [reneging], fightingCost, spent: 0 }),
              ),
            ],
          ),
      })),
    ),
  };
}
