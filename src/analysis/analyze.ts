import type { Package, Scenario } from "#model";
import { type Answer, type Day, exact, unknown } from "#prelude";
import { countZone } from "./agreement-zone/count-zone.ts";
import { type SettledZone, settleZone } from "./agreement-zone/settle-zone.ts";
import type { Analysis, Frontier, PackageReport } from "./analysis.ts";
import { ideals, solutions } from "./bargaining/solutions.ts";
import type { Certificate } from "./certificate/certificate.ts";
import { channelsReport } from "./channels.ts";
import { deadOptions } from "./dead-options.ts";
import { type FrontierResult, paretoFrontier } from "./frontier/pareto-frontier.ts";
import { quickFrontier, refineFrontier } from "./frontier/refine-frontier.ts";
import { mostPoints, reportFrontier } from "./frontier/report-frontier.ts";
import { hollowConsensus } from "./hollow-consensus.ts";
import { interruptible } from "./interruptible.ts";
import { mutualVeto } from "./mutual-veto.ts";
import type { AnalysisOptions } from "./options.ts";
import { evaluatePackage } from "./package-report.ts";
import { partySummaries } from "./party-summaries.ts";
import { readAsWeights } from "./read-as-weights.ts";
import { boundedFrontier, boundedSolutions, edgeRestsOnRounding } from "./rests-on-rounding.ts";
import { rulesInForce, rulesSummary } from "./rules-in-force.ts";
import type { Search } from "./search.ts";
import { countSettlements } from "./space/count-settlements.ts";
import { pointOf } from "./space/point.ts";
import { type Problem, problemOf } from "./space/problem.ts";
import { type SettlementSpace, settlementSpace } from "./space/settlement-space.ts";
import { packageUnlocks } from "./unlocks/package-unlocks.ts";
import { redLinePrices } from "./unlocks/red-line-prices.ts";
import { whyNoDeal } from "./unlocks/why-no-deal.ts";

const defaultSeed = 1;
const defaultLabels = 3_000_000;

/**
 * Everything Entente can say about whether there is a deal. Pure: the same scenario and options give the same answer,
 * except that a search told to finish (by a budget or by hand) gives a coarser frontier or fewer parts, and says so.
 * The frontier is refined last, so that everything else is ready when the budget ends it.
 */
export function* analyze(scenario: Scenario, options: AnalysisOptions = {}): Search<Analysis> {
  const { refined } = yield* answerButFrontier(scenario, options);
  return yield* refined();
}

/** An answer that is there early, and the search for the same answer with its frontier refined. */
export type AnalysisInSteps = {
  /** As `analyze` gives it when it is told to finish as soon as it begins to refine the frontier. */
  readonly early: Analysis;
  /** As `analyze` gives it; undefined when `early` is that already. */
  readonly refined?: () => Search<Analysis>;
};

/** `analyze` for who would rather read an answer with a coarse frontier first. */
export function* analyzeInSteps(scenario: Scenario, options: AnalysisOptions = {}): Search<AnalysisInSteps> {
  const { refined, isRefined } = yield* answerButFrontier(scenario, options);
  const early = yield* toldToFinish(refined());
  return isRefined ? { early } : { early, refined };
}

