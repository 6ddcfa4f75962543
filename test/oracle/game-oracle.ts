import type { Game, GameNode } from "#model";

/**
 * The definition of perfect Bayesian equilibrium, written out over the tree and sharing no code with the solver: what
 * each deviation gains, and which beliefs are allowed. Exponential on purpose.
 */
export type PlainNode = {
  readonly set: string;
  readonly player: number;
  readonly actions: number;
  readonly children: readonly PlainNode[];
  readonly chances?: readonly number[];
  /** Everything from the root: chance moves have no set. */
  readonly path: readonly Step[];
  readonly payoffs: readonly number[];
};
type Step = { readonly set?: string; readonly player: number; readonly action: number; readonly chance: number };

/** Probabilities of the actions of each set. */
export type Profile = ReadonlyMap<string, readonly number[]>;
/** By set, in tree order of its nodes. */
export type Beliefs = ReadonlyMap<string, readonly number[]>;

export type PlainGame = { readonly root: PlainNode; readonly sets: ReadonlyMap<string, readonly PlainNode[]> };

export function plainGame(game: Game): PlainGame {
  const sets = new Map<string, PlainNode[]>();
  const visit = (node: GameNode, path: readonly Step[], sum: readonly number[]): PlainNode => {
    const own = node.outcome?.payoffs.map(({ num, den }) => Number(num) / Number(den)) ?? sum.map(() => 0);
    const payoffs = sum.map((value, player) => value + own[player]!);
    if (node.kind === "terminal") return { set: "", player: -1, actions: 0, children: [], path, payoffs };
    const set = node.kind === "decision" ? `${node.player}:${node.informationSet}` : "";
    const player = node.kind === "decision" ? node.player : -1;
    const chances =
      node.kind === "chance" ? node.actions.map(({ chance }) => Number(chance.num) / Number(chance.den)) : undefined;
    const plain = { set, player, actions: node.actions.length, path, payoffs, children: [] as PlainNode[] };
    const whole: PlainNode = chances ? { ...plain, chances } : plain;
    if (set) sets.set(set, [...(sets.get(set) ?? []), whole]);
    for (const [action, child] of node.children.entries()) {
      const step: Step = { ...(set ? { set } : {}), player, action, chance: chances?.[action] ?? 1 };
      plain.children.push(visit(child, [...path, step], payoffs));
    }
    return whole;
  };
  const root = visit(
    game.root,
    [],
    game.players.map(() => 0),
  );
  return { root, sets };
}

export function worth(node: PlainNode, profile: Profile, player: number): number {
  if (node.children.length === 0) return node.payoffs[player]!;
  const weights = node.chances ?? profile.get(node.set)!;
  return node.children.reduce((sum, child, index) => sum + weights[index]! * worth(child, profile, player), 0);
}

/** The largest gain from another action at the set under the beliefs. */
export function gainAt(game: PlainGame, set: string, profile: Profile, beliefs: readonly number[]): number {
  const nodes = game.sets.get(set)!;
  const { player, actions } = nodes[0]!;
  const worths = Array.from({ length: actions }, (_, action) =>
    nodes.reduce((sum, node, index) => sum + beliefs[index]! * worth(node.children[action]!, profile, player), 0),
  );
  const now = worths.reduce((sum, value, action) => sum + value * profile.get(set)![action]!, 0);
  return Math.max(...worths) - now;
}

/** Whether the beliefs obey the three rules, within `tolerance`; the broken one in words. */
export function brokenBelief(
  game: PlainGame,
  profile: Profile,
  beliefs: Beliefs,
  tolerance: number,
): string | undefined {
  for (const [set, nodes] of game.sets) {
    const held = beliefs.get(set)!;
    if (Math.abs(held.reduce((sum, value) => sum + value, 0) - 1) > tolerance || held.some((value) => value < 0))
      return `${set}: not a distribution`;
    for (const [x, one] of nodes.entries())
      for (const [y, other] of nodes.entries()) {
        const [less, more] = [zerosOf(one, profile), zerosOf(other, profile)];
        if (![...less].every((move) => more.has(move))) continue;
        if (less.size < more.size && held[y]! > tolerance) return `${set}: believes in needless deviations`;
        const [px, py] = [positivePart(one, profile), positivePart(other, profile)];
        if (less.size === more.size && Math.abs(held[x]! * py - held[y]! * px) > tolerance)
          return `${set}: not Bayes' rule`;
      }
    const inherited = inheritedBelief(game, set, profile, beliefs);
    if (inherited?.some((value, index) => Math.abs(value - held[index]!) > tolerance))
      return `${set}: does not follow from the own earlier beliefs`;
  }
  return undefined;
}

