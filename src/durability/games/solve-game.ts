import type { Game, StrategicGame } from "#model";
import type { Search } from "#prelude";
import type { GameOptions, GameSolution } from "./game-solution.ts";

/**
 * The perfect Bayesian equilibria of a small game with types; the Nash equilibria of a small game in strategic form.
 * Told to finish, it returns what is proved so far, with the status `at-least`.
 */
// biome-ignore lint/correctness/useYield: the search itself follows
export function* solveGame(game: Game | StrategicGame, _options: GameOptions = {}): Search<GameSolution> {
  return {
    title: game.title,
    form: "root" in game ? "extensive" : "strategic",
    players: [],
    equilibria: [],
    status: { kind: "refused", reason: "The solver is not written yet." },
    notes: [],
  };
}
