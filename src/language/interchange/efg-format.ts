import type { Game } from "#model";

/** The game as an .efg file that reads back to the same game. */
export function formatEfg(_game: Game): string {
  return "";
}
