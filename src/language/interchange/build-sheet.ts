import type { Evidence, IssuePreference, Judgement, OptionId, PreferenceSheet } from "#model";
import {
  add,
  type Diagnostic,
  divide,
  err,
  multiply,
  ok,
  type Rational,
  type Result,
  rational,
  rationalOf,
} from "#prelude";
import { boxLinkages, type MatchedIssue } from "./box-linkages.ts";
import { toDecimal } from "./decimal.ts";
import type { Evaluator, ProfileFile } from "./imported-file.ts";
import type { ValuedOption } from "./issue-options.ts";
import { worth } from "./worth.ts";

/**
 * The profile as a preference sheet on the scale 0..1: weights as written (shares of 1, whatever their sum), utility
 * capped at 1, utilities those at time 0.
 */
export function buildSheet(
  profile: ProfileFile,
  party: string,
  source: string,
  issues: readonly MatchedIssue[],
): Result<PreferenceSheet, Diagnostic> {
  const linkages = profile.boxes ? boxLinkages(profile, profile.boxes, issues) : ok([]);
  if (!linkages.ok) return err(linkages.error);
  const unsourced = { author: profile.file, sources: [] };
  const sourced = { ...unsourced, sources: [source] };
  const { discount } = profile;
  const discounted = discount !== undefined && discount > 0 && discount < 1;
  const note = discounted
    ? `The file states a discount factor of ${discount}; it is ignored: these are utilities at time 0.`
    : undefined;
  return ok({
    party,
    kind: "own",
    author: profile.file,
    scale: 1,
    total: 1,
    cap: 1,
    reservation: { ...reservationOf(profile, issues), evidence: reservationEvidence(profile, sourced) },
    issues: Object.fromEntries(issues.map((issue) => [issue.id, preferenceOf(issue, unsourced)])),
    linkages: linkages.value.map((linkage) => ({ ...linkage, evidence: unsourced })),
    redLines: [],
    floors: [],
    evidence: { ...sourced, ...(note !== undefined && { note }) },
  });
}

function preferenceOf({ options, in: { weight, evaluator } }: MatchedIssue, evidence: Evidence): IssuePreference {
  const values: Record<OptionId, Judgement> = {};
  for (const { option, value } of options) values[option.id] = certain(written(evaluator, value, options));
  return {
    weight: certain(weight),
    of: sharesOf(evaluator),
    values,
    evidence,
  };
}

/** Evaluations of a table stay as the file has them; anything computed is exact as far as a decimal can be. */
function written(evaluator: Evaluator, value: string | number, options: readonly ValuedOption[]): number {
  if (evaluator.kind === "table") return evaluator.worth.get(String(value)) ?? 0;
  return toDecimal(worth(evaluator, value, Number(options[0]!.value)));
}

function sharesOf(evaluator: Evaluator): number {
  return evaluator.kind === "table" ? evaluator.of : 1;
}

/** Never above the utility the sheet gives the reservation bid, so that the bid itself is still acceptable. */
function reservationOf({ reservation }: ProfileFile, issues: readonly MatchedIssue[]): Judgement {
  if (reservation.kind === "value") return certain(reservation.value);
  let utility: Rational = rational(0n, 1n);
  for (const { in: own, options } of issues) {
    const chosen = reservation.bid.get(own.name);
    if (chosen === undefined) continue;
    const share = divide(rationalOf(written(own.evaluator, chosen, options)), rationalOf(sharesOf(own.evaluator)));
    utility = add(utility, multiply(rationalOf(own.weight), share));
  }
  return certain(Math.min(1, toDecimal(utility, "down")));
}

function reservationEvidence({ reservation }: ProfileFile, sourced: Evidence): Evidence {
  return reservation.kind === "bid" ? { ...sourced, note: "The utility of the profile's reservationBid." } : sourced;
}

function certain(value: number): Judgement {
  return { low: value, mid: value, high: value };
}
