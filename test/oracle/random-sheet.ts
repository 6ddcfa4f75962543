import type { Issue, IssuePreference, Linkage, PreferenceSheet, RedLine, Rule } from "#model";
import type { Random } from "#prelude";
import { judged, noEvidence } from "./plain-scenario.ts";
import { chance, maybe, pick, pickSome } from "./random-choice.ts";
import { randomCondition, someDays } from "./random-condition.ts";

/** One party's sheet, its reservation value still 0. */
export function randomSheet(
  random: Random,
  party: string,
  issues: readonly Issue[],
  rules: readonly Rule[],
): PreferenceSheet {
  const scale = chance(random, 0.15) ? pick(random, [1, 10]) : 100;
  const step = pick(random, [1, 5, 10, 25, 50]);
  const decimals = chance(random, 0.2);
  const weights = issues.map((): number => (chance(random, 0.15) ? 0 : 1 + random.below(9)));
  if (!weights.some((weight) => weight > 0)) weights[0] = 1;
  const of = chance(random, 0.15) ? 40 : 100;
  const value = (): number => valueUpTo(random, of, step) + (decimals && chance(random, 0.3) ? 0.5 : 0);
  return {
    party,
    kind: chance(random, 0.5) ? "own" : "estimate",
    author: "seed",
    scale,
    ...maybe(random, 0.4, { total: pick(random, [20, 25, 40]) }),
    ...maybe(random, 0.15, { cap: scale * pick(random, [0.5, 0.75]) }),
    reservation: { ...judged(0), evidence: noEvidence },
    issues: Object.fromEntries(
      issues.map((issue, place) => [issue.id, preference(random, issue, weights[place]!, of, value)]),
    ),
    linkages: Array.from({ length: random.below(4) }, (_, place) =>
      linkage(random, issues, `${party}-link-${place}`, scale, value),
    ),
    redLines: Array.from({ length: random.below(3) }, (_, place) =>
      redLine(random, issues, `${party}-line-${place}`, rules),
    ),
    floors: chance(random, 0.3) ? [floor(random, issues, `${party}-floor`, of)] : [],
    evidence: noEvidence,
  };
}

/** Wants exactly the opposite, with the same weights, so that solutions tie. */
export function mirrored(sheet: PreferenceSheet, party: string): PreferenceSheet {
  const issues = Object.entries(sheet.issues).map(([id, { order: _, ...rest }]) => {
    const values = Object.entries(rest.values).map(([option, { mid }]) => [option, judged(rest.of - mid)] as const);
    return [id, { ...rest, values: Object.fromEntries(values) }] as const;
  });
  return { ...sheet, party, issues: Object.fromEntries(issues), linkages: [], redLines: [], floors: [] };
}

function preference(random: Random, issue: Issue, weight: number, of: number, value: () => number): IssuePreference {
  const judgements = { weight: judged(weight), of, evidence: noEvidence };
  if (!chance(random, 0.1)) {
    return { ...judgements, values: Object.fromEntries(issue.options.map(({ id }) => [id, judged(value())])) };
  }
  // As the language reads an order: best first, evenly spaced by rank. Halves, so that every value is a decimal.
  const ranked = pickSome(random, issue.options, Math.min(3, issue.options.length)).map(({ id }) => id);
  const last = issue.options.map(({ id }) => id).filter((id) => !ranked.includes(id));
  const groups = [...ranked.slice(0, -1).map((id) => [id]), [...ranked.slice(-1), ...last]];
  const spaced = groups.flatMap((group, rank) =>
    group.map(
      (id) => [id, judged(groups.length === 1 ? of : (of * (groups.length - 1 - rank)) / (groups.length - 1))] as const,
    ),
  );
  return { ...judgements, values: Object.fromEntries(spaced), order: groups };
}

function linkage(random: Random, issues: readonly Issue[], id: string, scale: number, value: () => number): Linkage {
  if (issues.length > 1 && chance(random, 0.45)) {
    const [first, second] = pickSome(random, issues, 2);
    const [issue, given] = chance(random, 0.5) ? [first!, second!] : [second!, first!];
    const rows = pickSome(random, given.options, 1 + random.below(given.options.length));
    const row = (): [string, ReturnType<typeof judged>][] =>
      pickSome(random, issue.options, 1 + random.below(issue.options.length)).map((option) => [
        option.id,
        judged(value()),
      ]);
    const table = Object.fromEntries(rows.map((option) => [option.id, Object.fromEntries(row())]));
    return { id, evidence: noEvidence, kind: "table", issue: issue.id, given: given.id, table };
  }
  const points = pick(random, [-20, -10, -5, 5, 10, 15, 30]);
  const ofScale = chance(random, 0.2) ? 200 : 100;
  return {
    id,
    evidence: noEvidence,
    kind: "combination",
    when: randomCondition(random, issues, 2 + random.below(2)),
    // In points of the scale, or out of a number of their own.
    ...(ofScale === 100
      ? { value: judged((points * scale) / 100), of: scale }
      : { value: judged(points), of: ofScale }),
  };
}

function redLine(random: Random, issues: readonly Issue[], id: string, rules: readonly Rule[]): RedLine {
  const dates = pickSome(random, someDays, 2);
  const repeated = rules.length > 0 && chance(random, 0.05); // a line that only repeats a rule changes nothing
  return {
    id,
    kind: chance(random, 0.6) ? "hard" : "declared",
    when: repeated ? pick(random, rules).when : randomCondition(random, issues, chance(random, 0.6) ? 1 : 2),
    ...maybe(random, 0.4, { from: dates[0]! }),
    ...maybe(random, 0.4, { until: dates[1]! }),
    evidence: noEvidence,
  };
}

function floor(random: Random, issues: readonly Issue[], id: string, of: number): PreferenceSheet["floors"][number] {
  const issue = pick(random, issues);
  const commitments = pickSome(random, issue.options, 1 + random.below(issue.options.length)).map(
    (option) => option.id,
  );
  return { id, issue: issue.id, commitments, min: (of * pick(random, [10, 30, 50, 70])) / 100, evidence: noEvidence };
}

function valueUpTo(random: Random, of: number, step: number): number {
  return Math.min(of, step * random.below(Math.floor(of / step) + 1));
}
