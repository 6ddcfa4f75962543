import type {
  Agenda,
  Candidate,
  CandidateList,
  Cluster,
  Fact,
  Format,
  Issue,
  Option,
  Rule,
  Source,
  Stakeholder,
  Term,
} from "#model";
import { present } from "../present.ts";
import type { RawScenario } from "../schema/scenario-schema.ts";
import { buildParties, defaultConsent } from "./build-parties.ts";
import { buildChannels, buildEvents } from "./build-timeline.ts";
import { conditionAt } from "./condition.ts";
import { evidenceAt } from "./evidence.ts";
import { needSome } from "./need-some.ts";
import { quantitiesOf, unitOf } from "./quantity.ts";
import { checkDistinct, checkName, checkOption, dayOf, entries, ids, many, nameFromId, type Reader } from "./reader.ts";

/** The public part of the scenario, with every name it mentions checked. */
export function buildAgenda(reader: Reader, raw: RawScenario): Agenda {
  const parties = buildParties(reader, raw);
  const clusters = buildClusters(reader, raw);
  return {
    id: raw.id,
    title: raw.title,
    summary: raw.summary ?? "",
    asOf: dayOf(raw.as_of),
    status: raw.status ?? "",
    tie: raw.tie ?? "accepts",
    parties,
    consent: raw.consent === undefined ? defaultConsent(parties) : ids(reader, raw, "consent", "party"),
    stakeholders: buildStakeholders(reader, raw),
    clusters,
    issues: buildIssues(reader, raw),
    rules: buildRules(reader, raw),
    terms: buildTerms(reader, raw),
    candidates: buildCandidates(reader, raw),
    formats: buildFormats(reader, raw),
    channels: buildChannels(reader, raw),
    events: buildEvents(reader, raw),
    facts: buildFacts(reader, raw),
    sources: buildSources(reader, raw),
  };
}

function buildStakeholders(reader: Reader, raw: RawScenario): readonly Stakeholder[] {
  const items = many<{ id: string; name: string; why?: string }>(reader, raw, "stakeholders");
  checkDistinct(reader, items, "stakeholders");
  return items.map(({ value }) => ({
    id: value.id,
    name: value.name,
    why: value.why ?? "",
    sources: ids(reader, value, "sources", "source"),
  }));
}

function buildClusters(reader: Reader, raw: RawScenario): readonly Cluster[] {
  return entries(reader, raw.clusters).map(({ key: id, value, keyAt }) => {
    if (reader.names?.issues?.has(id))
      reader.diagnostics.error("id-clash", keyAt(), () => ({
        message: `"${id}" is both a cluster and an issue.`,
        fix: "Give the cluster another id: questions name either.",
      }));
    return typeof value === "string"
      ? { id, name: value }
      : present({ id, name: value.name ?? nameFromId(id), note: value.note });
  });
}

function buildIssues(reader: Reader, raw: RawScenario): readonly Issue[] {
  needSome(reader, raw, "issues", "issue");
  return entries(reader, raw.issues).map(({ key: id, value }) => {
    if (value.cluster !== undefined) {
      const { cluster } = value;
      checkName(reader, "cluster", cluster, () => reader.document.at(value, "cluster"));
    }
    needSome(reader, value, "options", "option");
    return present({
      id,
      name: value.name ?? nameFromId(id),
      cluster: value.cluster,
      note: value.note,
      options: entries(reader, value.options).map(({ key, value: option }) => buildOption(reader, key, option)),
    });
  });
}

type RawOption = RawScenario["issues"][string]["options"][string];

function buildOption(reader: Reader, id: string, raw: RawOption): Option {
  if (typeof raw === "string") return { id, name: raw, quantities: [] };
  const { name, what, quantities, place, norm } = raw ?? {};
  return present({
    id,
    name: name ?? nameFromId(id),
    what,
    quantities: quantitiesOf(reader, quantities),
    place,
    norm: norm && { text: norm.text, sources: ids(reader, norm, "sources", "source") },
  });
}

type RawRule = Extract<NonNullable<RawScenario["rules"]>, readonly unknown[]>[number];

