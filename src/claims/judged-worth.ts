import { type Choices, evaluate, type PreferenceSheet, type Scenario } from "#model";
import type { Day } from "#prelude";
import type { Judged } from "./finding.ts";
import { judgedIssue, judgedLinkages, judgedReservation } from "./judged.ts";

/**
 * The judgements that put a settlement below the party's reservation value, or above it: the reservation value; the
 * issues that fall short of the party's best option there (below) or that add to its utility (above); and the linkages
 * that bear on those issues.
 */
export function judgedWorth(
  scenario: Scenario,
  sheet: PreferenceSheet,
  choices: Choices,
  on: Day,
  side: "below" | "above",
): Judged[] {
  const evaluation = evaluate(sheet, choices, on);
  const parts = side === "below" ? evaluation.shortfallByIssue : evaluation.byIssue;
  const issues = scenario.agenda.issues.map(({ id }) => id).filter((id) => (parts[id]?.num ?? 0n) > 0n);
  const fired = evaluation.linkages.filter(({ points }) => (side === "below") === points.num < 0n).map(({ id }) => id);
  return [
    judgedReservation(sheet),
    ...issues.map((issue) => judgedIssue(scenario, sheet, issue)),
    ...judgedLinkages(sheet, choices, issues, fired),
  ];
}
