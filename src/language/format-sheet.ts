import type { Evidence, IssuePreference, Judgement, PreferenceSheet } from "#model";
import { formatCondition, formatEvidence, formatJudgement, mapOf, type Plain, some } from "./plain-yaml.ts";

/** A sheet as the language writes it: what is inherited or the default is left out. */
export function formatSheet(sheet: PreferenceSheet): Plain {
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
