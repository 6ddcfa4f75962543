import type { ChanceNode, Game, GameNode, TerminalNode } from "#model";
import { type Random, rational, seededRandom } from "#prelude";

/**
 * A small game with types, of one of three kinds: a signal and an answer; types on both sides, a challenge, an answer
 * and a last word; and four moves in turn in which one side's type stays hidden. Payoffs are whole numbers, so that
 * some games have ties.
 */
export function randomTypesGame(seed: number): Game {
  const random = seededRandom(seed);
  const kind = seed % 3;
  if (kind === 0) return signalling(random);
  if (kind === 1) return twoSided(random);
  return alternating(random);
}

type Ends = () => TerminalNode;

function endsOf(random: Random, players: number): Ends {
  let number = 0;
  return () => {
    number += 1;
    const payoffs = Array.from({ length: players }, () => rational(BigInt(random.below(41)) - 20n, 1n));
    return { kind: "terminal", label: "", outcome: { number, name: `end ${number}`, payoffs } };
  };
}

function chance(random: Random, children: readonly GameNode[]): ChanceNode {
  const weights = children.map(() => 1 + random.below(9));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const actions = weights.map((weight, index) => ({
    name: `type ${index + 1}`,
    chance: rational(BigInt(weight), BigInt(total)),
  }));
  return { kind: "chance", label: "", informationSet: 1, actions, children };
}

function move(player: number, informationSet: number, children: readonly GameNode[]): GameNode {
  const actions = children.map((_, index) => `${"abcd"[index]}`);
  return { kind: "decision", label: "", player, informationSet, actions, children };
}

function times<T>(count: number, make: (index: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

function signalling(random: Random): Game {
  const end = endsOf(random, 2);
  const [types, signals, answers] = [2 + random.below(2), 2, 2 + random.below(2)];
  const root = chance(
    random,
    times(types, (type) =>
      move(
        0,
        type + 1,
        times(signals, (signal) => move(1, signal + 1, times(answers, end))),
      ),
    ),
  );
  return { title: "signal and answer", players: ["Sender", "Receiver"], root };
}

function twoSided(random: Random): Game {
  const end = endsOf(random, 2);
  const root = chance(
    random,
    times(4, (pair) => {
      const [first, second] = [pair >> 1, pair & 1];
      const last = move(0, 3 + first, [end(), end()]);
      return move(0, 1 + first, [end(), move(1, 1 + second, [end(), last])]);
    }),
  );
  return { title: "types on both sides", players: ["Challenger", "Defender"], root };
}

function alternating(random: Random): Game {
  const end = endsOf(random, 2);
  const root = chance(
    random,
    times(2, (type) => {
      const fourth = move(1, 2, [end(), end()]);
      const third = move(0, 3 + type, [end(), fourth]);
      return move(0, 1 + type, [end(), move(1, 1, [end(), third])]);
    }),
  );
  return { title: "in turn, one type hidden", players: ["Informed", "Uninformed"], root };
}
