import type { Question } from "#model";
import { type Finding, found, undecided, type World } from "../finding.ts";
import { judgedWorth } from "../judged-worth.ts";
import { readVariant, sheetOf } from "../lookup.ts";
import { partyName, worth } from "../wording.ts";

/** Decided by what puts the package above or below the reservation value; see judgedWorth. Equal counts as reached. */
export function decideReservation(
  question: Extract<Question, { kind: "reservation" }>,
  { scenario, appraise }: World,
): Finding {
  const party = partyName(scenario, question.party);
  const sheet = sheetOf(scenario, question.party);
  const variant = readVariant(scenario, question.of);
  if (!sheet) return undecided(`${party} has no sheet.`);
  if (!variant.complete) return undecided(`"${variant.package.name}" leaves issues open.`);
  const { utility, surplus } = appraise(sheet, variant.choices, variant.on);
  const reached = surplus >= 0;
  return found(
    reached === (question.answer === "reached"),
    () => `${party} reaches ${worth(utility, sheet.reservation.mid)}.`,
    () => judgedWorth(scenario, sheet, variant.choices, variant.on, reached ? "above" : "below"),
  );
}