/** Every pure profile for which some beliefs make it a perfect Bayesian equilibrium. */
export function purePerfectBayesian(game: PlainGame): readonly Profile[] {
  const keys = [...game.sets.keys()];
  const found: Profile[] = [];
  const choose = (index: number, profile: Map<string, readonly number[]>) => {
    if (index === keys.length) {
      if (supported(game, profile, keys, 0, new Map())) found.push(new Map(profile));
      return;
    }
    const { actions } = game.sets.get(keys[index]!)![0]!;
    for (let action = 0; action < actions; action++) {
      profile.set(keys[index]!, unit(actions, action));
      choose(index + 1, profile);
    }
  };
  choose(0, new Map());
  return found;
}

/** Sets stand in tree order, so own earlier sets come first. Beliefs are tried one set after another. */
function supported(
  game: PlainGame,
  profile: Profile,
  keys: readonly string[],
  from: number,
  beliefs: Map<string, readonly number[]>,
): boolean {
  const set = keys[from];
  if (set === undefined) return true;
  for (const held of possibleBeliefs(game, set, profile, beliefs)) {
    if (gainAt(game, set, profile, held) > 1e-9) continue;
    beliefs.set(set, held);
    if (supported(game, profile, keys, from + 1, beliefs)) return true;
    beliefs.delete(set);
  }
  return false;
}

/** What the rules leave: one belief, or the corners of every region in which no choice of the player would change. */
function possibleBeliefs(
  game: PlainGame,
  set: string,
  profile: Profile,
  beliefs: Beliefs,
): readonly (readonly number[])[] {
  const nodes = game.sets.get(set)!;
  const zeros = nodes.map((node) => zerosOf(node, profile));
  const minimal = nodes.map((_, index) =>
    zeros.every((other) => other.size >= zeros[index]!.size || ![...other].every((move) => zeros[index]!.has(move))),
  );
  const inherited = inheritedBelief(game, set, profile, beliefs);
  if (inherited) return [inherited];
  const classes = new Map<string, number[]>();
  for (const index of nodes.keys()) {
    if (!minimal[index]) continue;
    const key = [...zeros[index]!].sort().join(" ");
    classes.set(key, [...(classes.get(key) ?? []), index]);
  }
  const spread = [...classes.values()].map((members) => {
    const total = members.reduce((sum, index) => sum + positivePart(nodes[index]!, profile), 0);
    return nodes.map((node, index) => (members.includes(index) ? positivePart(node, profile) / total : 0));
  });
  const mixes = (weights: readonly number[]) =>
    nodes.map((_, index) => spread.reduce((sum, one, which) => sum + weights[which]! * one[index]!, 0));
  if (spread.length === 1) return [mixes([1])];
  const lines = decisiveLines(game, set, profile, spread);
  return cornersOf(spread.length, lines).map(mixes);
}

