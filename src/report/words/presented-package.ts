import type { Analysis, PackageReport } from "#analysis";
import type { Package, PackageId, Scenario } from "#model";

/** The package a report is about: the one whose status is "presented", else the first of the scenario. */
export function presentedPackage(
  scenario: Scenario,
  analysis: Analysis,
): { readonly id: PackageId; readonly package: Package; readonly report: PackageReport } | undefined {
  const found = packageToPresent(scenario);
  const report = found && analysis.packages[found.id];
  return found && report ? { id: found.id, package: found, report } : undefined;
}

/** The same where nothing has been analysed. */
export function packageToPresent(scenario: Scenario): Package | undefined {
  return scenario.packages.find((one) => one.status === "presented") ?? scenario.packages[0];
}
