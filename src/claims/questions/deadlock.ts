import { holds, isInForce, type PreferenceSheet, type Question, type RedLine } from "#model";
import { type Finding, found, type Reading, undecided, type World } from "../finding.ts";
import { judgedLine } from "../judged.ts";
import { sheetOf } from "../lookup.ts";
import { issueName, listed, optionName, partyName } from "../wording.ts";

type Refused = {
  readonly lines: readonly { readonly sheet: PreferenceSheet; readonly line: RedLine }[];
  readonly rules: readonly string[];
};

/**
 * An option is ruled out when taking it breaks, whatever else is chosen, a rule or a line, hard or declared, that a
 * named party holds on the agenda's date. Decided by those lines. Read as a weight no line counts, only rules.
 */
export function decideDeadlock(
  question: Extract<Question, { kind: "deadlock" }>,
  { scenario }: World,
  reading: Reading,
): Finding {
  const issue = scenario.agenda.issues.find(({ id }) => id === question.issue);
  if (!issue) return undecided(`There is no issue "${question.issue}".`);
  const sheets = question.parties.flatMap((party) => sheetOf(scenario, party) ?? []);

  const byOption = issue.options.map((option): Refused & { readonly option: string } => {
    const alone = { [issue.id]: option.id };
    const { rules, asOf } = scenario.agenda;
    return {
      option: option.id,
      lines:
        reading === "as-weight"
          ? []
          : sheets.flatMap((sheet) => {
              const broken = sheet.redLines.filter((line) => isInForce(line, asOf) && holds(line.when, alone));
              return broken.map((line) => ({ sheet, line }));
            }),
      rules: rules.filter((rule) => rule.kind === "forbid" && holds(rule.when, alone)).map(({ id }) => id),
    };
  });
  const quoted = (option: string) => `"${optionName(scenario, issue.id, option)}"`;
  const left = byOption.filter(({ lines, rules }) => lines.length + rules.length === 0);
  const deadlocked = left.length === 0;
  return found(
    deadlocked === question.answer,
    () => {
      if (!deadlocked)
        return `${issueName(scenario, issue.id)} is left with ${listed(left.map(({ option }) => quoted(option)))}.`;
      const each = byOption.map(({ option, lines, rules }) => {
        const by = [...new Set(lines.map(({ sheet }) => partyName(scenario, sheet.party)))];
        return `${quoted(option)} by ${listed([...by, ...rules.map((rule) => `rule ${rule}`)])}`;
      });
      return `Every choice of ${issueName(scenario, issue.id)} is ruled out: ${each.join("; ")}. That is logic, not weight.`;
    },
    () => {
      const lines = new Map(byOption.flatMap(({ lines }) => lines.map((one) => [one.line, one.sheet] as const)));
      return [...lines].map(([line, sheet]) => judgedLine(scenario, sheet, line));
    },
  );
}
