export type { ClaimEngine } from "./claim-engine.ts";
export { type ClaimOptions, decideClaims } from "./decide-claims.ts";
export type { DecidedClaim, DecidingJudgement, Verdict } from "./decided-claim.ts";
