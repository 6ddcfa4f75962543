/**
 * Points at each end. The challenger's: conceded c_DC > statusQuo c_SQ > hardConflict c_DD+ > backDown c_CD > softConflict
 * c_DD-. The defender's: statusQuo d_SQ > heldOff d_CD (the challenger backs down) > hardConflict d_DD+ > conceded d_DC >
 * softConflict d_DD-. p hardChallenger, q hardDefender: chances, independent.
 */
export type TwoSidedDeterrenceParameters = {
  readonly challenger: {
    readonly conceded: number;
    readonly statusQuo: number;
    readonly hardConflict: number;
    readonly backDown: number;
    readonly softConflict: number;
  };
  readonly defender: {
    readonly statusQuo: number;
    readonly heldOff: number;
    readonly hardConflict: number;
    readonly conceded: number;
    readonly softConflict: number;
  };
  readonly hardChallenger: number;
  readonly hardDefender: number;
};

export type TwoSidedRegion = "certain-deterrence" | "separating" | "attrition" | "bluff";

export type TwoSidedThresholds = {
  /** c_H: from this chance of a hard defender on, nobody challenges. */
  readonly deterHard: number;
  /** c_S < c_H: from this one on, no soft challenger does. */
  readonly deterSoft: number;
  /** d*: from this chance of a hard challenger on, no soft defender defends. */
  readonly frightenSoft: number;
};

export type TwoSidedDeterrence =
  | {
      readonly kind: TwoSidedRegion;
      readonly thresholds: TwoSidedThresholds;
      readonly hardChallenges: number;
      readonly softChallenges: number;
      /** The hard defender always defends. */
      readonly softDefends: number;
      /** The chance of war that the model gives to these judgements; not a forecast. */
      readonly war: number;
    }
  /** The points are not in the order that the model is about. */
  | { readonly kind: "out-of-order" };

/**
 * Model 4, the unilateral deterrence game with two-sided incomplete information. The challenger challenges or not; the
 * defender concedes or defends; the challenger presses on if hard and backs down if soft.
 * c_H = (c_DC - c_SQ) / (c_DC - c_DD+), c_S = (c_DC - c_SQ) / (c_DC - c_CD), d* = (d_CD - d_DC) / (d_CD - d_DD-).
 *   q >= c_H                certain deterrence: nobody challenges; war 0
 *   c_S <= q < c_H          separating: hard challengers only, soft defenders concede; war p q
 *   q < c_S and p >= d*     attrition: all challenge, soft defenders concede; war p q
 *   q < c_S and p < d*      bluff: soft challenge with p (1 - d*) / ((1 - p) d*), soft defend with (c_S - q) / (1 - q); war p c_S
 * So more credibility can mean more war until it suffices. Ties: as the signs say. Equilibria that rest on the belief
 * that only a soft challenger would challenge exist beside these; they are fragile and not given here.
 * Source: re-derived; names follow Zagare & Kilgour 1993, 2000.
 */
export function twoSidedDeterrence(parameters: TwoSidedDeterrenceParameters): TwoSidedDeterrence {
  if (!inOrder(parameters)) return { kind: "out-of-order" };
  const { challenger, defender, hardChallenger: p, hardDefender: q } = parameters;
  const wanted = challenger.conceded - challenger.statusQuo;
  const deterHard = wanted / (challenger.conceded - challenger.hardConflict);
  const deterSoft = wanted / (challenger.conceded - challenger.backDown);
  const frightenSoft = (defender.heldOff - defender.conceded) / (defender.heldOff - defender.softConflict);
  const thresholds = { deterHard, deterSoft, frightenSoft };
  if (q >= deterHard)
    return { kind: "certain-deterrence", thresholds, hardChallenges: 0, softChallenges: 0, softDefends: 0, war: 0 };
  if (q >= deterSoft)
    return { kind: "separating", thresholds, hardChallenges: 1, softChallenges: 0, softDefends: 0, war: p * q };
  if (p >= frightenSoft)
    return { kind: "attrition", thresholds, hardChallenges: 1, softChallenges: 1, softDefends: 0, war: p * q };
  return {
    kind: "bluff",
    thresholds,
    hardChallenges: 1,
    softChallenges: (p * (1 - frightenSoft)) / ((1 - p) * frightenSoft),
    softDefends: (deterSoft - q) / (1 - q),
    war: p * deterSoft,
  };
}

function inOrder({ challenger: c, defender: d }: TwoSidedDeterrenceParameters): boolean {
  return (
    falls(c.conceded, c.statusQuo, c.hardConflict, c.backDown, c.softConflict) &&
    falls(d.statusQuo, d.heldOff, d.hardConflict, d.conceded, d.softConflict)
  );
}

function falls(...values: readonly number[]): boolean {
  return values.every((value, i) => i === 0 || value < (values[i - 1] ?? Number.POSITIVE_INFINITY));
}
