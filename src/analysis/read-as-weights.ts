import type { Scenario } from "#model";
import { settleZone } from "./agreement-zone/settle-zone.ts";
import type { ReadAsWeights } from "./analysis.ts";
import { deadOptions } from "./dead-options.ts";
import type { AnalysisOptions } from "./options.ts";
import { evaluatePackage } from "./package-report.ts";
import { rulesInForce } from "./rules-in-force.ts";
import type { Search } from "./search.ts";
import { problemOf } from "./space/problem.ts";
import { type SettlementSpace, settlementSpace } from "./space/settlement-space.ts";
import { packageUnlocks } from "./unlocks/package-unlocks.ts";

/**
 * What changes when no red line is enforced and what it refuses counts only by its value: whether an agreement zone
 * exists, which options it holds that the lines kept out, who then refuses each package, and what would unlock the
 * presented ones. Undefined when the run enforces no line.
 */
export function* readAsWeights(
  scenario: Scenario,
  options: AnalysisOptions,
  zone: SettlementSpace,
): Search<ReadAsWeights | undefined> {
  if (zone.problem.inForce.lines.length === 0) return undefined;
  const { declared: _, enforce: __, ...rest } = options;
  const weighed: AnalysisOptions = { ...rest, withoutRedLines: true };
  const problem = problemOf(scenario, rulesInForce(scenario, weighed));
  const space = settlementSpace(problem);
  const settled = yield* settleZone(space);
  const before = yield* deadOptions(zone.problem, zone, undefined);
  const after = yield* deadOptions(problem, space, settled.witness);
  const isDead = new Set(after.inZone.map(({ issue, option }) => `${issue}\n${option}`));
  const outByLine = before.inZone.filter(({ why }) => why === "line");
  const presented = scenario.packages.filter(({ status }) => status === "presented");
  const packages: Record<string, ReadAsWeights["packages"][string]> = {};
  for (const pack of scenario.packages) {
    const report = evaluatePackage(scenario, pack, weighed);
    if (!report.complete) continue;
    const unlocks =
      presented.includes(pack) && (report.refusedBy.length > 0 || report.rulesBroken.length > 0)
        ? { packageUnlocks: yield* packageUnlocks(space, pack.choices, report.utilities) }
        : {};
    packages[pack.id] = { refusedBy: report.refusedBy, ...unlocks };
  }
  return {
    exists: settled.exists,
    optionsGained: outByLine
      .filter(({ issue, option }) => !isDead.has(`${issue}\n${option}`))
      .map(({ issue, option }) => ({ issue, option })),
    packages,
  };
}
