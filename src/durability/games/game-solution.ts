/** What the solver says about a game. Plain data; numbers are doubles, in the payoff unit of the file. */
export type GameSolution = {
  readonly title: string;
  readonly form: "extensive" | "strategic";
  readonly players: readonly string[];
  readonly equilibria: readonly GameEquilibrium[];
  readonly status: GameStatus;
  /** Sentences for a person: what was left out, tied, or not proved. */
  readonly notes: readonly string[];
};

/** `exact`: these are all, families counted once. `at-least`: each is an equilibrium, there may be more. */
export type GameStatus =
  | { readonly kind: "exact" }
  | { readonly kind: "at-least"; readonly reason: string }
  | { readonly kind: "refused"; readonly reason: string };

/** A perfect Bayesian equilibrium; of a game in strategic form, a Nash equilibrium. */
export type GameEquilibrium = {
  readonly kind: "pure" | "mixed";
  /** Players in order; each player's information sets in order of first appearance in the tree. */
  readonly strategies: readonly SetStrategy[];
  /** Expected payoff of each player. */
  readonly payoffs: readonly number[];
  /** The largest gain from a deviation at one information set, over all sets. */
  readonly regret: number;
  /** Pure, and in exact fractions no action gains anything, under these beliefs. */
  readonly exact: boolean;
  /**
   * Whether a sequence of trembles leads to these strategies and beliefs, so that the equilibrium is sequential
   * (Kreps & Wilson 1982). "no" only where no other belief could support the strategies.
   */
  readonly sequential: "yes" | "no" | "not-decided";
  /** `family`: other probabilities on the same actions do as well; these are one of them. */
  readonly extent: "isolated" | "family" | "not-decided";
};

export type SetStrategy = {
  /** Index into `players`. */
  readonly player: number;
  /** The information set's number in the file; 1 in strategic form. */
  readonly set: number;
  readonly name: string;
  /** `low` and `high` are the ends of what the family allows, where it is known. */
  readonly actions: readonly {
    readonly name: string;
    readonly probability: number;
    readonly low?: number;
    readonly high?: number;
  }[];
  /** The chance that play comes here. */
  readonly reach: number;
  readonly onPath: boolean;
  /** One for each node of the set, in tree order; empty in strategic form. */
  readonly beliefs: readonly NodeBelief[];
  /** `one-of-many`: off the path, and other beliefs support the same strategies. */
  readonly belief: "determined" | "one-of-many";
  /** Expected payoff of the player from here on, under the beliefs. */
  readonly payoff: number;
  /** Largest gain from another action here, everything else unchanged, under the beliefs. */
  readonly regret: number;
};

export type NodeBelief = {
  /** The moves that lead to the node, from the root: names of actions, of chance too. */
  readonly path: readonly string[];
  readonly label: string;
  readonly probability: number;
  /** The ends of the beliefs that support the same strategies, all else equal. */
  readonly low?: number;
  readonly high?: number;
};

export type GameOptions = {
  /** Combinations of supports looked at before the list is called incomplete. Default 20,000. */
  readonly mostSupports?: number;
  /** Equilibria listed before the list is called incomplete. Default 200. */
  readonly mostEquilibria?: number;
};
