import type { Agenda, Choices, IssueId, OptionId } from "#model";
import { fittingDraft } from "./check-draft.ts";
import type { SheetDraft } from "./draft.ts";
import type { SheetDraws } from "./draw-sheets.ts";
import { leastDifference } from "./margins.ts";
import { pointsTable } from "./uncertainty.ts";

/** "Would you rather improve one issue from here to there, or the other from here to there?", all else equal. */
export type Question = {
  readonly first: Choices;
  readonly second: Choices;
  /** What the first package improves over the second, and the second over the first. */
  readonly improvements: readonly [Improvement, Improvement];
  /** Share of the drawn sheets that prefer the first package. */
  readonly shareFirst: number;
  /** The share of the total variance of all points that the answer is expected to remove: 0.1 is a tenth. */
  readonly gain: number;
};

export type Improvement = { readonly issue: IssueId; readonly from: OptionId; readonly to: OptionId };

/** Of either answer at least so many of the draws must be left, or the answer is known already. */
const leastShare = 0.05;
/** An answer that removes less of the variance is not worth a person's time. */
const leastGain = 0.005;
/** How many candidates, best by a cheap measure, are reckoned through. */
const shortlist = 150;
/** Of larger agendas only the steps with the most open gains are paired, so that a question never takes long. */
const mostSteps = 300;

/**
 * The question whose answer is expected to sharpen the sheet most: to leave the least variance of the points of all
 * options, summed. By the law of total variance an answer removes, on average, the variance between the means of the
 * two groups of sheets it tells apart: q (1 - q) |m1 - m2|^2, with q the share that prefers the first package. Both a
 * split near one half and groups that lie far apart make it large, so neither needs a weight of its own.
 * Only steps whose direction is sure are asked about (in every draw `to` is better than `from`), and never two issues that
 * a linkage ties together, where all else is not equal. Undefined when nothing worth asking is left.
 * Sources: Holloway and White 2003, "Question selection for multi-attribute decision-aiding", EJOR 148(3), for choosing
 * by expected reduction over a polytope; Toubia, Hauser and Simester 2004, "Polyhedral methods for adaptive
 * choice-based conjoint analysis", JMR 41(1), for questions that halve it.
 */
export function nextQuestion(agenda: Agenda, draft: SheetDraft, draws: SheetDraws): Question | undefined {
  const fitting = fittingDraft(agenda, draft);
  const points = pointsTable(agenda, draws);
  const { count } = draws;
  const width = points.length / count;
  const steps = mostOpen(stepsOf(agenda, points, count));
  const answered = answeredOf(fitting);
  const tied = tiedIssues(fitting);

  const candidates: Candidate[] = [];
  for (let a = 0; a < steps.length; a++) {
    for (let b = a + 1; b < steps.length; b++) {
      const [one, other] = [steps[a]!, steps[b]!];
      if (one.issue === other.issue || tied.has(pairName(one.issue, other.issue))) continue;
      if (answered.has(questionName(one, other))) continue;
      const split = splitBetween(one.gains, other.gains);
      if (split) candidates.push({ one, other, ...split });
    }
  }
  candidates.sort((x, y) => y.apart - x.apart);
  const variance = varianceOf(points, width, count);
  if (variance === 0) return undefined;
  let best: { readonly candidate: Candidate; readonly gain: number } | undefined;
  for (const candidate of candidates.slice(0, shortlist)) {
    const gain = varianceBetween(points, width, candidate) / variance;
    if (gain >= leastGain && gain > (best?.gain ?? 0)) best = { candidate, gain };
  }
  return best && questionOf(best.candidate, best.gain);
}

/** Whether enough was said for any question: of two issues that nothing ties together, a step whose direction is sure. */
export function canCompare(agenda: Agenda, draft: SheetDraft, draws: SheetDraws): boolean {
  const tied = tiedIssues(fittingDraft(agenda, draft));
  const issues = [...new Set(stepsOf(agenda, pointsTable(agenda, draws), draws.count).map(({ issue }) => issue))];
  return issues.some((one, at) => issues.slice(at + 1).some((other) => !tied.has(pairName(one, other))));
}

/** A step up on one issue, and what it gains in each draw. */
type Step = Improvement & { readonly gains: Float64Array };

type Candidate = {
  readonly one: Step;
  readonly other: Step;
  readonly share: number;
  /** Variance between the two groups of the difference itself. */
  readonly apart: number;
};

