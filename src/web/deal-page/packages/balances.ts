import type { PartyId } from "#model";
import { toNumber } from "#prelude";
import type { ComparedRow, Comparison } from "./comparison.ts";

/** What one party gets and gives when the first package becomes the second, in points of its own scale. */
export type Balance = {
  readonly party: PartyId;
  /** Largest first. */
  readonly gets: readonly Moved[];
  readonly gives: readonly Moved[];
  readonly got: number;
  readonly given: number;
  readonly net: number;
};

export type Moved = { readonly row: ComparedRow; readonly points: number };

/**
 * One change that some gain by and others lose by. `ratio`: shares of the gainer's scale won for each share of the
 * loser's given up; above one it is dear to who gains and cheap to who gives. It compares points across parties.
 */
export type Trade = {
  readonly row: ComparedRow;
  readonly gainer: PartyId;
  readonly loser: PartyId;
  readonly gain: number;
  readonly loss: number;
  readonly ratio: number;
};

export function balances({ parties, rows }: Comparison): readonly Balance[] {
  return parties.map((party) => {
    const moved = rows
      .map((row) => ({ row, points: toNumber(row.change[party]!) }))
      .filter(({ points }) => points !== 0);
    const gets = moved.filter(({ points }) => points > 0).sort((a, b) => b.points - a.points);
    const gives = moved.filter(({ points }) => points < 0).sort((a, b) => a.points - b.points);
    const sum = (list: readonly Moved[]) => list.reduce((all, { points }) => all + points, 0);
    return { party, gets, gives, got: sum(gets), given: sum(gives), net: sum(moved) };
  });
}

/** For each change, its largest gainer against its largest loser, by falling ratio. Changes that nobody gains or loses by are no trade. */
export function trades({ parties, rows }: Comparison, scale: (party: PartyId) => number): readonly Trade[] {
  return rows
    .flatMap((row): Trade[] => {
      const shares = parties.map((party) => {
        const points = toNumber(row.change[party]!);
        return { party, points, share: points / scale(party) };
      });
      const most = shares.reduce((a, b) => (b.share > a.share ? b : a), shares[0]!);
      const least = shares.reduce((a, b) => (b.share < a.share ? b : a), shares[0]!);
      if (!most || !least || most.share <= 0 || least.share >= 0) return [];
      return [
        {
          row,
          gainer: most.party,
          loser: least.party,
          gain: most.points,
          loss: -least.points,
          ratio: most.share / -least.share,
        },
      ];
    })
    .sort((a, b) => b.ratio - a.ratio || b.gain - a.gain);
}
