import fc from "fast-check";
import { expect, test } from "vitest";
import type { Analysis, Solution } from "#analysis";
import type { Scenario } from "#model";
import { plainScenario } from "../oracle/plain-scenario.ts";
import { analysisOf } from "./engine.ts";
import { anyPlace, anyScenario, law } from "./law.ts";
import { rescaled } from "./rescaled.ts";
import { rounded, vectors } from "./signature.ts";
import { withoutOption } from "./with-options-changed.ts";

const consenting = ({ agenda, sheets }: Scenario): string[] =>
  sheets.map(({ party }) => party).filter((party) => agenda.consent.includes(party));

test("every solution is efficient: its vectors are on the frontier", () => {
  law([anyScenario], (scenario) => {
    const { frontier, solutions } = analysisOf(scenario);
    if (frontier.status !== "exact") throw new Error("a small frontier is exact");
    const parties = consenting(scenario);
    const efficient = vectors(frontier.points, parties);
    for (const [name, solution] of Object.entries(solutions)) {
      for (const vector of vectors(solution.points, parties)) expect(efficient, name).toContain(vector);
    }
  });
});

test("a solution is empty only where it must be", () => {
  law([anyScenario], (scenario) => {
    const { agreementZone, frontier, solutions } = analysisOf(scenario);
    const { nashBargaining, ...others } = solutions;
    const exists = agreementZone.exists.status === "exact" && agreementZone.exists.value;
    for (const solution of Object.values(others)) expect(solution.status).toBe(exists ? "exact" : "empty");
    const gainForAll =
      frontier.status === "exact" &&
      frontier.points.some(({ utilities }) =>
        scenario.sheets.every(
          (sheet) => !consents(scenario, sheet.party) || utilities[sheet.party]! > sheet.reservation.mid,
        ),
      );
    expect(nashBargaining.status).toBe(gainForAll ? "exact" : "empty");
    if (!gainForAll) expect(nashBargaining.reason).toBeTruthy();
  });
});

test("the unit and the zero of one party's sheet move neither Nash bargaining nor Kalai-Smorodinsky", () => {
  const factor = fc.constantFrom(0.5, 2, 4);
  const shift = fc.constantFrom(-10, 0, 2.5, 20);
  law([anyScenario, anyPlace, factor, shift], (scenario, place, times, plus) => {
    const { party } = scenario.sheets[place % scenario.sheets.length]!;
    const before = analysisOf(scenario);
    const after = analysisOf(rescaled(scenario, party, times, plus));
    expect(after.agreementZone.count).toEqual(before.agreementZone.count);
    for (const name of ["nashBargaining", "kalaiSmorodinsky"] as const) {
      const moved = {
        ...after.solutions[name],
        points: after.solutions[name].points.map((point) => movedBack(point, party, times, plus)),
      };
      expect(counted(moved, consenting(scenario)), name).toEqual(counted(before.solutions[name], consenting(scenario)));
    }
    const ratio = (analysis: Analysis) => rounded(analysis.solutions.kalaiSmorodinsky.value ?? -1);
    expect(ratio(after)).toBe(ratio(before));
  });
});

test("Nash bargaining does not depend on options it does not choose", () => {
  let tried = 0;
  law([anyScenario, anyPlace, anyPlace], (scenario, first, second) => {
    const before = analysisOf(scenario).solutions.nashBargaining;
    const chosenBy = before.points.flatMap(({ examples }) => examples);
    // With more ties than examples, an option that no example has may still be chosen.
    if (
      before.points.length === 0 ||
      before.points.some(({ ties }) => ties.status !== "exact" || Number(ties.value) > 20)
    )
      return;
    const droppable = scenario.agenda.issues.flatMap(({ id, options }) =>
      options
        .filter((option) => !chosenBy.some((settlement) => settlement[id] === option.id))
        .map((option) => [id, option.id] as const),
    );
    if (droppable.length === 0) return;
    const [issue, option] = droppable[(first + second) % droppable.length]!;
    const after = analysisOf(withoutOption(scenario, issue, option)).solutions.nashBargaining;
    expect(counted(after, consenting(scenario))).toEqual(counted(before, consenting(scenario)));
    expect(after.value).toBeCloseTo(before.value!, 9);
    tried++;
  });
  expect(tried).toBeGreaterThan(10);
});

test("where two parties stand alike, every solution treats them alike", () => {
  const value = fc.constantFrom(0, 10, 25, 50, 60, 100);
  const issue = fc.record({
    weight: fc.integer({ min: 1, max: 5 }),
    other: fc.integer({ min: 0, max: 5 }),
    mine: fc.tuple(value, value, value),
    theirs: fc.tuple(value, value, value),
  });
  law([fc.array(issue, { minLength: 1, maxLength: 2 }), fc.constantFrom(20, 40, 55)], (issues, reservation) => {
    // Each issue has a twin in which the parties have changed places.
    const sheet = (
      mine: "mine" | "theirs",
      theirs: "mine" | "theirs",
      own: "weight" | "other",
      others: "weight" | "other",
    ) => ({
      weights: issues.flatMap((one) => [one[own], one[others]]),
      values: issues.flatMap((one) => [[...one[mine]], [...one[theirs]]]),
      reservation,
    });
    const scenario = plainScenario({
      options: issues.flatMap(() => [3, 3]),
      sheets: [sheet("mine", "theirs", "weight", "other"), sheet("theirs", "mine", "other", "weight")],
    });
    for (const [name, solution] of Object.entries(analysisOf(scenario).solutions)) {
      expect(counted(solution, ["P1", "P2"]), name).toEqual(counted(solution, ["P2", "P1"]));
    }
  });
});

test("no criterion is beaten on its own ground by another's solution", () => {
  law([anyScenario], (scenario) => {
    const { solutions } = analysisOf(scenario);
    const parties = consenting(scenario);
    const scores = {
      nashBargaining: (surplus: readonly number[]) => surplus.reduce((a, b) => a * b, 1),
      egalitarian: (surplus: readonly number[]) => Math.min(...surplus),
      utilitarian: (surplus: readonly number[]) => surplus.reduce((a, b) => a + b, 0),
    };
    for (const [name, score] of Object.entries(scores)) {
      const own = solutions[name as keyof typeof scores].points; // a key of `scores`, as written above
      if (own.length === 0) continue;
      const of = (point: (typeof own)[number]): number => score(parties.map((party) => point.surplus[party]!));
      for (const other of Object.values(solutions).flatMap(({ points }) => points)) {
        if (name === "nashBargaining" && parties.some((party) => other.surplus[party]! <= 0)) continue;
        expect(of(other)).toBeLessThanOrEqual(of(own[0]!) + 1e-9 * Math.max(1, Math.abs(of(own[0]!))));
      }
    }
  });
});

function consents({ agenda }: Scenario, party: string): boolean {
  return agenda.consent.includes(party);
}

function counted(solution: Solution, parties: readonly string[]): readonly string[] {
  return solution.points
    .map(
      ({ utilities, ties }) =>
        `${parties.map((party) => rounded(utilities[party]!)).join(" ")} x ${JSON.stringify(ties)}`,
    )
    .sort();
}

function movedBack(
  point: Solution["points"][number],
  party: string,
  factor: number,
  shift: number,
): Solution["points"][number] {
  return { ...point, utilities: { ...point.utilities, [party]: (point.utilities[party]! - shift) / factor } };
}
