import type { Evidence, Package } from "#model";
import { type Inline, judged, series, type Text, written } from "#report";
import type { EvidenceRef } from "../deal/evidence-ref.ts";
import type { Archive, Dossier } from "./dossier.ts";

type OfRecord = Extract<
  EvidenceRef,
  { kind: "rule" | "option" | "term" | "candidates" | "package" | "claim" | "event" }
>;

/** What stands behind a thing on the agenda or on record. */
export function recordDossier(ref: OfRecord, archive: Archive): Dossier | undefined {
  const { scenario, names, say } = archive;
  const { agenda } = scenario;
  switch (ref.kind) {
    case "rule": {
      const rule = agenda.rules.find(({ id }) => id === ref.rule);
      return (
        rule && {
          kind: say(rule.definitional ? "evidence.kind.rule.definitional" : "evidence.kind.rule"),
          facts: [
            {
              label: say("evidence.fact.says"),
              text:
                rule.kind === "forbid"
                  ? [say("evidence.rule.forbid"), " ", ...names.condition(rule.when)]
                  : [...names.condition(rule.when), " › ", ...names.condition(rule.then)],
            },
          ],
          evidence: { why: rule.reason, sources: rule.sources },
          related: [],
        }
      );
    }
    case "option":
      return optionDossier(ref, archive);
    case "term": {
      const term = agenda.terms.find(({ id }) => id === ref.term);
      return (
        term && {
          kind: say("evidence.kind.term"),
          facts: [
            { label: say("evidence.fact.issue"), text: names.issue(term.issue) },
            ...Object.entries(term.readings).map(([party, option]) => ({
              label: say("evidence.fact.read", { party: names.party(party).text }),
              text: names.option(term.issue, option),
            })),
          ],
          evidence: term.evidence,
          related: [],
        }
      );
    }
    case "candidates": {
      const list = agenda.candidates.find(({ id }) => id === ref.list);
      if (!list) return undefined;
      const candidate = list.candidates.find(({ id }) => id === ref.candidate);
      const others = list.candidates.filter(({ id }) => id !== ref.candidate);
      return {
        kind: say(candidate ? "evidence.kind.candidate" : "evidence.kind.candidates"),
        facts: [
          { label: say("evidence.fact.threshold"), text: say("evidence.threshold", { threshold: list.threshold }) },
          ...(candidate
            ? [
                ...list.deciding.map((party) => ({
                  label: say("evidence.fact.acceptable", { party: names.party(party).text }),
                  text: written(candidate.acceptability[party] ?? 0),
                })),
                ...(candidate.condition
                  ? [{ label: say("evidence.fact.condition"), text: named(candidate.condition) }]
                  : []),
              ]
            : [
                {
                  label: say("evidence.fact.deciding"),
                  text: series(list.deciding.map((party) => names.party(party))),
                },
              ]),
        ],
        evidence: candidate ? withDefaults(candidate.evidence, list.evidence) : list.evidence,
        related: [
          {
            label: say("evidence.related.candidates"),
            items: others.map(({ id, name }) => ({
              name: named(name),
              of: { kind: "candidates", list: list.id, candidate: id } as const,
            })),
          },
        ],
      };
    }
    case "package": {
      const found = scenario.packages.find(({ id }) => id === ref.package);
      return found && packageDossier(found, archive);
    }
    case "claim": {
      const claim = scenario.claims.find(({ id }) => id === ref.claim);
      return (
        claim && {
          kind: say("evidence.kind.claim"),
          facts: [{ label: say("evidence.fact.says"), text: named(claim.statement) }],
          evidence: { sources: [claim.source], ...(claim.note ? { note: claim.note } : {}) },
          related: [],
        }
      );
    }
    case "event": {
      const event = agenda.events.find(({ id }) => id === ref.event);
      return (
        event && {
          kind: say("evidence.kind.event"),
          facts: [{ label: say("evidence.fact.date"), text: event.date }],
          evidence: { sources: event.sources },
          related: [],
        }
      );
    }
  }
}

function packageDossier(found: Package, { scenario, names, say }: Archive): Dossier {
  const parties = (ids: readonly string[]): Text => series(ids.map((id) => names.party(id)));
  const fact = (label: string, text: Text | undefined) => (text === undefined ? [] : [{ label, text }]);
  const issues = scenario.agenda.issues.filter(({ id }) => found.choices[id] !== undefined);
  return {
    kind: say("evidence.kind.package"),
    facts: [
      ...fact(say("evidence.fact.status"), found.status === undefined ? undefined : named(found.status)),
      ...fact(say("evidence.fact.date"), found.date),
      ...fact(say("evidence.fact.authors"), found.authors.length > 0 ? parties(found.authors) : undefined),
      ...fact(say("evidence.fact.addressees"), found.addressees.length > 0 ? parties(found.addressees) : undefined),
      ...fact(
        say("evidence.fact.base"),
        found.base === undefined
          ? undefined
          : [
              names.package(found.base),
              ...(found.overrides.length > 0
                ? [`; ${say("evidence.fact.changed")} `, ...series(found.overrides.map((issue) => names.issue(issue)))]
                : []),
            ],
      ),
    ],
    evidence: { sources: found.sources, ...(found.note ? { note: found.note } : {}) },
    related: [
      {
        label: say("evidence.related.worth"),
        items: scenario.sheets.map(({ party }) => ({
          name: names.party(party),
          of: { kind: "utility", party, choices: found.choices, title: found.name } as const,
        })),
      },
      {
        label: say("evidence.related.choices"),
        items: issues.map(({ id }) => ({
          name: names.choice(id, found.choices[id] ?? ""),
          of: { kind: "option", issue: id, option: found.choices[id] ?? "" } as const,
        })),
      },
    ],
  };
}

function optionDossier(
  ref: Extract<EvidenceRef, { kind: "option" }>,
  { scenario, names, say }: Archive,
): Dossier | undefined {
  const option = scenario.agenda.issues.find(({ id }) => id === ref.issue)?.options.find(({ id }) => id === ref.option);
  if (!option) return undefined;
  return {
    kind: say("evidence.kind.option"),
    facts: [
      { label: say("evidence.fact.issue"), text: names.issue(ref.issue) },
      ...(option.what ? [{ label: say("evidence.fact.says"), text: named(option.what) }] : []),
      ...option.quantities.map(({ name, low, high, unit }) => ({
        label: name,
        text: `${low === high ? written(low) : `${written(low)} to ${written(high)}`} ${unit}`,
      })),
      ...(option.norm ? [{ label: say("evidence.fact.norm"), text: named(option.norm.text) }] : []),
    ],
    evidence: { sources: option.norm?.sources ?? [] },
    related: [
      {
        label: say("evidence.related.valued"),
        items: scenario.sheets.flatMap((sheet) => {
          const value = sheet.issues[ref.issue]?.values[ref.option];
          return value
            ? [
                {
                  name: [names.party(sheet.party), `: ${judged(value)}`] as const,
                  of: { kind: "value", party: sheet.party, issue: ref.issue, option: ref.option } as const,
                },
              ]
            : [];
        }),
      },
    ],
  };
}

/** A candidate inherits what it does not say from its list. */
function withDefaults(own: Evidence, common: Evidence): Evidence {
  return { ...common, ...own, sources: own.sources.length > 0 ? own.sources : common.sources };
}

function named(text: string): Inline {
  return { kind: "name", text };
}
