import { solveGame } from "#durability";
import type { DecisionNode, Game, TerminalNode } from "#model";
import { type Rational, rational, run } from "#prelude";
import { type Measurement, measure } from "./measurement.ts";

/** A demand under private war cost, 20 types and 41 demands: every equilibrium, with beliefs and regrets. */
export function games(): readonly Measurement[] {
  const chances = [40n, 45n, 50n, 55n, 60n];
  return [
    measure(
      { promise: "perfect Bayesian equilibria, 20 types x 41 offers", unit: "s", of: "cpu", promised: 1 },
      chances.map((percent) => () => {
        const { equilibria, status } = run(solveGame(ultimatum(20, 41, rational(percent, 100n))));
        const demand = equilibria[0]?.strategies[0]?.actions.find(({ probability }) => probability === 1)?.name;
        return { percent: Number(percent), equilibria: equilibria.length, status: status.kind, demand };
      }),
    ),
  ];
}

/**
 * The proposer demands x of a pie of 1; the responder, whose cost of war is one of `types` equally likely ones up to
 * 3/10, accepts or fights. War gives the proposer `wins` less 1/20, the responder the rest less its cost.
 */
export function ultimatum(types: number, offers: number, wins: Rational): Game {
  const one = rational(1n, 1n);
  const minus = (a: Rational, b: Rational) => rational(a.num * b.den - b.num * a.den, a.den * b.den);
  const demands = Array.from({ length: offers }, (_, index) => rational(BigInt(index), BigInt(offers - 1)));
  const costs = Array.from({ length: types }, (_, index) => rational(3n * BigInt(2 * index + 1), 20n * BigInt(types)));
  let number = 0;
  const end = (label: string, ...payoffs: Rational[]): TerminalNode => {
    number += 1;
    return { kind: "terminal", label: "", outcome: { number, name: label, payoffs } };
  };
  const children = costs.map(
    (cost, type): DecisionNode => ({
      kind: "decision",
      label: "",
      player: 0,
      informationSet: 1,
      informationSetName: "demand",
      actions: demands.map(({ num, den }) => `x=${num}/${den}`),
      children: demands.map(
        (demand, index): DecisionNode => ({
          kind: "decision",
          label: "",
          player: 1,
          informationSet: type * offers + index + 1,
          actions: ["Accept", "Reject"],
          children: [
            end("deal", demand, minus(one, demand)),
            end("war", minus(wins, rational(1n, 20n)), minus(minus(one, wins), cost)),
          ],
        }),
      ),
    }),
  );
  const actions = costs.map(({ num, den }) => ({ name: `c=${num}/${den}`, chance: rational(1n, BigInt(types)) }));
  const root = { kind: "chance", label: "", informationSet: 1, actions, children } as const;
  return { title: `Demand, ${types} types x ${offers} demands`, players: ["Proposer", "Responder"], root };
}
