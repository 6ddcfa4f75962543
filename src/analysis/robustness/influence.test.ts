import { expect, test } from "vitest";
import type { PreferenceSheet } from "#model";
import { seededRandom } from "#prelude";
import { evidence, judged, sheet } from "../../../test/tiny-scenario.ts";
import { influenceMeter } from "./influence.ts";
import { perturbSheet } from "./perturb.ts";

const written = sheet("A", {
  reservation: judged(30, 20, 40),
  issues: { land: [3, { keep: 80, give: 20 }], money: [1, { none: 10, some: 90 }] },
  linkages: [
    {
      id: "both",
      kind: "combination",
      when: [{ issue: "land", options: ["keep"] }],
      value: judged(5, 0, 10),
      of: 100,
      evidence: evidence(),
    },
    {
      id: "bitter",
      kind: "table",
      issue: "money",
      given: "land",
      table: { give: { some: judged(20, 10, 30) } },
      evidence: evidence(),
    },
  ],
});

function draws(count: number, seed = 1): PreferenceSheet[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => perturbSheet(written, random));
}

const value = (drawn: PreferenceSheet, issue: string, option: string): number =>
  drawn.issues[issue]!.values[option]!.mid;
const cell = (drawn: PreferenceSheet): number => {
  const linkage = drawn.linkages[1]!;
  return linkage.kind === "table" ? linkage.table.give!.some!.mid : Number.NaN;
};

function ranked(sheets: readonly PreferenceSheet[], outcome: (drawn: PreferenceSheet, d: number) => number, most = 20) {
  const meter = influenceMeter([written], 1);
  for (const [d, drawn] of sheets.entries()) meter.add([drawn], Float64Array.of(outcome(drawn, d)));
  return meter.ranking(0, most);
}

/** Squared correlation the long way: means first, then deviations from them. */
function shared(x: readonly number[], y: readonly number[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  const product = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, v, i) => sum + v * b[i]!, 0);
  const [dx, dy] = [x.map((v) => v - mx), y.map((v) => v - my)];
  return product(dx, dy) ** 2 / (product(dx, dx) * product(dy, dy));
}

test("an outcome that is one judgement is explained by it alone, upward; its negative, downward", () => {
  const sheets = draws(200);
  const [up] = ranked(sheets, (drawn) => 1e6 + value(drawn, "land", "keep"));
  expect(up).toMatchObject({ judgement: { kind: "value", issue: "land", option: "keep" }, direction: "raises" });
  expect(up!.share).toBeCloseTo(1, 6);
  const [down] = ranked(sheets, (drawn) => -3 * drawn.reservation.mid);
  expect(down).toMatchObject({ judgement: { kind: "reservation", party: "A" }, direction: "lowers" });
});

test("each share is the squared correlation of the draws, and the most telling judgement stands first", () => {
  const sheets = draws(300);
  const outcome = (drawn: PreferenceSheet): number =>
    3 * value(drawn, "money", "some") + value(drawn, "land", "give") - drawn.reservation.mid + 2 * cell(drawn);
  const all = ranked(sheets, outcome);
  const y = sheets.map(outcome);
  const share = (wanted: object): number => all.find(({ judgement }) => same(judgement, wanted))!.share;
  expect(share({ kind: "value", party: "A", issue: "money", option: "some" })).toBeCloseTo(
    shared(
      sheets.map((drawn) => value(drawn, "money", "some")),
      y,
    ),
    9,
  );
  expect(share({ kind: "cell", party: "A", linkage: "bitter", given: "give", option: "some" })).toBeCloseTo(
    shared(sheets.map(cell), y),
    9,
  );
  expect(share({ kind: "weight", party: "A", issue: "land" })).toBeCloseTo(
    shared(
      sheets.map((drawn) => drawn.issues.land!.weight.mid),
      y,
    ),
    9,
  );
  expect(all.map((each) => each.share)).toEqual(all.map((each) => each.share).sort((a, b) => b - a));
  expect(all[0]!.judgement).toMatchObject({ kind: "value", issue: "money", option: "some" });
  // reservation, two weights, four values, one combination, one cell
  expect(all).toHaveLength(9);
  expect(ranked(sheets, outcome, 4)).toEqual(all.slice(0, 4));
});

test("a judgement that never moved, and an outcome that never moved, explain nothing", () => {
  const still = draws(50).map((drawn) => ({ ...drawn, reservation: written.reservation }));
  const kinds = ranked(still, (_, d) => d).map(({ judgement }) => judgement.kind);
  expect(kinds).not.toContain("reservation");
  expect(kinds).toContain("value");
  expect(ranked(draws(50), () => 7)).toEqual([]);
});

test("the 95 % interval holds the share seen in very many draws in at least 17 of 20 samples", () => {
  const outcome = (drawn: PreferenceSheet): number => value(drawn, "money", "some") + 0.3 * drawn.reservation.mid;
  const reservation = (count: number, seed: number) =>
    ranked(draws(count, seed), outcome).find(({ judgement }) => judgement.kind === "reservation")!;
  const { share } = reservation(20_000, 99);
  const held = Array.from({ length: 20 }, (_, s) => reservation(150, s + 1)).filter(
    ({ low, high }) => low <= share && share <= high,
  );
  expect(held.length).toBeGreaterThanOrEqual(17);
});

function same(a: object, b: object): boolean {
  const sorted = (each: object): string => JSON.stringify(Object.entries(each).sort());
  return sorted(a) === sorted(b);
}
