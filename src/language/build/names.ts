import type { Agenda, IssueId, OptionId, Package } from "#model";
import type { YamlDocument } from "../text/yaml-document.ts";

/** What an agenda declares, by id: enough to check every mention of it. */
export type Names = {
  readonly parties: ReadonlySet<string>;
  readonly clusters: ReadonlySet<string>;
  readonly issues: ReadonlyMap<IssueId, ReadonlySet<OptionId>>;
  readonly terms: ReadonlySet<string>;
  readonly candidates: ReadonlyMap<string, ReadonlySet<string>>;
  readonly events: ReadonlySet<string>;
  readonly packages: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
};

/** The names of a file whose shape may be wrong in places, so that one slip does not make everything else unknown. */
export function namesOfRaw(raw: object, document: YamlDocument): Names {
  const at = (key: string): unknown => (raw as Record<string, unknown>)[key]; // any object may be asked for any key
  return {
    parties: new Set(keysOf(at("parties"))),
    clusters: new Set(keysOf(at("clusters"))),
    issues: optionsByKey(at("issues")),
    terms: new Set(keysOf(at("terms"))),
    candidates: optionsByKey(at("candidates")),
    events: idsOf(at("events"), document),
    packages: new Set(keysOf(at("packages"))),
    sources: new Set(keysOf(at("sources"))),
  };
}

export function namesOfAgenda(agenda: Agenda, packages: readonly Package[] = []): Names {
  const ids = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id));
  return {
    parties: ids(agenda.parties),
    clusters: ids(agenda.clusters),
    issues: new Map(agenda.issues.map((issue) => [issue.id, ids(issue.options)])),
    terms: ids(agenda.terms),
    candidates: new Map(agenda.candidates.map((list) => [list.id, ids(list.candidates)])),
    events: ids(agenda.events),
    packages: ids(packages),
    sources: ids(agenda.sources),
  };
}

function keysOf(value: unknown): string[] {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}

function optionsByKey(value: unknown): Map<string, Set<string>> {
  return new Map(
    keysOf(value).map((key) => {
      const entry = (value as Record<string, unknown>)[key]; // keysOf has shown that it is a map
      const options = typeof entry === "object" && entry !== null && "options" in entry ? entry.options : undefined;
      return [key, new Set(keysOf(options))];
    }),
  );
}

function idsOf(value: unknown, document: YamlDocument): Set<string> {
  const items = Array.isArray(value) ? value : [value];
  return new Set(
    items.flatMap((item) => {
      if (typeof item !== "object" || item === null || !("id" in item)) return [];
      if (typeof item.id === "string") return [item.id];
      return document.plainText(item, "id") ?? []; // an id such as 08 is not a text yet
    }),
  );
}
