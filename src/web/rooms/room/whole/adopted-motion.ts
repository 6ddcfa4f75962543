import type { ChannelState, Motion } from "#room";

/** A motion whose settlement stands. */
export type AdoptedMotion = Motion & { readonly stage: "adopted" | "initialled" | "signed" | "ratified" };

/** The settlement that stands adopted, as far as these channels show one: there is never more than one. */
export function adoptedIn(channels: readonly ChannelState[]): AdoptedMotion | undefined {
  for (const { motions } of channels) {
    for (const motion of motions.values()) if (isAdopted(motion)) return motion;
  }
  return undefined;
}

function isAdopted(motion: Motion): motion is AdoptedMotion {
  return ["adopted", "initialled", "signed", "ratified"].includes(motion.stage);
}

/** Until all have signed it, rule R9.17. */
export function mayBeReopened({ stage }: AdoptedMotion): boolean {
  return stage === "adopted" || stage === "initialled";
}
