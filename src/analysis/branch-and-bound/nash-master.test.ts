import { expect, test } from "vitest";
import { type Random, seededRandom } from "#prelude";
import { nashMultipliers } from "./nash-master.ts";

/** Gains of a few settlements; at least one mix of them gives every party something. */
function gains(random: Random, m: number): Float64Array[] {
  const columns = Array.from({ length: 1 + random.below(5) }, () =>
    Float64Array.from({ length: m }, () => (random.below(120) - 20) / 10),
  );
  return [...columns, new Float64Array(m).fill(0.5)];
}

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((sum, x, i) => sum + x * b[i]!, 0);
const logs = (values: ArrayLike<number>): number => Array.from(values).reduce((sum, x) => sum + Math.log(x), 0);

/** What the mix gives each party. */
function mixed(columns: readonly Float64Array[], mix: Float64Array): Float64Array {
  return columns[0]!.map((_, i) => columns.reduce((sum, column, k) => sum + mix[k]! * column[i]!, 0));
}

/** No mix of the columns has a Nash product whose logarithm is larger; whatever lambda is. */
function bound(columns: readonly Float64Array[], lambda: Float64Array): number {
  const m = lambda.length;
  return m * Math.log(Math.max(...columns.map((column) => dot(lambda, column))) / m) - logs(lambda);
}

const examples = Array.from({ length: 120 }, (_, place) => {
  const random = seededRandom(place + 1);
  return gains(random, 1 + random.below(4));
});

test("at the optimum each multiplier is one over the party's gain, and every column in use is priced at the number of parties", () => {
  for (const columns of examples) {
    const { lambda, mix } = nashMultipliers(columns, undefined);
    const m = lambda.length;
    // shares come from slacks of about 1e-13, so a mix is good for branching, to three digits, and never decides
    mixed(columns, mix).forEach((gain, i) => {
      expect(lambda[i]! * gain).toBeCloseTo(1, 2);
    });
    expect(mix.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    columns.forEach((column, k) => {
      expect(dot(lambda, column)).toBeLessThanOrEqual(m);
      if (mix[k]! > 1e-3) expect(dot(lambda, column)).toBeCloseTo(m, 4);
    });
  }
});

test("the bound lies above every mix that a search of random mixes finds, and the mix returned reaches it", () => {
  for (const [place, columns] of examples.entries()) {
    const random = seededRandom(place);
    const { lambda, mix } = nashMultipliers(columns, undefined);
    const most = bound(columns, lambda);
    for (let k = 0; k < 200; k++) {
      const shares = columns.map(() => (1 - random.uniform()) ** (1 + 4 * random.below(3)));
      const sum = shares.reduce((a, b) => a + b, 0);
      const point = mixed(
        columns,
        Float64Array.from(shares, (share) => share / sum),
      );
      if (point.every((gain) => gain > 0)) expect(logs(point)).toBeLessThanOrEqual(most + 1e-9);
    }
    expect(most - logs(mixed(columns, mix))).toBeLessThan(1e-5);
  }
});

test("parties renamed, the multipliers are renamed with them; a party's unit changed, its multiplier changes inversely", () => {
  for (const columns of examples) {
    const { lambda } = nashMultipliers(columns, undefined);
    const turned = nashMultipliers(
      columns.map((column) => column.toReversed()),
      undefined,
    ).lambda.toReversed();
    const scaled = nashMultipliers(
      columns.map((column) => column.map((gain, i) => (i === 0 ? 4 * gain : gain))),
      undefined,
    ).lambda;
    lambda.forEach((value, i) => {
      expect(turned[i]! / value).toBeCloseTo(1, 4);
      expect(((i === 0 ? 4 : 1) * scaled[i]!) / value).toBeCloseTo(1, 4);
    });
  }
});

test("between two settlements that give everything to one party each, the mix takes half of each and the multipliers weigh the stakes", () => {
  const { lambda, mix } = nashMultipliers([Float64Array.of(10, 0), Float64Array.of(0, 4)], undefined);
  expect([...mix].map((share) => share.toFixed(2))).toEqual(["0.50", "0.50"]);
  expect(lambda[0]!).toBeCloseTo(1 / 5, 6);
  expect(lambda[1]!).toBeCloseTo(1 / 2, 6);
});

test("a start from the multipliers of fewer columns ends where a fresh start ends", () => {
  for (const columns of examples) {
    const { lambda: before } = nashMultipliers(columns.slice(-1), undefined);
    const [warm, fresh] = [nashMultipliers(columns, before).lambda, nashMultipliers(columns, undefined).lambda];
    warm.forEach((value, i) => {
      expect(value / fresh[i]!).toBeCloseTo(1, 4);
    });
  }
});
