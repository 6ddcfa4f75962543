import type { GameSolution } from "#durability";
import { gameDocument } from "../sections/game/game-document.ts";
import { layoutWithoutScenario, type TerminalOptions } from "./layout-document.ts";

/** What `entente game` prints. */
export function gameText(solution: GameSolution, options: TerminalOptions): string {
  return layoutWithoutScenario(gameDocument(solution), options);
}
