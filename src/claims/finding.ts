import type { Appraise } from "#analysis";
import type { Scenario } from "#model";
import type { ClaimEngine } from "./claim-engine.ts";
import type { DecidingJudgement, Verdict } from "./decided-claim.ts";

/** What a question is decided in: the scenario as written, or one draw of its judgements. */
export type World = {
  readonly scenario: Scenario;
  /** Made when first asked for: most questions need none. */
  readonly engine: () => ClaimEngine;
  readonly appraise: Appraise;
};

/** `enforced`: lines as the scenario has them. `as-weight`: no line is enforced. */
export type Reading = "enforced" | "as-weight";

/** The answer to one question. All but the verdict is made on demand: a draw needs none of it. */
export type Finding = {
  readonly verdict: Verdict;
  readonly why: () => string;
  readonly judgements: () => readonly Judged[];
  /** The question repeats what its judgements say, whatever these cite: assumed, and `why` says so. */
  readonly assumed?: () => boolean;
};

/** A deciding judgement before it is known whose claim it serves. */
export type Judged = Omit<DecidingJudgement, "citesClaimSource">;

export function found(holds: boolean, why: () => string, judgements: () => readonly Judged[] = () => []): Finding {
  return { verdict: holds ? "holds" : "does-not-hold", why, judgements };
}

export function undecided(why: string): Finding {
  return { verdict: "undecided", why: () => why, judgements: () => [] };
}
