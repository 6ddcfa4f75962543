import { type AttackParameters, attackGain, attackThreshold, guarantorResolve } from "./backstop.ts";
import { sumOf } from "./sum-of.ts";

/**
 * Guarantors of a high stake (w_S) or a low one (w_W < w_S), who know which they are, may deploy before the challenger
 * chooses. Points are theirs: k fightingCost (the low type's may differ), a reneging, b tie, d deploymentCost; pi
 * highStakeShare is the challenger's prior.
 */
export type TripwireParameters = AttackParameters & {
  readonly stake: number;
  readonly lowStake: number;
  readonly fightingCost: number;
  readonly lowFightingCost?: number;
  readonly reneging: number;
  readonly tie: number;
  readonly deploymentCost: number;
  readonly highStakeShare: number;
};

export type TripwireKind =
  /** No attack pays even if the guarantors stay out: nobody deploys. */
  | "safe-without-guarantee"
  /** q* > 1. */
  | "nothing-deters"
  /** Those who would fight anyway are enough as they are: nobody deploys and the challenger holds. */
  | "peace-without-signal"
  /** b >= b*: whoever deploys fights. */
  | "binding"
  /** Only the high stake deploys, and the challenger believes it. */
  | "separating"
  /** The low stake deploys too, with chance m; the challenger attacks deployed troops with chance alpha. */
  | "bluff"
  /** Both deploy and the challenger holds: the high stake fights only because of the tie, and is likely enough. */
  | "pooling"
  /** A signal that costs nothing and ties nobody changes no belief. */
  | "cheap-talk"
  /** Deploying costs more than it saves, or changes nothing: nobody deploys and the challenger attacks. */
  | "nobody-deploys";

/** Chances of each choice, and what the challenger believes: its chance that the stake is high. */
export type Tripwire = {
  readonly kind: TripwireKind;
  readonly highDeploys: number;
  /** m in the bluff. */
  readonly lowDeploys: number;
  /** alpha in the bluff. */
  readonly attackDeployed: number;
  readonly attackUndeployed: number;
  /** By Bayes' rule; null where nobody makes that choice and any belief is consistent (the choices above rest on 0). */
  readonly beliefDeployed: number | null;
  readonly beliefUndeployed: number | null;
};

/**
 * Model 2: the tripwire as a costly signal. Loss of a type if attacked: L = min(p1 w + k, p0 w + a), after deployment
 * L(b) with a + b. For a prior below q* <= 1:
 *   binding (b >= b*)  after deployment q = 1, and the challenger holds; a type deploys iff d <= L;
 *   separating iff L_W <= d <= L_S;
 *   bluff iff d < L_W: m = pi (1 - q*) / ((1 - pi) q*), alpha = (L_W - d) / L_W(b); the belief after deployment is q*;
 *   nobody deploys iff d > L_S, and the challenger attacks.
 * With a prior of at least q* there is peace without a signal. The high type is taken to fight after deployment; where
 * it would not, deploying changes nothing. Types that differ only in k cannot separate: then L_W >= L_S.
 * Ties: indifferent guarantors fight, and deploy at d = L_S but not the low type at d = L_W; an indifferent challenger holds.
 * One perfect Bayesian equilibrium is given; where a signal costs something, others that rest on the belief that only the
 * low type would deploy exist beside it.
 * Source: re-derived; the form follows Fearon 1994, 1997.
 */