function buildRules(reader: Reader, raw: RawScenario): readonly Rule[] {
  const items = many<RawRule>(reader, raw, "rules");
  checkDistinct(reader, items, "rules");
  return items.map(({ value }) => {
    const basis = {
      id: value.id,
      definitional: value.definitional ?? false,
      reason: value.reason,
      sources: ids(reader, value, "sources", "source"),
    };
    return "forbid" in value
      ? { ...basis, kind: "forbid", when: conditionAt(reader, value, "forbid") }
      : // biome-ignore lint/suspicious/noThenProperty: the model's word; nothing awaits a rule
        { ...basis, kind: "require", when: conditionAt(reader, value, "if"), then: conditionAt(reader, value, "then") };
  });
}

function buildTerms(reader: Reader, raw: RawScenario): readonly Term[] {
  return entries(reader, raw.terms).map(({ key: id, value }) => {
    checkName(reader, "issue", value.issue, () => reader.document.at(value, "issue"));
    const readings = entries(reader, value.readings).map(({ key: party, value: option, keyAt, at }) => {
      checkName(reader, "party", party, keyAt);
      checkOption(reader, value.issue, option, at);
      return [party, option] as const;
    });
    return {
      id,
      wording: value.wording,
      issue: value.issue,
      readings: Object.fromEntries(readings),
      evidence: evidenceAt(reader, value),
    };
  });
}

function buildCandidates(reader: Reader, raw: RawScenario): readonly CandidateList[] {
  return entries(reader, raw.candidates).map(({ key: id, value }) => {
    const deciding = ids(reader, value, "deciding", "party");
    const evidence = evidenceAt(reader, value);
    needSome(reader, value, "options", "candidate");
    const candidates = entries(reader, value.options).map(({ key, value: option, keyAt }): Candidate => {
      const scores = entries(reader, option.acceptability);
      for (const { key: party, keyAt: place } of scores) checkName(reader, "party", party, place);
      for (const party of deciding)
        if (option.acceptability[party] === undefined)
          reader.diagnostics.error("missing-acceptability", keyAt(), () => ({
            message: `Candidate "${key}" has no acceptability for "${party}", which decides on this list.`,
            fix: `Add \`${party}:\` with a number from 0 to 100 to its acceptability.`,
          }));
      return present({
        id: key,
        name: option.name ?? nameFromId(key),
        condition: option.condition,
        acceptability: Object.fromEntries(scores.map(({ key: party, value: points }) => [party, points])),
        evidence: evidenceAt(reader, option, evidence),
      });
    });
    return { id, name: value.name ?? nameFromId(id), deciding, threshold: value.threshold, candidates, evidence };
  });
}

type RawFormat = Extract<NonNullable<RawScenario["formats"]>, readonly unknown[]>[number];

function buildFormats(reader: Reader, raw: RawScenario): readonly Format[] {
  const items = many<RawFormat>(reader, raw, "formats");
  checkDistinct(reader, items, "formats");
  return items.map(({ value }) =>
    present({
      id: value.id,
      name: value.name ?? nameFromId(value.id),
      members: ids(reader, value, "members", "party"),
      clusters: ids(reader, value, "clusters", "cluster"),
      level: value.level,
      note: value.note,
    }),
  );
}

type RawFact = Extract<NonNullable<RawScenario["facts"]>, readonly unknown[]>[number];

function buildFacts(reader: Reader, raw: RawScenario): readonly Fact[] {
  const items = many<RawFact>(reader, raw, "facts");
  checkDistinct(reader, items, "facts");
  return items.map(({ value }) =>
    present({
      id: value.id,
      statement: value.statement,
      figures: entries(reader, value.figures).map(({ key: name, value: figure }) => {
        const values = Array.isArray(figure) ? figure : [figure];
        const unit = values.some((one) => typeof one === "number") ? unitOf(name) : undefined;
        return present({ name, values, unit });
      }),
      sources: ids(reader, value, "sources", "source"),
      note: value.note,
    }),
  );
}

function buildSources(reader: Reader, raw: RawScenario): readonly Source[] {
  return entries(reader, raw.sources).map(({ key: id, value }) =>
    present({ id, ...value, status: value.status ?? ("asserted" as const), note: value.note }),
  );
}
