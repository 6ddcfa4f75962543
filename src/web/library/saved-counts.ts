/** What this browser keeps for one scenario. */
export type SavedCount = { readonly packages: number; readonly sheets: number };

type OfScenario = { readonly scenario: string };

/** By the scenario's key; those of which nothing is kept are not in it. */
export function savedCounts(
  packages: readonly OfScenario[],
  sheets: readonly OfScenario[],
): ReadonlyMap<string, SavedCount> {
  const counts = new Map<string, SavedCount>();
  const add = (key: string, more: SavedCount): void => {
    const before = counts.get(key);
    const { packages, sheets } = more;
    counts.set(key, before ? { packages: before.packages + packages, sheets: before.sheets + sheets } : more);
  };
  for (const { scenario } of packages) add(scenario, { packages: 1, sheets: 0 });
  for (const { scenario } of sheets) add(scenario, { packages: 0, sheets: 1 });
  return counts;
}
