import type { Choices, Durability, Guarantee, Judgement, Parameter, Scenario } from "#model";
import { plainScenario } from "./plain-scenario.ts";

/** A judged number, a judged range [low, high], or a placeholder. */
export type PlainNumber =
  | number
  | readonly [low: number, high: number]
  | { readonly placeholder: readonly [number, number] };

export function plainParameter(number: PlainNumber): Parameter {
  const placeholder = typeof number === "object" && "placeholder" in number;
  const ends = typeof number === "number" ? ([number, number] as const) : placeholder ? number.placeholder : number;
  return { cases: [{ when: [], value: between(...ends), placeholder, evidence: { sources: [] } }] };
}

export function plainParameters<P extends string>(
  numbers: Readonly<Partial<Record<P, PlainNumber>>>,
): Partial<Record<P, Parameter>> {
  const parameters: Partial<Record<P, Parameter>> = {};
  for (const id of Object.keys(numbers) as P[]) parameters[id] = plainParameter(numbers[id]!);
  return parameters;
}

/** P1 might attack P2; P3 has promised to fight. Issues A and B have two options each. */
export function plainGuarantee(
  numbers: Readonly<Partial<Record<keyof Guarantee["parameters"], PlainNumber>>>,
): Guarantee {
  return {
    id: "guarantee",
    name: "Guarantee",
    challenger: "P1",
    protege: "P2",
    guarantors: ["P3"],
    parameters: plainParameters(numbers),
    postures: [],
  };
}

export function plainDurability(durability: Partial<Durability>): Scenario {
  const empty: Durability = { guarantees: [], limits: [], shifts: [], evidence: { sources: [] } };
  return { ...plainScenario({ options: [2, 2], sheets: [] }), durability: { ...empty, ...durability } };
}

export const plainChoices: Choices = { A: "a0", B: "b0" };

function between(low: number, high: number): Judgement {
  return { low, mid: (low + high) / 2, high };
}
