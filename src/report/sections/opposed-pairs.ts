import type { PartyId, PreferenceSheet } from "#model";
import { judgedParties, type ReportContext } from "./report-context.ts";

export type Pair = { readonly across: PartyId; readonly up: PartyId; readonly why: string };

/**
 * The pairs worth a chart: every two belligerents (or claimants) with a sheet, at most three pairs; without any, the
 * two parties most opposed.
 */
export function opposedPairs(context: ReportContext): readonly Pair[] {
  // only who must consent: the reservation lines of others bound nothing
  const judged = judgedParties(context).filter(({ id }) => context.scenario.agenda.consent.includes(id));
  const adversaries = judged.filter((party) =>
    context.scenario.agenda.parties.some(
      (one) => one.id === party.id && one.roles.some((role) => role === "belligerent" || role === "claimant"),
    ),
  );
  const pairs = (list: typeof judged) =>
    list.flatMap((a, index) => list.slice(index + 1).map((b) => [a.id, b.id] as const));
  if (adversaries.length >= 2) {
    return pairs(adversaries)
      .slice(0, 3)
      .map(([across, up]) => ({ across, up, why: "the adversaries" }));
  }
  const ranked = pairs(judged)
    .map(([across, up]) => ({ across, up, alike: likeness(context.names.sheet(across)!, context.names.sheet(up)!) }))
    .sort((a, b) => a.alike - b.alike);
  const [first] = ranked;
  return first ? [{ across: first.across, up: first.up, why: "the two parties most opposed" }] : [];
}

/**
 * Correlation of two parties' values over settlements drawn with every option equally likely, linkages aside:
 * issues are then independent, so covariances add up issue by issue. -1 opposed, 1 alike.
 */
export function likeness(a: PreferenceSheet, b: PreferenceSheet): number {
  let both = 0;
  let onlyA = 0;
  let onlyB = 0;
  for (const [issue, one] of Object.entries(a.issues)) {
    const other = b.issues[issue];
    if (!other) continue;
    const options = Object.keys(one.values);
    const x = centred(options.map((option) => (one.weight.mid * (one.values[option]?.mid ?? 0)) / one.of));
    const y = centred(options.map((option) => (other.weight.mid * (other.values[option]?.mid ?? 0)) / other.of));
    for (let i = 0; i < options.length; i++) {
      both += (x[i]! * y[i]!) / options.length;
      onlyA += (x[i]! * x[i]!) / options.length;
      onlyB += (y[i]! * y[i]!) / options.length;
    }
  }
  return onlyA > 0 && onlyB > 0 ? both / Math.sqrt(onlyA * onlyB) : 0;
}

function centred(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return values.map((value) => value - mean);
}
