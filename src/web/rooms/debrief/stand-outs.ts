import type { PartyId, PreferenceSheet } from "#model";
import { toNumber } from "#prelude";
import type { Improvement } from "#room";

/** Why one of many improvements is worth showing. */
export type StandOut = {
  readonly improvement: Improvement;
  /** The best for one party; the largest least gain, as shares of each sheet's scale; the fewest issues changed. */
  readonly why: readonly (
    | { readonly kind: "best for"; readonly party: PartyId }
    | { readonly kind: "balanced" | "fewest" }
  )[];
};

/** A frontier has hundreds of settlements that hardly differ: those at its ends and in its middle say more. Ties: the first. */
export function standOuts(
  improvements: readonly Improvement[],
  sheets: readonly PreferenceSheet[],
): readonly StandOut[] {
  const share = ({ gain }: Improvement, { party, scale }: PreferenceSheet): number => {
    return gain[party] ? toNumber(gain[party]) / scale : 0;
  };
  const picked = new Map<Improvement, StandOut["why"][number][]>();
  const pick = (why: StandOut["why"][number], score: (improvement: Improvement) => number): void => {
    const [first, ...others] = improvements;
    if (first === undefined) return;
    const best = others.reduce((before, one) => (score(one) > score(before) ? one : before), first);
    picked.set(best, [...(picked.get(best) ?? []), why]);
  };
  pick({ kind: "fewest" }, ({ changes }) => -changes.length);
  pick({ kind: "balanced" }, (one) => Math.min(...sheets.map((sheet) => share(one, sheet))));
  if (sheets.length > 1)
    for (const sheet of sheets) pick({ kind: "best for", party: sheet.party }, (one) => share(one, sheet));
  return [...picked].map(([improvement, why]) => ({ improvement, why }));
}
