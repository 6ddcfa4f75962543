import type { Agenda } from "#model";
import { seededRandom } from "#prelude";
import { fittingDraft } from "./check-draft.ts";
import { comparisonWorth } from "./comparison-worth.ts";
import { constraintsOf } from "./constraints.ts";
import type { SheetDraft } from "./draft.ts";
import { type Foothold, foothold } from "./feasible.ts";
import { type Frame, frameOf } from "./frame.ts";
import { anchorings } from "./issue-values.ts";
import { valueMoves } from "./value-moves.ts";
import { weightMoves } from "./weight-moves.ts";

/** Sheets that keep every statement. */
export type SheetDraws = {
  readonly count: number;
  readonly seed: number;
  /** count x issues, in the agenda's order, row-major: points; each row sums to 100. */
  readonly weights: Float64Array;
  /** count x options of all issues, row-major: on the scale 0 to 100. */
  readonly values: Float64Array;
  /** In points. */
  readonly reservations: Float64Array;
};

/**
 * Draws uniformly over all sheets that keep every statement: uniformly in the weights, the values and the reservation
 * value, so that an issue does not count more for having more options. Undefined when the statements contradict each
 * other. Statements that do not fit the agenda are left aside. Same draft, count and seed: same draws, up to the last
 * bits in which engines differ.
 *
 * Hit-and-run in the weights and Gibbs steps in the values, in turns, after a warm-up that learns the shape; one draw is
 * kept for every few rounds, so neighbouring draws are nearly independent, not quite.
 */
export function drawSheets(
  agenda: Agenda,
  draft: SheetDraft,
  options: { readonly draws?: number; readonly seed?: number } = {},
): SheetDraws | undefined {
  const { draws = 500, seed = 1 } = options;
  const fitting = fittingDraft(agenda, draft);
  const frame = frameOf(agenda, fitting);
  const said = constraintsOf(frame, fitting);
  const start = foothold(frame, said);
  if (start === undefined || start === "unknown" || frame.issues.length === 0) return undefined;

  const random = seededRandom(seed);
  const n = frame.issues.length;
  const block = new Float64Array(n + 1);
  block.set(start.point.weights);
  block[n] = start.point.reservation;
  const values = startValues(frame, start);
  const comparing = comparisonWorth(said.comparisons, block, values);
  const byWeight = weightMoves(said, frame.reservation, block, comparing);
  const byValue = start.byIssue.map((issue, i) => {
    const ways = anchorings(frame, issue);
    const swaps = !ways.next().done && !ways.next().done;
    return valueMoves(issue, start.anchorings[i]!, swaps, said.comparisons, block, values, comparing);
  });
  const round = (): void => {
    byWeight.refresh();
    const moves = Math.max(2, byWeight.directions);
    for (let k = 0; k < moves; k++) byWeight.move(random);
    for (const each of byValue) each.move(random);
    comparing.recompute(); // rounding must not add up
  };
  for (const rounds of [100, 200, 400]) {
    const states: Float64Array[] = [];
    for (let k = 0; k < rounds; k++) {
      round();
      if (k >= rounds / 4) states.push(block.slice());
    }
    byWeight.learn(states);
  }
  const kept = {
    count: draws,
    seed,
    weights: new Float64Array(draws * n),
    values: new Float64Array(draws * values.length),
    reservations: new Float64Array(draws),
  };
  for (let draw = 0; draw < draws; draw++) {
    for (let k = 0; k < roundsPerDraw; k++) round();
    kept.weights.set(block.subarray(0, n), draw * n);
    for (let o = 0; o < values.length; o++) kept.values[draw * values.length + o] = values[o]! * 100;
    kept.reservations[draw] = block[n]!;
  }
  return kept;
}

const roundsPerDraw = 5;

/** Issues that no comparison asks about start in the middle of what is left to them, which keeps every gap. */
function startValues(frame: Frame, { point, anchorings: chosen }: Foothold): Float64Array {
  const values = point.values.slice();
  chosen.forEach(({ boxes }, issue) => {
    const from = frame.offset[issue]!;
    boxes.low.forEach((low, o) => {
      const middle = (low + boxes.high[o]!) / 2;
      values[from + o] = Number.isNaN(values[from + o]!) ? middle : values[from + o]!;
    });
  });
  return values;
}