/** Linear functions of the class weights at whose zeros some later or present choice of the player turns. */
function decisiveLines(
  game: PlainGame,
  set: string,
  profile: Profile,
  spread: readonly (readonly number[])[],
): number[][] {
  const nodes = game.sets.get(set)!;
  const { player } = nodes[0]!;
  const lines: number[][] = [];
  for (const [later, members] of game.sets) {
    if (members[0]!.player !== player) continue;
    const coming = members.map((member) => {
      const from = nodes.findIndex(
        (node) => node === member || (member.path.length > node.path.length && isBefore(node, member)),
      );
      return from < 0 ? undefined : { from, flow: flowBetween(nodes[from]!, member, profile) };
    });
    if (later !== set && coming.every((one) => one === undefined)) continue;
    const { actions } = members[0]!;
    for (let a = 0; a < actions; a++)
      for (let b = 0; b < a; b++)
        lines.push(
          spread.map((one) =>
            members.reduce((sum, member, index) => {
              const source = coming[index];
              if (!source) return sum;
              const gain = worth(member.children[a]!, profile, player) - worth(member.children[b]!, profile, player);
              return sum + one[source.from]! * source.flow * gain;
            }, 0),
          ),
        );
  }
  return lines;
}

/** Corners of the simplex cut by the lines, and points between them: for two and for three classes. */
function cornersOf(size: number, lines: readonly number[][]): readonly number[][] {
  const bounds = [...Array.from({ length: size }, (_, index) => unit(size, index)), ...lines];
  const corners: number[][] = [];
  const add = (weights: readonly number[]) => {
    if (weights.every((value) => value >= -1e-12 && Number.isFinite(value)))
      corners.push(weights.map((value) => Math.max(0, value)));
  };
  if (size === 2) {
    for (const [p, q] of bounds) add([q! / (q! - p!), -p! / (q! - p!)]);
  } else if (size === 3) {
    for (const one of bounds)
      for (const other of bounds) {
        const cross = [
          one[1]! * other[2]! - one[2]! * other[1]!,
          one[2]! * other[0]! - one[0]! * other[2]!,
          one[0]! * other[1]! - one[1]! * other[0]!,
        ];
        const total = cross[0]! + cross[1]! + cross[2]!;
        if (Math.abs(total) > 1e-12) add(cross.map((value) => value / total));
      }
  } else throw new Error(`The oracle takes two or three classes, not ${size}.`);
  const between = corners.flatMap((a, index) =>
    corners.slice(0, index).map((b) => a.map((value, at) => (value + b[at]!) / 2)),
  );
  return [...between, ...corners];
}

/** The belief that Bayes' rule gives from the player's last own set, where that leads here at all. */
function inheritedBelief(
  game: PlainGame,
  set: string,
  profile: Profile,
  beliefs: Beliefs,
): readonly number[] | undefined {
  const nodes = game.sets.get(set)!;
  const { player } = nodes[0]!;
  const last = [...nodes[0]!.path].reverse().find((step) => step.player === player && step.set);
  if (!last?.set) return undefined;
  const before = game.sets.get(last.set)!;
  const weights = nodes.map((node) => {
    const from = before.findIndex((one) => isBefore(one, node));
    return beliefs.get(last.set!)![from]! * flowBetween(before[from]!, node, profile);
  });
  const total = weights.reduce((sum, value) => sum + value, 0);
  return total > 1e-9 ? weights.map((value) => value / total) : undefined;
}

function isBefore(early: PlainNode, late: PlainNode): boolean {
  return (
    early.path.length < late.path.length &&
    early.path.every((step, index) => step.set === late.path[index]!.set && step.action === late.path[index]!.action)
  );
}

/** The chance of coming from one node to a later one when the player of the first makes the own moves it takes. */
function flowBetween(early: PlainNode, late: PlainNode, profile: Profile): number {
  return late.path
    .slice(early.path.length)
    .reduce((product, step) => product * (step.player === early.player ? 1 : likely(step, profile)), 1);
}

function likely(step: Step, profile: Profile): number {
  return step.set ? profile.get(step.set)![step.action]! : step.chance;
}

function zerosOf(node: PlainNode, profile: Profile): ReadonlySet<string> {
  return new Set(node.path.filter((step) => likely(step, profile) === 0).map(({ set, action }) => `${set}/${action}`));
}

function positivePart(node: PlainNode, profile: Profile): number {
  return node.path.reduce((product, step) => product * (likely(step, profile) || 1), 1);
}

function unit(size: number, at: number): number[] {
  return Array.from({ length: size }, (_, index) => (index === at ? 1 : 0));
}
