import {
  breaks,
  type Choices,
  certainlyBreaks,
  type Evaluation,
  evaluate,
  holds,
  isSettlement,
  isUndated,
  type Package,
  type PartyId,
  type PreferenceSheet,
  type Scenario,
} from "#model";
import { subtract, toNumber } from "#prelude";
import type { ConstraintRef, Move, PackageReport, Refusal } from "./analysis.ts";
import { inDoubles } from "./appraisal.ts";
import type { AnalysisOptions } from "./options.ts";
import { refusals } from "./refusals.ts";
import { type RulesInForce, rulesInForce } from "./rules-in-force.ts";

/** How many single-issue changes are listed for a refusing party. */
const movesListed = 15;

/**
 * What a package is worth to every party with a sheet, who refuses it and why. Judged by the lines in force on its own
 * date, or on the agenda's when it has none. Only consenting parties refuse. Exact arithmetic, reported as numbers.
 * A package that leaves issues open gets no verdict but the lines and rules that its choices break whatever is added.
 */
export function evaluatePackage(
  scenario: Scenario,
  judged: Package,
  options: AnalysisOptions,
): Omit<PackageReport, "packageUnlocks"> {
  const inForce = rulesInForce(scenario, options, judged.date ?? scenario.agenda.asOf);
  const verdict = packageVerdict(scenario, judged, inForce);
  return {
    ...verdict,
    moves: verdict.complete ? moves(scenario, judged.choices, verdict.refusedBy, inForce) : {},
  };
}

/** The same without the moves, which cost ten times the rest: for a verdict that follows every change at once. */
export function packageVerdict(
  scenario: Scenario,
  judged: Package,
  inForce: RulesInForce,
): Omit<PackageReport, "packageUnlocks" | "moves"> {
  const { choices } = judged;
  const complete = isSettlement(scenario.agenda, choices);
  const judgedSheets = complete ? scenario.sheets : [];
  const worth = judgedSheets.map((sheet) => ({ sheet, evaluation: evaluate(sheet, choices, inForce.on) }));
  const refusedBy = complete
    ? worth.flatMap(({ sheet, evaluation }) => {
        return inForce.consent.includes(sheet.party) ? refusals(sheet, choices, inDoubles(evaluation), inForce) : [];
      })
    : certainRefusals(choices, inForce);
  return {
    name: judged.name,
    ...(judged.date === undefined ? {} : { date: judged.date }),
    complete,
    choices,
    utilities: byParty(worth, ({ utility }) => toNumber(utility)),
    surplus: byParty(worth, ({ surplus }) => toNumber(surplus)),
    rulesBroken: inForce.rules.filter((rule) => certainlyBreaks(rule, choices)).map((rule) => rule.id),
    refusedBy,
    declaredLinesCrossed: declaredLinesCrossed(scenario, choices, inForce),
    shortfallByIssue: byParty(worth, (evaluation) => shortfallRanked(scenario, choices, evaluation)),
  };
}

type Worth = { readonly sheet: PreferenceSheet; readonly evaluation: Evaluation };

function byParty<T>(worth: readonly Worth[], of: (evaluation: Evaluation) => T): Record<PartyId, T> {
  return Object.fromEntries(worth.map(({ sheet, evaluation }) => [sheet.party, of(evaluation)]));
}

function certainRefusals(choices: Choices, inForce: RulesInForce): Refusal[] {
  return inForce.lines.flatMap(({ party, line }) => {
    return holds(line.when, choices) ? [{ party, by: "line", line: line.id, undated: isUndated(line) } as const] : [];
  });
}

function declaredLinesCrossed({ sheets }: Scenario, choices: Choices, inForce: RulesInForce) {
  return sheets.flatMap(({ party, redLines }) => {
    const reported = redLines.filter(({ id }) => {
      return inForce.reportedOnly.some((ref) => ref.kind === "line" && ref.party === party && ref.line === id);
    });
    const crossed = reported.filter((line) => holds(line.when, choices));
    return crossed.map((line) => ({ party, line: line.id, undated: isUndated(line) }));
  });
}

/** Largest first; equal ones in the agenda's order. */
function shortfallRanked({ agenda }: Scenario, choices: Choices, { shortfallByIssue }: Evaluation) {
  return agenda.issues
    .flatMap(({ id }) => {
      const points = shortfallByIssue[id];
      return points !== undefined && points.num > 0n
        ? [{ issue: id, option: choices[id]!, points: toNumber(points) }]
        : [];
    })
    .sort((a, b) => b.points - a.points);
}

/**
 * For each party that refuses: the single-issue changes that mend a line or floor of its own, or raise its utility, and
 * break no rule the package keeps. First those that mend, most mended first; then by gain, equal gains in the agenda's
 * order. Other lines are not looked at: a move may cross one.
 */
function moves(
  { agenda, sheets }: Scenario,
  choices: Choices,
  refusedBy: readonly Refusal[],
  inForce: RulesInForce,
): Record<PartyId, Move[]> {
  const kept = inForce.rules.filter((rule) => !breaks(rule, choices));
  const changes = agenda.issues.flatMap(({ id: issue, options }) => {
    return options
      .filter(({ id }) => id !== choices[issue])
      .map(({ id: option }) => ({ issue, option, after: { ...choices, [issue]: option } }))
      .filter(({ after }) => !kept.some((rule) => breaks(rule, after)));
  });
  const now = new Map(sheets.map((sheet) => [sheet, evaluate(sheet, choices, inForce.on).utility]));
  const gain = (sheet: PreferenceSheet, after: Choices) => {
    return toNumber(subtract(evaluate(sheet, after, inForce.on).utility, now.get(sheet)!));
  };
  const refusing = new Set(refusedBy.map(({ party }) => party));
  const listed = sheets
    .filter(({ party }) => refusing.has(party))
    .map((sheet) => {
      const best = changes
        .map((change) => {
          const after = evaluate(sheet, change.after, inForce.on);
          const points = toNumber(subtract(after.utility, now.get(sheet)!));
          return { ...change, points, mends: mended(sheet.party, refusedBy, after) };
        })
        .filter(({ points, mends }) => points > 0 || mends.length > 0)
        .sort((a, b) => b.mends.length - a.mends.length || b.points - a.points)
        .slice(0, movesListed);
      const withCosts = best.map(({ issue, option, after, mends }): Move => {
        const change = Object.fromEntries(sheets.map((one) => [one.party, gain(one, after)]));
        return { issue, option, change, ...(mends.length > 0 ? { mends } : {}) };
      });
      return [sheet.party, withCosts] as const;
    });
  return Object.fromEntries(listed);
}

/** The party's lines and floors that the package breaks and the changed package does not. */
function mended(party: PartyId, refusedBy: readonly Refusal[], after: Evaluation): readonly ConstraintRef[] {
  return refusedBy.flatMap((refusal): readonly ConstraintRef[] => {
    if (refusal.party !== party) return [];
    if (refusal.by === "line")
      return after.linesBroken.some(({ id }) => id === refusal.line)
        ? []
        : [{ kind: "line", party, line: refusal.line }];
    if (refusal.by === "floor")
      return after.floorsBroken.some(({ floor: { id } }) => id === refusal.floor)
        ? []
        : [{ kind: "floor", party, floor: refusal.floor }];
    return [];
  });
}
