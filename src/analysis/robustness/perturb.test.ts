import { expect, test } from "vitest";
import type { Judgement, PreferenceSheet } from "#model";
import { seededRandom } from "#prelude";
import { evidence, judged, scenario, sheet, when } from "../../../test/tiny-scenario.ts";
import { perturb, perturbSheet } from "./perturb.ts";

const written: PreferenceSheet = {
  ...sheet("A", {
    reservation: judged(50, 40, 60),
    issues: {
      land: [6, { keep: 95, share: judged(40, 38, 42), give: 2 }],
      money: [4, { none: 0, some: 50 }],
      idle: [0, { on: 50, off: 50 }],
    },
    linkages: [
      {
        id: "both",
        kind: "combination",
        when: when({ land: "keep", money: "some" }),
        value: judged(-3),
        of: 100,
        evidence: evidence(),
      },
      {
        id: "table",
        kind: "table",
        issue: "money",
        given: "land",
        table: { give: { some: judged(90) } },
        evidence: evidence(),
      },
    ],
  }),
};

const draws = (from: PreferenceSheet, count = 2000) => {
  const random = seededRandom(7);
  return Array.from({ length: count }, () => perturbSheet(from, random));
};
const least = (numbers: number[]) => Math.min(...numbers);
const most = (numbers: number[]) => Math.max(...numbers);
const valueIn = (drawn: PreferenceSheet, issue: string, option: string) => drawn.issues[issue]!.values[option]!.mid;

test("drawn weights keep the sheet's total, and an issue of no weight keeps none", () => {
  for (const drawn of draws(written, 200)) {
    const weights = Object.values(drawn.issues).map(({ weight }) => weight.mid);
    expect(weights.reduce((a, b) => a + b)).toBeCloseTo(10, 12);
    expect(drawn.issues.idle!.weight.mid).toBe(0);
  }
});

test("the ratio of two drawn weights is log-normal about the written one", () => {
  const logs = draws(written).map(({ issues }) => Math.log(issues.land!.weight.mid / issues.money!.weight.mid / 1.5));
  const mean = logs.reduce((a, b) => a + b) / logs.length;
  const deviation = Math.sqrt(logs.reduce((a, b) => a + (b - mean) ** 2, 0) / logs.length);
  expect(Math.abs(mean)).toBeLessThan(0.05); // standard error 0.011
  expect(Math.abs(deviation - 0.35 * Math.SQRT2)).toBeLessThan(0.04); // standard error 0.008
});

test("a value with one number is uniform within 12, kept between 0 and 100; one with a range is uniform in it", () => {
  const all = draws(written);
  const some = all.map((drawn) => valueIn(drawn, "money", "some"));
  expect(least(some)).toBeGreaterThanOrEqual(38);
  expect(least(some)).toBeLessThan(38.5);
  expect(most(some)).toBeLessThanOrEqual(62);
  expect(most(some)).toBeGreaterThan(61.5);
  expect(least(all.map((drawn) => valueIn(drawn, "land", "give")))).toBe(0);
  expect(most(all.map((drawn) => valueIn(drawn, "land", "keep")))).toBe(100);
  const share = all.map((drawn) => valueIn(drawn, "land", "share"));
  expect(least(share)).toBeGreaterThanOrEqual(38);
  expect(most(share)).toBeLessThanOrEqual(42);
});

test("the spread is in hundredths of the issue's own scale", () => {
  const small = {
    ...written,
    issues: {
      ...written.issues,
      money: { ...written.issues.money!, of: 1, values: { none: judged(0), some: judged(0.5) } },
    },
  };
  const some = draws(small).map((drawn) => valueIn(drawn, "money", "some"));
  expect(least(some)).toBeGreaterThanOrEqual(0.38);
  expect(most(some)).toBeLessThanOrEqual(0.62);
});

test("the reservation value is uniform in its range, and stays when it has none", () => {
  const reservations = draws(written).map(({ reservation }) => reservation.mid);
  expect(least(reservations)).toBeGreaterThanOrEqual(40);
  expect(least(reservations)).toBeLessThan(40.5);
  expect(most(reservations)).toBeGreaterThan(59.5);
  const sure = { ...written, reservation: { ...judged(50), evidence: evidence() } };
  expect(draws(sure, 50).every(({ reservation }) => reservation.mid === 50)).toBe(true);
});

test("values stated as an order keep the order, with ties together", () => {
  const order = [["keep"], ["share", "give"]];
  const ordered = { ...written, issues: { ...written.issues, land: { ...written.issues.land!, order } } };
  const all = draws(ordered, 500);
  for (const drawn of all) {
    const { keep, share, give } = drawn.issues.land!.values as Record<string, Judgement>; // the three options above
    expect(keep!.mid).toBeGreaterThanOrEqual(share!.mid);
    expect(give!.mid).toBe(share!.mid);
  }
  expect(least(all.map((drawn) => valueIn(drawn, "land", "keep")))).toBeLessThan(20);
});

test("linkages are drawn too: a table's cells as values, a combination keeps its sign", () => {
  const all = draws(written);
  const cells = all.map(({ linkages }) =>
    linkages[1]!.kind === "table" ? linkages[1]!.table.give!.some!.mid : Number.NaN,
  );
  expect(least(cells)).toBeGreaterThanOrEqual(78);
  expect(most(cells)).toBe(100);
  const extras = all.map(({ linkages }) => (linkages[0]!.kind === "combination" ? linkages[0]!.value.mid : Number.NaN));
  expect(most(extras)).toBeLessThan(0);
  expect(least(extras)).toBeLessThan(-4);
});

test("without spread or ranges a draw is the sheet as written", () => {
  const none = { weightSigma: 0, value: 0 };
  const plain = sheet("A", {
    reservation: 50,
    issues: { land: [6, { keep: 95, give: 2 }], money: [4, { none: 0, some: 50 }] },
  });
  expect(perturbSheet(plain, seededRandom(1), none)).toEqual(plain);
});

test("the same seed draws the same scenario, and candidates are drawn within 12 of their score", () => {
  const tiny = scenario({
    issues: { land: ["keep", "give"] },
    sheets: { A: { reservation: judged(50, 40, 60), issues: { land: [1, { keep: 90, give: 0 }] } } },
    agenda: {
      candidates: [
        {
          id: "patrol",
          name: "Patrol",
          deciding: ["A"],
          threshold: 40,
          candidates: [{ id: "gulf", name: "Gulf", acceptability: { A: 42 }, evidence: evidence() }],
          evidence: evidence(),
        },
      ],
    },
  });
  expect(perturb(tiny, seededRandom(3))).toEqual(perturb(tiny, seededRandom(3)));
  const random = seededRandom(4);
  const scores = Array.from(
    { length: 500 },
    () => perturb(tiny, random).agenda.candidates[0]!.candidates[0]!.acceptability.A!,
  );
  expect(least(scores)).toBeGreaterThanOrEqual(30);
  expect(most(scores)).toBeLessThanOrEqual(54);
  expect(least(scores)).toBeLessThan(40);
});
