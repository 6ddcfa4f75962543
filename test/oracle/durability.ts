import type { Choices, Guarantee, Judgement, MonitoredLimit, Parameter, PowerShift } from "#model";

/**
 * What durability.yaml means, written down once more and naively: the formulas of the models at one point, and the first
 * case whose clauses all hold. Shares no code with src/durability.
 */
export type Values = Readonly<Record<string, number>>;

export type PlainCase = { readonly value: Judgement; readonly placeholder: boolean };

export function caseOf(parameter: Parameter | undefined, choices: Choices): PlainCase | undefined {
  return parameter?.cases.find(({ when }) =>
    when.every(({ issue, options }) => options.includes(choices[issue] ?? "open")),
  );
}

/** Every parameter that has a case in this settlement. */
export function casesOf(
  { parameters }: Guarantee | MonitoredLimit | PowerShift,
  choices: Choices,
): Readonly<Record<string, PlainCase>> {
  const found: Record<string, PlainCase> = {};
  for (const [id, parameter] of Object.entries(parameters)) {
    const one = caseOf(parameter, choices);
    if (one) found[id] = one;
  }
  return found;
}

/** The cost of fighting is a belief: its ends stand beside its middle. */
export function middlesOf(cases: Readonly<Record<string, PlainCase>>): Values {
  const values: Record<string, number> = {};
  for (const [id, { value }] of Object.entries(cases)) values[id] = value.mid;
  const cost = cases.fightingCost?.value;
  if (cost) [values.costLow, values.costHigh] = [cost.low, cost.high];
  return values;
}

const of = (values: Values, id: string): number => values[id] ?? Number.NaN;

function opposed(values: Values): number {
  const alone = of(values, "successAlone");
  return values.successOpposed === undefined ? alone : Math.min(alone, values.successOpposed);
}

/** F(w (p0 - p1) + a) by reading the straight pieces off, or q itself. */
export function interventionAt(values: Values): number {
  if (values.intervention !== undefined) return values.intervention;
  const k = of(values, "stake") * (of(values, "successAlone") - opposed(values)) + of(values, "reneging");
  const middle = of(values, "fightingCost");
  const [low, high] = [of(values, "costLow"), of(values, "costHigh")];
  if (k >= high) return 1;
  if (k < middle) return k <= low ? 0 : ((k - low) / (middle - low)) * 0.5;
  return 0.5 + 0.5 * ((k - middle) / (high - middle));
}

/** What attacking is worth over holding, if the guarantors fight with chance q. */
export function worthOfAttack(values: Values, q: number): number {
  const [v, p0, p1] = [of(values, "prize"), of(values, "successAlone"), opposed(values)];
  const left = p0 * v - of(values, "warCost");
  const fought = p1 * v - of(values, "warCost") - of(values, "widerWarCost");
  return (1 - q) * left + q * fought - of(values, "penalty") - of(values, "peace");
}

/** undefined within rounding of a tie. */
export function verdictOnGuarantee(values: Values): string | undefined {
  const worths = [0, interventionAt(values), 1].map((q) => worthOfAttack(values, q));
  if (worths.some((worth) => Math.abs(worth) < 1e-7)) return undefined;
  const [alone = 0, asJudged = 0, sure = 0] = worths;
  if (alone < 0) return "safe-without-guarantee";
  if (sure > 0) return "nothing-deters";
  return asJudged < 0 ? "deterred" : "hollow-guarantee";
}

/** The backstop once more, with a chance of success against guarantors who come only after the delay. */
export function verdictOnReaction(values: Values): string | undefined {
  const left = Math.exp(-of(values, "seizureSpeed") * of(values, "reactionDays"));
  const alone = of(values, "successAlone");
  const { intervention: _, ...derived } = values;
  return verdictOnGuarantee({ ...derived, successOpposed: alone - left * (alone - opposed(values)) });
}

