import type { Choices, IssueId, OptionId, PartyId } from "#model";

/** What anybody can check with integer arithmetic, without trusting the engine. See check-certificate.ts. */
export type Certificate =
  /** A settlement that every consenting party accepts. */
  | { readonly kind: "witness"; readonly settlement: Choices }
  /** A tree that covers every settlement, with multipliers at each leaf that prove the leaf holds no deal. */
  | { readonly kind: "no-deal"; readonly proof: Proof };

export type Proof =
  /**
   * No rule-abiding, line-abiding settlement of this branch has a sum of multiplier x surplus in points of at least 0
   * (above 0, where equality refuses). Multipliers are whole numbers, decimal, never negative. No multipliers: the
   * branch has no such settlement at all.
   */
  | { readonly kind: "leaf"; readonly multipliers: Readonly<Record<PartyId, string>> }
  /** The branch is split by the options of one issue; together the parts hold every option left to it. */
  | {
      readonly kind: "split";
      readonly issue: IssueId;
      readonly parts: readonly { readonly options: readonly OptionId[]; readonly proof: Proof }[];
    };
