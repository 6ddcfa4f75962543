import type { Game, GameNode, StrategicGame } from "#model";
import { add, err, ok, type Rational, type Result, rational, toNumber } from "#prelude";

/**
 * A game as flat arrays. Nodes stand in prefix order, so a node's children stand after it. Actions of all sets are
 * numbered through: action a of set h is `firstAction[h] + a`. A strategy profile is one probability for each of them.
 */
export type GameTree = {
  readonly players: readonly string[];
  readonly form: "extensive" | "strategic";
  readonly nodes: readonly TreeNode[];
  readonly sets: readonly TreeSet[];
  readonly firstAction: readonly number[];
  readonly actionCount: number;
  /** Set of each numbered action. */
  readonly setOfAction: readonly number[];
  /** Terminal payoffs, nodes x players, each player's shifted and scaled to 0..1; 0 elsewhere. */
  readonly payoffs: Float64Array;
  /** What 0 and the scaled unit are in the file's payoffs; a player to whom all is the same has scale 0. */
  readonly base: readonly number[];
  readonly scale: readonly number[];
  /** Branches with chance 0 that were left out. */
  readonly impossible: number;
  /** As in the file: payoffs of each terminal node (empty elsewhere), and the chance of each branch. */
  readonly exactPayoffs: readonly (readonly Rational[])[];
  readonly exactChances: readonly Rational[];
};

export type TreeNode = {
  readonly parent: number;
  /** Which action of the parent leads here. */
  readonly branch: number;
  /** The chance of that branch; 1 if a player moves there. */
  readonly chance: number;
  /** The information set of a decision node, else -1. */
  readonly set: number;
  readonly children: readonly number[];
  readonly label: string;
  readonly moveName: string;
};

export type TreeSet = {
  readonly player: number;
  readonly number: number;
  readonly name: string;
  readonly actions: readonly string[];
  readonly nodes: readonly number[];
  /** The player's last own move before the set, as a numbered action. */
  readonly ownMove: number | undefined;
};

/** The largest tree that is looked at. */
export const mostNodes = 100_000;

/** Actions x actions x nodes of the largest information set of several nodes; each pair of actions is compared at each. */
const mostComparisons = 100_000_000;
/** Nodes of one information set. */
const widestSet = 2_000;

/** The tree, or in one sentence why the solver does not take the game. */
export function gameTree(game: Game | StrategicGame): Result<GameTree, string> {
  return "root" in game ? extensiveTree(game) : strategicTree(game);
}

type Draft = {
  readonly nodes: (Omit<TreeNode, "children"> & { children: number[] })[];
  readonly sets: (Omit<TreeSet, "nodes" | "ownMove"> & { nodes: number[] })[];
  readonly payoffs: number[];
  readonly exactPayoffs: (readonly Rational[])[];
  readonly exactChances: Rational[];
};

const one = rational(1n, 1n);
const zero = rational(0n, 1n);

function extensiveTree(game: Game): Result<GameTree, string> {
  const draft: Draft = { nodes: [], sets: [], payoffs: [], exactPayoffs: [], exactChances: [] };
  const players = game.players.length;
  const known = new Map<string, number>();
  const nothing: readonly Rational[] = Array(players).fill(zero);
  const noPayoffs: readonly number[] = Array(players).fill(0);
  type Waiting = Pick<TreeNode, "parent" | "branch" | "chance" | "moveName"> & {
    readonly node: GameNode;
    readonly sum: readonly Rational[];
    readonly exactChance: Rational;
  };
  const first = { node: game.root, parent: -1, branch: 0, chance: 1, exactChance: one, moveName: "", sum: nothing };
  const left: Waiting[] = [first];
  let impossible = 0;
  for (let next = left.pop(); next; next = left.pop()) {
    const { node, parent, branch, chance, moveName } = next;
    const index = draft.nodes.length;
    if (index >= mostNodes) return err(`The tree has more than ${mostNodes} nodes.`);
    const outcome = node.outcome;
    const sum = outcome ? next.sum.map((value, player) => add(value, outcome.payoffs[player]!)) : next.sum;
    draft.nodes[parent]?.children.push(index);
    let set = -1;
    if (node.kind === "decision") {
      const key = `${node.player}:${node.informationSet}`;
      set = known.get(key) ?? draft.sets.length;
      if (!known.has(key)) {
        known.set(key, set);
        const { player, informationSet: number, informationSetName: name = "", actions } = node;
        draft.sets.push({ player, number, name, actions, nodes: [] });
      }
      draft.sets[set]!.nodes.push(index);
    }
    draft.nodes.push({ parent, branch, chance, set, children: [], label: node.label, moveName });
    draft.payoffs.push(...(node.kind === "terminal" ? sum.map(toNumber) : noPayoffs));
    draft.exactPayoffs.push(node.kind === "terminal" ? sum : []);
    draft.exactChances.push(next.exactChance);
    if (node.kind === "terminal") continue;
    for (let child = node.children.length - 1; child >= 0; child--) {
      const action = node.actions[child]!;
      const likely = typeof action === "string" ? 1 : toNumber(action.chance);
      if (typeof action !== "string" && action.chance.num === 0n) impossible += 1;
      else
        left.push({
          node: node.children[child]!,
          parent: index,
          branch: child,
          chance: likely,
          exactChance: typeof action === "string" ? one : action.chance,
          moveName: typeof action === "string" ? action : action.name,
          sum,
        });
    }
  }
  return finished(draft, game.players, "extensive", impossible);
}

