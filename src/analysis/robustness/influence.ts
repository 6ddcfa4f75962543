import type { IssueId, OptionId, PartyId, PreferenceSheet } from "#model";

/** One number that an author judged. */
export type JudgementRef =
  | { readonly kind: "reservation"; readonly party: PartyId }
  | { readonly kind: "weight"; readonly party: PartyId; readonly issue: IssueId }
  | { readonly kind: "value"; readonly party: PartyId; readonly issue: IssueId; readonly option: OptionId }
  | {
      readonly kind: "cell";
      readonly party: PartyId;
      readonly linkage: string;
      readonly given: OptionId;
      readonly option: OptionId;
    }
  | { readonly kind: "combination"; readonly party: PartyId; readonly linkage: string };

export type Influence = {
  readonly judgement: JudgementRef;
  /** Share of the outcome's variance over the draws that this judgement explains by itself, linearly: squared correlation. */
  readonly share: number;
  /** 95 % interval of the share, by Fisher's transformation. */
  readonly low: number;
  readonly high: number;
  /** Whether a larger number makes the outcome larger. */
  readonly direction: "raises" | "lowers";
};

/** Collects draws of judgements and outcomes; sums only, so memory does not grow with the draws. */
export type InfluenceMeter = {
  readonly add: (sheets: readonly PreferenceSheet[], outcomes: Float64Array) => void;
  /** The judgements that matter most to an outcome, most first; those that never moved are left out. */
  readonly ranking: (outcome: number, most: number) => readonly Influence[];
};

export function influenceMeter(sheets: readonly PreferenceSheet[], outcomes: number): InfluenceMeter {
  const judgements = sheets.flatMap((sheet, s) => judgementsOf(sheet, s));
  const k = judgements.length;
  // centred on the first draw, so that squares do not swamp small spreads
  const origin = new Float64Array(k);
  const sum = new Float64Array(k);
  const squares = new Float64Array(k);
  const outcomeOrigin = new Float64Array(outcomes);
  const outcomeSum = new Float64Array(outcomes);
  const outcomeSquares = new Float64Array(outcomes);
  const products = new Float64Array(k * outcomes);
  let n = 0;
  const moved = new Float64Array(outcomes);
  return {
    add: (drawn, values) => {
      if (n === 0) outcomeOrigin.set(values);
      for (let y = 0; y < outcomes; y++) {
        moved[y] = values[y]! - outcomeOrigin[y]!;
        outcomeSum[y]! += moved[y]!;
        outcomeSquares[y]! += moved[y]! * moved[y]!;
      }
      for (let j = 0; j < k; j++) {
        const value = judgements[j]!.read(drawn);
        if (n === 0) origin[j] = value;
        const x = value - origin[j]!;
        if (x === 0) continue;
        sum[j]! += x;
        squares[j]! += x * x;
        for (let y = 0; y < outcomes; y++) products[j * outcomes + y]! += x * moved[y]!;
      }
      n++;
    },
    ranking: (y, most) => {
      const spread = outcomeSquares[y]! - (outcomeSum[y]! * outcomeSum[y]!) / n;
      return judgements
        .flatMap(({ ref }, j): Influence[] => {
          const own = squares[j]! - (sum[j]! * sum[j]!) / n;
          if (!(own > 1e-12 * squares[j]!) || !(spread > 0)) return [];
          const correlation = (products[j * outcomes + y]! - (sum[j]! * outcomeSum[y]!) / n) / Math.sqrt(own * spread);
          return [{ judgement: ref, ...interval(correlation, n), direction: correlation >= 0 ? "raises" : "lowers" }];
        })
        .sort((a, b) => b.share - a.share)
        .slice(0, most);
    },
  };
}

function interval(correlation: number, n: number): { share: number; low: number; high: number } {
  const r = Math.max(-1, Math.min(1, correlation));
  const share = r * r;
  if (n < 4 || Math.abs(r) === 1) return { share, low: share, high: share };
  const z = Math.atanh(Math.abs(r));
  const half = 1.96 / Math.sqrt(n - 3);
  return { share, low: Math.max(0, Math.tanh(z - half)) ** 2, high: Math.tanh(z + half) ** 2 };
}

type Judged = { readonly ref: JudgementRef; readonly read: (sheets: readonly PreferenceSheet[]) => number };

function judgementsOf(sheet: PreferenceSheet, s: number): Judged[] {
  const { party } = sheet;
  const issues = Object.entries(sheet.issues);
  return [
    { ref: { kind: "reservation", party }, read: (drawn) => drawn[s]!.reservation.mid },
    ...issues.map(
      ([issue]): Judged => ({
        ref: { kind: "weight", party, issue },
        read: (drawn) => drawn[s]!.issues[issue]!.weight.mid,
      }),
    ),
    ...issues.flatMap(([issue, { values }]) =>
      Object.keys(values).map(
        (option): Judged => ({
          ref: { kind: "value", party, issue, option },
          read: (drawn) => drawn[s]!.issues[issue]!.values[option]!.mid,
        }),
      ),
    ),
    ...sheet.linkages.flatMap((linkage, at): Judged[] => {
      if (linkage.kind === "combination") {
        const read = (drawn: readonly PreferenceSheet[]): number => {
          const here = drawn[s]!.linkages[at]!;
          return here.kind === "combination" ? here.value.mid : Number.NaN;
        };
        return [{ ref: { kind: "combination", party, linkage: linkage.id }, read }];
      }
      return Object.entries(linkage.table).flatMap(([given, cells]) =>
        Object.keys(cells).map(
          (option): Judged => ({
            ref: { kind: "cell", party, linkage: linkage.id, given, option },
            read: (drawn) => {
              const here = drawn[s]!.linkages[at]!;
              return here.kind === "table" ? here.table[given]![option]!.mid : Number.NaN;
            },
          }),
        ),
      );
    }),
  ];
}
