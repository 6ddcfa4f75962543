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
 * that 0 stays 0. The cost of fighting, which is what the challenger believes from a least to a greatest value, keeps its
 * ends, and its middle is drawn. Conditions, statements and the marks of placeholders stay. Takes one random number per
 * case, guarantees first, then limits and shifts, parameters and cases as written.
 */
export function drawDurability(durability: Durability, random: Random): Durability {
  const ends = drawEndsOf(durability);
  const drawn = new Float64Array(ends.length);
  drawInto(drawn, ends, random);
  let next = 0;
  const points = <P extends string>(parameters: Judged<P>): Judged<P> => {
    const moved: Partial<Record<P, Parameter>> = {};
    for (const [name, parameter] of entriesOf(parameters)) {
      const cases = parameter.cases.map((judged): ParameterCase => {
        const point = drawn[next++]!; // one number for each case
        const { low, high } = judged.value;
        const belief = name === "fightingCost" && low < high;
        return { ...judged, value: { low: belief ? low : point, mid: point, high: belief ? high : point } };
      });
      moved[name] = { cases };
    }
    return moved;
  };
  return {
    ...durability,
    guarantees: durability.guarantees.map((one) => ({ ...one, parameters: points(one.parameters) })),
    limits: durability.limits.map((one) => ({ ...one, parameters: points(one.parameters) })),
    shifts: durability.shifts.map((one) => ({ ...one, parameters: points(one.parameters) })),
  };
}

/** Between which numbers each case is drawn, in the order in which they are. */
export function drawEndsOf({ guarantees, limits, shifts }: Durability): readonly DrawEnds[] {
  return [
    ...guarantees.flatMap(({ parameters }) => endsIn(guaranteeParameters, parameters)),
    ...limits.flatMap(({ parameters }) => endsIn(limitParameters, parameters)),
    ...shifts.flatMap(({ parameters }) => endsIn(shiftParameters, parameters)),
  ];
}

/** One draw of every case. */
export function drawInto(drawn: Float64Array, ends: readonly DrawEnds[], random: Random): void {
  for (let place = 0; place < ends.length; place++) {
    const { low, high } = ends[place]!; // within the list
    drawn[place] = low + random.uniform() * (high - low);
  }
}

function endsIn<P extends string>(kinds: Kinds<P>, parameters: Judged<P>): readonly DrawEnds[] {
  return entriesOf(parameters).flatMap(([name, { cases }]) => cases.map((one) => drawEnds(one, kinds[name].kind)));
}

function drawEnds({ value, placeholder, evidence }: ParameterCase, kind: ParameterKind): DrawEnds {
  const { low, mid, high } = value;
  if (placeholder || low < high) return { low, high };
  const half = Math.abs(mid) * drawRule[evidence.confidence ?? "low"];
  const most = kind === "chance" || kind === "discount" ? Math.max(1, mid) : Number.POSITIVE_INFINITY;
  return { low: mid - half, high: Math.min(most, mid + half) };
}

type Judged<P extends string> = Readonly<Partial<Record<P, Parameter>>>;
type Kinds<P extends string> = Readonly<Record<P, { readonly kind: ParameterKind }>>;

/** In the order they were written. */
function entriesOf<P extends string>(parameters: Judged<P>): readonly (readonly [P, Parameter])[] {
  return (Object.keys(parameters) as P[]).map((name) => [name, parameters[name]!]); // its keys are P by its type
}
