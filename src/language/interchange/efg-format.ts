import type { Game, GameNode } from "#model";
import { formatGameNumber } from "./game-number.ts";

/** The game as an .efg file (version 2) that reads back to the same game. Every set and outcome is described each time. */
export function formatEfg({ title, comment, players, root }: Game): string {
  const lines = [`EFG 2 R ${quoted(title)} { ${players.map(quoted).join(" ")} }`];
  if (comment !== undefined) lines.push(quoted(comment));
  lines.push("");
  const left: GameNode[] = [root];
  for (let node = left.pop(); node; node = left.pop()) {
    lines.push(nodeLine(node));
    const below = node.kind === "terminal" ? [] : node.children;
    for (let child = below.length - 1; child >= 0; child--) left.push(below[child]!);
  }
  return `${lines.join("\n")}\n`;
}

function nodeLine(node: GameNode): string {
  const outcome = node.outcome
    ? `${node.outcome.number} ${quoted(node.outcome.name)} { ${node.outcome.payoffs.map(formatGameNumber).join(", ")} }`
    : "0";
  if (node.kind === "terminal") return `t ${quoted(node.label)} ${outcome}`;
  const name = node.informationSetName === undefined ? "" : `${quoted(node.informationSetName)} `;
  const who = node.kind === "chance" ? "c" : "p";
  const number = node.kind === "chance" ? node.informationSet : `${node.player + 1} ${node.informationSet}`;
  const actions =
    node.kind === "chance"
      ? node.actions.map((action) => `${quoted(action.name)} ${formatGameNumber(action.chance)}`)
      : node.actions.map(quoted);
  return `${who} ${quoted(node.label)} ${number} ${name}{ ${actions.join(" ")} } ${outcome}`;
}

/** In quotation marks, with those inside and backslashes escaped. */
export function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}
