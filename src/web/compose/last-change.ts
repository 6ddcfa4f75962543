import type { PartyId } from "#model";
import type { DraftVerdict } from "./draft-verdict.ts";

/** How far each party's utility moved between two drafts that leave nothing open. */
export function movedBy(before: DraftVerdict | undefined, now: DraftVerdict): Readonly<Record<PartyId, number>> {
  const moves = now.parties.flatMap(({ party, utility }) => {
    const was = before?.parties.find((one) => one.party === party)?.utility;
    if (utility === undefined || was === undefined || Math.abs(utility - was) < dust) return [];
    return [[party, utility - was] as const];
  });
  return Object.fromEntries(moves);
}

const dust = 1e-9;
