import type { Question } from "#model";
import { type Finding, found, undecided, type World } from "../finding.ts";
import { judgedReadings } from "../judged.ts";

/** Whether two parties have declared different readings of the term. Decided by the readings. */
export function decideReadingsDiffer(
  question: Extract<Question, { kind: "readings-differ" }>,
  { scenario }: World,
): Finding {
  const term = scenario.agenda.terms.find(({ id }) => id === question.term);
  if (!term) return undecided(`There is no term "${question.term}".`);
  const readings = judgedReadings(scenario, term);
  const differ = new Set(Object.values(term.readings)).size > 1;
  return found(
    differ === question.answer,
    () => `${readings.says}.`,
    () => [readings],
  );
}
