import type { AftermathReport, DurabilityReport } from "#durability";
import type { Choices, PackageId } from "#model";
import type { TierOnTheGround, ZoneTable } from "#monitor";
import type { Inline } from "../../document/document.ts";
import type { ScenarioContext } from "../report-context.ts";

/** What the sections on the time after signature are written from: one package or settlement, and what is said of it. */
export type DurabilityContext = ScenarioContext & {
  /** How the package is called in a sentence. */
  readonly subject: readonly Inline[];
  readonly choices: Choices;
  readonly durability: DurabilityReport;
  readonly aftermath: AftermathReport;
  /** Absent where the scenario has no map. */
  readonly ground?: { readonly tiers: readonly TierOnTheGround[]; readonly tables: readonly ZoneTable[] };
};

/** The same as it was computed for a package of the scenario, beside an analysis. */
export type DurabilityCompanion = Omit<DurabilityContext, keyof ScenarioContext | "subject"> & {
  readonly package: PackageId;
};