/** Per issue: from each option to the next better one, and from the worst to the best, as far as the draws agree. */
function stepsOf(agenda: Agenda, points: Float64Array, count: number): readonly Step[] {
  const width = points.length / count;
  let offset = 0;
  return agenda.issues.flatMap(({ id: issue, options }) => {
    const from = offset;
    offset += options.length;
    const mean = options.map((_, o) => {
      let sum = 0;
      for (let draw = 0; draw < count; draw++) sum += points[draw * width + from + o]!;
      return sum;
    });
    const ascending = [...options.keys()].sort((a, b) => mean[a]! - mean[b]! || a - b);
    const pairs = ascending.slice(1).map((better, at) => [ascending[at]!, better] as const);
    if (pairs.length > 1) pairs.push([ascending[0]!, ascending.at(-1)!]);
    return pairs.flatMap(([worse, better]): Step[] => {
      const gains = Float64Array.from({ length: count }, (_, draw) => {
        const row = draw * width + from;
        return points[row + better]! - points[row + worse]!;
      });
      if (gains.some((gain) => gain <= 0)) return [];
      return [{ issue, from: options[worse]!.id, to: options[better]!.id, gains }];
    });
  });
}

/** The steps whose gains vary most, if there are too many to pair every one with every other. */
function mostOpen(steps: readonly Step[]): readonly Step[] {
  if (steps.length <= mostSteps) return steps;
  const variance = new Map(steps.map((step) => [step, varianceOf(step.gains, 1, step.gains.length)]));
  return steps.toSorted((a, b) => variance.get(b)! - variance.get(a)!).slice(0, mostSteps);
}

/** Undefined when the answer is known already, or hardly open. Draws on both sides prove that either answer is possible. */
function splitBetween(one: Float64Array, other: Float64Array): Pick<Candidate, "share" | "apart"> | undefined {
  const count = one.length;
  let firsts = 0;
  let clearFirsts = 0;
  let clearSeconds = 0;
  let above = 0;
  let below = 0;
  for (let draw = 0; draw < count; draw++) {
    const difference = one[draw]! - other[draw]!;
    if (difference > 0) {
      firsts++;
      above += difference;
    } else below += difference;
    if (difference > leastDifference) clearFirsts++;
    if (difference < -leastDifference) clearSeconds++;
  }
  if (Math.min(clearFirsts, clearSeconds) < leastShare * count) return undefined;
  const share = firsts / count;
  return { share, apart: share * (1 - share) * (above / firsts - below / (count - firsts)) ** 2 };
}

function varianceBetween(points: Float64Array, width: number, { one, other }: Candidate): number {
  const above = new Float64Array(width);
  const below = new Float64Array(width);
  let firsts = 0;
  const count = one.gains.length;
  for (let draw = 0; draw < count; draw++) {
    const first = one.gains[draw]! > other.gains[draw]!;
    if (first) firsts++;
    const sum = first ? above : below;
    for (let o = 0; o < width; o++) sum[o]! += points[draw * width + o]!;
  }
  const share = firsts / count;
  let distance = 0;
  for (let o = 0; o < width; o++) distance += (above[o]! / firsts - below[o]! / (count - firsts)) ** 2;
  return share * (1 - share) * distance;
}

function varianceOf(points: Float64Array, width: number, count: number): number {
  let total = 0;
  for (let o = 0; o < width; o++) {
    let sum = 0;
    let squares = 0;
    const first = points[o]!;
    for (let at = o; at < points.length; at += width) {
      sum += points[at]! - first;
      squares += (points[at]! - first) ** 2;
    }
    total += Math.max(0, squares / count - (sum / count) ** 2);
  }
  return total;
}

function questionOf({ one, other, share }: Candidate, gain: number): Question {
  const plain = ({ issue, from, to }: Improvement): Improvement => ({ issue, from, to });
  return {
    first: { [one.issue]: one.to, [other.issue]: other.from },
    second: { [one.issue]: one.from, [other.issue]: other.to },
    improvements: [plain(one), plain(other)],
    shareFirst: share,
    gain,
  };
}

function questionName(one: Improvement, other: Improvement): string {
  const name = (taken: Improvement, left: Improvement) =>
    packageName({ [taken.issue]: taken.to, [left.issue]: left.from });
  return [name(one, other), name(other, one)].sort().join(" | ");
}

function answeredOf({ statements }: SheetDraft): ReadonlySet<string> {
  return new Set(
    statements.flatMap((each) =>
      each.kind === "choice" ? [[packageName(each.first), packageName(each.second)].sort().join(" | ")] : [],
    ),
  );
}

function packageName(choices: Choices): string {
  return Object.keys(choices)
    .sort()
    .map((issue) => `${issue}=${choices[issue]}`)
    .join(" "); // ids hold neither
}

function tiedIssues({ linkages }: SheetDraft): ReadonlySet<string> {
  return new Set(
    linkages.flatMap((linkage) => {
      const issues =
        linkage.kind === "combination" ? linkage.when.map(({ issue }) => issue) : [linkage.issue, linkage.given];
      return issues.flatMap((one) => issues.map((other) => pairName(one, other)));
    }),
  );
}

function pairName(one: IssueId, other: IssueId): string {
  return [one, other].sort().join(" ");
}
