import type { Package, Scenario } from "#model";
import type { PackageRecord } from "../shelf/shelf.ts";

/** The scenario with the reader's saved packages among its named ones. Choices that the agenda no longer has are left out. */
export function savedPackages(scenario: Scenario, saved: readonly PackageRecord[]): Scenario {
  if (saved.length === 0) return scenario;
  const { issues } = scenario.agenda;
  const mine = saved.map(({ id, name, choices, note }): Package => {
    const known = issues.flatMap(({ id: issue, options }) => {
      const chosen = choices[issue];
      return options.some((option) => option.id === chosen) ? [[issue, chosen!] as const] : [];
    });
    return {
      id: savedId(id),
      name,
      choices: Object.fromEntries(known),
      overrides: [],
      authors: [],
      addressees: [],
      sources: [],
      status: "composed here",
      ...(note ? { note } : {}),
    };
  });
  return { ...scenario, packages: [...scenario.packages, ...mine] };
}

export function savedId(record: string): string {
  return `saved-${record}`;
}
