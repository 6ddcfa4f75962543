import type { PackageReport } from "#analysis";
import type { PackageId, Scenario } from "#model";
import { type Block, type Inline, series } from "../document/document.ts";
import { points } from "../words/format-number.ts";
import { presentedPackage } from "../words/presented-package.ts";
import type { ReportContext } from "./report-context.ts";

/**
 * What the packages built on the presented one do about its shortfalls: whether adding to it closes the gap of each
 * party that it leaves below its reservation value. Nothing when none is built on it, or it leaves nobody short.
 */
export function builtOnPresented(context: ReportContext): Block[] {
  const { scenario, analysis, names } = context;
  const presented = presentedPackage(scenario, analysis);
  if (!presented) return [];
  const short = presented.report.refusedBy.flatMap((refusal) => (refusal.by === "value" ? [refusal.party] : []));
  const built = Object.entries(analysis.packages).filter(
    ([id, report]) => report.complete && id !== presented.id && baseChain(scenario, id).includes(presented.id),
  );
  return short.flatMap((party): Block[] => {
    const still = built.filter(([, report]) => isShort(report, party));
    const closed = built.filter(([, report]) => !isShort(report, party));
    const worded = (entries: typeof built): readonly Inline[] =>
      series(
        entries.map(([id, report]) => [
          names.package(id),
          ` (${points(Math.abs(report.surplus[party] ?? 0), names.scale(party))} ${isShort(report, party) ? "short" : "above"})`,
        ]),
      );
    if (built.length === 0) return [];
    const text: readonly Inline[] = [
      ...(still.length > 0
        ? [
            "Of the packages built on it, these still leave ",
            names.party(party),
            " below its reservation value: ",
            ...worded(still),
            ".",
          ]
        : []),
      ...(closed.length > 0
        ? [
            still.length > 0 ? " These do not: " : "The packages built on it do not leave ",
            ...(still.length > 0 ? [] : [names.party(party), " below its reservation value: "]),
            ...worded(closed),
            ".",
          ]
        : []),
    ];
    return [{ kind: "paragraph", text }];
  });
}

function isShort(report: PackageReport, party: string): boolean {
  return report.refusedBy.some((refusal) => refusal.by === "value" && refusal.party === party);
}

/** The package's base, that one's base, and so on. */
function baseChain(scenario: Pick<Scenario, "packages">, id: PackageId): PackageId[] {
  const base = scenario.packages.find((one) => one.id === id)?.base;
  return base === undefined ? [] : [base, ...baseChain(scenario, base)];
}
