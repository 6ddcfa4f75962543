import type { DecisionNode, GameNode } from "#model";

/** A choice in one of these games. What the player cannot tell apart has the same set number; sets are named. */
export function decisionMove(
  player: number,
  informationSet: number,
  informationSetName: string,
  actions: readonly string[],
  children: readonly GameNode[],
): DecisionNode {
  return { kind: "decision", label: "", player, informationSet, informationSetName, actions, children };
}
