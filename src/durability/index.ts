export type {
  GameEquilibrium,
  GameOptions,
  GameSolution,
  GameStatus,
  NodeBelief,
  SetStrategy,
} from "./games/game-solution.ts";
export { solveGame } from "./games/solve-game.ts";
