import type { DecidedClaim, Verdict } from "#claims";

/** `sways`: decided, but the other way in some draws. */
export type VerdictFilter = "any" | Verdict | "sways";
export type ClaimFilter = {
  readonly verdict: VerdictFilter;
  readonly basis: "any" | "assumed" | "derived";
  readonly text: string;
};

export const everyClaim: ClaimFilter = { verdict: "any", basis: "any", text: "" };

/** The claims that match all of it; words are looked for in the statement, the row, the id and the reason. */
export function filterClaims(claims: readonly DecidedClaim[], filter: ClaimFilter): readonly DecidedClaim[] {
  const wanted = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return claims.filter((claim) => {
    if (!hasVerdict(claim, filter.verdict)) return false;
    if (filter.basis !== "any" && claim.basis !== filter.basis) return false;
    const text = [claim.id, claim.row ?? "", claim.statement, claim.why].join(" ").toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

export function hasVerdict(claim: DecidedClaim, verdict: VerdictFilter): boolean {
  if (verdict === "any") return true;
  if (verdict === "sways") return claim.shareOfDraws !== undefined && isSwayed(claim.shareOfDraws.share);
  return claim.verdict === verdict;
}

function isSwayed(share: number): boolean {
  return share > 0 && share < 1;
}