function* answerButFrontier(
  scenario: Scenario,
  options: AnalysisOptions,
): Search<{ readonly refined: () => Search<Analysis>; readonly isRefined: boolean }> {
  const inForce = rulesInForce(scenario, options);
  const problem = problemOf(scenario, inForce);
  const rulesOnly = settlementSpace(problem, isRule);
  const zone = settlementSpace(problem);
  const labels = options.frontierLabels ?? defaultLabels;

  const settled = yield* settleZone(zone);
  const { witness } = settled;
  const count: Answer<string> =
    settled.exists.status === "bounded" && !witness
      ? { status: "bounded", low: "0", high: String(countSettlements(zone)) }
      : witness
        ? yield* countZone(zone, options.seed ?? defaultSeed)
        : settled.found === false
          ? exact("0")
          : unknown("stopped early");
  const onEdge = edgeRestsOnRounding(problem, count);
  yield {
    phase: "agreement zone",
    done: 1,
    refinable: false,
    found: { agreementZone: { exists: settled.exists, count } },
  };
  const threshold = witness ? problem.threshold : undefined;
  const quick = settled.found === "unknown" ? undefined : yield* earlyFrontier(zone, threshold, labels);
  const best = witness ? yield* ideals(zone, witness) : undefined;
  const solved = yield* solutions(zone, witness, best?.most, witness && quick ? quick.vectors : undefined);
  const packages = yield* packageReports(scenario, options, problem, zone);
  const why = settled.found === false ? yield* whyNoDeal(problem) : undefined;
  const prices = yield* redLinePrices(problem, zone, witness);
  const dead = yield* deadOptions(problem, zone, witness);
  const weighed = yield* readAsWeights(scenario, options, zone);
  const parties = yield* partySummaries(problem, witness, best);

  function* refined(): Search<Analysis> {
    const notes: string[] = [];
    const found = yield* frontierOf(zone, threshold, quick, labels, notes);
    const frontier = onEdge ? boundedFrontier(problem, found) : found;
    return {
      schema: "entente.analysis/1",
      scenario: { id: scenario.agenda.id, title: scenario.agenda.title, asOf: scenario.agenda.asOf },
      parties,
      rules: rulesSummary(inForce),
      settlements: exact(String(countSettlements(rulesOnly))),
      settlementsWithoutDefinitionalRules: exact(String(countWithoutDefinitional(scenario, options, rulesOnly))),
      agreementZone: {
        exists: settled.exists,
        count,
        ...(witness ? { witness: pointOf(problem, witness) } : {}),
        ...certificateOf(problem, settled),
      },
      frontier: witness ? frontier : emptyFrontier(settled.exists),
      ...(witness ? {} : { frontierBeforeReservations: frontier }),
      solutions: onEdge ? boundedSolutions(solved) : solved,
      conflicts: why?.conflicts ?? exact([]),
      zoneUnlocks: why?.zoneUnlocks ?? exact([]),
      redLinePrices: prices,
      deadOptions: dead,
      ...(weighed ? { readAsWeights: weighed } : {}),
      packages,
      hollowConsensus: hollowConsensus(scenario, options),
      mutualVeto: mutualVeto(scenario),
      channels: channelsReport(scenario.agenda),
      notes: [...notesOn(scenario, problem), ...notes],
      timings: {},
    };
  }
  return { refined, isRefined: quick !== undefined };
}

/** Runs a search that is told to finish from its start on. */
function* toldToFinish<T>(search: Search<T>): Search<T> {
  let step = search.next("continue");
  while (!step.done) {
    yield { ...step.value, refinable: false };
    step = search.next("finish");
  }
  return step.value;
}

/** What proves the verdict; a bounded one has no proof. */
function certificateOf(
  problem: Problem,
  { exists, witness, proof }: SettledZone,
): { readonly certificate?: Certificate } {
  if (exists.status !== "exact") return {};
  if (witness) return { certificate: { kind: "witness", settlement: pointOf(problem, witness).settlement } };
  return proof ? { certificate: { kind: "no-deal", proof } } : {};
}

/** One package by itself, named in the scenario or not: who refuses it and what would unlock it. */
export function* analyzePackage(
  scenario: Scenario,
  judged: Package,
  options: AnalysisOptions = {},
): Search<PackageReport> {
  const problem = problemOf(scenario, rulesInForce(scenario, options));
  const alone = { ...scenario, packages: [judged] };
  return (yield* packageReports(alone, options, problem, settlementSpace(problem)))[judged.id]!; // the one it was given
}

/** A frontier at hand lets every solution be read off it; where utilities are capped nothing else will do. */
function earlyFrontier(
  zone: SettlementSpace,
  threshold: Float64Array | undefined,
  labels: number,
): Search<FrontierResult | undefined> {
  const capped = zone.problem.cap.some((units) => Number.isFinite(units));
  return capped
    ? paretoFrontier(zone, { ...(threshold ? { atLeast: threshold } : {}), limit: labels })
    : quickFrontier(zone, threshold, labels);
}

