import { hollowConsensusOf, type Refusal } from "#analysis";
import type { Question, Scenario } from "#model";
import { type Finding, found, type Judged, type Reading, undecided, type World } from "../finding.ts";
import { judgedFloor, judgedLine, judgedReadings } from "../judged.ts";
import { judgedWorth } from "../judged-worth.ts";
import { packageOf, sheetOf } from "../lookup.ts";
import { listed, optionName, partyName } from "../wording.ts";

/**
 * Decided by the declared readings and, where one is refused, by why its refusers refuse it: the lines and floors
 * broken, and by value what puts it below; see judgedWorth.
 */
export function decideHollowConsensus(
  question: Extract<Question, { kind: "hollow-consensus" }>,
  { scenario, appraise }: World,
  reading: Reading,
): Finding {
  const term = scenario.agenda.terms.find(({ id }) => id === question.term);
  const judged = packageOf(scenario, question.package);
  if (!term) return undecided(`There is no term "${question.term}".`);
  const answer = hollowConsensusOf(scenario, term, judged, { withoutRedLines: reading === "as-weight" }, appraise);
  if (!answer) return undecided(`"${judged.name}" leaves issues open, or fewer than two of its authors have a sheet.`);

  const quoted = (option: string) => `"${optionName(scenario, term.issue, option)}"`;
  return found(
    answer.hollow === question.answer,
    () => {
      const unwilling = answer.ownReading.filter(({ accepts }) => !accepts);
      const own =
        unwilling.length === 0
          ? "Every author accepts it under its own reading"
          : `${names(
              scenario,
              unwilling.map(({ party }) => party),
            )} would refuse it even under their own reading`;
      const common = answer.declared.map(({ reading: declared, refusedBy }) => {
        const refusing = [...new Set(refusedBy.map(({ party }) => party))];
        const who = refusing.length === 0 ? "all accept it" : `it is refused by ${names(scenario, refusing)}`;
        return `read as ${quoted(declared)} ${who}`;
      });
      const bridging =
        answer.bridging.length > 0 ? ` All authors would accept ${listed(answer.bridging.map(quoted))}.` : "";
      return `${own}; ${common.join("; ")}.${bridging}`;
    },
    () => [
      judgedReadings(scenario, term),
      ...answer.declared.flatMap(({ reading: declared, refusedBy }) => {
        const choices = { ...judged.choices, [term.issue]: declared };
        return refusedBy.flatMap((refusal) => behind(scenario, refusal, choices, judged.date ?? scenario.agenda.asOf));
      }),
    ],
  );
}

function behind(
  scenario: Scenario,
  refusal: Refusal,
  choices: Readonly<Record<string, string>>,
  on: Scenario["agenda"]["asOf"],
): readonly Judged[] {
  const sheet = sheetOf(scenario, refusal.party)!;
  if (refusal.by === "value") return judgedWorth(scenario, sheet, choices, on, "below");
  if (refusal.by === "floor") {
    return [judgedFloor(scenario, sheet, sheet.floors.find(({ id }) => id === refusal.floor)!)];
  }
  return [judgedLine(scenario, sheet, sheet.redLines.find(({ id }) => id === refusal.line)!)];
}

function names(scenario: Scenario, parties: readonly string[]): string {
  return listed(parties.map((party) => partyName(scenario, party)));
}
