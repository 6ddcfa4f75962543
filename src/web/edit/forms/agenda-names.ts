import type { YamlValue } from "#language";
import { child, entries, idText } from "./read-value.ts";

export type Choice = { readonly id: string; readonly name: string };
export type IssueChoice = Choice & { readonly options: readonly Choice[] };

/** What the agenda declares, for the selects of every form. */
export type AgendaNames = {
  readonly parties: readonly Choice[];
  readonly clusters: readonly Choice[];
  readonly issues: readonly IssueChoice[];
  readonly packages: readonly Choice[];
  readonly sources: readonly Choice[];
};

export function agendaNames(agenda: YamlValue): AgendaNames {
  const named = (section: string, field = "name"): readonly Choice[] =>
    entries(child(agenda, section), []).map(({ key, value }) => choice(key, value, field));
  return {
    parties: named("parties"),
    clusters: named("clusters"),
    packages: named("packages"),
    sources: named("sources", "title"),
    issues: entries(child(agenda, "issues"), []).map(({ key, value }) => ({
      ...choice(key, value, "name"),
      options: entries(child(value, "options"), []).map((option) => choice(option.key, option.value, "name")),
    })),
  };
}

function choice(id: string, value: YamlValue | undefined, field: string): Choice {
  return { id, name: idText(child(value, field)) ?? idText(value) ?? id.replaceAll("_", " ") };
}
