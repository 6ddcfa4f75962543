import { type AnalysisOptions, type PackageReport, packageVerdict, rulesInForce } from "#analysis";
import type { PackageId, Scenario } from "#model";

/** What a package is worth and who refuses it: all of its report that takes no search. */
export type Verdict = Omit<PackageReport, "packageUnlocks" | "moves">;
export type Verdicts = Readonly<Record<PackageId, Verdict>>;

/** Of every package, each on its own date, as the whole answer will have them. Takes some milliseconds, so no worker. */
export function packageVerdicts(scenario: Scenario, options: AnalysisOptions): Verdicts {
  const { asOf } = scenario.agenda;
  return Object.fromEntries(
    scenario.packages.map((one) => [
      one.id,
      packageVerdict(scenario, one, rulesInForce(scenario, options, one.date ?? asOf)),
    ]),
  );
}
