import type { Condition, PreferenceSheet, Rule, Scenario } from "#model";

/** The scenario without one option of one issue; conditions and sheets forget it. Packages are dropped: one may choose it. */
export function withoutOption(scenario: Scenario, issue: string, option: string): Scenario {
  return withOptions(scenario, issue, (id) => (id === option ? [] : [id]));
}

/** The scenario with a second option that is in everything like one it has. */
export function withOptionCopied(scenario: Scenario, issue: string, option: string): Scenario {
  return withOptions(scenario, issue, (id) => (id === option ? [id, copyOf(option)] : [id]));
}

export function copyOf(option: string): string {
  return `${option}-copy`;
}

/** Each option of the issue replaced by these, everywhere. */
function withOptions(scenario: Scenario, issue: string, become: (option: string) => readonly string[]): Scenario {
  const inCondition = (condition: Condition): Condition =>
    condition.map((clause) =>
      clause.issue === issue ? { issue, options: clause.options.flatMap((option) => become(option)) } : clause,
    );
  const keys = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).flatMap(([key, value]) => become(key).map((id) => [id, value] as const)));
  const inSheet = (sheet: PreferenceSheet): PreferenceSheet => {
    const { order, ...preference } = sheet.issues[issue]!;
    return {
      ...sheet,
      issues: { ...sheet.issues, [issue]: { ...preference, values: keys(preference.values) } },
      linkages: sheet.linkages.map((linkage) => {
        if (linkage.kind === "combination") return { ...linkage, when: inCondition(linkage.when) };
        const rows = linkage.given === issue ? keys(linkage.table) : linkage.table;
        const cells = Object.entries(rows).map(([given, row]) => [given, linkage.issue === issue ? keys(row) : row]);
        return { ...linkage, table: Object.fromEntries(cells) };
      }),
      redLines: sheet.redLines.map((line) => ({ ...line, when: inCondition(line.when) })),
      floors: sheet.floors.map((floor) =>
        floor.issue === issue ? { ...floor, commitments: floor.commitments.flatMap((id) => become(id)) } : floor,
      ),
    };
  };
  const inRule = (rule: Rule): Rule =>
    rule.kind === "forbid"
      ? { ...rule, when: inCondition(rule.when) }
      : // biome-ignore lint/suspicious/noThenProperty: the language's word; a rule is never awaited.
        { ...rule, when: inCondition(rule.when), then: inCondition(rule.then) };
  return {
    ...scenario,
    agenda: {
      ...scenario.agenda,
      issues: scenario.agenda.issues.map((one) =>
        one.id === issue
          ? { ...one, options: one.options.flatMap((option) => become(option.id).map((id) => ({ ...option, id }))) }
          : one,
      ),
      rules: scenario.agenda.rules.map(inRule),
    },
    sheets: scenario.sheets.map(inSheet),
    packages: [],
  };
}
