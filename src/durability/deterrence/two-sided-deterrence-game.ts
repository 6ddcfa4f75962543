import type { Game, GameNode } from "#model";
import { multiply, type Rational } from "#prelude";
import { chanceMove } from "./chance-move.ts";
import { decisionMove } from "./decision-move.ts";
import { exactSum } from "./exact-sum.ts";
import { numberedEnds } from "./numbered-ends.ts";
import type { TwoSidedDeterrenceParameters } from "./two-sided-deterrence.ts";

/** Model 4 as a game: nature draws both types; challenge, defend, press on. */
export function twoSidedDeterrenceGame(parameters: TwoSidedDeterrenceParameters): Game {
  const { challenger, defender, hardChallenger, hardDefender } = parameters;
  const end = numberedEnds();
  const points = (challengers: number, defenders: number) => [exactSum([challengers]), exactSum([defenders])];
  const challengers = [
    { name: "hard", number: 1, chance: exactSum([hardChallenger]), conflict: challenger.hardConflict },
    { name: "soft", number: 2, chance: exactSum([1], [-hardChallenger]), conflict: challenger.softConflict },
  ];
  const defenders = [
    { name: "hard", number: 1, chance: exactSum([hardDefender]), conflict: defender.hardConflict },
    { name: "soft", number: 2, chance: exactSum([1], [-hardDefender]), conflict: defender.softConflict },
  ];
  const play = (one: Drawn, other: Drawn): GameNode =>
    decisionMove(
      0,
      one.number,
      `challenge? ${one.name}`,
      ["Status quo", "Challenge"],
      [
        end("Status quo", points(challenger.statusQuo, defender.statusQuo)),
        decisionMove(
          1,
          other.number,
          `defend? ${other.name}`,
          ["Concede", "Defend"],
          [
            end("Conceded", points(challenger.conceded, defender.conceded)),
            decisionMove(
              0,
              2 + one.number,
              `press on? ${one.name}`,
              ["Back down", "Fight"],
              [
                end("Backed down", points(challenger.backDown, defender.heldOff)),
                end("Conflict", points(one.conflict, other.conflict)),
              ],
            ),
          ],
        ),
      ],
    );
  return {
    title: "Unilateral deterrence game, incomplete information on both sides",
    players: ["Challenger", "Defender"],
    root: chanceMove(
      challengers.flatMap((one) =>
        defenders.map((other) => ({
          name: `Challenger ${one.name}, defender ${other.name}`,
          chance: multiply(one.chance, other.chance),
          play: () => play(one, other),
        })),
      ),
    ),
  };
}

type Drawn = { readonly name: string; readonly number: number; readonly chance: Rational; readonly conflict: number };
