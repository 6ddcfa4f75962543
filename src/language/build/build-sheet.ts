import type { Evidence, Floor, IssueId, IssuePreference, Judgement, OptionId, PreferenceSheet, RedLine } from "#model";
import { multiply, rational, rationalOf, toNumber } from "#prelude";
import { present } from "../present.ts";
import type { RawEvidence } from "../schema/scalars.ts";
import type { RawPreference, RawSheet } from "../schema/sheet-schema.ts";
import { buildLinkages } from "./build-linkages.ts";
import { checkDates } from "./check-dates.ts";
import { checkSheet } from "./check-sheet.ts";
import { conditionAt } from "./condition.ts";
import { evidenceAt } from "./evidence.ts";
import { checkRange, judgementAt, judgementOf } from "./judgement.ts";
import { checkDistinct, checkName, checkOption, dayOf, entries, many, type Reader, reportRepeated } from "./reader.ts";

/** One party's sheet, with names and meaning checked and evidence inherited. */
export function buildSheet(reader: Reader, raw: RawSheet): PreferenceSheet {
  checkName(reader, "party", raw.party, () => reader.document.at(raw, "party"));
  const date = dayOf(raw.date);
  const evidence = evidenceAt(reader, raw.evidence ?? {}, present({ author: raw.author, date, sources: [] }));
  const scale = raw.scale ?? 100;
  const linesAndFloors = new Map();
  const sheet = present({
    party: raw.party,
    kind: raw.kind,
    author: raw.author,
    date,
    scale,
    total: raw.total,
    cap: raw.cap,
    reservation: reservationOf(reader, raw, evidence),
    aspiration: raw.aspiration === undefined ? undefined : judgementAt(reader, raw, "aspiration"),
    issues: preferencesOf(reader, raw, evidence),
    linkages: buildLinkages(reader, raw, scale, evidence),
    redLines: redLinesOf(reader, raw, evidence, linesAndFloors),
    floors: floorsOf(reader, raw, evidence, linesAndFloors),
    evidence,
  });
  checkSheet(reader, raw, sheet);
  return sheet;
}

function reservationOf(reader: Reader, raw: RawSheet, inherited: Evidence): PreferenceSheet["reservation"] {
  const { reservation } = raw;
  const judgement = judgementOf(reservation);
  checkRange(reader, judgement, () => reader.document.at(raw, "reservation"));
  const own: RawEvidence = typeof reservation === "object" && !Array.isArray(reservation) ? reservation : {};
  return { ...judgement, evidence: evidenceAt(reader, own, inherited) };
}

function preferencesOf(reader: Reader, raw: RawSheet, inherited: Evidence): Record<IssueId, IssuePreference> {
  // floors and table linkages of an issue are written on its scale, which is 100 unless the sheet says otherwise
  const others = [raw.floors ?? [], raw.linkages ?? []].flat(2);
  const measured = new Set(others.flatMap((each) => ("issue" in each && each.issue !== undefined ? [each.issue] : [])));
  return Object.fromEntries(
    entries(reader, raw.issues).map(({ key: issue, value, keyAt }) => {
      checkName(reader, "issue", issue, keyAt);
      return [issue, preferenceOf(reader, issue, value, measured.has(issue), inherited)];
    }),
  );
}

function preferenceOf(
  reader: Reader,
  issue: IssueId,
  raw: RawPreference,
  isMeasured: boolean,
  inherited: Evidence,
): IssuePreference {
  const { document, diagnostics } = reader;
  const weight = judgementAt(reader, raw, "weight");
  if (weight.low < 0)
    diagnostics.error("negative-weight", document.at(raw, "weight"), () => ({
      message: `The weight of "${issue}" is ${weight.low}; a weight cannot be negative.`,
      fix: "Use 0 for an issue the party does not care about; to turn a preference round, turn its values round.",
    }));
  const of = raw.of ?? (raw.order && !isMeasured ? scaleOfOrder(raw.order.length) : 100);
  if ((raw.values === undefined) === (raw.order === undefined))
    diagnostics.error("values-or-order", document.start(raw), () => ({
      message: `"${issue}" has ${raw.values ? "both `values` and `order`" : "neither `values` nor `order`"}.`,
      fix: "Write `values:` with a number for every option, or `order:` with the options, best first.",
    }));
  const order = raw.order && orderOf(reader, issue, raw);
  return present({
    weight,
    of,
    values: order && !raw.values ? valuesOfOrder(order, of) : valuesOf(reader, issue, raw, of),
    order,
    evidence: evidenceAt(reader, raw, inherited),
  });
}

