import type { Motion } from "#room";
import type { Look } from "../host/look-in.ts";

export type Stage = "ended" | "talks" | "unseen" | Motion["stage"];

/** How far a negotiation is, as the hall and the plenary show it. */
export function stageOf({ hall, plenary }: Look): Stage {
  const last = plenary && [...plenary.motions.values()].at(-1);
  const reached: Stage = plenary ? (last?.stage ?? "talks") : "unseen";
  // what was signed is told even after the end
  const isSettled = reached === "signed" || reached === "ratified";
  return hall.ended && !isSettled ? "ended" : reached;
}
