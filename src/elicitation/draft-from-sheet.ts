import {
  type Agenda,
  type Evidence,
  type IssuePreference,
  type Judgement,
  type PreferenceSheet,
  weightTotal,
} from "#model";
import { toNumber } from "#prelude";
import type { SheetDraft, Statement } from "./draft.ts";

export type ReopenedSheet = {
  readonly draft: SheetDraft;
  /** What changed on the way: every settlement is still ranked as the sheet ranks it, but for these. */
  readonly changes: readonly ReopenedChange[];
};

export type ReopenedChange =
  /** The sheet counts in other units; the draft counts every issue at its best as 100 points. */
  | { readonly kind: "rescaled"; readonly factor: number }
  /** Utility beyond this counted as this; a draft has no such limit. */
  | { readonly kind: "cap-left-out"; readonly cap: number }
  /** Every weight is zero, so no swing can be stated. */
  | { readonly kind: "no-weights" };

/**
 * An existing sheet as statements, for its owner to go on with: swings against the heaviest issue, orders as orders,
 * values as numbers or ranges, the reservation value as a range. Where a range was judged away from its middle, the
 * judged number itself is not kept; nor is the range of the heaviest weight, against which the others are stated.
 */
export function draftFromSheet(agenda: Agenda, sheet: PreferenceSheet): ReopenedSheet {
  const { party, kind, author, date, aspiration, evidence } = sheet;
  const entries = Object.entries(sheet.issues);
  const sum = entries.reduce((total, [, { weight }]) => total + weight.mid, 0);
  const share = sum === 0 ? 1 : sum / toNumber(weightTotal(sheet)); // of the scale that the issues make up
  const factor = 100 / (sheet.scale * share);
  const ofIssue = (issue: string): number => 100 / (sheet.issues[issue]?.of ?? 100);
  const draft: SheetDraft = {
    schema: "entente.sheet-draft/1",
    agenda: agenda.id,
    party,
    kind,
    author,
    ...(date && { date }),
    statements: [
      ...weightStatements(sheet, sum),
      ...entries.flatMap(([issue, preference]) => valueStatements(issue, preference)),
      {
        id: "reservation",
        kind: "reservation-range",
        low: scaled(sheet.reservation.low, factor),
        high: scaled(sheet.reservation.high, factor),
        ...stated(sheet.reservation.evidence, evidence),
      },
    ],
    freeScales: entries.flatMap(([issue, preference]) => (isWholeScale(preference) ? [] : [issue])),
    redLines: sheet.redLines,
    linkages: sheet.linkages.map((each) =>
      each.kind === "combination"
        ? { ...each, value: scaledJudgement(each.value, 100 / (each.of * share)), of: 100 }
        : {
            ...each,
            table: Object.fromEntries(
              Object.entries(each.table).map(([given, row]) => [
                given,
                Object.fromEntries(
                  Object.entries(row).map(([option, cell]) => [option, scaledJudgement(cell, ofIssue(each.issue))]),
                ),
              ]),
            ),
          },
    ),
    floors: sheet.floors.map((floor) => ({ ...floor, min: scaled(floor.min, ofIssue(floor.issue)) })),
    ...(aspiration && { aspiration: scaledJudgement(aspiration, factor) }),
    evidence,
  };
  const changes: ReopenedChange[] = [];
  if (Math.abs(factor - 1) > 1e-9) changes.push({ kind: "rescaled", factor });
  if (sheet.cap !== undefined) changes.push({ kind: "cap-left-out", cap: sheet.cap });
  if (sum === 0) changes.push({ kind: "no-weights" });
  return { draft, changes };
}

function weightStatements(sheet: PreferenceSheet, sum: number): readonly Statement[] {
  const entries = Object.entries(sheet.issues);
  if (sum === 0) return [];
  const [heaviest, { weight: most }] = entries.reduce((best, each) =>
    each[1].weight.mid > best[1].weight.mid ? each : best,
  );
  const others = entries.filter(([issue]) => issue !== heaviest);
  const percent = (weight: number): number => scaled(weight, 100 / most.mid);
  const isSurelyMost = others.every(([, { weight }]) => weight.high <= most.mid);
  return [
    ...(isSurelyMost
      ? [
          {
            id: "most",
            kind: "matters-most",
            issue: heaviest,
            ...stated(sheet.issues[heaviest]!.evidence, sheet.evidence),
          } as const,
        ]
      : []),
    ...others.map(
      ([issue, { weight, evidence }]): Statement => ({
        id: `swing ${issue}`,
        kind: "swing",
        issue,
        against: heaviest,
        low: percent(weight.low),
        high: percent(weight.high),
        ...stated(evidence, sheet.evidence),
      }),
    ),
  ];
}

function valueStatements(issue: string, { order, values, of }: IssuePreference): readonly Statement[] {
  if (order) return [{ id: `order ${issue}`, kind: "option-order", issue, order }];
  return Object.entries(values).map(([option, { low, high }]) => ({
    id: `value ${issue} ${option}`,
    kind: "option-value",
    issue,
    option,
    low: scaled(low, 100 / of),
    high: scaled(high, 100 / of),
  }));
}

/** Whether one option is judged the whole scale and one nothing, and none beyond. */
function isWholeScale({ order, values, of }: IssuePreference): boolean {
  const mids = Object.values(values).map(({ mid }) => mid);
  const ends = Object.values(values).flatMap(({ low, high }) => [low, high]);
  if (order) return true;
  return mids.includes(0) && mids.includes(of) && ends.every((end) => 0 <= end && end <= of);
}

/** What the statement itself adds to the evidence of the whole sheet. */
function stated(own: Evidence, whole: Evidence): Pick<Statement, "confidence" | "why" | "sources" | "note"> {
  const { confidence, why, sources, note } = own;
  return {
    ...(confidence && confidence !== whole.confidence && { confidence }),
    ...(why && why !== whole.why && { why }),
    ...(sources.length > 0 && sources.join(" ") !== whole.sources.join(" ") && { sources }),
    ...(note && { note }),
  };
}

function scaledJudgement({ low, mid, high }: Judgement, factor: number): Judgement {
  return { low: scaled(low, factor), mid: scaled(mid, factor), high: scaled(high, factor) };
}

/** Rounded far below what anybody states, so that a number a person wrote comes back as that number. */
function scaled(number: number, factor: number): number {
  return Math.round(number * factor * 1e6) / 1e6 + 0;
}
