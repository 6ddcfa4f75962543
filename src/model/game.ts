import type { Rational } from "#prelude";

/** A game in extensive form, as a tree. Payoffs at inner nodes are added along the path. All numbers are exact. */
export type Game = {
  readonly title: string;
  readonly comment?: string;
  readonly players: readonly string[];
  readonly root: GameNode;
};

export type GameNode = ChanceNode | DecisionNode | TerminalNode;

export type ChanceNode = {
  readonly kind: "chance";
  readonly label: string;
  /** Nodes with the same number have the same actions and chances. */
  readonly informationSet: number;
  readonly informationSetName?: string;
  readonly actions: readonly { readonly name: string; readonly chance: Rational }[];
  readonly outcome?: Outcome;
  /** One for each action, in their order. */
  readonly children: readonly GameNode[];
};

export type DecisionNode = {
  readonly kind: "decision";
  readonly label: string;
  /** Index into `players`. */
  readonly player: number;
  /** Unique for the player: nodes that the player cannot tell apart share it, and its actions. */
  readonly informationSet: number;
  readonly informationSetName?: string;
  readonly actions: readonly string[];
  readonly outcome?: Outcome;
  readonly children: readonly GameNode[];
};

export type TerminalNode = { readonly kind: "terminal"; readonly label: string; readonly outcome?: Outcome };

/** One payoff per player. Outcomes with the same number are one outcome. */
export type Outcome = { readonly number: number; readonly name: string; readonly payoffs: readonly Rational[] };

/** A game in strategic form. `payoffs` holds one vector per profile, the first player's strategy varying fastest. */
export type StrategicGame = {
  readonly title: string;
  readonly comment?: string;
  readonly players: readonly { readonly name: string; readonly strategies: readonly string[] }[];
  readonly payoffs: readonly (readonly Rational[])[];
};