function valuesOf(reader: Reader, issue: IssueId, raw: RawPreference, of: number): Record<OptionId, Judgement> {
  const { values } = raw;
  if (values === undefined) return {};
  return Object.fromEntries(
    entries(reader, values).map(({ key: option, keyAt, at }) => {
      checkOption(reader, issue, option, keyAt);
      const value = judgementAt(reader, values, option);
      checkScale(reader, value, of, at);
      return [option, value];
    }),
  );
}

/** Warns of a value outside the scale of its issue: allowed, because imported files have them, and usually a slip. */
export function checkScale(
  { diagnostics }: Reader,
  { low, high }: Judgement,
  of: number,
  at: () => ReturnType<Reader["document"]["at"]>,
): void {
  if (low >= 0 && high <= of) return;
  diagnostics.warning("value-outside-scale", at(), () => ({
    message: `The value ${low < 0 ? low : high} lies outside the scale of its issue, 0 to ${of}.`,
    fix: "Correct the value, or say with `of:` what the values of this issue are shares of.",
  }));
}

function orderOf(reader: Reader, issue: IssueId, raw: RawPreference): readonly (readonly OptionId[])[] {
  const seen = new Set<OptionId>();
  return raw.order!.map((_, rank) =>
    many<string>(reader, raw.order!, rank).flatMap(({ value: option, at }) => {
      if (seen.has(option)) {
        reportRepeated(reader, option, at);
        return [];
      }
      seen.add(option);
      checkOption(reader, issue, option, at);
      return [option];
    }),
  );
}

/** 100 where ranks divide it into decimals; else the number of steps, so that thirds and sevenths stay exact. */
function scaleOfOrder(ranks: number): number {
  return ranks < 2 || Number.isInteger((100 / (ranks - 1)) * 1000) ? 100 : ranks - 1;
}

/** Evenly spaced by rank, best first: of three ranks 100, 50 and 0. Any value is possible, so the range is the scale. */
export function valuesOfOrder(order: readonly (readonly OptionId[])[], of: number): Record<OptionId, Judgement> {
  const last = order.length - 1;
  return Object.fromEntries(
    order.flatMap((tied, rank) => {
      const share = last === 0 ? rational(1n, 1n) : rational(BigInt(last - rank), BigInt(last));
      const mid = toNumber(multiply(share, rationalOf(of)));
      return tied.map((option) => [option, { low: 0, mid, high: of }]);
    }),
  );
}

function redLinesOf(
  reader: Reader,
  raw: RawSheet,
  inherited: Evidence,
  seen: Parameters<typeof checkDistinct>[3],
): readonly RedLine[] {
  const items = many<Extract<NonNullable<RawSheet["red_lines"]>, readonly unknown[]>[number]>(reader, raw, "red_lines");
  checkDistinct(reader, items, "red lines or floors", seen);
  return items.map(({ value }) => {
    checkDates(reader, value);
    return present({
      id: value.id,
      kind: value.kind,
      when: conditionAt(reader, value, "refuse"),
      from: dayOf(value.from),
      until: dayOf(value.until),
      evidence: evidenceAt(reader, value, inherited),
    });
  });
}

function floorsOf(
  reader: Reader,
  raw: RawSheet,
  inherited: Evidence,
  seen: Parameters<typeof checkDistinct>[3],
): readonly Floor[] {
  const items = many<Extract<NonNullable<RawSheet["floors"]>, readonly unknown[]>[number]>(reader, raw, "floors");
  checkDistinct(reader, items, "red lines or floors", seen);
  return items.map(({ value }) => {
    checkName(reader, "issue", value.issue, () => reader.document.at(value, "issue"));
    const commitments = new Set<OptionId>();
    for (const { value: option, at } of many<string>(reader, value, "commitments")) {
      if (commitments.has(option)) reportRepeated(reader, option, at);
      else checkOption(reader, value.issue, option, at);
      commitments.add(option);
    }
    return {
      id: value.id,
      issue: value.issue,
      commitments: [...commitments],
      min: value.min,
      evidence: evidenceAt(reader, value, inherited),
    };
  });
}