export function tripwire(parameters: TripwireParameters): Tripwire {
  const { highStakeShare: prior, deploymentCost, tie } = parameters;
  const needed = neededCredibility(parameters);
  const deployed = { ...parameters, reneging: parameters.reneging + tie };
  const [high, low] = [typeOf(parameters, "high"), typeOf(parameters, "low")];
  const [highTied, lowTied] = [typeOf(deployed, "high"), typeOf(deployed, "low")];
  const willing = (high.fights ? prior : 0) + (low.fights ? 1 - prior : 0);
  const costless = deploymentCost === 0 && tie === 0;
  const attackLow = reaches(lowTied.fights ? 1 : 0, needed) ? 0 : 1;
  const nobodyDeploys = (kind: TripwireKind, attackUndeployed: 0 | 1): Tripwire =>
    // a signal that costs nothing would be answered like its absence, another as if it came from the low type
    played(kind, prior, {
      highDeploys: 0,
      lowDeploys: 0,
      attackDeployed: costless ? attackUndeployed : attackLow,
      attackUndeployed,
    });
  if (needed <= 0) return nobodyDeploys("safe-without-guarantee", 0);
  if (reaches(willing, needed)) return nobodyDeploys("peace-without-signal", 0);
  // from here on an attack comes unless a deployment prevents it
  if (sumOf(needed, -1) > 0) return nobodyDeploys("nothing-deters", 1);
  if (costless) return nobodyDeploys("cheap-talk", 1);
  const pays = (loss: number): boolean => sumOf(loss, -deploymentCost) >= 0;
  if (highTied.fights && lowTied.fights) {
    if (!pays(high.loss) && !pays(low.loss)) return nobodyDeploys("nobody-deploys", 1);
    if (!pays(high.loss) && high.fights) {
      // only where the low type's cost is the higher: staying out is then a sign of the high stake, and the low type mixes
      const lowStaysOut = (prior * (1 - needed)) / ((1 - prior) * needed);
      const attackUndeployed = deploymentCost / low.loss;
      return played("binding", prior, {
        highDeploys: 0,
        lowDeploys: 1 - lowStaysOut,
        attackDeployed: 0,
        attackUndeployed,
      });
    }
    const [highDeploys, lowDeploys] = [pays(high.loss) ? 1 : 0, pays(low.loss) ? 1 : 0];
    return played("binding", prior, { highDeploys, lowDeploys, attackDeployed: 0, attackUndeployed: 1 });
  }
  if (!highTied.fights || !pays(high.loss)) return nobodyDeploys("nobody-deploys", 1);
  if (sumOf(low.loss, -deploymentCost) <= 0)
    return played("separating", prior, { highDeploys: 1, lowDeploys: 0, attackDeployed: 0, attackUndeployed: 1 });
  if (reaches(prior, needed))
    return played("pooling", prior, { highDeploys: 1, lowDeploys: 1, attackDeployed: 0, attackUndeployed: 1 });
  const attackDeployed = (low.loss - deploymentCost) / lowTied.loss;
  // it must still pay the high type, which it always does where that one fights anyway and has more to lose
  if (sumOf(high.loss, -deploymentCost, -attackDeployed * highTied.loss) < 0) return nobodyDeploys("nobody-deploys", 1);
  const lowDeploys = (prior * (1 - needed)) / ((1 - prior) * needed);
  return played("bluff", prior, { highDeploys: 1, lowDeploys, attackDeployed, attackUndeployed: 1 });
}

/** b* = k - w_W (p0 - p1) - a, at least 0: how strong the tie must be for the low type to fight once deployed. */
export function bindingTie(parameters: TripwireParameters): number {
  const { lowStake, lowFightingCost, fightingCost } = parameters;
  return Math.max(0, sumOf(lowFightingCost ?? fightingCost, -guarantorResolve({ ...parameters, stake: lowStake })));
}

/** L_S and L_W: what each type loses if attacked without having deployed, in its points. */
export function lossesIfAttacked(parameters: TripwireParameters): { readonly high: number; readonly low: number } {
  return { high: typeOf(parameters, "high").loss, low: typeOf(parameters, "low").loss };
}

/** The deployment costs at which only the high type would deploy: L_W <= d <= L_S. */
export type SeparatingCosts =
  | { readonly kind: "range"; readonly low: number; readonly high: number }
  | { readonly kind: "none" };

export function separatingCosts(parameters: TripwireParameters): SeparatingCosts {
  const { high, low } = lossesIfAttacked(parameters);
  return low < high ? { kind: "range", low, high } : { kind: "none" };
}

type GuarantorType = { readonly fights: boolean; readonly loss: number };

function typeOf(parameters: TripwireParameters, type: "high" | "low"): GuarantorType {
  const { successAlone, successOpposed, reneging } = parameters;
  const stake = type === "high" ? parameters.stake : parameters.lowStake;
  const cost = type === "high" ? parameters.fightingCost : (parameters.lowFightingCost ?? parameters.fightingCost);
  return {
    fights: sumOf(guarantorResolve({ ...parameters, stake }), -cost) >= 0,
    loss: Math.min(successOpposed * stake + cost, successAlone * stake + reneging),
  };
}

/** q*; without one, none is needed (0) or none suffices (infinite). */
function neededCredibility(attack: AttackParameters): number {
  const threshold = attackThreshold(attack);
  // 1 where it is 1 but for rounding, so that no chance below leaves 0..1
  if (threshold.kind === "threshold") return sumOf(threshold.value, -1) === 0 ? 1 : threshold.value;
  return attackGain(attack, 0) <= 0 ? 0 : Number.POSITIVE_INFINITY;
}

function reaches(credibility: number, needed: number): boolean {
  return sumOf(credibility, -needed) >= 0;
}

function played(
  kind: TripwireKind,
  prior: number,
  choices: Omit<Tripwire, "kind" | "beliefDeployed" | "beliefUndeployed">,
): Tripwire {
  const { highDeploys, lowDeploys } = choices;
  return {
    kind,
    ...choices,
    beliefDeployed: updated(prior, highDeploys, lowDeploys),
    beliefUndeployed: updated(prior, 1 - highDeploys, 1 - lowDeploys),
  };
}

function updated(prior: number, high: number, low: number): number | null {
  const total = prior * high + (1 - prior) * low;
  return total > 0 ? (prior * high) / total : null;
}
