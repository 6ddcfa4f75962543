import type { Package, PackageId, Scenario } from "#model";

/** The package that the answer is about: the chosen one; else the one presented; else the first. */
export function subjectPackage({ packages }: Scenario, chosen: PackageId | undefined): Package | undefined {
  return (
    packages.find(({ id }) => id === chosen) ?? packages.find(({ status }) => status === "presented") ?? packages[0]
  );
}
