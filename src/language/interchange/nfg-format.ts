import type { StrategicGame } from "#model";
import { quoted } from "./efg-format.ts";
import { formatGameNumber } from "./game-number.ts";

/** The game as an .nfg file (version 1, payoff form with named strategies) that reads back to the same game. */
export function formatNfg({ title, comment, players, payoffs }: StrategicGame): string {
  const lines = [
    `NFG 1 R ${quoted(title)} { ${players.map(({ name }) => quoted(name)).join(" ")} }`,
    "",
    `{ ${players.map(({ strategies }) => `{ ${strategies.map(quoted).join(" ")} }`).join("\n")}\n}`,
  ];
  if (comment !== undefined) lines.push(quoted(comment));
  lines.push("", ...payoffs.map((profile) => profile.map(formatGameNumber).join(" ")));
  return `${lines.join("\n")}\n`;
}
