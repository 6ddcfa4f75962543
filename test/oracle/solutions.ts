import { largest, type Vector } from "./efficient-vectors.ts";
import { type Fraction, fraction, order } from "./fraction.ts";

/** What a bargaining solution picks: all tied vectors, or none. */
export type Picked = { readonly vectors: readonly Vector[]; readonly value?: Fraction };

/** The vectors of the agreement zone in whole numbers of 1 / unit points, one column per consenting party. */
export type Game = {
  readonly vectors: readonly Vector[];
  readonly reservations: readonly number[];
  readonly unit: bigint;
};

/** Largest product of surpluses where every surplus is positive; empty where none is. */
export function nashBargaining(game: Game): Picked {
  const strict = game.vectors.filter((vector) => surpluses(game, vector).every((surplus) => surplus > 0));
  const product = (vector: Vector): bigint => surpluses(game, vector).reduce((all, one) => all * BigInt(one), 1n);
  const picked = best(strict, product, (a, b) => (a < b ? -1 : a > b ? 1 : 0));
  if (picked[0] === undefined) return { vectors: [] };
  return { vectors: picked, value: fraction(product(picked[0]), game.unit ** BigInt(game.reservations.length)) };
}

/** Leximin of surplus over the party's best surplus in the zone; who cannot gain there is left out. */
export function kalaiSmorodinsky(game: Game): Picked & { readonly leftOut: readonly number[] } {
  if (game.vectors.length === 0) return { vectors: [], leftOut: [] };
  const ideals = game.reservations.map((reservation, column) => largest(game.vectors, column) - reservation);
  const columns = ideals.map((_, column) => column);
  const leftOut = columns.filter((column) => ideals[column] === 0);
  const ratios = (vector: Vector): Fraction[] =>
    columns
      .filter((column) => !leftOut.includes(column))
      .map((column) => fraction(BigInt(surpluses(game, vector)[column]!), BigInt(ideals[column]!)))
      .sort(order);
  const picked = best(
    game.vectors.map((vector) => ({ vector, sorted: ratios(vector) })),
    ({ sorted }) => sorted,
    leximin,
  );
  const value = picked[0]!.sorted[0];
  return { vectors: picked.map(({ vector }) => vector), leftOut, ...(value === undefined ? {} : { value }) };
}

/** Leximin of surplus in points. */
export function egalitarian(game: Game): Picked {
  const sorted = (vector: Vector): Fraction[] =>
    surpluses(game, vector)
      .map((surplus) => fraction(BigInt(surplus), game.unit))
      .sort(order);
  const picked = best(
    game.vectors.map((vector) => ({ vector, sorted: sorted(vector) })),
    (row) => row.sorted,
    leximin,
  );
  const value = picked[0]?.sorted[0];
  return { vectors: picked.map(({ vector }) => vector), ...(value === undefined ? {} : { value }) };
}

/** Largest sum of utilities. */
export function utilitarian(game: Game): Picked {
  const sum = ({ values }: Vector): number => values.reduce((total, value) => total + value, 0);
  const picked = best(game.vectors, sum, (a, b) => a - b);
  if (picked[0] === undefined) return { vectors: [] };
  return { vectors: picked, value: fraction(BigInt(sum(picked[0])), game.unit) };
}

export function surpluses(game: Game, vector: Vector): readonly number[] {
  return vector.values.map((value, column) => value - game.reservations[column]!);
}

/** All of the ties. */
function best<T, Score>(items: readonly T[], score: (item: T) => Score, compare: (a: Score, b: Score) => number): T[] {
  let top: { score: Score; items: T[] } | undefined;
  for (const item of items) {
    const mine = score(item);
    const compared = top === undefined ? 1 : compare(mine, top.score);
    if (top === undefined || compared > 0) top = { score: mine, items: [item] };
    else if (compared === 0) top.items.push(item);
  }
  return top?.items ?? [];
}

/** The worst off first: compares two ascending lists. */
function leximin(a: readonly Fraction[], b: readonly Fraction[]): number {
  for (let i = 0; i < a.length; i++) {
    const compared = order(a[i]!, b[i]!);
    if (compared !== 0) return compared;
  }
  return 0;
}
