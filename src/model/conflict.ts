/**
 * A conflict in option form: each party holds levers that it takes or not; a state says which are taken.
 * Levers stand grouped by party, in the order of `parties`; state number = sum of 2^k over the levers k that are taken.
 */
export type Conflict = {
  readonly title: string;
  readonly parties: readonly { readonly id: string; readonly name: string }[];
  readonly levers: readonly ConflictLever[];
  /** A state that meets any of these is no state of the conflict. */
  readonly impossible: readonly StateCondition[];
  /** One for each party, in their order; undefined: its order is not known. */
  readonly preferences: readonly (Preferences | undefined)[];
  /** Groups that act as one player when asked for; parties by index. Parties left out stand alone. */
  readonly coalitions: readonly (readonly number[])[];
  /** Where things stand today. */
  readonly today?: StateCode;
};

/** Sum of 2^k over the levers that are taken: at most 2^30. */
export type StateCode = number;

export type ConflictLever = {
  readonly id: string;
  readonly name: string;
  /** Index into `parties`. */
  readonly party: number;
  /** `forward`: once taken it stays taken. `back`: once given up it stays so. */
  readonly direction: "both" | "forward" | "back";
};

/** Any of these conjunctions holds; lever index -> taken or not. */
export type StateCondition = readonly (readonly { readonly lever: number; readonly taken: boolean }[])[];

export type Preferences =
  /** Most important first: statement j of m weighs 2^(m-j), and a state ranks by the sum over those it meets. */
  | { readonly kind: "statements"; readonly statements: readonly StateCondition[] }
  /** Best first; states in one list are equally good. Every possible state stands in it once. */
  | { readonly kind: "ranking"; readonly classes: readonly (readonly StateCode[])[] };
