/**
 * One's points at each end: status quo a_SQ, concession a_DC, conflict a_DD with a_DD < a_SQ < a_DC; hardDefender is p_B,
 * the chance that the defender would rather resist than concede.
 */
export type RudimentaryDeterrenceParameters = {
  readonly statusQuo: number;
  readonly conceded: number;
  readonly conflict: number;
  readonly hardDefender: number;
};

export type RudimentaryDeterrence =
  /** `threshold`: the least chance of a hard defender that deters, strictly between 0 and 1. */
  | { readonly kind: "deterred" | "challenged"; readonly threshold: number }
  /** The points are not in the order that the model is about. */
  | { readonly kind: "out-of-order" };

/**
 * Model 0, rudimentary asymmetric deterrence. A hard defender resists a challenge, a soft one concedes; the challenger
 * challenges iff p_B < (a_DC - a_SQ) / (a_DC - a_DD). Ties: an indifferent challenger does not challenge.
 * Source: Zagare & Kilgour 2000, appendix 3.
 */
export function rudimentaryDeterrence(parameters: RudimentaryDeterrenceParameters): RudimentaryDeterrence {
  const { statusQuo, conceded, conflict, hardDefender } = parameters;
  if (conflict >= statusQuo || statusQuo >= conceded) return { kind: "out-of-order" };
  const threshold = (conceded - statusQuo) / (conceded - conflict);
  return { kind: hardDefender < threshold ? "challenged" : "deterred", threshold };
}
