import type { Game } from "#model";
import { chanceMove } from "./chance-move.ts";
import { decisionMove } from "./decision-move.ts";
import { exactSum } from "./exact-sum.ts";
import { numberedEnds } from "./numbered-ends.ts";
import type { RudimentaryDeterrenceParameters } from "./rudimentary-deterrence.ts";

/** The defender's points too: b_DD- softConflict < b_DC conceded < b_DD+ hardConflict < b_SQ statusQuo. */
export type RudimentaryDeterrenceGameParameters = RudimentaryDeterrenceParameters & {
  readonly defender: {
    readonly statusQuo: number;
    readonly conceded: number;
    readonly hardConflict: number;
    readonly softConflict: number;
  };
};

/** Model 0 as a game: nature draws the defender, the challenger cooperates or defects, the defender concedes or resists. */
export function rudimentaryDeterrenceGame(parameters: RudimentaryDeterrenceGameParameters): Game {
  const { defender, hardDefender } = parameters;
  const end = numberedEnds();
  const points = (challengers: number, defenders: number) => [exactSum([challengers]), exactSum([defenders])];
  const play = (name: string, number: number, conflict: number) =>
    decisionMove(
      0,
      1,
      "challenge?",
      ["Cooperate", "Defect"],
      [
        end("Status quo", points(parameters.statusQuo, defender.statusQuo)),
        decisionMove(
          1,
          number,
          name,
          ["Concede", "Resist"],
          [
            end("Conceded", points(parameters.conceded, defender.conceded)),
            end("Conflict", points(parameters.conflict, conflict)),
          ],
        ),
      ],
    );
  return {
    title: "Rudimentary asymmetric deterrence game",
    players: ["Challenger", "Defender"],
    root: chanceMove([
      { name: "Hard", chance: exactSum([hardDefender]), play: () => play("Hard", 1, defender.hardConflict) },
      { name: "Soft", chance: exactSum([1], [-hardDefender]), play: () => play("Soft", 2, defender.softConflict) },
    ]),
  };
}
