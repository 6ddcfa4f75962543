import type { IssueId, Judgement, PreferenceSheet } from "#model";
import { weightTotal } from "#model";
import { add, compare, divide, multiply, type Rational, rational, rationalOf, toNumber } from "#prelude";
import type { RawSheet } from "../schema/sheet-schema.ts";
import type { Reader } from "./reader.ts";

/** What only the whole sheet shows: issues and values that are missing, weights that say nothing, an unreachable reservation. */
export function checkSheet(reader: Reader, raw: RawSheet, sheet: PreferenceSheet): void {
  const { document, diagnostics, names } = reader;
  const written = document.keys(raw.issues);
  const complete = checkComplete(reader, raw, sheet);
  const whole = Object.keys(sheet.issues).length === written.length; // none was taken out for its shape
  if (!whole || written.length === 0) return;
  // a sheet may rest on its linkages alone (imported hyper-rectangles do), if it says what weights are shares of
  const linkagesOnly = sheet.total !== undefined && sheet.linkages.some(({ kind }) => kind === "combination");
  if (!linkagesOnly && Object.values(sheet.issues).every(({ weight }) => weight.mid === 0)) {
    diagnostics.error("weights-all-zero", document.keyAt(raw, "issues"), () => ({
      message: `Every weight of this sheet is zero, so nothing matters to "${sheet.party}".`,
      fix: "Give at least one issue a weight above 0.",
    }));
    return;
  }
  if (!complete || !names?.issues || Object.values(sheet.issues).some(({ weight }) => weight.mid < 0)) return;
  const most = largestUtility(sheet);
  if (compare(rationalOf(sheet.reservation.mid), most) <= 0) return;
  diagnostics.error("unreachable-reservation", document.at(raw, "reservation"), () => ({
    message: `The reservation value is ${sheet.reservation.mid}, but the best option of every issue and every positive linkage together give ${rounded(most)} at most.`,
    fix: `Write a reservation value of at most ${rounded(most)}, or raise the values.`,
  }));
}

/** Reports missing issues and values; true if there are none. */
function checkComplete({ document, diagnostics, names }: Reader, raw: RawSheet, sheet: PreferenceSheet): boolean {
  if (!names?.issues) return true;
  let complete = true;
  const written = new Set(document.keys(raw.issues));
  for (const [issue, options] of names.issues) {
    if (!written.has(issue)) {
      complete = false;
      diagnostics.error("missing-issue", document.keyAt(raw, "issues"), () => ({
        message: `The sheet says nothing about issue "${issue}".`,
        fix: `Add \`${issue}:\` with a weight and values; weight 0 if the party does not care.`,
        part: ["issues", issue],
      }));
    }
    const preference = sheet.issues[issue];
    const rawPreference = raw.issues[issue];
    if (!preference || !rawPreference || (!rawPreference.values && !rawPreference.order)) continue;
    const key = rawPreference.values ? "values" : "order";
    for (const option of options ?? []) {
      if (preference.values[option] !== undefined) continue;
      complete = false;
      diagnostics.error("missing-value", document.keyAt(rawPreference, key), () => ({
        message: `Option "${option}" of "${issue}" has no ${key === "values" ? "value" : "place in the order"}.`,
        fix: key === "values" ? `Add \`${option}:\` with its value.` : `Add ${option} to the order.`,
        part: ["issues", issue, key, option],
      }));
    }
  }
  return complete;
}

/**
 * The largest utility the sheet could give: every issue at its best, table cells included, and every positive linkage
 * at once. Whether these go together is the engine's question; beyond this sum nothing lies. Exact; time O(sheet).
 */
export function largestUtility(sheet: PreferenceSheet): Rational {
  const total = weightTotal(sheet);
  const scale = rationalOf(sheet.scale);
  let most = rational(0n, 1n);
  for (const [issue, { weight, of, values }] of Object.entries(sheet.issues)) {
    const best = largest([...Object.values(values), ...cellsOf(sheet, issue)]);
    const share = divide(rationalOf(weight.mid), multiply(total, rationalOf(of)));
    most = add(most, multiply(multiply(share, best), scale));
  }
  for (const linkage of sheet.linkages) {
    if (linkage.kind !== "combination" || linkage.value.mid <= 0) continue;
    most = add(most, multiply(divide(rationalOf(linkage.value.mid), rationalOf(linkage.of)), scale));
  }
  if (sheet.cap === undefined) return most;
  const cap = rationalOf(sheet.cap);
  return compare(cap, most) < 0 ? cap : most;
}

function cellsOf(sheet: PreferenceSheet, issue: IssueId): readonly Judgement[] {
  return sheet.linkages.flatMap((linkage) =>
    linkage.kind === "table" && linkage.issue === issue
      ? Object.values(linkage.table).flatMap((row) => Object.values(row))
      : [],
  );
}

function largest(values: readonly Judgement[]): Rational {
  return rationalOf(values.reduce((most, { mid }) => Math.max(most, mid), values[0]?.mid ?? 0));
}

function rounded(value: Rational): number {
  return Math.floor(toNumber(value) * 1000) / 1000;
}
