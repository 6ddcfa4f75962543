import { stringify } from "yaml";
import type {
  Choices,
  Condition,
  Evidence,
  IssuePreference,
  Judgement,
  Option,
  Package,
  PreferenceSheet,
  Quantity,
  Scenario,
} from "#model";
import { formatQuestion } from "./format-question.ts";

/**
 * The scenario as files of the language: scenario.yaml and a sheet for each party that has one.
 * Reading them gives the same scenario.
 */
export function formatScenario(scenario: Scenario): ReadonlyMap<string, string> {
  return new Map([
    ["scenario.yaml", yamlText(agendaFile(scenario), "../../schemas/scenario.schema.json")],
    ...scenario.sheets.map((sheet): [string, string] => [
      `sheets/${sheet.party}.yaml`,
      yamlText(sheetFile(sheet), "../../../schemas/sheet.schema.json"),
    ]),
  ]);
}

function yamlText(content: Plain, schema: string): string {
  const text = stringify(content, { version: "1.2", schema: "core", lineWidth: 110, aliasDuplicateObjects: false });
  return `# yaml-language-server: $schema=${schema}\n${text}`;
}

/** What is written: maps as Map, because objects put number-like keys first; undefined entries are left out. */
export type Plain = string | number | boolean | readonly Plain[] | ReadonlyMap<string, Plain>;

/** A map of the entries that have a value. */
export function mapOf(fields: Readonly<Record<string, Plain | undefined>>): ReadonlyMap<string, Plain> {
  return new Map(Object.entries(fields).filter((entry): entry is [string, Plain] => entry[1] !== undefined));
}

export function mapBy<T>(items: readonly T[], key: (item: T) => string, value: (item: T) => Plain) {
  return new Map(items.map((item): [string, Plain] => [key(item), value(item)]));
}

/** Undefined for an empty list, so that its key is left out. */
export function some<T>(items: readonly T[], value: (item: T) => Plain): readonly Plain[] | undefined {
  return items.length === 0 ? undefined : items.map(value);
}

function someBy<T>(items: readonly T[], key: (item: T) => string, value: (item: T) => Plain) {
  return items.length === 0 ? undefined : mapBy(items, key, value);
}

export const ownText = (text: string): string => text;
const idOf = ({ id }: { readonly id: string }): string => id;

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

export function formatChoices(choices: Choices): Plain {
  return mapOf(choices);
}

export function formatCondition(condition: Condition): Plain {
  return mapBy(
    condition,
    ({ issue }) => issue,
    ({ options }) => (options.length === 1 ? options[0]! : options),
  );
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

/** The fields that differ from what is inherited; an empty list of sources is written where another would be inherited. */
function formatEvidence(evidence: Evidence, inherited: Evidence = { sources: [] }): Record<string, Plain | undefined> {
  const own = <Key extends "author" | "date" | "confidence" | "why">(key: Key) =>
    evidence[key] === inherited[key] ? undefined : evidence[key];
  const sameSources = evidence.sources.join(" ") === inherited.sources.join(" "); // ids hold no spaces
  return {
    confidence: own("confidence"),
    author: own("author"),
    date: own("date"),
    why: own("why"),
    sources: sameSources ? undefined : evidence.sources,
    note: evidence.note,
  };
}

function sheetFile(sheet: PreferenceSheet): Plain {
  const { evidence } = sheet;
  const all = formatEvidence(evidence, { author: sheet.author, ...(sheet.date && { date: sheet.date }), sources: [] });
  const evidenceMap = mapOf(all);
  return mapOf({
    schema: "entente.sheet/1",
    party: sheet.party,
    kind: sheet.kind,
    author: sheet.author,
    date: sheet.date,
    scale: sheet.scale === 100 ? undefined : sheet.scale,
    total: sheet.total,
    cap: sheet.cap,
    evidence: evidenceMap.size === 0 ? undefined : evidenceMap,
    reservation: formatReservation(sheet),
    aspiration: sheet.aspiration && formatJudgement(sheet.aspiration),
    issues: new Map(
      Object.entries(sheet.issues).map(([issue, one]): [string, Plain] => [issue, formatPreference(one, evidence)]),
    ),
    linkages: some(sheet.linkages, (linkage) =>
      linkage.kind === "combination"
        ? mapOf({
            id: linkage.id,
            when: formatCondition(linkage.when),
            value: formatJudgement(linkage.value),
            of: linkage.of === sheet.scale ? undefined : linkage.of,
            ...formatEvidence(linkage.evidence, evidence),
          })
        : mapOf({
            id: linkage.id,
            issue: linkage.issue,
            given: linkage.given,
            table: new Map(Object.entries(linkage.table).map(([given, row]) => [given, formatValues(row)])),
            ...formatEvidence(linkage.evidence, evidence),
          }),
    ),
    red_lines: some(sheet.redLines, ({ id, kind, when, from, until, evidence: own }) =>
      mapOf({ id, kind, refuse: formatCondition(when), from, until, ...formatEvidence(own, evidence) }),
    ),
    floors: some(sheet.floors, ({ id, issue, commitments, min, evidence: own }) =>
      mapOf({ id, issue, commitments, min, ...formatEvidence(own, evidence) }),
    ),
  });
}

function formatReservation({ reservation, evidence }: PreferenceSheet): Plain {
  const { low, mid, high } = reservation;
  const own = mapOf(formatEvidence(reservation.evidence, evidence));
  if (own.size === 0) return formatJudgement(reservation);
  return new Map<string, Plain>([
    ...(low === mid && mid === high ? [] : ([["low", low]] as const)),
    ["mid", mid],
    ...(low === mid && mid === high ? [] : ([["high", high]] as const)),
    ...own,
  ]);
}

function formatPreference({ weight, of, values, order, evidence }: IssuePreference, inherited: Evidence): Plain {
  return mapOf({
    weight: formatJudgement(weight),
    of: of === 100 ? undefined : of,
    values: order ? undefined : formatValues(values),
    order: order?.map((tied) => (tied.length === 1 ? tied[0]! : tied)),
    ...formatEvidence(evidence, inherited),
  });
}

function formatValues(values: Readonly<Record<string, Judgement>>): Plain {
  return new Map(Object.entries(values).map(([option, value]): [string, Plain] => [option, formatJudgement(value)]));
}

function formatJudgement({ low, mid, high }: Judgement): Plain {
  return low === mid && mid === high ? mid : mapOf({ low, mid, high });
}
