import type { Question } from "#model";
import { breakEven } from "../break-even.ts";
import { type Finding, found, undecided, type World } from "../finding.ts";
import { judgedWorth } from "../judged-worth.ts";
import { packageOf, sheetOf } from "../lookup.ts";
import { listed, partyName, topicName, worth } from "../wording.ts";

/**
 * Rules bind; lines and floors do not, the party's own included: the question is what the free issues can be worth.
 * Decided by what puts the best settlement above or below the reservation value; see judgedWorth.
 */
export function decideBestFor(
  question: Extract<Question, { kind: "best-for" }>,
  { scenario, engine, appraise }: World,
): Finding {
  const { party, from, free, answer } = question;
  const name = partyName(scenario, party);
  const sheet = sheetOf(scenario, party);
  if (!sheet) return undecided(`${name} has no sheet.`);

  const start = packageOf(scenario, from);
  const best = engine().best(party, { from, free, withoutRedLines: true, withoutFloors: true });
  const freed = listed(free.map((id) => `"${topicName(scenario, id)}"`));
  if (!best) return undecided(`No rule-abiding settlement keeps the rest of "${start.name}" when ${freed} may change.`);
  const on = start.date ?? scenario.agenda.asOf;
  const { utility, surplus } = appraise(sheet, best.settlement, on);
  const reached = surplus >= 0;
  return found(
    reached === (answer === "reached"),
    () => {
      const needs = worth(utility, sheet.reservation.mid);
      const reaches = `${name} reaches ${needs} when ${freed} ${free.length > 1 ? "are all at their" : "is at its"} best for it.`;
      return `${reaches}${enough(breakEven(scenario, sheet, best.settlement, free))}`;
    },
    () => judgedWorth(scenario, sheet, best.settlement, on, reached ? "above" : "below"),
  );
}

function enough(times: number | undefined): string {
  if (times === undefined) return "";
  if (times === Number.POSITIVE_INFINITY) return " No multiple of their weight would be enough.";
  return ` To be enough they would have to weigh ${times.toFixed(1)} times as much.`;
}
