import { many, type Reader } from "../build/reader.ts";
import type { RawTier } from "../schema/layers-schema.ts";

/** Reports every tier whose area is, by way of others, drawn without itself. */
export function checkTierCycles(reader: Reader, tiers: readonly RawTier[]): void {
  const without = new Map(
    tiers.map((tier) => [tier.id, many<string>(reader, tier, "without").map(({ value }) => value)]),
  );
  const settled = new Set<string>();
  for (const tier of tiers) {
    if (!leadsBack(tier.id, without, settled)) continue;
    reader.diagnostics.error("tier-cycle", reader.document.at(tier, "without"), () => ({
      message: `The area of "${tier.id}" is drawn without itself.`,
      fix: "Let one of the tiers keep the ground that they share.",
    }));
  }
}

/** Whether following `without` from the tier comes back to it. */
function leadsBack(start: string, without: ReadonlyMap<string, readonly string[]>, settled: Set<string>): boolean {
  const seen = new Set<string>();
  const next = [...(without.get(start) ?? [])];
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    if (id === start) return true;
    if (seen.has(id) || settled.has(id)) continue;
    seen.add(id);
    next.push(...(without.get(id) ?? []));
  }
  settled.add(start); // it lies in no circle, so no way round leads through it
  return false;
}
