import { localValue, type Question } from "#model";
import { toNumber } from "#prelude";
import { type Finding, found, undecided, type World } from "../finding.ts";
import { judgedIssue, judgedLinkages } from "../judged.ts";
import { sheetOf } from "../lookup.ts";
import { issueName, optionName, partyName, points } from "../wording.ts";

/** Decided by the table cells that give the values and, where no cell does, by the issue's own value. */
export function decideLocalValueRises(
  question: Extract<Question, { kind: "local-value-rises" }>,
  { scenario }: World,
): Finding {
  const { party, issue, option, given, along } = question;
  const name = partyName(scenario, party);
  const sheet = sheetOf(scenario, party);
  if (!sheet?.issues[issue]) return undecided(`${name} has no judgement of ${issueName(scenario, issue)}.`);

  const values = along.map((step) => toNumber(localValue(sheet, issue, { [issue]: option, [given]: step })));
  const rising = values.every((value, at) => at === 0 || value > values[at - 1]!);
  return found(
    rising,
    () => {
      const steps = along.map((step, at) => `${points(values[at]!)} with "${optionName(scenario, given, step)}"`);
      return `"${optionName(scenario, issue, option)}" is worth ${steps.join(", ")} to ${name}.`;
    },
    () => {
      const cells = along.map((step) => judgedLinkages(sheet, { [issue]: option, [given]: step }, [issue], []));
      const own = cells.some((found) => found.length === 0) ? [judgedIssue(scenario, sheet, issue, [option])] : [];
      return [...own, ...cells.flat()];
    },
  );
}
