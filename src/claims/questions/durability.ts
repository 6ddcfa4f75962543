import type { Question } from "#model";
import type { Finding, World } from "../finding.ts";

/** Questions about the time after signature, and about what the tiers come to on the ground. */
export type DurabilityQuestion = Extract<
  Question,
  {
    kind:
      | "threshold-rises"
      | "intervention"
      | "guarantee-verdict"
      | "aftermath"
      | "limit-verdict"
      | "tiers-drawn"
      | "measured";
  }
>;

/** Which part of Entente answers the question. */
export function capabilityBehind({ kind }: DurabilityQuestion): "durability" | "map" {
  return kind === "tiers-drawn" || kind === "measured" ? "map" : "durability";
}

/** Waits for its capability, as a question written `later: durability` or `later: map` does. */
export function decideDurability(
  question: DurabilityQuestion,
  _world: World,
  waitFor: (capability: "durability" | "map") => Finding,
): Finding {
  return waitFor(capabilityBehind(question));
}
