import { type PartyId, type Scenario, withinJudgedRange } from "#model";

/** A party whose value a change brings, or keeps, within the judged range of its reservation value. */
export type JudgedEdge = {
  readonly party: PartyId;
  readonly value: number;
  /** Over its reservation value, under it, or on the same side of it as before. */
  readonly kind: "lifts" | "lowers" | "keeps" | "leaves";
};

/**
 * The parties whose consent to the changed package is within the uncertainty of a judgement, of those whose value the
 * change moves. `change` is empty for a package whose own value is not known.
 */
export function judgedEdges(
  { agenda, sheets }: Scenario,
  utilities: Readonly<Record<PartyId, number>>,
  change: Readonly<Record<PartyId, number>>,
): readonly JudgedEdge[] {
  return sheets.flatMap(({ party, reservation }): readonly JudgedEdge[] => {
    const value = utilities[party];
    const moved = change[party];
    if (value === undefined || moved === 0 || !agenda.consent.includes(party)) return [];
    if (!withinJudgedRange(reservation, value, agenda.tie)) return [];
    const accepts = (worth: number): boolean =>
      agenda.tie === "accepts" ? worth >= reservation.mid : worth > reservation.mid;
    const [before, after] = [moved === undefined ? accepts(value) : accepts(tidy(value - moved)), accepts(value)];
    const kind = after ? (before ? "keeps" : "lifts") : before ? "lowers" : "leaves";
    return [{ party, value, kind }];
  });
}

/** What a sum of doubles was before its last bits. */
export function tidy(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}
