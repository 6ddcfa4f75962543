import type { Conflict, StateCode } from "#model";
import type { Answer } from "#prelude";
import type { StabilityConcept } from "./stability-concept.ts";

/** What can be said about a conflict on its own. Parties and levers are indices into the conflict, states are codes. */
export type StabilityReport = {
  readonly conflict: Conflict;
  /** How many states are possible, exact. */
  readonly states: number;
  /** The first states by ascending code, as many as the options allow; today and the equilibria may lie beyond. */
  readonly listed: readonly StateRow[];
  /** How many states are stable for each party, by each concept. */
  readonly parties: readonly PartyStability[];
  readonly equilibria: Readonly<Record<StabilityConcept, EquilibriumList>>;
  /** Stable for every coalition as well. */
  readonly coalitional: Readonly<Record<StabilityConcept, EquilibriumList>>;
  /** Which coalition leaves an equilibrium of the parties, and for what; the first few. */
  readonly brokenByCoalition: readonly CoalitionMove[];
  /** From today to each equilibrium by SEQ that is listed; absent when the conflict says no today. */
  readonly paths?: readonly StatusQuoRoute[];
  /** Of today and of each equilibrium by SEQ that is listed. Empty when the conflict is too large: see `unknowns`. */
  readonly firstDefections: readonly FirstDefectionReport[];
  /** For the same states the fewest swaps that end their stability, by any move. */
  readonly robustness: readonly FirstDefectionReport[];
  /** For the same states, by SEQ: what must be true of each party's order for it to stay. */
  readonly needs: readonly StabilityNeeds[];
  readonly unknowns: readonly UnknownPart[];
};

export type StateRow = {
  readonly code: StateCode;
  /** Levers that are taken. */
  readonly taken: readonly number[];
  /** One for each party: 1 is best, equal is a tie; undefined: its order is not known. */
  readonly places: readonly (number | undefined)[];
  /** By concept, the verdict for each party. */
  readonly stable: Readonly<Record<StabilityConcept, readonly Answer<boolean>[]>>;
};

export type PartyStability = {
  readonly party: number;
  readonly ordered: boolean;
  readonly stable: Readonly<Record<StabilityConcept, number>>;
  readonly unknown: Readonly<Record<StabilityConcept, number>>;
};

/** Counts are exact unless the search ended early, when what was not reached counts as undecided. */
export type EquilibriumList = {
  readonly count: number;
  readonly undecided: number;
  /** The first of them, ascending. */
  readonly states: readonly StateCode[];
};

/** One move: which levers of one party change. */
export type LeverMove = {
  readonly party: number;
  readonly takes: readonly number[];
  /** Levers it lets go again. */
  readonly lets: readonly number[];
  readonly from: StateCode;
  readonly to: StateCode;
};

/** How others answer a move so that the mover is no better off than before it. */
export type Sanction = {
  /** Who takes part, each once, in the order of the acts. */
  readonly by: readonly number[];
  /** A shortest response, act by act; if there is one, a response in which nobody does what it would rather leave. */
  readonly acts: readonly LeverMove[];
  readonly leadsTo: StateCode;
  /**
   * Levers in the acts that their mover would rather have left as they were. Not empty: each response holds the move
   * only by something that comes along with what the responder wants, which SEQ counts as better than no answer.
   */
  readonly unwanted: readonly number[];
  /** In how many different states such a response can end. */
  readonly endings: number;
};

/** A move away from a state, what holds it and how firmly. */
export type MoveVerdict = {
  readonly move: LeverMove;
  /** Whether the mover prefers where it leads. A move that it does not prefer needs nothing to hold it. */
  readonly improvement: boolean;
  /** Whether some response holds it, or would if the mover preferred it; unknown when it rests on an unknown order. */
  readonly held: Answer<boolean>;
  /** What holds it. */
  readonly sanction?: Sanction;
  /** When nothing holds it only because the mover can move again: the response, and the counter-move out of it. */
  readonly countered?: { readonly response: readonly LeverMove[]; readonly counter: LeverMove };
  /** The fewest adjacent swaps, over all orders, after which it is an improvement that nothing holds; 0: it is today. */
  readonly threshold: Answer<number>;
  /** Ways to get there with that many swaps (with the upper bound, when bounded): the first few. */
  readonly ways: readonly (readonly OrderChange[])[];
};

/** What must change in one party's order. */
export type OrderChange = {
  readonly party: number;
  readonly swaps: number;
  /** The party comes to prefer `rises` to `falls`, which today it does not. */
  readonly reversals: readonly { readonly rises: StateCode; readonly falls: StateCode }[];
};

/** The move whose sanction disappears after the fewest adjacent swaps. */
export type FirstDefectionReport = {
  readonly state: StateCode;
  readonly concept: StabilityConcept;
  /**
   * Of which moves: those that somebody prefers today, so that only a sanction holds them; or of all, when nobody
   * prefers one, or when the fewest swaps that end the stability of the state are asked for.
   */
  readonly among: "improvements" | "all moves";
  /** 0: the state is left already. Unknown when an order is not known, or when nobody can move. */
  readonly swaps: Answer<number>;
  /** All that tie; with a bounded answer, all that may be first. */
  readonly defections: readonly MoveVerdict[];
};

/** A group that gains together where none gains alone. */
export type CoalitionMove = {
  readonly concept: StabilityConcept;
  readonly state: StateCode;
  readonly members: readonly number[];
  readonly to: StateCode;
  /** A shortest sequence of the members' moves that leads there. */
  readonly acts: readonly LeverMove[];
};

/** How a state is reached from another. */
export type StatusQuoRoute = {
  readonly from: StateCode;
  readonly to: StateCode;
  /** A shortest sequence in which every move is an improvement for who makes it; absent: there is none. */
  readonly byImprovements?: readonly LeverMove[];
  /** The same with any legal moves. */
  readonly byAnyMoves?: readonly LeverMove[];
};

/** What must be true of a party's order for a state to be stable for it. */
export type StabilityNeeds = {
  readonly party: number;
  readonly state: StateCode;
  readonly concept: StabilityConcept;
  readonly stable: Answer<boolean>;
  /** All of them must be true; none: the state is stable whatever the order. A need that follows from another is left out. */
  readonly needs: readonly StabilityNeed[];
  /** The fewest swaps in the party's own order after which the state is stable for it; 0: it is. */
  readonly swaps: Answer<number>;
};

/** True when in at least one of these groups every state is not better than the state in question. */
export type StabilityNeed = {
  readonly move: LeverMove;
  /** The first is where the move itself leads, each other one a response (with what the mover could move on to). */
  readonly oneOf: readonly (readonly StateCode[])[];
  /** Absent: the party's order is not known. */
  readonly met?: boolean;
};

/** What could not be answered, and why. */
export type UnknownPart = { readonly what: string; readonly reason: string };
