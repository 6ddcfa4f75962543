import type { PackageId, Scenario } from "#model";

/** The scenario as a report about this package reads it: a report is about the package that is presented. */
export function subjectScenario(scenario: Scenario, subject: PackageId | undefined): Scenario {
  const chosen = scenario.packages.find(({ id }) => id === subject);
  if (!chosen || chosen.status === "presented") return scenario;
  return {
    ...scenario,
    packages: scenario.packages.map((one) => {
      if (one === chosen) return { ...one, status: "presented" };
      return one.status === "presented" ? { ...one, status: "named" } : one;
    }),
  };
}
