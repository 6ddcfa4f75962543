import { expect, test } from "vitest";
import { approximately } from "./fraction.ts";
import { oracle } from "./oracle.ts";
import { plainScenario } from "./plain-scenario.ts";

/** Nash 1950, "The Bargaining Problem", the table of Bill and Jack's goods: utility of each to each. */
const goods = [
  { name: "book", owner: "Bill", bill: 2, jack: 4 },
  { name: "whip", owner: "Bill", bill: 2, jack: 2 },
  { name: "ball", owner: "Bill", bill: 2, jack: 1 },
  { name: "bat", owner: "Bill", bill: 2, jack: 2 },
  { name: "box", owner: "Bill", bill: 4, jack: 1 },
  { name: "pen", owner: "Jack", bill: 10, jack: 1 },
  { name: "toy", owner: "Jack", bill: 4, jack: 1 },
  { name: "knife", owner: "Jack", bill: 6, jack: 2 },
  { name: "hat", owner: "Jack", bill: 2, jack: 2 },
];
const owned = (owner: string, key: "bill" | "jack"): number =>
  goods.reduce((sum, good) => sum + (good.owner === owner ? good[key] : 0), 0);

test("Nash 1950: barter gives Bill a gain of 12 and Jack one of 5", () => {
  // One issue per good: Bill has it, or Jack. Of 1: a value of 1 of weight w in w points of 1.
  const bill = { weights: goods.map((good) => good.bill), values: goods.map(() => [1, 0]), of: 1, total: 1, scale: 1 };
  const jack = { weights: goods.map((good) => good.jack), values: goods.map(() => [0, 1]), of: 1, total: 1, scale: 1 };
  const answer = oracle(
    plainScenario({
      options: goods.map(() => 2),
      sheets: [
        { ...bill, reservation: owned("Bill", "bill") },
        { ...jack, reservation: owned("Jack", "jack") },
      ],
    }),
  );
  const { vectors, value } = answer.solutions.nashBargaining;
  expect(vectors.map(({ values }) => values)).toEqual([[12 + 12, 5 + 6]]);
  expect(approximately(value!)).toBe(60);
  expect(vectors[0]!.rows).toHaveLength(1); // Bill keeps box, gets pen, toy, knife; Jack gets book, whip, ball, bat, hat kept
});

/** One issue of four settlements, three parties; utilities are the values themselves. */
function fourDeals(values: readonly (readonly number[])[], reservation = 50) {
  return plainScenario({
    options: [values[0]!.length],
    sheets: values.map((row) => ({ weights: [1], values: [row], reservation })),
  });
}

test("two losses do not multiply into a gain", () => {
  // a0: surpluses -10, -10, +40: product 4,000. a1: +1, +1, +1: product 1.
  const answer = oracle(
    fourDeals([
      [40, 51],
      [40, 51],
      [90, 51],
    ]),
  );
  expect(answer.zoneCount).toBe(1);
  expect(answer.solutions.nashBargaining.vectors.map(({ values }) => values)).toEqual([[51, 51, 51]]);
});

test("Nash bargaining is empty where nobody can gain without another only breaking even", () => {
  const answer = oracle(
    fourDeals([
      [50, 60],
      [60, 50],
      [70, 70],
    ]),
  );
  expect(answer.zoneCount).toBe(2);
  expect(answer.solutions.nashBargaining.vectors).toEqual([]);
});

test("Kalai-Smorodinsky weighs gains by the best in the agreement zone, not the best anywhere", () => {
  // P1's 100 lies outside the zone (P2 refuses it): its ideal is 90, span 40; P2's 80, span 30.
  // a1: 20/40, 15/30: a half each. a2: 40/40, 0. a3: 0, 30/30.
  const answer = oracle(
    fourDeals([
      [100, 70, 90, 50],
      [10, 65, 50, 80],
    ]),
  );
  const { vectors, value, leftOut } = answer.solutions.kalaiSmorodinsky;
  expect(vectors.map(({ values }) => values)).toEqual([[70, 65]]);
  expect(value).toEqual({ top: 1n, bottom: 2n });
  expect(leftOut).toEqual([]);
});

test("Kalai-Smorodinsky leaves out a party that cannot gain", () => {
  const answer = oracle(
    fourDeals([
      [50, 50, 20],
      [60, 70, 90],
      [90, 80, 90],
    ]),
  );
  const { vectors, leftOut } = answer.solutions.kalaiSmorodinsky;
  expect(leftOut).toEqual([0]);
  // Ratios 10/20 and 40/40 against 20/20 and 30/40: the worst off is better off in the second.
  expect(vectors.map(({ values }) => values)).toEqual([[50, 70, 80]]);
});

test("egalitarian compares the second worst off when the worst off tie", () => {
  const answer = oracle(
    fourDeals([
      [60, 60, 75],
      [75, 80, 60],
      [60, 60, 75],
    ]),
  );
  expect(answer.solutions.egalitarian.vectors.map(({ values }) => values)).toEqual([[75, 60, 75]]);
  expect(answer.solutions.egalitarian.value).toEqual({ top: 10n, bottom: 1n });
});

test("utilitarian returns every tied vector with the settlements behind each", () => {
  const answer = oracle(
    fourDeals([
      [60, 70, 70, 55],
      [80, 70, 70, 60],
    ]),
  );
  const { vectors } = answer.solutions.utilitarian;
  expect(vectors.map(({ values, rows }) => [...values, rows.length])).toEqual([
    [60, 80, 1],
    [70, 70, 2],
  ]);
});

test("the frontier keeps the efficient vectors of the agreement zone, once each", () => {
  const answer = oracle(
    fourDeals([
      [60, 70, 70, 65, 99],
      [80, 70, 70, 70, 49],
    ]),
  );
  expect(answer.frontier.map(({ values, rows }) => [...values, rows.length])).toEqual([
    [60, 80, 1],
    [70, 70, 2],
  ]);
});
