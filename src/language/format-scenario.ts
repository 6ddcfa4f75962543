import type { Option, Package, Quantity, Scenario } from "#model";
import { formatDurability } from "./durability/format-durability.ts";
import { formatQuestion } from "./format-question.ts";
import { formatSheetFile } from "./format-sheet-file.ts";
import { formatMap } from "./map/format-map.ts";
import {
  formatChoices,
  formatCondition,
  formatEvidence,
  idOf,
  mapBy,
  mapOf,
  ownText,
  type Plain,
  some,
  someBy,
  yamlText,
} from "./plain-yaml.ts";

/**
 * The scenario as files of the language: scenario.yaml, a sheet for each party that has one, and durability.yaml and
 * the files of the map if there are any.
 * Reading them gives the same scenario.
 */
export function formatScenario(scenario: Scenario): ReadonlyMap<string, string> {
  return new Map([
    ["scenario.yaml", yamlText(agendaFile(scenario), "../../schemas/scenario.schema.json")],
    ...scenario.sheets.map((sheet): [string, string] => [`sheets/${sheet.party}.yaml`, formatSheetFile(sheet)]),
    ...(scenario.durability ? [["durability.yaml", formatDurability(scenario.durability)] as const] : []),
    ...(scenario.map ? formatMap(scenario.map) : []),
  ]);
}

function agendaFile({ agenda, packages, claims }: Scenario): Plain {
  return mapOf({
    schema: "entente.scenario/1",
    id: agenda.id,
    title: agenda.title,
    summary: agenda.summary || undefined,
    as_of: agenda.asOf,
    status: agenda.status || undefined,
    tie: agenda.tie,
    parties: mapBy(agenda.parties, idOf, (party) =>
      mapOf({
        name: party.name,
        role: party.roles,
        members: some(party.members, ({ name, role, consentMatters }) =>
          mapOf({ name, role, consent_matters: consentMatters || undefined }),
        ),
        note: party.note,
      }),
    ),
    consent: agenda.consent,
    stakeholders: some(agenda.stakeholders, ({ id, name, why, sources }) =>
      mapOf({ id, name, why: why || undefined, sources: some(sources, ownText) }),
    ),
    clusters: someBy(agenda.clusters, idOf, ({ name, note }) => (note === undefined ? name : mapOf({ name, note }))),
    issues: mapBy(agenda.issues, idOf, ({ name, cluster, note, options }) =>
      mapOf({ name, cluster, note, options: mapBy(options, idOf, formatOption) }),
    ),
    rules: some(agenda.rules, (rule) =>
      mapOf({
        id: rule.id,
        definitional: rule.definitional || undefined,
        ...(rule.kind === "forbid"
          ? { forbid: formatCondition(rule.when) }
          : // biome-ignore lint/suspicious/noThenProperty: the word of the language; nothing awaits this object
            { if: formatCondition(rule.when), then: formatCondition(rule.then) }),
        reason: rule.reason,
        sources: some(rule.sources, ownText),
      }),
    ),
    terms: someBy(agenda.terms, idOf, ({ wording, issue, readings, evidence }) =>
      mapOf({ wording, issue, readings: formatChoices(readings), ...formatEvidence(evidence) }),
    ),
    candidates: someBy(agenda.candidates, idOf, (list) =>
      mapOf({
        name: list.name,
        deciding: list.deciding,
        threshold: list.threshold,
        ...formatEvidence(list.evidence),
        options: mapBy(list.candidates, idOf, ({ name, condition, acceptability, evidence }) =>
          mapOf({ name, condition, acceptability: mapOf(acceptability), ...formatEvidence(evidence, list.evidence) }),
        ),
      }),
    ),
    formats: some(agenda.formats, ({ id, name, members, clusters, level, note }) =>
      mapOf({ id, name, members, clusters: some(clusters, ownText), level, note }),
    ),
    channels: someBy(agenda.channels, idOf, ({ name, sessions, note }) =>
      mapOf({
        name,
        sessions: some(sessions, (session) => mapOf({ ...session, sources: some(session.sources, ownText) })),
        note,
      }),
    ),
    events: some(agenda.events, (event) => mapOf({ ...event, sources: some(event.sources, ownText) })),
    facts: some(agenda.facts, ({ id, statement, figures, sources, note }) =>
      mapOf({
        id,
        statement,
        figures: someBy(
          figures,
          ({ name }) => name,
          ({ values }) => (values.length === 1 ? values[0]! : values),
        ),
        sources: some(sources, ownText),
        note,
      }),
    ),
    packages: someBy(packages, idOf, formatPackage),
    claims: some(claims, ({ id, row, statement, source, question, note }) =>
      mapOf({ id, row, statement, source, question: formatQuestion(question), note }),
    ),
    sources: someBy(agenda.sources, idOf, ({ id: _, ...source }) => mapOf(source)),
  });
}

function formatOption({ name, what, quantities, place, norm }: Option): Plain {
  if (what === undefined && quantities.length === 0 && place === undefined && norm === undefined) return name;
  return mapOf({
    name,
    what,
    quantities: someBy(quantities, ({ name: quantity }) => quantity, formatRange),
    place,
    norm: norm && mapOf({ text: norm.text, sources: some(norm.sources, ownText) }),
  });
}

function formatRange({ low, high }: Quantity): Plain {
  return low === high ? low : [low, high];
}

/** A package writes only what it sets itself. */
function formatPackage({ choices, base, overrides, ...rest }: Package): Plain {
  const own = new Map((base === undefined ? Object.keys(choices) : overrides).map((issue) => [issue, choices[issue]!]));
  return mapOf({
    name: rest.name,
    authors: some(rest.authors, ownText),
    addressees: some(rest.addressees, ownText),
    date: rest.date,
    status: rest.status,
    base,
    set: own,
    note: rest.note,
    sources: some(rest.sources, ownText),
  });
}
