import type { Condition } from "./issue.ts";
import type { SourceId } from "./source.ts";

export type RuleId = string;

/** A feasibility condition that binds everyone. Definitional: the combination has no meaning (a patrol without a zone). */
export type Rule = {
  readonly id: RuleId;
  readonly definitional: boolean;
  readonly reason: string;
  readonly sources: readonly SourceId[];
} & (
  | { readonly kind: "forbid"; readonly when: Condition }
  | { readonly kind: "require"; readonly when: Condition; readonly then: Condition }
);
