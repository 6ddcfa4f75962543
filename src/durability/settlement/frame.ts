import type { Choices, Durability, Parameter, ParameterKind } from "#model";
import type { ResolvedParameter } from "./durability-report.ts";
import type { ParameterReference } from "./judged-verdict.ts";
import { resolveParameter } from "./resolve-parameter.ts";

/** One judged parameter of a model in given choices. */
export type Slot<F extends string> = {
  /** Where its value stands in the point. */
  readonly field: F;
  readonly reference: ParameterReference;
  readonly low: number;
  readonly mid: number;
  readonly high: number;
  /** Which drawn number is its value in a draw. */
  readonly key: number;
};

/**
 * The quantities of one model in given choices. There is one point, which is moved: its searches are far quicker than with
 * a copy for every step. Whoever moves it puts it back.
 */
export type Frame<F extends string> = {
  readonly slots: readonly Slot<F>[];
  /** Parameters that are unknown here. */
  readonly missing: ReadonlyMap<string, Missing>;
  readonly point: Record<F, number>;
  /** What must hold between the quantities after any of them has moved. */
  readonly settle: (point: Record<F, number>) => void;
};

/** `because`: why it is unknown although it is given. */
export type Missing = { readonly name: string; readonly because?: string };

/** The place of every case's number in a draw, by the parameter it belongs to: that of its first case. */
export type CasePlaces = ReadonlyMap<Parameter, number>;

/** In the order in which `drawDurability` draws them. */
export function casePlaces({ guarantees, limits, shifts }: Durability): CasePlaces {
  const places = new Map<Parameter, number>();
  let next = 0;
  for (const { parameters } of [...guarantees, ...limits, ...shifts]) {
    for (const parameter of Object.values(parameters) as readonly Parameter[]) {
      places.set(parameter, next);
      next += parameter.cases.length;
    }
  }
  return places;
}

export type Described = Readonly<
  Record<string, { readonly kind: ParameterKind; readonly symbol: string; readonly name: string }>
>;

/** Every parameter that is given, in the order of the model's table, as these choices have it. */
export function resolveAll<P extends string>(
  described: Readonly<Record<P, Described[string]>>,
  parameters: Readonly<Partial<Record<P, Parameter>>>,
  choices: Choices,
): readonly ResolvedParameter<P>[] {
  const ids = Object.keys(described) as P[]; // its keys are P by its type
  return ids
    .filter((id) => parameters[id] !== undefined)
    .map((id) => {
      const { symbol, name, kind } = described[id];
      return { id, symbol, name, kind, resolution: resolveParameter(parameters[id], choices) };
    });
}

/** The slots of the resolved parameters, and why the others have none. */
export function slotsOf<P extends string, F extends string>(
  owner: string,
  described: Readonly<Record<P, Described[string]>>,
  parameters: Readonly<Partial<Record<P, Parameter>>>,
  resolved: readonly ResolvedParameter<P>[],
  places: CasePlaces,
  fieldOf: (id: P) => F,
): Pick<Frame<F>, "slots" | "missing"> {
  const missing = new Map<string, Missing>();
  for (const id of Object.keys(described) as P[]) missing.set(id, { name: described[id].name }); // its keys by its type
  const slots: Slot<F>[] = [];
  for (const { id, symbol, name, resolution } of resolved) {
    if (resolution.status === "unknown") {
      missing.set(id, { name, because: resolution.reason });
      continue;
    }
    missing.delete(id);
    const { judgement, placeholder, at } = resolution;
    slots.push({
      field: fieldOf(id),
      reference: { owner, parameter: id, symbol, name, placeholder },
      ...judgement,
      key: places.get(parameters[id]!)! + at, // resolved, so it is there; every parameter has a place
    });
  }
  return { slots, missing };
}

/** Sets every quantity to its stated value, or the middle of its range. */
export function toMiddles<F extends string>({ slots, point, settle }: Frame<F>): void {
  for (const { field, mid } of slots) point[field] = mid;
  settle(point);
}

/** Sets every quantity to what was drawn. */
export function toDraw<F extends string>({ slots, point, settle }: Frame<F>, drawn: Float64Array): void {
  for (const { field, key } of slots) point[field] = drawn[key]!; // every key has its place in a draw
  settle(point);
}

/** Why a model that needs these parameters has no answer here; undefined if it has. */
export function whyUnknown(frame: Pick<Frame<string>, "missing">, needs: readonly string[]): string | undefined {
  const missing = needs.flatMap((id) => frame.missing.get(id) ?? []);
  const absent = missing.filter(({ because }) => because === undefined).map(({ name }) => name);
  const reasons = missing.flatMap(({ name, because }) => (because === undefined ? [] : [`${name}: ${because}`]));
  if (absent.length > 0) reasons.unshift(`not given: ${absent.join(", ")}`);
  return reasons.length > 0 ? reasons.join("; ") : undefined;
}
