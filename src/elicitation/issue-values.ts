import type { Constraints, ValueBound, ValueGap } from "./constraints.ts";
import type { Frame } from "./frame.ts";

/** What the values of every option may be, each by itself: low and high by option, in the frame's order. */
export type Boxes = { readonly low: Float64Array; readonly high: Float64Array };

/** Shares of the scale that differ by less are equal: far below what anybody states. */
const tolerance = 1e-9;

/** The statements about one issue's values, and which options they tie together. */
export type IssueValues = {
  readonly issue: number;
  readonly from: number;
  readonly to: number;
  readonly gaps: readonly ValueGap[];
  /** By option less `from`: the first option of those tied to it. */
  readonly rankOf: Int32Array;
  /** Tightest boxes that the statements leave, before a best and a worst option are named; none: they contradict. */
  readonly boxes?: Boxes;
};

/** One entry per issue. Time O(options x gaps) per issue. */
export function valuesByIssue(frame: Frame, { bounds, gaps }: Constraints): readonly IssueValues[] {
  const gapsOf = frame.issues.map((): ValueGap[] => []);
  const boundsOf = frame.issues.map((): ValueBound[] => []);
  for (const gap of gaps) gapsOf[frame.issueOf[gap.above]!]!.push(gap);
  for (const bound of bounds) boundsOf[frame.issueOf[bound.option]!]!.push(bound);
  return frame.issues.map((_, issue) => {
    const from = frame.offset[issue]!;
    const to = frame.offset[issue + 1]!;
    const box = { low: frame.least.slice(from, to), high: frame.most.slice(from, to) };
    for (const { option, low, high } of boundsOf[issue]!) {
      box.low[option - from] = Math.max(box.low[option - from]!, low);
      box.high[option - from] = Math.min(box.high[option - from]!, high);
    }
    const rankOf = ranks(to - from, gapsOf[issue]!, from);
    const boxes = tightened(box, gapsOf[issue]!, from);
    return { issue, from, to, gaps: gapsOf[issue]!, rankOf, ...(boxes && { boxes }) };
  });
}

/** A best and a worst option that the statements allow, and what then is left for every option of the issue. */
export type Anchoring = { readonly best?: number; readonly worst?: number; readonly boxes: Boxes };

/**
 * Every way to name the best and the worst option (by the first of their ties). An issue on a free scale has one way,
 * without names; one whose options are all tied is worth the whole scale whatever is chosen, as the language has it.
 */
export function* anchorings(frame: Frame, values: IssueValues): Generator<Anchoring> {
  const { boxes, rankOf, gaps, from } = values;
  if (!boxes) return;
  if (frame.freeScale[values.issue] || rankOf.length === 0) {
    yield { boxes };
    return;
  }
  const leads = [...rankOf.keys()].filter((o) => rankOf[o] === o);
  for (const best of candidates(
    leads,
    (o) => boxes.high[o]! >= 1 - tolerance,
    (o) => boxes.low[o]! >= 1 - tolerance,
  )) {
    const topped = pinned(boxes, best, 1, gaps, from);
    if (!topped) continue;
    if (leads.length === 1) yield { best: best + from, boxes: topped };
    const others = leads.filter((o) => o !== best);
    for (const worst of candidates(
      others,
      (o) => topped.low[o]! <= tolerance,
      (o) => topped.high[o]! <= tolerance,
    )) {
      const both = pinned(topped, worst, 0, gaps, from);
      if (both) yield { best: best + from, worst: worst + from, boxes: both };
    }
  }
}

/** One that is surely the end is enough: ways with another there too are among the ways with this one. */
function candidates(
  leads: readonly number[],
  may: (option: number) => boolean,
  must: (option: number) => boolean,
): readonly number[] {
  const sure = leads.find(must);
  return sure === undefined ? leads.filter(may) : [sure];
}

function pinned(boxes: Boxes, option: number, at: number, gaps: readonly ValueGap[], from: number): Boxes | undefined {
  const box = { low: boxes.low.slice(), high: boxes.high.slice() };
  box.low[option] = at;
  box.high[option] = at;
  return tightened(box, gaps, from);
}

/** Gaps carried through until nothing moves; undefined when some option is left without a value. */
function tightened(box: Boxes, gaps: readonly ValueGap[], from: number): Boxes | undefined {
  const low = box.low.slice();
  const high = box.high.slice();
  const size = low.length;
  // a chain of gaps is at most as long as there are options; what still moves then goes in a circle
  for (let pass = 0; pass <= size; pass++) {
    let moved = false;
    const raise = (option: number, to: number): void => {
      if (to <= low[option]! + tolerance) return;
      low[option] = to;
      moved = true;
    };
    const lower = (option: number, to: number): void => {
      if (to >= high[option]! - tolerance) return;
      high[option] = to;
      moved = true;
    };
    for (const { above, below, least, tied } of gaps) {
      const a = above - from;
      const b = below - from;
      raise(a, low[b]! + least);
      lower(b, high[a]! - least);
      if (!tied) continue;
      raise(b, low[a]!);
      lower(a, high[b]!);
    }
    for (let o = 0; o < size; o++) if (low[o]! > high[o]! + tolerance) return undefined;
    if (!moved) return { low, high };
  }
  return undefined;
}

function ranks(size: number, gaps: readonly ValueGap[], from: number): Int32Array {
  const rankOf = Int32Array.from({ length: size }, (_, o) => o);
  for (const { above, below, tied } of gaps) {
    if (!tied) continue;
    const a = rankOf[above - from]!;
    const b = rankOf[below - from]!;
    const first = Math.min(a, b);
    for (let o = 0; o < size; o++) if (rankOf[o] === a || rankOf[o] === b) rankOf[o] = first;
  }
  return rankOf;
}
