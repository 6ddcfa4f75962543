import type { Durability, Parameter, ParameterCase, ParameterKind } from "#model";
import { guaranteeParameters, limitParameters, shiftParameters } from "#model";
import type { Random } from "#prelude";
import type { DrawRule } from "./durability-report.ts";

/**
 * How far a judgement that is one number may be off, by the confidence of its author, as a share of the value; a
 * confidence that is not stated counts as low.
 */
export const drawRule: DrawRule = { high: 0.1, medium: 0.25, low: 0.5 };

/** Every case is drawn uniform between two ends. */
export type DrawEnds = { readonly low: number; readonly high: number };

/**
 * The same judgements with every number drawn once: each case of each parameter anew and independently, so that one draw
 * can be asked about many settlements. A judged range and a placeholder are uniform between their ends; one number is
 * uniform within its `drawRule` share on either side, with the ends cut off at 0 and 1 where the number is a chance, so
 * that 0 stays 0. Conditions, statements and the marks of placeholders stay. Takes one random number per case.
 */
export function drawDurability(durability: Durability, random: Random): Durability {
  const drawn = <P extends string>(
    kinds: Readonly<Record<P, { readonly kind: ParameterKind }>>,
    parameters: Readonly<Partial<Record<P, Parameter>>>,
  ): Partial<Record<P, Parameter>> => {
    const points: Partial<Record<P, Parameter>> = {};
    for (const name of namesOf(parameters)) {
      const cases = parameters[name]!.cases.map((judged): ParameterCase => {
        const { low, high } = drawEnds(judged, kinds[name].kind);
        const value = low + random.uniform() * (high - low);
        return { ...judged, value: { low: value, mid: value, high: value } };
      });
      points[name] = { cases };
    }
    return points;
  };
  return {
    ...durability,
    guarantees: durability.guarantees.map((guarantee) => ({
      ...guarantee,
      parameters: drawn(guaranteeParameters, guarantee.parameters),
    })),
    limits: durability.limits.map((limit) => ({ ...limit, parameters: drawn(limitParameters, limit.parameters) })),
    shifts: durability.shifts.map((shift) => ({ ...shift, parameters: drawn(shiftParameters, shift.parameters) })),
  };
}

/** Between which numbers a case is drawn. */
export function drawEnds({ value, placeholder, evidence }: ParameterCase, kind: ParameterKind): DrawEnds {
  const { low, mid, high } = value;
  if (placeholder || low < high) return { low, high };
  const half = Math.abs(mid) * drawRule[evidence.confidence ?? "low"];
  const most = kind === "chance" || kind === "discount" ? Math.max(1, mid) : Number.POSITIVE_INFINITY;
  return { low: mid - half, high: Math.min(most, mid + half) };
}

/** In the order they were written. */
function namesOf<P extends string>(parameters: Readonly<Partial<Record<P, Parameter>>>): readonly P[] {
  return Object.keys(parameters) as P[]; // its keys are P by its type
}
