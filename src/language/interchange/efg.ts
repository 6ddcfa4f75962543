import type { Game, GameNode, Outcome } from "#model";
import { type Diagnostic, formatSpan } from "#prelude";
import { forgottenMoves } from "./efg-recall.ts";
import { type EfgRecords, type NodeRecord, readEfgRecords, setKey } from "./efg-records.ts";
import { expected, readGameHeader } from "./game-header.ts";
import { type GameTokens, gameTokens } from "./game-tokens.ts";
import { mistake, warning } from "./mistake.ts";

export type ParsedEfg = { readonly game?: Game; readonly diagnostics: readonly Diagnostic[] };

/** Moves from the root to the end of the longest play that is read. The tree is nested, so its depth is bounded. */
const deepest = 500;

/**
 * Reads a game in extensive form (.efg, version 2), with every mistake that can be told apart. Never throws and never
 * recurses. Warnings leave a game: two nodes or actions of one name, a player who forgets.
 * Format: the Gambit project's description of its files, version 2.
 */
export function parseEfg(content: string | Uint8Array, file: string): ParsedEfg {
  const tokens = gameTokens(content, file);
  if (tokens.hasErrors()) return { diagnostics: tokens.diagnostics() };
  const header = readGameHeader(tokens, "EFG");
  if (!header) return { diagnostics: tokens.diagnostics() };
  const comment = tokens.peek().kind === "text" ? tokens.take().value : undefined;
  const records = readEfgRecords(tokens, header.players.length);
  checkDescribed(tokens, records);
  warnOfLabels(tokens, records.nodes);
  if (tokens.hasErrors()) return { diagnostics: tokens.diagnostics() };
  const parents = placeInTree(tokens, records);
  if (!parents) return { diagnostics: tokens.diagnostics() };
  warnOfForgetting(tokens, records, parents);
  const root = buildTree(records, parents);
  const { title, players } = header;
  const game = { title, ...(comment === undefined ? {} : { comment }), players, root };
  return { game, diagnostics: tokens.diagnostics() };
}

/** Sets without actions and outcomes without payoffs anywhere in the file. */
function checkDescribed(tokens: GameTokens, { nodes, sets, outcomes }: EfgRecords): void {
  const told = new Set<string>();
  for (const { kind, at, player, set, outcome } of nodes) {
    const key = setKey(player, set);
    if (kind !== "terminal" && !sets.get(key)?.actions && !told.has(key)) {
      told.add(key);
      tokens.report(
        mistake(
          at,
          "game-set-undescribed",
          `Information set ${set} of ${player < 0 ? "chance" : `player ${player + 1}`} is nowhere given its actions.`,
          'Write them after its number: "name" { "action" "action" }.',
        ),
      );
    }
    if (outcome !== 0 && !outcomes.get(outcome)?.payoffs && !told.has(`outcome ${outcome}`)) {
      told.add(`outcome ${outcome}`);
      tokens.report(
        mistake(
          at,
          "game-outcome-undescribed",
          `Outcome ${outcome} is nowhere given its payoffs.`,
          'Write them after its number: "name" { 1, 0 }; or write 0 for no outcome.',
        ),
      );
    }
  }
}

function warnOfLabels(tokens: GameTokens, nodes: readonly NodeRecord[]): void {
  const first = new Map<string, NodeRecord>();
  const told = new Set<string>();
  for (const node of nodes) {
    const before = node.label === "" ? undefined : first.get(node.label);
    if (!before) first.set(node.label, node);
    else if (!told.has(node.label)) {
      told.add(node.label);
      tokens.report(
        warning(
          node.at,
          "game-same-label",
          `The label "${node.label}" already stands at ${formatSpan(before.at)}. It is read; some programs refuse it.`,
          "Give each node a label of its own, or none.",
        ),
      );
    }
  }
}

/** The parent of each node, -1 for the root; nodes stand in prefix order. */
function placeInTree(tokens: GameTokens, { nodes, sets }: EfgRecords): Int32Array | undefined {
  const parents = new Int32Array(nodes.length).fill(-1);
  const open: { node: number; left: number }[] = [];
  for (const [index, node] of nodes.entries()) {
    while (open.at(-1)?.left === 0) open.pop();
    const above = open.at(-1);
    if (above) {
      above.left -= 1;
      parents[index] = above.node;
    } else if (index > 0) {
      tokens.report(
        mistake(
          node.at,
          "game-extra-node",
          `The tree is complete before this node; ${nodes.length - index} nodes are too many.`,
          "Remove them, or give the information sets above as many actions as they have nodes below.",
        ),
      );
      return undefined;
    }
    if (node.kind === "terminal") continue;
    open.push({ node: index, left: sets.get(setKey(node.player, node.set))!.actions!.length }); // checked before
    if (open.length > deepest) {
      tokens.report(
        mistake(
          node.at,
          "game-too-deep",
          `More than ${deepest} moves follow each other here.`,
          "Use a game with shorter plays.",
        ),
      );
      return undefined;
    }
  }
  const missing = open.reduce((sum, { left }) => sum + left, 0);
  if (nodes.length > 0 && missing === 0) return parents;
  const end = tokens.peek();
  if (nodes.length === 0) expected(tokens, end, "a node");
  else expected(tokens, end, `${missing} more node${missing === 1 ? "" : "s"} of the tree`);
  return undefined;
}

function warnOfForgetting(tokens: GameTokens, { nodes }: EfgRecords, parents: Int32Array): void {
  for (const { node, first, passedTwice } of forgottenMoves(nodes, parents)) {
    const { player, set, at } = nodes[node]!;
    const there = formatSpan(nodes[first]!.at);
    tokens.report(
      warning(
        at,
        "game-imperfect-recall",
        passedTwice
          ? `Player ${player + 1} comes to information set ${set} twice in one play, here and at ${there}, and cannot tell whether for the first time.`
          : `In information set ${set}, player ${player + 1} forgets an own earlier move: the node here and the one at ${there} follow different ones.`,
        "Give the nodes information sets of their own. The game is read; it is not solved as it is.",
      ),
    );
  }
}

function buildTree({ nodes, sets, outcomes }: EfgRecords, parents: Int32Array): GameNode {
  const children: GameNode[][] = nodes.map(() => []);
  const shared = new Map<number, Outcome>();
  for (const [number, { name, payoffs }] of outcomes)
    if (number !== 0 && payoffs) shared.set(number, { number, name: name ?? "", payoffs });
  let built: GameNode | undefined;
  // children stand after their parent, so the last node is built first
  for (let index = nodes.length - 1; index >= 0; index--) {
    const { kind, label, player, set, outcome: number } = nodes[index]!;
    const below = children[index]!.reverse();
    const reached = shared.get(number);
    const outcome = reached ? { outcome: reached } : {};
    if (kind === "terminal") built = { kind, label, ...outcome };
    else {
      const { name, actions, chances } = sets.get(setKey(player, set))!; // checked before
      const named = {
        label,
        informationSet: set,
        ...(name === undefined ? {} : { informationSetName: name }),
        ...outcome,
        children: below,
      };
      built =
        kind === "chance"
          ? { kind, ...named, actions: actions!.map((action, i) => ({ name: action, chance: chances![i]! })) }
          : { kind, player, ...named, actions: actions! };
    }
    children[parents[index]!]?.push(built);
  }
  return built!; // placeInTree refuses a file without nodes
}
