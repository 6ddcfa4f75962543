import type { Candidate, IssuePreference, Judgement, Linkage, PreferenceSheet, Scenario } from "#model";
import type { Random } from "#prelude";

/** How far judgements that state no range are moved. */
export type Spread = {
  /** Standard deviation of the logarithm of a weight. */
  readonly weightSigma: number;
  /** Half-width of a value's uniform draw, in hundredths of the scale it is stated on. */
  readonly value: number;
};

export const standardSpread: Spread = { weightSigma: 0.35, value: 12 };

/**
 * The scenario with every sheet and every candidate's acceptability drawn anew: candidates like option values, on
 * 0-100. Agenda, lines, floors, packages and claims stay. Sheets are drawn in their order, then the candidates.
 */
export function perturb(scenario: Scenario, random: Random, spread: Spread = standardSpread): Scenario {
  const sheets = scenario.sheets.map((sheet) => perturbSheet(sheet, random, spread));
  const candidates = scenario.agenda.candidates.map((list) => ({
    ...list,
    candidates: list.candidates.map((candidate) => perturbCandidate(candidate, random, spread)),
  }));
  return { ...scenario, agenda: { ...scenario.agenda, candidates }, sheets };
}

/**
 * One draw of the sheet's numbers. A judgement that states a range is uniform in it; one that states a single number is
 * - a weight: times a log-normal factor; afterwards all weights are scaled so that their sum is what it was;
 * - an option value, or a cell of a table linkage: uniform within the spread, kept between 0 and `of` (a value written
 *   outside that stays between it and the number written);
 * - a combination linkage: times a log-normal factor, as a weight, because it is points of a whole settlement;
 * - the reservation value: itself, since only its author can say how wrong it may be.
 * Values stated as an order are uniform on 0..`of`, sorted into that order; options ranked together draw one value.
 * Lines, floors and the aspiration stay. Two spreads take the same random numbers from one seed, so their draws can be
 * compared one by one. Time O(numbers on the sheet).
 */
export function perturbSheet(sheet: PreferenceSheet, random: Random, spread: Spread = standardSpread): PreferenceSheet {
  const ids = Object.keys(sheet.issues);
  const weights = ids.map((id) => drawFactor(sheet.issues[id]!.weight, random, spread));
  const written = ids.reduce((sum, id) => sum + sheet.issues[id]!.weight.mid, 0);
  const drawn = weights.reduce((sum, weight) => sum + weight, 0);
  const toTotal = drawn > 0 ? written / drawn : 1;
  const issues: Record<string, IssuePreference> = {};
  ids.forEach((id, at) => {
    const preference = sheet.issues[id]!;
    issues[id] = {
      ...preference,
      weight: point(weights[at]! * toTotal),
      values: preference.order
        ? drawOrder(preference, preference.order, random)
        : drawValues(preference.values, preference.of, random, spread),
    };
  });
  const reservation = { ...sheet.reservation, ...point(drawRange(sheet.reservation, random)) };
  const linkages = sheet.linkages.map((linkage) => drawLinkage(sheet, linkage, random, spread));
  return { ...sheet, reservation, issues, linkages };
}

function drawLinkage(sheet: PreferenceSheet, linkage: Linkage, random: Random, spread: Spread): Linkage {
  if (linkage.kind === "combination") return { ...linkage, value: point(drawFactor(linkage.value, random, spread)) };
  const of = sheet.issues[linkage.issue]!.of;
  const table: Record<string, Record<string, Judgement>> = {};
  for (const given of Object.keys(linkage.table)) table[given] = drawValues(linkage.table[given]!, of, random, spread);
  return { ...linkage, table };
}

function drawValues(
  values: Readonly<Record<string, Judgement>>,
  of: number,
  random: Random,
  spread: Spread,
): Record<string, Judgement> {
  const drawn: Record<string, Judgement> = {};
  for (const option of Object.keys(values)) drawn[option] = point(drawValue(values[option]!, of, random, spread));
  return drawn;
}

function drawOrder(
  { of }: IssuePreference,
  order: readonly (readonly string[])[],
  random: Random,
): Record<string, Judgement> {
  const falling = order.map(() => random.uniform() * of).sort((a, b) => b - a);
  const drawn: Record<string, Judgement> = {};
  order.forEach((options, rank) => {
    for (const option of options) drawn[option] = point(falling[rank]!);
  });
  return drawn;
}

function perturbCandidate(candidate: Candidate, random: Random, spread: Spread): Candidate {
  const acceptability: Record<string, number> = {};
  for (const party of Object.keys(candidate.acceptability)) {
    const score = candidate.acceptability[party]!;
    acceptability[party] = drawValue({ low: score, mid: score, high: score }, 100, random, spread);
  }
  return { ...candidate, acceptability };
}

function drawFactor(judgement: Judgement, random: Random, { weightSigma }: Spread): number {
  if (judgement.low < judgement.high) return drawRange(judgement, random);
  return judgement.mid * Math.exp(weightSigma * random.normal());
}

function drawValue(judgement: Judgement, of: number, random: Random, spread: Spread): number {
  if (judgement.low < judgement.high) return drawRange(judgement, random);
  const { mid } = judgement;
  const moved = mid + (2 * random.uniform() - 1) * ((spread.value * of) / 100);
  return Math.min(Math.max(moved, Math.min(0, mid)), Math.max(of, mid));
}

function drawRange({ low, high }: Judgement, random: Random): number {
  return low + random.uniform() * (high - low);
}

function point(value: number): Judgement {
  return { low: value, mid: value, high: value };
}