/** The protege's own choice at the credibility that just deters. */
export function verdictOnEntrapment(values: Values): string | undefined {
  const [out, fought] = [worthOfAttack(values, 0), worthOfAttack(values, 1)];
  const [gain, loss] = [of(values, "protegeGain"), of(values, "protegeLoss")];
  if (Math.abs(out) < 1e-7 || Math.abs(fought) < 1e-7) return undefined;
  if (fought > 0) return "no-credibility-deters";
  const needed = out <= 0 ? 0 : out / (out - fought);
  const worth = needed * gain - (1 - needed) * loss;
  if (Math.abs(worth) < 1e-7) return needed === 0 ? "pure-guarantee-can-work" : undefined;
  return worth < 0 ? "pure-guarantee-can-work" : "needs-conditional-clause";
}

/** Would guarantors of a low stake, once tied, rather fight than stay out? */
export function verdictOnTie(values: Values): string | undefined {
  const stake = Math.min(of(values, "lowStake"), of(values, "stake"));
  const fight = opposed(values) * stake + of(values, "fightingCost");
  const stay = of(values, "successAlone") * stake + of(values, "reneging") + of(values, "tie");
  if (Math.abs(stay - fight) < 1e-7) return undefined;
  return stay > fight ? "reaches" : "falls-short";
}

/** v* by halving: the prize at which the worth of an attack is 0; undefined where there is none up to 10^9. */
export function prizeAtWhichItPays(values: Values): number | undefined {
  const q = interventionAt(values);
  const worth = (prize: number): number => worthOfAttack({ ...values, prize }, q);
  if (worth(0) > 0 || worth(1e9) < 0) return undefined;
  let [low, high] = [0, 1e9];
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2;
    if (worth(middle) > 0) high = middle;
    else low = middle;
  }
  return high;
}

/** The holder's own choice when every occasion is inspected: what breaching is worth over complying. */
function worthOfBreach(values: Values): number {
  const [g, beta] = [of(values, "breachGain"), of(values, "detection")];
  const breach = (1 - beta) * g - beta * of(values, "breachPenalty");
  const comply = -of(values, "falseAlarm") * of(values, "falseAlarmCost");
  return breach - comply;
}

export function verdictOnInspection(values: Values): string | undefined {
  if (values.breachGain === 0) return "no-temptation";
  const worth = worthOfBreach(values);
  if (Math.abs(worth) < 1e-9) return undefined;
  return worth < 0 ? "can-deter" : "cannot-deter";
}

/** By summing the Bellman equation: V = r + delta ((1 - alpha) V + alpha delta^T V), and one period of breach. */
export function verdictOnCompliance(values: Values): string | undefined {
  const [r, delta, T] = [
    of(values, "dividend"),
    Math.min(of(values, "discount"), 1 - 1e-12),
    of(values, "suspensionPeriods"),
  ];
  const [alpha, pi, g] = [of(values, "falseAlarm"), of(values, "detection"), of(values, "breachGain")];
  const after = delta ** T;
  const worth = r === 0 ? 0 : r / (1 - delta * (1 - alpha + alpha * after));
  const comply = delta * (1 - alpha + alpha * after) * worth;
  const breach = g + delta * (1 - pi + pi * after) * worth;
  const slack = comply - breach;
  if (Math.abs(slack) < 1e-7 * Math.max(1, comply)) return undefined;
  return slack > 0 ? "sustained" : "not-sustained";
}

/** War now against the most that the rising side can offer: the whole of today's pie and its war share tomorrow. */
export function verdictOnShift(values: Values, guaranteed: boolean): string | undefined {
  const [p1, p2, delta] = [of(values, "winsNow"), of(values, "winsLater"), of(values, "discount")];
  const q = guaranteed ? of(values, "intervention") : 0;
  const helped = guaranteed ? Math.min(p2, of(values, "winsLaterGuaranteed")) : p2;
  const later = p2 + q * (helped - p2);
  const [cD, cR] = [of(values, "decliningCost"), of(values, "risingCost")];
  // over the two periods that matter, times (1 - delta): fighting now, against all of today and the war share of tomorrow
  const fight = 1 - p1 - cD;
  const yields = 1 - delta + delta * (1 - later + cR);
  if (Math.abs(fight - yields) < 1e-9) return undefined;
  return fight > yields ? "war-unavoidable" : "peace-possible";
}
