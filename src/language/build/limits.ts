import type { RawScenario } from "../schema/scenario-schema.ts";
import type { Reader } from "./reader.ts";

/**
 * The most things of a kind one scenario may declare, several times beyond the largest anyone has written. Without
 * limits, a one-megabyte file of packages that rest on each other could ask for gigabytes.
 */
export const most = {
  parties: 100,
  clusters: 500,
  issues: 1000,
  options: 5000,
  rules: 5000,
  terms: 500,
  candidates: 200,
  formats: 500,
  channels: 500,
  events: 5000,
  facts: 2000,
  packages: 500,
  claims: 2000,
  sources: 5000,
  stakeholders: 500,
  /** Guarantees, limits and shifts, each. */
  models: 200,
  cases: 200,
  tiers: 200,
  features: 20_000,
  positions: 200_000,
} as const;

/** Of the above, what scenario.yaml does not declare at its top. */
const elsewhere: readonly string[] = ["options", "models", "cases", "tiers", "features", "positions"];

/** Packages between a package and the one at the bottom of its bases. */
export const longestChain = 32;

/** Reports sections with too many entries; true if there are none. */
export function checkLimits(reader: Reader, raw: RawScenario): boolean {
  const { document, diagnostics } = reader;
  let within = true;
  const check = (container: object, key: keyof typeof most) => {
    const value = (container as Record<string, unknown>)[key]; // any object may be asked for any key
    if (typeof value !== "object" || value === null) return;
    const size = Array.isArray(value) ? value.length : document.keys(value).length;
    if (size <= most[key]) return;
    within = false;
    diagnostics.error("too-many", document.keyAt(container, key), () => ({
      message: `There are ${size} ${key} here; at most ${most[key]} are read.`,
      fix: "Split the scenario, or merge entries that say the same.",
    }));
  };
  for (const key of Object.keys(most)) if (!elsewhere.includes(key)) check(raw, key as keyof typeof most); // its own keys
  if (!within) return false;
  for (const issue of Object.values(raw.issues)) check(issue, "options");
  for (const list of Object.values(raw.candidates ?? {})) check(list, "options");
  return within;
}