/** Every named package, judged on its own date by the lines in force then. */
function* packageReports(
  scenario: Scenario,
  options: AnalysisOptions,
  problem: Problem,
  zone: SettlementSpace,
): Search<Record<string, PackageReport>> {
  const spaces = new Map<Day, SettlementSpace>([[scenario.agenda.asOf, zone]]);
  const reports: [string, PackageReport][] = [];
  for (const pack of scenario.packages) {
    const on = pack.date ?? scenario.agenda.asOf;
    const space = spaces.get(on) ?? spaceOn(scenario, options, on, problem, zone);
    spaces.set(on, space);
    const report = evaluatePackage(scenario, pack, options);
    const refused =
      !report.complete ||
      report.refusedBy.length > 0 ||
      report.rulesBroken.length > 0 ||
      leavesLocks(space, pack.choices);
    const unlocks = refused
      ? yield* packageUnlocks(space, pack.choices, report.complete ? report.utilities : undefined)
      : { status: "not-needed" as const };
    reports.push([pack.id, { ...report, packageUnlocks: unlocks }]);
  }
  return Object.fromEntries(reports);
}

/** Lines differ between dates; where the same ones are in force, the space is shared. */
function spaceOn(
  scenario: Scenario,
  options: AnalysisOptions,
  on: Day,
  problem: Problem,
  zone: SettlementSpace,
): SettlementSpace {
  const inForce = rulesInForce(scenario, options, on);
  const names = (lines: typeof inForce.lines): string =>
    lines.map(({ party, line }) => `${party}.${line.id}`).join(" ");
  return names(inForce.lines) === names(problem.inForce.lines) ? zone : settlementSpace(problemOf(scenario, inForce));
}

/** Whether the package is outside what the run's locks and conditions leave. */
function leavesLocks({ problem }: SettlementSpace, choices: Readonly<Record<string, string>>): boolean {
  const { locks, where } = problem.inForce;
  return (
    Object.entries(locks).some(([issue, option]) => choices[issue] !== option) ||
    where.some(({ issue, options }) => !options.includes(choices[issue] ?? ""))
  );
}

function* frontierOf(
  zone: SettlementSpace,
  threshold: Float64Array | undefined,
  quick: FrontierResult | undefined,
  labels: number,
  notes: string[],
): Search<Frontier> {
  const refined = quick
    ? { value: quick, stopped: false }
    : yield* interruptible(refineFrontier(zone, threshold, labels));
  if (!refined.value)
    return {
      status: "unknown",
      reason: refined.stopped ? "stopped before any frontier was complete" : "too large for memory",
    };
  if (refined.stopped)
    notes.push("The frontier was still being refined when the run was ended; its epsilon is what was proved by then.");
  const report = yield* reportFrontier(zone, refined.value);
  if (report.status !== "unknown" && report.size > mostPoints)
    notes.push(
      `The frontier has ${thousands(report.size)} points; ${thousands(mostPoints)} are listed: each pair of parties' own frontier, then those with the largest sum.`,
    );
  return report;
}

function thousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

function emptyFrontier(exists: Answer<boolean>): Frontier {
  if (exists.status === "exact") return { status: "exact", size: 0, points: [] };
  return {
    status: "unknown",
    reason: exists.status === "bounded" ? "rounding decides whether the agreement zone is empty" : "stopped early",
  };
}

function notesOn(scenario: Scenario, problem: Problem): string[] {
  const notes: string[] = [];
  const without = problem.inForce.withoutSheet;
  if (without.length > 0)
    notes.push(`No preference sheet for ${without.join(", ")}: what they would accept is not judged.`);
  const aside = scenario.sheets.filter(({ party }) => !problem.parties.includes(party)).map(({ party }) => party);
  if (aside.length > 0)
    notes.push(`${aside.join(", ")} need not consent: their sheets are reported, and decide nothing.`);
  return notes;
}

function countWithoutDefinitional(scenario: Scenario, options: AnalysisOptions, rulesOnly: SettlementSpace): bigint {
  if (!scenario.agenda.rules.some(({ definitional }) => definitional)) return countSettlements(rulesOnly);
  const looser = problemOf(scenario, rulesInForce(scenario, { ...options, withoutDefinitionalRules: true }));
  return countSettlements(settlementSpace(looser, isRule));
}

function isRule({ by }: Problem["constraints"][number]): boolean {
  return by.kind === "rule" || by.kind === "lock";
}
