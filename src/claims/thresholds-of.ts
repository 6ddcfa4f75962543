import { type GuaranteeThresholds, guaranteeThresholds } from "#durability";
import type { Guarantee, Scenario, Variant } from "#model";
import { readVariant } from "./lookup.ts";

/** Claims ask about the same few variants, and each draw makes its guarantees anew: so these are kept for as long. */
const known = new WeakMap<Guarantee, Map<string, GuaranteeThresholds>>();

/** The chance of intervention and the prize at which an attack pays, with this guarantee of the scenario. */
export function thresholdsOf(scenario: Scenario, guarantee: Guarantee, variant: Variant): GuaranteeThresholds {
  const own = known.get(guarantee) ?? new Map<string, GuaranteeThresholds>();
  known.set(guarantee, own);
  const key = `${variant.package} ${JSON.stringify(variant.set)}`; // packages are the same in every draw
  const thresholds = own.get(key) ?? guaranteeThresholds(guarantee, readVariant(scenario, variant).choices);
  own.set(key, thresholds);
  return thresholds;
}
