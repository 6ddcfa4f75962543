import type { Confidence, IssueId, PartyId, PreferenceSheet, Scenario, SourceStatus } from "#model";
import { conditionWords, judged, linkageWords, type Names, periodWords, plainText, type Text, written } from "#report";
import type { EvidenceRef } from "../deal/evidence-ref.ts";
import { evidenceOrigin, type Origin } from "./evidence-origin.ts";
import { evidenceTitle } from "./evidence-title.ts";
import type { Say } from "./say.ts";

export type JudgementRow = {
  readonly of: EvidenceRef;
  readonly party: PartyId;
  /** The issues it is about. */
  readonly issues: readonly IssueId[];
  readonly title: Text;
  readonly says: Text;
  readonly origin: Origin;
  /** Whether it cites nothing, cites something contested or debunked, or neither. */
  readonly basis: "none" | "doubtful" | "sound";
  /** All its words, for the search. */
  readonly text: string;
};

/** Every judgement of every sheet, in the agenda's order of parties. */
export function judgementRows(scenario: Scenario, names: Names, say: Say): readonly JudgementRow[] {
  const status = new Map(scenario.agenda.sources.map((source) => [source.id, source.status]));
  return scenario.sheets.flatMap((sheet) =>
    partsOf(sheet, names, say).map(({ of, issues, says, evidence }): JudgementRow => {
      const origin = evidenceOrigin(evidence, sheet);
      const title = evidenceTitle(of, scenario, names, say);
      const { why = "", note = "", author = "", sources } = origin.evidence;
      return {
        of,
        party: sheet.party,
        issues,
        title,
        says,
        origin,
        basis: basisOf(sources.map((source) => status.get(source))),
        text: [plainText(title), plainText(says), why, note, author, ...sources].join(" ").toLowerCase(),
      };
    }),
  );
}

function basisOf(statuses: readonly (SourceStatus | undefined)[]): JudgementRow["basis"] {
  if (statuses.length === 0) return "none";
  return statuses.some((status) => status === "contested" || status === "debunked") ? "doubtful" : "sound";
}

type Part = Pick<JudgementRow, "of" | "issues" | "says"> & { readonly evidence: PreferenceSheet["evidence"] };

function partsOf(sheet: PreferenceSheet, names: Names, say: Say): readonly Part[] {
  const { party } = sheet;
  return [
    {
      of: { kind: "reservation", party },
      issues: [],
      says: judged(sheet.reservation),
      evidence: sheet.reservation.evidence,
    },
    ...Object.entries(sheet.issues).map(
      ([issue, { weight, of, values, evidence }]): Part => ({
        of: { kind: "weight", party, issue },
        issues: [issue],
        says: [
          say("evidence.table.weight", { weight: judged(weight), of: written(of) }),
          " ",
          ...Object.entries(values).flatMap(([option, value], at) => [
            at > 0 ? "; " : "",
            names.option(issue, option),
            ` ${judged(value)}`,
          ]),
        ],
        evidence,
      }),
    ),
    ...sheet.linkages.map(
      (linkage): Part => ({
        of: { kind: "linkage", party, linkage: linkage.id },
        issues: linkage.kind === "table" ? [linkage.issue, linkage.given] : linkage.when.map(({ issue }) => issue),
        says: linkageWords(linkage, names),
        evidence: linkage.evidence,
      }),
    ),
    ...sheet.redLines.map(
      (line): Part => ({
        of: { kind: "line", party, line: line.id },
        issues: line.when.map(({ issue }) => issue),
        says: [...conditionWords(line.when, names), `; ${periodWords(line.from, line.until)}`],
        evidence: line.evidence,
      }),
    ),
    ...sheet.floors.map(
      (floor): Part => ({
        of: { kind: "floor", party, floor: floor.id },
        issues: [floor.issue],
        says: [`at least ${written(floor.min)}: `, ...names.options(floor.issue, floor.commitments, "or")],
        evidence: floor.evidence,
      }),
    ),
  ];
}

export type JudgementFilter = {
  readonly party: PartyId | "";
  readonly issue: IssueId | "";
  readonly confidence: Confidence | "" | "unstated";
  readonly basis: "" | "none" | "doubtful" | "weak";
  readonly text: string;
};

export const everyJudgement: JudgementFilter = { party: "", issue: "", confidence: "", basis: "", text: "" };

/** The rows that match all of it. */
export function filterJudgements(rows: readonly JudgementRow[], filter: JudgementFilter): readonly JudgementRow[] {
  const wanted = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    if (filter.party !== "" && row.party !== filter.party) return false;
    if (filter.issue !== "" && !row.issues.includes(filter.issue)) return false;
    if (filter.confidence !== "" && (row.origin.evidence.confidence ?? "unstated") !== filter.confidence) return false;
    if (filter.basis === "weak" ? row.basis === "sound" : filter.basis !== "" && row.basis !== filter.basis)
      return false;
    return wanted.every((word) => row.text.includes(word));
  });
}