/** Players choose one after another without seeing the choices before: one information set each. */
function strategicTree(game: StrategicGame): Result<GameTree, string> {
  const players = game.players.map(({ name }) => name);
  const size = game.payoffs.length;
  if (size * 2 > mostNodes)
    return err(`The game has ${size} profiles of strategies; at most ${mostNodes / 2} are solved.`);
  const draft: Draft = { nodes: [], sets: [], payoffs: [], exactPayoffs: [], exactChances: [] };
  for (const [player, { name, strategies }] of game.players.entries())
    draft.sets.push({ player, number: 1, name, actions: strategies, nodes: [] });
  const left = [{ parent: -1, branch: 0, player: 0, profile: 0, stride: 1, moveName: "" }];
  for (let next = left.pop(); next; next = left.pop()) {
    const { parent, branch, player, profile, stride, moveName } = next;
    const index = draft.nodes.length;
    draft.nodes[parent]?.children.push(index);
    const strategies = game.players[player]?.strategies;
    draft.nodes.push({ parent, branch, chance: 1, set: strategies ? player : -1, children: [], label: "", moveName });
    const exact = strategies ? [] : game.payoffs[profile]!;
    draft.payoffs.push(...(strategies ? players.map(() => 0) : exact.map(toNumber)));
    draft.exactPayoffs.push(exact);
    draft.exactChances.push(one);
    if (!strategies) continue;
    draft.sets[player]!.nodes.push(index);
    for (let child = strategies.length - 1; child >= 0; child--) {
      left.push({
        parent: index,
        branch: child,
        player: player + 1,
        profile: profile + child * stride,
        stride: stride * strategies.length,
        moveName: strategies[child]!,
      });
    }
  }
  return finished(draft, players, "strategic", 0);
}

function finished(
  draft: Draft,
  players: readonly string[],
  form: GameTree["form"],
  impossible: number,
): Result<GameTree, string> {
  const { nodes, payoffs, exactPayoffs, exactChances } = draft;
  if (!payoffs.every(Number.isFinite)) return err("A payoff is too large for the solver's numbers (about 1e308).");
  const firstAction: number[] = [];
  const setOfAction: number[] = [];
  for (const [set, { actions }] of draft.sets.entries()) {
    firstAction.push(setOfAction.length);
    for (const _ of actions) setOfAction.push(set);
  }
  const sets: TreeSet[] = [];
  for (const set of draft.sets) {
    const ownMoves = set.nodes.map((node) => ownMoveBefore(nodes, draft.sets, firstAction, set.player, node));
    const ownMove = ownMoves[0]!;
    if (ownMoves.some((move) => move !== ownMove))
      return err(
        `${players[set.player]} has imperfect recall: in information set ${set.number}${set.name ? ` ("${set.name}")` : ""} an own earlier move is forgotten. Only games with perfect recall are solved.`,
      );
    sets.push({ ...set, ownMove: ownMove < 0 ? undefined : ownMove });
  }
  // a set that stands twice in one play would follow itself
  const twice = sets.find((set, index) => set.ownMove !== undefined && setOfAction[set.ownMove] === index);
  if (twice) return err(`${players[twice.player]} comes to information set ${twice.number} twice in one play.`);
  for (const set of sets) {
    const [actions, width] = [set.actions.length, set.nodes.length];
    if (width > widestSet || (width > 1 && actions * actions * width > mostComparisons))
      return err(
        `Information set ${set.number} of ${players[set.player]} has ${width} nodes with ${actions} actions each; at most ${widestSet} nodes and, of several, ${mostComparisons} comparisons of two actions at a node are made.`,
      );
  }
  const ends = nodes.flatMap(({ children }, node) => (children.length === 0 ? [node] : []));
  const base = players.map((_, player) =>
    ends.reduce((least, end) => Math.min(least, payoffs[end * players.length + player]!), Infinity),
  );
  const scale = players.map((_, player) => {
    const top = ends.reduce((most, end) => Math.max(most, payoffs[end * players.length + player]!), -Infinity);
    return top - base[player]!;
  });
  if (!scale.every(Number.isFinite)) return err("The payoffs lie too far apart for the solver's numbers.");
  const scaled = new Float64Array(payoffs.length);
  for (const end of ends)
    for (const player of players.keys()) {
      const at = end * players.length + player;
      scaled[at] = scale[player] === 0 ? 0 : (payoffs[at]! - base[player]!) / scale[player]!;
    }
  const actionCount = setOfAction.length;
  return ok({
    players,
    form,
    nodes,
    sets,
    firstAction,
    actionCount,
    setOfAction,
    payoffs: scaled,
    base,
    scale,
    impossible,
    exactPayoffs,
    exactChances,
  });
}

function ownMoveBefore(
  nodes: Draft["nodes"],
  sets: Draft["sets"],
  firstAction: readonly number[],
  player: number,
  node: number,
): number {
  let from = node;
  for (let above = nodes[node]!.parent; above >= 0; above = nodes[above]!.parent) {
    const set = nodes[above]!.set;
    if (set >= 0 && sets[set]!.player === player) return firstAction[set]! + nodes[from]!.branch;
    from = above;
  }
  return -1;
}

/** The numbered action that leads to a node, or -1 at the root and after chance. */
export function moveInto(tree: GameTree, node: number): number {
  const { parent, branch } = tree.nodes[node]!;
  const set = parent < 0 ? -1 : tree.nodes[parent]!.set;
  return set < 0 ? -1 : tree.firstAction[set]! + branch;
}

/** The child of a decision node by action; decision nodes keep all their children. */
export function childBy(tree: GameTree, node: number, action: number): number {
  return tree.nodes[node]!.children[action]!;
}
