import type { IssuePreference, Judgement, OptionId, PreferenceSheet } from "#model";
import { add, type Diagnostic, err, multiply, ok, type Rational, type Result, rational, rationalOf } from "#prelude";
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
  const sources = [source];
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
    reservation: { ...reservationOf(profile, issues), evidence: reservationEvidence(profile, sources) },
    issues: Object.fromEntries(issues.map((issue) => [issue.id, preferenceOf(issue)])),
    linkages: linkages.value,
    redLines: [],
    floors: [],
    evidence: { sources, ...(note !== undefined && { note }) },
  });
}

function preferenceOf({ options, in: { weight, evaluator } }: MatchedIssue): IssuePreference {
  const values: Record<OptionId, Judgement> = {};
  for (const valued of options) values[valued.option.id] = certain(written(evaluator, valued));
  return {
    weight: certain(weight),
    of: evaluator.kind === "table" ? evaluator.of : 1,
    values,
    evidence: { sources: [] },
  };
}

/** Evaluations of a table stay as the file has them; anything computed is exact as far as a decimal can be. */
function written(evaluator: Evaluator, { value }: ValuedOption): number {
  return evaluator.kind === "table" ? (evaluator.worth.get(String(value)) ?? 0) : toDecimal(worth(evaluator, value));
}

function reservationOf({ reservation }: ProfileFile, issues: readonly MatchedIssue[]): Judgement {
  if (reservation.kind === "value") return certain(reservation.value);
  let utility: Rational = rational(0n, 1n);
  for (const issue of issues) {
    const chosen = reservation.bid.get(issue.in.name);
    if (chosen === undefined) continue;
    utility = add(utility, multiply(rationalOf(issue.in.weight), worth(issue.in.evaluator, chosen)));
  }
  // never above the bid's own utility, so that the bid itself is still acceptable
  return certain(Math.min(1, toDecimal(utility, "down")));
}

function reservationEvidence({ reservation }: ProfileFile, sources: readonly string[]): PreferenceSheet["evidence"] {
  return reservation.kind === "bid" ? { sources, note: "The utility of the profile's reservationBid." } : { sources };
}

function certain(value: number): Judgement {
  return { low: value, mid: value, high: value };
}
