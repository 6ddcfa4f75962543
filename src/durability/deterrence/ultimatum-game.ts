import type { Game } from "#model";
import type { Rational } from "#prelude";
import { chanceMove } from "./chance-move.ts";
import { decisionMove } from "./decision-move.ts";
import { exactSum } from "./exact-sum.ts";
import { numberedEnds } from "./numbered-ends.ts";
import type { UltimatumParameters } from "./ultimatum.ts";

/** Bargaining under private cost as a game: nature draws the responder's cost, the proposer demands, the responder answers. */
export function ultimatumGame({ proposerWins, proposerCost, types, demands }: UltimatumParameters): Game {
  const end = numberedEnds();
  return {
    title: "Take-it-or-leave-it demand under private cost of war",
    players: ["Proposer", "Responder"],
    root: chanceMove(
      types.map(({ cost, chance }, i) => ({
        name: `c=${written(exactSum([cost]))}`,
        chance: exactSum([chance]),
        play: () =>
          decisionMove(
            0,
            1,
            "demand",
            demands.map((demand) => `x=${written(exactSum([demand]))}`),
            demands.map((demand, j) =>
              decisionMove(
                1,
                i * demands.length + j + 1,
                "",
                ["Accept", "Reject"],
                [
                  end("deal", [exactSum([demand]), exactSum([1], [-demand])]),
                  end("war", [exactSum([proposerWins], [-proposerCost]), exactSum([1], [-proposerWins], [-cost])]),
                ],
              ),
            ),
          ),
      })),
    ),
  };
}

function written({ num, den }: Rational): string {
  return den === 1n ? `${num}` : `${num}/${den}`;
}
