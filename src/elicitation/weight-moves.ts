import type { Random } from "#prelude";
import type { ComparisonWorth } from "./comparison-worth.ts";
import type { Constraints } from "./constraints.ts";
import { freeDirections, orthonormal, stretchedTo } from "./free-directions.ts";

/**
 * Hit-and-run over the weights and the reservation value while all values stand still: what is stated is then linear,
 * so a chord of a random direction has two ends, and a uniform point of it is the next state. The uniform distribution
 * is the only one it leaves as it is. Source: Smith 1984, "Efficient Monte Carlo procedures for generating points
 * uniformly distributed over bounded regions", Operations Research 32(6).
 */
export type WeightMoves = {
  readonly directions: number;
  /** One move; `refresh` first whenever values have moved. */
  readonly move: (random: Random) => void;
  readonly refresh: () => void;
  /** Takes the shape of these states for its directions from now on: before the draws that count, never among them. */
  readonly learn: (states: readonly Float64Array[]) => void;
};

/** `block`: the weights and, last, the reservation value; moved in place. */
export function weightMoves(
  said: Constraints,
  reservation: { readonly low: number; readonly high: number },
  block: Float64Array,
  comparing: ComparisonWorth,
): WeightMoves {
  const size = block.length;
  const rows = [...weightRows(said, reservation, size)];
  // what leaves no room at a state chosen to have room is an equality
  const isEquality = ({ row, low, high }: BlockRow): boolean => {
    const at = product(row, block);
    return at - low < 1e-6 || high - at < 1e-6;
  };
  const plain = freeDirections(
    rows.filter(isEquality).map(({ row }) => row),
    size,
  );
  const ofReservation = plain.findIndex((each) => each[size - 1] !== 0);
  const basis = orthonormal(plain);
  let directions = basis;
  const sparse = rows
    .filter((each) => !isEquality(each))
    .map(({ row, low, high }) => ({ ...sparseOf(row), low, high }));
  const compared = said.comparisons.map(() => new Float64Array(size));
  const direction = new Float64Array(size);
  const refresh = (): void => {
    compared.forEach((into, c) => {
      comparing.row(c, into);
    });
  };
  refresh();
  const steps = new Float64Array(compared.length);
  const across = (random: Random): void => {
    direction.fill(0);
    for (const each of directions) {
      const factor = random.normal();
      for (let k = 0; k < size; k++) direction[k]! += factor * each[k]!;
    }
  };
  /** From one issue to another, or one alone with what makes up for it: gets out of corners, where most ways are blocked. */
  const between = (random: Random): void => {
    // the reservation value alone often: settlements compared with it move it little at a time
    const alone = ofReservation >= 0 && random.below(3) === 0;
    const one = alone ? ofReservation : random.below(plain.length);
    const other = alone ? one : random.below(plain.length);
    for (let k = 0; k < size; k++) direction[k] = plain[one]![k]! - (one === other ? 0 : plain[other]![k]!);
  };
  const move = (random: Random): void => {
    if (directions.length === 0) return;
    if (random.below(3) === 0) across(random);
    else between(random);
    let from = -Infinity;
    let to = Infinity;
    const narrow = (at: number, step: number, low: number, high: number): void => {
      if (step > 1e-12) {
        from = Math.max(from, (low - at) / step);
        to = Math.min(to, (high - at) / step);
      } else if (step < -1e-12) {
        from = Math.max(from, (high - at) / step);
        to = Math.min(to, (low - at) / step);
      }
    };
    for (const { at, times, low, high } of sparse) {
      let here = 0;
      let step = 0;
      for (let k = 0; k < at.length; k++) {
        here += times[k]! * block[at[k]!]!;
        step += times[k]! * direction[at[k]!]!;
      }
      narrow(here, step, low, high);
    }
    compared.forEach((row, c) => {
      steps[c] = product(row, direction);
      narrow(comparing.worth[c]!, steps[c]!, said.comparisons[c]!.low, said.comparisons[c]!.high);
    });
    if (!(from < to) || from > 0 || to < 0) return; // no room but for rounding
    const step = from + random.uniform() * (to - from);
    for (let k = 0; k < size; k++) block[k]! += step * direction[k]!;
    for (let c = 0; c < steps.length; c++) comparing.worth[c]! += step * steps[c]!;
  };
  const learn = (states: readonly Float64Array[]): void => {
    if (basis.length > 0) directions = stretchedTo(states, basis);
  };
  return { directions: basis.length, move, refresh, learn };
}

type BlockRow = { readonly row: Float64Array; readonly low: number; readonly high: number };

function* weightRows(
  said: Constraints,
  reservation: { readonly low: number; readonly high: number },
  size: number,
): Generator<BlockRow> {
  const issues = size - 1;
  const whole = new Float64Array(size).fill(1);
  whole[issues] = 0;
  yield { row: whole, low: 100, high: 100 };
  for (let issue = 0; issue < issues; issue++) yield { row: unit(issue, size), low: 0, high: Infinity };
  for (const { terms, low, high } of said.weights) {
    const row = new Float64Array(size);
    for (const { issue, times } of terms) row[issue]! += times;
    yield { row, low, high };
  }
  let { low, high } = reservation;
  for (const each of said.reservation) {
    low = Math.max(low, each.low);
    high = Math.min(high, each.high);
  }
  yield { row: unit(issues, size), low, high };
}

function unit(at: number, size: number): Float64Array {
  const row = new Float64Array(size);
  row[at] = 1;
  return row;
}

function sparseOf(row: Float64Array): { readonly at: Int32Array; readonly times: Float64Array } {
  const at = Int32Array.from(row.keys()).filter((k) => row[k] !== 0);
  return { at, times: Float64Array.from(at, (k) => row[k]!) };
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}
