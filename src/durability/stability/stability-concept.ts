/**
 * What a party is afraid of when it could do better by moving away: nothing; any response; any response that it cannot
 * counter; responses that improve for those who make them; such responses that it cannot counter.
 */
export type StabilityConcept = "nash-stability" | "gmr" | "smr" | "seq" | "sseq";

export const stabilityConcepts: readonly StabilityConcept[] = ["nash-stability", "gmr", "smr", "seq", "sseq"];

/** Whether only responses that improve for their mover count, and whether the one who moved away may move again. */
export const conceptTraits: Readonly<
  Record<Exclude<StabilityConcept, "nash-stability">, { readonly improving: boolean; readonly countered: boolean }>
> = {
  gmr: { improving: false, countered: false },
  smr: { improving: false, countered: true },
  seq: { improving: true, countered: false },
  sseq: { improving: true, countered: true },
};
