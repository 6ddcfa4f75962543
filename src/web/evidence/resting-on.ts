import type { Evidence, PreferenceSheet, Scenario, SourceId } from "#model";
import type { EvidenceRef } from "../deal/evidence-ref.ts";

/** What a source is cited for. Kinds that no evidence panel has are only counted. */
export type Resting = {
  readonly judgements: readonly EvidenceRef[];
  readonly records: readonly EvidenceRef[];
  readonly claims: readonly EvidenceRef[];
  /** Sessions, facts and stakeholders. */
  readonly others: number;
};

/** Everything in the scenario that cites the source. */
export function restingOn(scenario: Scenario, source: SourceId): Resting {
  const { agenda } = scenario;
  const cites = ({ sources }: { readonly sources: readonly SourceId[] }) => sources.includes(source);
  return {
    judgements: [
      ...scenario.sheets.flatMap((sheet) =>
        judgementsOf(sheet)
          .filter(({ evidence }) => cites(evidence))
          .map(({ of }) => of),
      ),
      ...agenda.terms
        .filter(({ evidence }) => cites(evidence))
        .map(({ id }): EvidenceRef => ({ kind: "term", term: id })),
      ...agenda.candidates.flatMap((list) =>
        list.candidates
          .filter(({ evidence }) => cites(evidence))
          .map(({ id }): EvidenceRef => ({ kind: "candidates", list: list.id, candidate: id })),
      ),
    ],
    records: [
      ...scenario.packages.filter(cites).map(({ id }): EvidenceRef => ({ kind: "package", package: id })),
      ...agenda.rules.filter(cites).map(({ id }): EvidenceRef => ({ kind: "rule", rule: id })),
      ...agenda.events.filter(cites).map(({ id }): EvidenceRef => ({ kind: "event", event: id })),
      ...agenda.issues.flatMap((issue) =>
        issue.options
          .filter(({ norm }) => norm !== undefined && cites(norm))
          .map(({ id }): EvidenceRef => ({ kind: "option", issue: issue.id, option: id })),
      ),
    ],
    claims: scenario.claims
      .filter((claim) => claim.source === source)
      .map(({ id }): EvidenceRef => ({ kind: "claim", claim: id })),
    others:
      agenda.channels.flatMap(({ sessions }) => sessions).filter(cites).length +
      agenda.facts.filter(cites).length +
      agenda.stakeholders.filter(cites).length,
  };
}

/** Every judgement of a sheet that carries evidence, with the way to it. */
export function judgementsOf(
  sheet: PreferenceSheet,
): readonly { readonly of: EvidenceRef; readonly evidence: Evidence }[] {
  const { party } = sheet;
  return [
    { of: { kind: "reservation", party }, evidence: sheet.reservation.evidence },
    ...Object.entries(sheet.issues).map(([issue, { evidence }]) => ({
      of: { kind: "weight", party, issue } as const,
      evidence,
    })),
    ...sheet.linkages.map(({ id, evidence }) => ({ of: { kind: "linkage", party, linkage: id } as const, evidence })),
    ...sheet.redLines.map(({ id, evidence }) => ({ of: { kind: "line", party, line: id } as const, evidence })),
    ...sheet.floors.map(({ id, evidence }) => ({ of: { kind: "floor", party, floor: id } as const, evidence })),
  ];
}
