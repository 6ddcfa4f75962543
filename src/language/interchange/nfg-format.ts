import type { StrategicGame } from "#model";

/** The game as an .nfg file that reads back to the same game. */
export function formatNfg(_game: StrategicGame): string {
  return "";
}
