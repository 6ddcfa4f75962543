import { type Refusal, refusals, rulesInForce } from "#analysis";
import type { PreferenceSheet, Question, Scenario } from "#model";
import { type Finding, found, type Judged, type Reading, undecided, type World } from "../finding.ts";
import { judgedFloor, judgedIssue, judgedLine, judgedLinkages } from "../judged.ts";
import { judgedWorth } from "../judged-worth.ts";
import { type ReadVariant, readVariant, sheetOf } from "../lookup.ts";
import { constraintText, optionName, partyName, points, worth } from "../wording.ts";

/**
 * Decided by: for a refusal, its reasons (only those asked about, if any): by value, see judgedWorth; by line, the
 * lines crossed; by floor, the floor and the commitment's value. For an acceptance, what puts it above.
 * The party is judged whether or not it must consent.
 */
export function decideVerdict(
  question: Extract<Question, { kind: "verdict" }>,
  { scenario, appraise }: World,
  reading: Reading,
): Finding {
  const sheet = sheetOf(scenario, question.party);
  const variant = readVariant(scenario, question.of);
  if (!sheet) return undecided(`${partyName(scenario, question.party)} has no sheet.`);
  if (!variant.complete) return undecided(`"${variant.package.name}" leaves issues open.`);

  const alone = { ...scenario, agenda: { ...scenario.agenda, consent: [question.party] } };
  const inForce = rulesInForce(alone, { withoutRedLines: reading === "as-weight" }, variant.on);
  const appraisal = appraise(sheet, variant.choices, variant.on);
  const reasons = refusals(sheet, variant.choices, appraisal, inForce);
  const as = reasons.length > 0 ? "refuses" : "accepts";
  const named = (question.by ?? []).every((by) => reasons.some((reason) => reason.by === by));
  return found(
    as === question.answer && (as === "accepts" || named),
    () => sentence(scenario, sheet, appraisal.utility, reasons),
    () => decidedBy(scenario, sheet, variant, reasons, named ? question.by : undefined),
  );
}

function sentence(scenario: Scenario, sheet: PreferenceSheet, utility: number, reasons: readonly Refusal[]): string {
  const party = partyName(scenario, sheet.party);
  const reach = `it reaches ${worth(utility, sheet.reservation.mid)}`;
  if (reasons.length === 0) return `${party} accepts: ${reach}, and no line or floor of its own is broken.`;
  const why = reasons.map((reason) => {
    if (reason.by === "value") return `${points(reason.shortfall)} points short`;
    if (reason.by === "line") return `its ${constraintText(scenario, sheet, reason)} is crossed`;
    const option = optionName(scenario, reason.issue, reason.option);
    return `"${option}" is worth ${points(reason.value)} to it where it needs ${points(reason.min)} to carry it out`;
  });
  return `${party} refuses: ${reach}; ${why.join("; ")}.`;
}

function decidedBy(
  scenario: Scenario,
  sheet: PreferenceSheet,
  { choices, on }: ReadVariant,
  reasons: readonly Refusal[],
  by: readonly string[] | undefined,
): Judged[] {
  if (reasons.length === 0) return judgedWorth(scenario, sheet, choices, on, "above");
  const asked = by === undefined || by.length === 0 ? reasons : reasons.filter((reason) => by.includes(reason.by));
  return asked.flatMap((reason) => {
    if (reason.by === "value") return judgedWorth(scenario, sheet, choices, on, "below");
    if (reason.by === "line") {
      return judgedLine(scenario, sheet, sheet.redLines.find(({ id }) => id === reason.line)!);
    }
    const floor = sheet.floors.find(({ id }) => id === reason.floor)!;
    const linkages = judgedLinkages(sheet, choices, [floor.issue], []);
    // A table that gives the value replaces the issue's own, which then decides nothing.
    const own = linkages.length > 0 ? [] : [judgedIssue(scenario, sheet, floor.issue, [reason.option])];
    return [judgedFloor(scenario, sheet, floor), ...own, ...linkages];
  });
}
