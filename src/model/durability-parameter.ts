/** What kind of number a parameter is: a chance or share in 0..1, or at least 0 unless signed. */
export type ParameterKind = "chance" | "discount" | "points" | "signed-points" | "days" | "per-day" | "periods";

type Described = { readonly kind: ParameterKind; readonly symbol: string; readonly name: string };

/**
 * The quantities of a guarantee. Points are the challenger's own, on the scale of its war costs, except those of the
 * guarantor (stake to deploymentCost) and of the protege, which are on theirs.
 */
export const guaranteeParameters = {
  prize: { kind: "points", symbol: "v", name: "the prize of an attack" },
  successAlone: { kind: "chance", symbol: "p0", name: "chance of success if the guarantors stay out" },
  successOpposed: { kind: "chance", symbol: "p1", name: "chance of success if the guarantors fight" },
  warCost: { kind: "points", symbol: "c0", name: "cost of an attack if the guarantors stay out" },
  widerWarCost: { kind: "points", symbol: "c1 - c0", name: "further cost of an attack if the guarantors fight" },
  penalty: { kind: "points", symbol: "sigma", name: "automatic penalty on an attack" },
  peace: { kind: "signed-points", symbol: "s", name: "what the challenger keeps by holding" },
  intervention: { kind: "chance", symbol: "q", name: "chance that the guarantors fight" },
  stake: { kind: "points", symbol: "w", name: "what the guarantors lose if the attack succeeds" },
  reneging: { kind: "points", symbol: "a", name: "cost to the guarantors of staying out" },
  fightingCost: { kind: "points", symbol: "k", name: "cost to the guarantors of fighting" },
  tie: { kind: "points", symbol: "b", name: "further cost of staying out once troops are deployed" },
  deploymentCost: { kind: "points", symbol: "d", name: "cost of deploying" },
  lowStake: { kind: "points", symbol: "wW", name: "stake of guarantors who would not fight unless tied" },
  highStakeShare: { kind: "chance", symbol: "pi", name: "chance that the guarantors' stake is the high one" },
  seizureSpeed: { kind: "per-day", symbol: "lambda", name: "speed at which an attack makes itself irreversible" },
  reactionDays: { kind: "days", symbol: "tau", name: "days until a reactive deployment is in place" },
  provocation: { kind: "points", symbol: "rho", name: "what a standing deployment takes from the worth of holding" },
  protegeGain: { kind: "points", symbol: "gP", name: "what the protege gains by provoking if the guarantors fight" },
  protegeLoss: { kind: "points", symbol: "lP", name: "what the protege loses by provoking if they stay out" },
} as const satisfies Readonly<Record<string, Described>>;

/** The quantities of a monitored limit, on the holder's scale (breach, penalty, dividend) and on the inspector's (the rest). */
export const limitParameters = {
  breachGain: { kind: "points", symbol: "g", name: "gain from a breach that is not seen" },
  breachPenalty: { kind: "points", symbol: "B", name: "penalty for a breach that is seen" },
  detection: { kind: "chance", symbol: "beta", name: "chance that an inspection sees a breach" },
  falseAlarm: { kind: "chance", symbol: "alpha", name: "chance that an inspection accuses a party that complies" },
  falseAlarmCost: { kind: "points", symbol: "f", name: "cost of a false alarm to each side" },
  inspectionCost: { kind: "points", symbol: "e", name: "cost of an inspection" },
  damageUnseen: { kind: "points", symbol: "u", name: "damage of a breach that is not seen" },
  damageSeen: { kind: "points", symbol: "h", name: "damage of a breach that is seen" },
  dividend: { kind: "points", symbol: "r", name: "worth of one period of peace" },
  discount: { kind: "discount", symbol: "delta", name: "weight of the next period" },
  suspensionPeriods: { kind: "periods", symbol: "T", name: "periods of suspension after an alarm" },
  breakoutDays: { kind: "days", symbol: "breakout", name: "days from the first breach until it cannot be undone" },
  responseDays: { kind: "days", symbol: "response", name: "days that a response takes" },
  inspectionIntervalDays: { kind: "days", symbol: "interval", name: "days between inspections" },
  exposure: {
    kind: "points",
    symbol: "exposure",
    name: "what inspection lets the inspector learn that helps an attack",
  },
  exposureTolerance: { kind: "points", symbol: "tolerance", name: "how much of that the inspected side bears" },
} as const satisfies Readonly<Record<string, Described>>;

/** The quantities of a shift of power; the pie of each period is 1. */
export const shiftParameters = {
  winsNow: { kind: "chance", symbol: "p1", name: "chance that the rising side wins a war now" },
  winsLater: { kind: "chance", symbol: "p2", name: "chance that the rising side wins a war later" },
  winsLaterGuaranteed: { kind: "chance", symbol: "p2G", name: "the same if the guarantee is honoured" },
  decliningCost: { kind: "points", symbol: "cD", name: "cost of war to the declining side" },
  risingCost: { kind: "points", symbol: "cR", name: "cost of war to the rising side" },
  discount: { kind: "discount", symbol: "delta", name: "weight of the next period" },
} as const satisfies Readonly<Record<string, Described>>;

export type GuaranteeParameter = keyof typeof guaranteeParameters;
export type LimitParameter = keyof typeof limitParameters;
export type ShiftParameter = keyof typeof shiftParameters;
