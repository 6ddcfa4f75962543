import type { GameSolution } from "#durability";
import { gameDocument } from "../sections/game/game-document.ts";
import type { GameModelWords } from "../sections/game/model-words.ts";
import { layoutWithoutScenario, type TerminalOptions } from "./layout-document.ts";

/** What `entente game` prints; of a game of a model, what the model's closed form finds first. */
export function gameText(solution: GameSolution, options: TerminalOptions, model?: GameModelWords): string {
  return layoutWithoutScenario(gameDocument(solution, model), options);
}
