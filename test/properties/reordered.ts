import type { Scenario } from "#model";
import { seededRandom } from "#prelude";

/** The same scenario with its parties, sheets, consent list, issues, options, rules and sheet entries in another order. */
export function reordered(scenario: Scenario, seed: number): Scenario {
  const random = seededRandom(seed);
  const shuffle = <T>(items: readonly T[]): T[] => {
    const left = [...items];
    return items.map(() => left.splice(random.below(left.length), 1)[0]!);
  };
  const { agenda } = scenario;
  const parties = shuffle(agenda.parties);
  const place = (party: string): number => parties.findIndex(({ id }) => id === party);
  return {
    ...scenario,
    agenda: {
      ...agenda,
      parties,
      consent: shuffle(agenda.consent),
      issues: shuffle(agenda.issues).map((issue) => ({ ...issue, options: shuffle(issue.options) })),
      rules: shuffle(agenda.rules),
    },
    sheets: [...scenario.sheets]
      .sort((a, b) => place(a.party) - place(b.party))
      .map((sheet) => ({
        ...sheet,
        issues: Object.fromEntries(shuffle(Object.entries(sheet.issues))),
        redLines: shuffle(sheet.redLines),
        floors: shuffle(sheet.floors),
        // Tables replace in their order; combinations add up in any.
        linkages: [
          ...shuffle(sheet.linkages.filter(({ kind }) => kind === "combination")),
          ...sheet.linkages.filter(({ kind }) => kind === "table"),
        ],
      })),
  };
}
