import { expect, test } from "vitest";
import { checkCertificate } from "#analysis";
import type { Scenario } from "#model";
import { type Answer, type Random, seededRandom } from "#prelude";
import { constraints } from "../oracle/constraints.ts";
import { type Chosen, exactUtility } from "../oracle/exact-utility.ts";
import { approximately, type Fraction, order } from "../oracle/fraction.ts";
import { plainScenario } from "../oracle/plain-scenario.ts";
import { pick } from "../oracle/random-choice.ts";
import { combinations, named } from "../oracle/settlement-table.ts";
import { analysisOf } from "./engine.ts";

const seeds = Array.from({ length: 120 }, (_, seed) => seed + 1);

test("where utilities cannot be whole numbers, what is called exact is so, and bounds hold the truth", () => {
  const statuses = new Set<string>();
  let rounded = 0;
  const wrong: string[] = [];
  for (const seed of seeds) {
    const scenario = awkwardScenario(seed);
    const zone = zoneByDefinition(scenario);
    const { agreementZone, frontier, parties, solutions } = analysisOf(scenario);
    const { exists, count, certificate } = agreementZone;
    statuses.add(exists.status).add(count.status);
    if (parties.some(({ arithmetic }) => arithmetic !== "exact")) rounded++;
    const claim = (what: string, holds: boolean): void => {
      if (!holds) wrong.push(`seed ${seed}, ${zone.length} in the zone: ${what}`);
    };
    claim(
      `count ${JSON.stringify(count)}`,
      holdsTruth(count, String(zone.length), (a, b) => BigInt(a) <= BigInt(b)),
    );
    claim(
      `exists ${JSON.stringify(exists)}`,
      holdsTruth(exists, zone.length > 0, (a, b) => Number(a) <= Number(b)),
    );
    // The checker computes in fractions: it is never wrong, and may only be given what it can pass.
    const certified = certificate && checkCertificate(scenario, {}, certificate).ok;
    claim(`${certificate?.kind} certificate passes: ${certified}`, exists.status !== "exact" || certified === true);
    claim("a certificate of the opposite passes", !certified || (certificate.kind === "witness") === zone.length > 0);
    const worth = zone.map((chosen) => scenario.sheets.map((sheet) => exactUtility(sheet, chosen)));
    if (frontier.status === "exact") claim(`frontier of ${frontier.size}`, frontier.size === efficientCount(worth));
    if (solutions.utilitarian.status === "exact") {
      const sums = worth.map((one) => one.reduce((sum, u) => sum + approximately(u), 0));
      claim(
        `utilitarian ${solutions.utilitarian.value}`,
        Math.abs(solutions.utilitarian.value! - Math.max(...sums)) < 1e-6,
      );
    }
  }
  expect(wrong).toEqual([]);
  expect(rounded).toBeGreaterThan(20);
  expect(statuses).toContain("bounded");
  expect(statuses).toContain("exact");
});

function zoneByDefinition(scenario: Scenario): readonly Chosen[] {
  const asked = constraints(scenario, {}, scenario.agenda.asOf);
  return [...combinations(scenario.agenda.issues.map(({ options }) => options.length))]
    .map((choice) => named(scenario, choice))
    .filter((chosen) => asked.every((constraint) => constraint.isMetBy(chosen)));
}

/** Distinct vectors, in fractions, on which nobody can improve, by however little. */
function efficientCount(worth: readonly (readonly Fraction[])[]): number {
  const improves = (a: readonly Fraction[], b: readonly Fraction[]): boolean =>
    a.every((u, p) => order(u, b[p]!) >= 0) && a.some((u, p) => order(u, b[p]!) > 0);
  const efficient = worth.filter((one) => !worth.some((other) => improves(other, one)));
  return new Set(efficient.map((one) => one.map((u) => `${u.top}/${u.bottom}`).join(" "))).size;
}

function holdsTruth<T>(answer: Answer<T>, truth: T, atMost: (a: T, b: T) => boolean): boolean {
  if (answer.status === "exact") return answer.value === truth;
  if (answer.status === "unknown") return false;
  return atMost(answer.low, truth) && atMost(truth, answer.high);
}

/**
 * Weights that no common denominator below 2^53 divides, and reservation values that are a settlement's utility to the
 * last digit a double holds: there the verdict hangs on the rounding.
 */
function awkwardScenario(seed: number): Scenario {
  const random = seededRandom(seed);
  const options = Array.from({ length: 2 + random.below(3) }, () => 2 + random.below(2));
  const number = (digits: number): number => Number((random.uniform() * 100).toFixed(digits));
  const sheets = Array.from({ length: 2 + random.below(2) }, () => {
    const digits = pick(random, [3, 7, 11]);
    return {
      weights: options.map(() => number(digits) + 1),
      values: options.map((count) => Array.from({ length: count }, () => number(digits))),
      of: pick(random, [100, 97, 99.9999991]),
      reservation: 0,
    };
  });
  const scenario = plainScenario({ options, sheets });
  return { ...scenario, sheets: scenario.sheets.map((sheet) => withTightReservation(random, scenario, sheet)) };
}

function withTightReservation(
  random: Random,
  scenario: Scenario,
  sheet: Scenario["sheets"][number],
): Scenario["sheets"][number] {
  const settlements = [...combinations(scenario.agenda.issues.map(({ options }) => options.length))];
  const worth = settlements.map((choice) => exactUtility(sheet, named(scenario, choice))).sort(order);
  const value = approximately(worth[Math.floor(worth.length * pick(random, [0.2, 0.5, 0.7]))]!);
  const least = pick(random, [value, value, Number(value.toFixed(12)), Number(value.toFixed(3))]);
  return { ...sheet, reservation: { ...sheet.reservation, low: least, mid: least, high: least } };
}
