import {
  breaks,
  type Choices,
  holds,
  isInForce,
  isSettlement,
  type PackageId,
  type PartyId,
  type Scenario,
} from "#model";
import { type Share, seededRandom, wilsonInterval } from "#prelude";
import type { AnalysisOptions } from "../options.ts";
import { rulesInForce } from "../rules-in-force.ts";
import type { Search } from "../search.ts";
import type { Problem } from "../space/problem.ts";
import { drawFrame } from "./draw-frame.ts";
import { type Influence, influenceMeter } from "./influence.ts";
import { perturbSheet, type Spread, standardSpread } from "./perturb.ts";
import { zoneByDraw } from "./zone-by-draw.ts";

/** How sure: which conclusions survive when the judgements are drawn anew. Printed by `robustness --json`. */
export type Robustness = {
  readonly schema: "entente.robustness/1";
  readonly scenario: { readonly id: string; readonly title: string; readonly asOf: string };
  /** Draws made; fewer than asked when told to finish. */
  readonly draws: number;
  readonly seed: number;
  readonly spread: Spread;
  /** Share of draws in which some settlement is accepted by all. */
  readonly zone: Share;
  /** Points of room (see DrawnZone): its mean and its 5 %, 50 % and 95 % quantiles over the draws. */
  readonly room: { readonly mean: number; readonly low: number; readonly median: number; readonly high: number };
  /** The judgements that move the room most. */
  readonly matters: readonly Influence[];
  readonly packages: Readonly<Record<PackageId, PackageRobustness>>;
};

export type PackageRobustness = {
  readonly name: string;
  readonly acceptedByAll: Share;
  readonly acceptedBy: Readonly<Record<PartyId, Share>>;
  readonly meanSurplus: Readonly<Record<PartyId, number>>;
  /** The judgements that move the least surplus of its parties most. */
  readonly matters: readonly Influence[];
};

export type RobustnessOptions = AnalysisOptions & {
  readonly draws?: number;
  readonly spread?: Spread;
  /** Settlements judged beside the named packages, by a name of their own. */
  readonly candidates?: Readonly<Record<string, Choices>>;
};

/**
 * Draws the sheets' judgements again and again (see perturbSheet for how) and asks of every draw whether an agreement
 * zone exists and who accepts each complete package. All packages see the same draws. Lines, rules and terms stay.
 * Deterministic for a seed up to the last bits of logarithms. Cost: about a millisecond a draw on 22 issues and 4 parties.
 */
export function* robustness(scenario: Scenario, options: RobustnessOptions = {}): Search<Robustness> {
  const { draws = 1000, spread = standardSpread, seed = 1 } = options;
  const random = seededRandom(seed);
  const frame = drawFrame(scenario, rulesInForce(scenario, options));
  const { problem } = frame.space;
  const sheets = problem.parties.map((party) => scenario.sheets.find((sheet) => sheet.party === party)!);
  const zone = zoneByDraw(frame);
  const judged = judgedPackages(scenario, options, problem).map((each) => ({
    ...each,
    settlement: frame.prepare(each.options),
  }));
  const m = problem.parties.length;
  const meter = influenceMeter(sheets, 1 + judged.length);
  const outcomes = new Float64Array(1 + judged.length);
  const tallies = judged.map(() => ({ all: 0, by: new Float64Array(m), surplus: new Float64Array(m) }));
  const rooms: number[] = [];
  let open = 0;
  let n = 0;
  while (n < draws) {
    if (
      n % 32 === 31 &&
      (yield { phase: "drawing judgements anew", done: n, of: draws, refinable: false }) === "finish"
    )
      break;
    const drawn = sheets.map((sheet) => perturbSheet(sheet, random, spread));
    frame.load(drawn);
    const { exists, room } = zone();
    n++;
    if (exists) open++;
    rooms.push(room);
    outcomes[0] = room;
    judged.forEach((each, k) => {
      let accepted = each.abides;
      let least = Number.POSITIVE_INFINITY;
      for (let p = 0; p < m; p++) {
        const surplus = frame.utility(p, each.settlement) - frame.threshold[p]!;
        const enough = problem.inForce.tie === "accepts" ? surplus >= -1e-9 : surplus > 1e-9;
        const accepts = enough && !each.crosses[p] && !frame.breaksFloor(p, each.settlement);
        if (accepts) tallies[k]!.by[p]!++;
        else accepted = false;
        tallies[k]!.surplus[p]! += surplus;
        least = Math.min(least, surplus);
      }
      if (accepted) tallies[k]!.all++;
      outcomes[1 + k] = least;
    });
    meter.add(drawn, outcomes);
  }
  const count = Math.max(1, n);
  return {
    schema: "entente.robustness/1",
    scenario: { id: scenario.agenda.id, title: scenario.agenda.title, asOf: scenario.agenda.asOf },
    draws: n,
    seed,
    spread,
    zone: wilsonInterval(open, count),
    room: quantiles(rooms),
    matters: meter.ranking(0, 20),
    packages: Object.fromEntries(
      judged.map(({ id, name }, k) => [
        id,
        {
          name,
          acceptedByAll: wilsonInterval(tallies[k]!.all, count),
          acceptedBy: Object.fromEntries(
            problem.parties.map((party, p) => [party, wilsonInterval(tallies[k]!.by[p]!, count)]),
          ),
          meanSurplus: Object.fromEntries(problem.parties.map((party, p) => [party, tallies[k]!.surplus[p]! / count])),
          matters: meter.ranking(1 + k, 5),
        },
      ]),
    ),
  };
}

type Judged = {
  readonly id: string;
  readonly name: string;
  readonly options: Int32Array;
  /** By party: an enforced line in force on its date is crossed, whatever the numbers. */
  readonly crosses: readonly boolean[];
  readonly abides: boolean;
};

function judgedPackages(scenario: Scenario, options: RobustnessOptions, problem: Problem): Judged[] {
  const named = scenario.packages.map(({ id, name, choices, date }) => ({
    id,
    name,
    choices,
    on: date ?? scenario.agenda.asOf,
  }));
  const candidates = Object.entries(options.candidates ?? {}).map(([id, choices]) => ({
    id,
    name: id,
    choices,
    on: scenario.agenda.asOf,
  }));
  return [...named, ...candidates].flatMap(({ id, name, choices, on }) => {
    if (!isSettlement(scenario.agenda, choices)) return [];
    const inForce = rulesInForce(scenario, options, on);
    const crosses = problem.parties.map((party) =>
      inForce.lines.some((each) => each.party === party && isInForce(each.line, on) && holds(each.line.when, choices)),
    );
    const flat = problem.issues.map(
      (issue, i) => problem.offset[i]! + issue.options.findIndex((option) => option.id === choices[issue.id]),
    );
    return [
      {
        id,
        name,
        options: Int32Array.from(flat),
        crosses,
        abides: !inForce.rules.some((rule) => breaks(rule, choices)),
      },
    ];
  });
}

function quantiles(values: number[]): Robustness["room"] {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  const mean = sorted.length === 0 ? Number.NaN : sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  return { mean, low: at(0.05), median: at(0.5), high: at(0.95) };
}
