import type { Analysis, AnalysisOptions, PackageReport, Refusal } from "#analysis";
import { nameOf } from "../oracle/constraints.ts";
import { exactUtility } from "../oracle/exact-utility.ts";
import { minus } from "../oracle/fraction.ts";
import type { Oracle } from "../oracle/oracle.ts";
import type { Verdict } from "../oracle/package-verdict.ts";
import { named } from "../oracle/settlement-table.ts";
import { unequal } from "./differences.ts";
import { isNear } from "./efficiency-differences.ts";

/** Each complete named package: what it is worth, who refuses it and why, and what would make all consent. */
export function packageDifferences(analysis: Analysis, answer: Oracle, options: AnalysisOptions): readonly string[] {
  const { scenario } = answer.table;
  return scenario.packages.flatMap(({ id }) => {
    const report = analysis.packages[id];
    const verdict = answer.verdicts.get(id);
    if (!report) return [`${id}: no report`];
    if (!verdict) return unequal(`${id} complete`, report.complete, false);
    // Locks narrow the question about the zone; a package as it stands is judged whole, and its unlocks with it.
    const isNarrowed = options.lock || options.where || options.from !== undefined;
    return [
      ...unequal(`${id} complete`, report.complete, true),
      ...verdictDifferences(id, report, verdict, answer),
      ...shortfallDifferences(id, report, verdict),
      ...moveDifferences(id, report, answer),
      ...(isNarrowed ? [] : unlockDifferences(id, report, verdict, answer)),
    ];
  });
}

function verdictDifferences(id: string, report: PackageReport, verdict: Verdict, answer: Oracle): readonly string[] {
  const consents = (party: string): boolean => answer.table.scenario.agenda.consent.includes(party);
  const found: string[] = [
    ...unequal(`${id} rules broken`, [...report.rulesBroken].sort(), [...verdict.rulesBroken].sort()),
    ...unequal(
      `${id} refusals`,
      report.refusedBy
        .filter(({ party }) => consents(party))
        .map(refusalName)
        .sort(),
      [...verdict.refusals].sort(),
    ),
    ...unequal(
      `${id} declared lines crossed`,
      report.declaredLinesCrossed
        .filter(({ party }) => consents(party))
        .map(({ party, line }) => nameOf({ kind: "line", party, line }))
        .sort(),
      [...verdict.declaredCrossed].sort(),
    ),
  ];
  for (const [party, utility] of Object.entries(verdict.utilities)) {
    if (!isNear(report.utilities[party], utility))
      found.push(`${id}: utility of ${party} is ${report.utilities[party]}`);
    if (!isNear(report.surplus[party], verdict.surplus[party]!))
      found.push(`${id}: surplus of ${party} is ${report.surplus[party]}`);
  }
  for (const refusal of report.refusedBy) {
    const value = verdict.floorValues[refusalName(refusal)];
    if (refusal.by === "floor" && value && !isNear(refusal.value, value))
      found.push(`${id}: floor at ${refusal.value}`);
    const shortfall = verdict.shortfall[refusal.party];
    if (refusal.by === "value" && shortfall && !isNear(refusal.shortfall, shortfall))
      found.push(`${id}: shortfall ${refusal.shortfall}`);
  }
  return found;
}

function refusalName(refusal: Refusal): string {
  const { party } = refusal;
  if (refusal.by === "value") return nameOf({ kind: "reservation", party });
  if (refusal.by === "line") return nameOf({ kind: "line", party, line: refusal.line });
  return nameOf({ kind: "floor", party, floor: refusal.floor });
}

/** An issue that is not listed falls short by nothing; those listed are in order, largest first. */
function shortfallDifferences(id: string, report: PackageReport, verdict: Verdict): readonly string[] {
  const found: string[] = [];
  for (const [party, listed] of Object.entries(report.shortfallByIssue)) {
    for (const [issue, shortfall] of Object.entries(verdict.shortfallByIssue[party] ?? {})) {
      const engine = listed.find((one) => one.issue === issue)?.points ?? 0;
      const known = listed.some((one) => one.issue === issue) || shortfall.top > 0n;
      if (known && !isNear(engine, shortfall)) found.push(`${id}: ${party} falls short by ${engine} on ${issue}`);
    }
    const points = listed.map((one) => one.points);
    found.push(
      ...unequal(
        `${id} order of ${party}'s shortfalls`,
        points,
        [...points].sort((a, b) => b - a),
      ),
    );
  }
  return found;
}

/** Each move mends a line or floor of the party it is listed for or raises it, and changes every party by what it says; no refusing party's is missing. */
function moveDifferences(id: string, report: PackageReport, answer: Oracle): readonly string[] {
  const { sheets } = answer.table.scenario;
  return Object.entries(report.moves).flatMap(([party, moves]) =>
    moves.flatMap((move) => {
      const after = { ...report.choices, [move.issue]: move.option };
      const wrong = sheets.filter(
        (sheet) =>
          !isNear(move.change[sheet.party], minus(exactUtility(sheet, after), exactUtility(sheet, report.choices))),
      );
      return [
        ...wrong.map((sheet) => `${id}: ${move.issue} = ${move.option} changes ${sheet.party} by something else`),
        ...((move.change[party] ?? 0) > 0 || move.mends
          ? []
          : [`${id}: ${move.issue} = ${move.option} does not raise ${party}`]),
      ];
    }),
  );
}

function unlockDifferences(id: string, report: PackageReport, verdict: Verdict, answer: Oracle): readonly string[] {
  const { packageUnlocks } = report;
  const expected = answer.packageUnlocks.get(id);
  if (verdict.refusals.length === 0 && verdict.rulesBroken.length > 0) return []; // breaks a rule, refused by nobody
  if (verdict.refusals.length === 0) return unequal(`${id} unlocks`, packageUnlocks.status, "not-needed");
  if (!expected) return unequal(`${id} unlocks`, packageUnlocks.status, "none");
  if (packageUnlocks.status !== "exact") return [`${id} unlocks: not exact but ${packageUnlocks.status}`];
  const { scenario } = answer.table;
  const describe = (set: Readonly<Record<string, string>>): string =>
    scenario.agenda.issues
      .flatMap((issue) => (set[issue.id] === undefined ? [] : [`${issue.id}=${set[issue.id]}`]))
      .join(" ");
  const engine = packageUnlocks.sets.flatMap(({ issues, changes }) =>
    changes.map(({ set }) => `${[...issues].sort().join(" ")}: ${describe(set)}`),
  );
  const enumeration = [...expected.sets].flatMap(([issues, rows]) =>
    rows.map(({ choice }) => {
      const chosen = named(scenario, choice);
      const set = Object.fromEntries(issues.split(" ").map((issue) => [issue, chosen[issue]!]));
      return `${issues.split(" ").sort().join(" ")}: ${describe(set)}`;
    }),
  );
  const found = [
    ...unequal(`${id} unlock size`, packageUnlocks.size, expected.size),
    ...unequal(`${id} unlocks`, engine.sort(), enumeration.sort()),
  ];
  for (const change of packageUnlocks.sets.flatMap(({ changes }) => changes)) {
    for (const sheet of scenario.sheets) {
      const after = exactUtility(sheet, { ...report.choices, ...change.set });
      if (!isNear(change.utilities[sheet.party], after))
        found.push(`${id}: an unlock is worth something else to ${sheet.party}`);
      if (!isNear(change.change[sheet.party], minus(after, exactUtility(sheet, report.choices)))) {
        found.push(`${id}: an unlock changes ${sheet.party} by something else`);
      }
    }
  }
  return found;
}
