import type { Agenda, IssueId, OptionId, Package } from "#model";
import type { YamlDocument } from "../text/yaml-document.ts";

/** What an agenda declares, by id: enough to check every mention of it. Undefined where it could not be read. */
export type Names = {
  readonly parties: ReadonlySet<string> | undefined;
  readonly clusters: ReadonlySet<string> | undefined;
  readonly issues: ReadonlyMap<IssueId, ReadonlySet<OptionId> | undefined> | undefined;
  readonly terms: ReadonlySet<string> | undefined;
  readonly candidates: ReadonlyMap<string, ReadonlySet<string> | undefined> | undefined;
  readonly events: ReadonlySet<string> | undefined;
  readonly packages: ReadonlySet<string> | undefined;
  readonly sources: ReadonlySet<string> | undefined;
};

/** The names of a file whose shape may be wrong in places, so that one slip does not make everything else unknown. */
export function namesOfRaw(raw: object, document: YamlDocument): Names {
  const at = (key: string): unknown => (raw as Record<string, unknown>)[key]; // any object may be asked for any key
  const keys = (key: string) => keysOf(at(key), document);
  return {
    parties: at("parties") === undefined ? undefined : keys("parties"),
    clusters: keys("clusters"),
    issues: at("issues") === undefined ? undefined : optionsByKey(at("issues"), document),
    terms: keys("terms"),
    candidates: optionsByKey(at("candidates"), document),
    events: idsOf(at("events"), document),
    packages: keys("packages"),
    sources: keys("sources"),
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

/** None for a section that is not there; undefined for one that is no map, which is reported as such. */
function keysOf(value: unknown, document: YamlDocument): Set<string> | undefined {
  if (value === undefined) return new Set();
  return isMap(value) ? new Set(document.keys(value)) : undefined;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function optionsByKey(value: unknown, document: YamlDocument): Map<string, Set<string> | undefined> | undefined {
  if (value === undefined) return new Map();
  if (!isMap(value)) return undefined;
  return new Map(
    document.keys(value).map((key) => {
      const entry = value[key];
      return [key, isMap(entry) && isMap(entry.options) ? new Set(document.keys(entry.options)) : undefined];
    }),
  );
}

export function idsOf(value: unknown, document: YamlDocument): Set<string> | undefined {
  if (value === undefined) return new Set();
  const items = Array.isArray(value) ? value : [value];
  const ids = items.map((item) => {
    if (!isMap(item)) return undefined;
    return typeof item.id === "string" ? item.id : document.plainText(item, "id"); // an id such as 08 is not a text yet
  });
  return ids.every((id) => id !== undefined) ? new Set(ids) : undefined;
}
