import fc from "fast-check";
import { expect, test } from "vitest";
import type { Analysis } from "#analysis";
import type { Scenario } from "#model";
import { type Answer, seededRandom } from "#prelude";
import { judged } from "../oracle/plain-scenario.ts";
import { randomCondition } from "../oracle/random-condition.ts";
import { analysisOf } from "./engine.ts";
import { anyPlace, anyScenario, law } from "./law.ts";

test("asking for more never enlarges the agreement zone", () => {
  const raise = fc.constantFrom(0.5, 1, 5, 20);
  law([anyScenario, anyPlace, raise], (scenario, place, points) => {
    const { party } = scenario.sheets[place % scenario.sheets.length]!;
    expect(zone(analysisOf(withReservation(scenario, party, points)))).toBeLessThanOrEqual(zone(analysisOf(scenario)));
  });
});

test("what a condition holds for and what a rule against it leaves are together everything", () => {
  law([anyScenario, anyPlace], (scenario, seed) => {
    const when = randomCondition(seededRandom(seed), scenario.agenda.issues, 1 + (seed % 3));
    const all = analysisOf(scenario);
    const inside = analysisOf(scenario, { where: when });
    const outside = analysisOf(withRule(scenario, when));
    expect(settlements(inside) + settlements(outside)).toBe(settlements(all));
    expect(zone(inside) + zone(outside)).toBe(zone(all));
    for (const { id } of all.parties) {
      const ideal = (analysis: Analysis): number => {
        const answer = analysis.parties.find((party) => party.id === id)?.ideal;
        return answer?.status === "exact" ? answer.value : Number.NEGATIVE_INFINITY;
      };
      expect(ideal(all)).toBe(Math.max(ideal(inside), ideal(outside)));
    }
  });
});

test("the options of an issue share the settlements and the agreement zone out among them", () => {
  law([anyScenario, anyPlace], (scenario, place) => {
    const issue = scenario.agenda.issues[place % scenario.agenda.issues.length]!;
    const all = analysisOf(scenario);
    const parts = issue.options.map(({ id }) => analysisOf(scenario, { lock: { [issue.id]: id } }));
    expect(parts.reduce((sum, part) => sum + settlements(part), 0)).toBe(settlements(all));
    expect(parts.reduce((sum, part) => sum + zone(part), 0)).toBe(zone(all));
    const dead = parts.filter((part) => settlements(part) === 0).length;
    expect(all.deadOptions.byRules.filter((one) => one.issue === issue.id)).toHaveLength(dead);
  });
});

test("setting lines or floors aside never shrinks the agreement zone; enforcing declared lines never enlarges it", () => {
  law([anyScenario], (scenario) => {
    const plain = zone(analysisOf(scenario));
    expect(zone(analysisOf(scenario, { withoutRedLines: true }))).toBeGreaterThanOrEqual(plain);
    expect(zone(analysisOf(scenario, { withoutFloors: true }))).toBeGreaterThanOrEqual(plain);
    expect(zone(analysisOf(scenario, { declared: "all" }))).toBeLessThanOrEqual(plain);
    expect(zone(analysisOf(scenario, { withoutDefinitionalRules: true }))).toBeGreaterThanOrEqual(plain);
  });
});

test("accepting equality never shrinks the agreement zone, and fewer vetoes never do", () => {
  law([anyScenario], (scenario) => {
    const tie = (of: "accepts" | "refuses"): number =>
      zone(analysisOf({ ...scenario, agenda: { ...scenario.agenda, tie: of } }));
    expect(tie("accepts")).toBeGreaterThanOrEqual(tie("refuses"));
    const consent = scenario.agenda.consent.slice(1);
    const fewer = zone(analysisOf({ ...scenario, agenda: { ...scenario.agenda, consent } }));
    expect(fewer).toBeGreaterThanOrEqual(zone(analysisOf(scenario)));
  });
});

test("what a zone unlock asks for opens the zone, and its witness is accepted then", () => {
  let opened = 0;
  law([anyScenario], (scenario) => {
    const { agenda } = scenario;
    if (agenda.tie === "refuses") return; // there, a cut that suffices is any cut beyond the one named
    for (const unlock of exactly(analysisOf(scenario).zoneUnlocks)) {
      const setAside = unlock.remove.flatMap((ref) =>
        ref.kind === "line" ? [ref.line] : ref.kind === "floor" ? [ref.floor] : [],
      );
      for (const { cut, witness } of unlock.cuts.length > 0 ? unlock.cuts : [{ cut: {}, witness: unlock.witness }]) {
        const cuts = Object.entries(cut).filter(([, points]) => points > 0);
        const relaxed = cuts.reduce((one, [party, points]) => withReservation(one, party, -points), scenario);
        const after = analysisOf(relaxed, { setAside });
        expect(zone(after)).toBeGreaterThan(0);
        expect(zone(analysisOf(relaxed, { setAside, lock: witness.settlement }))).toBe(1);
        if (setAside.length > 0) expect(zone(analysisOf(relaxed))).toBe(0);
        opened++;
      }
    }
  });
  expect(opened).toBeGreaterThan(20);
});

test("what a conflict names has no settlement by itself", () => {
  let tried = 0;
  law([anyScenario], (scenario) => {
    const analysis = analysisOf(scenario);
    for (const { members } of exactly(analysis.conflicts)) {
      const kept = new Set(members.map((ref) => JSON.stringify(ref)));
      const setAside = analysis.rules.enforced.flatMap((ref) =>
        kept.has(JSON.stringify(ref)) ? [] : ref.kind === "line" ? [ref.line] : ref.kind === "floor" ? [ref.floor] : [],
      );
      const bound = (party: string): boolean =>
        members.some((ref) => ref.kind === "reservation" && ref.party === party);
      const free = scenario.sheets.filter(({ party }) => !bound(party));
      const relaxed = free.reduce((one, { party }) => withReservation(one, party, -1_000_000), scenario);
      expect(zone(analysisOf(relaxed, { setAside }))).toBe(0);
      tried++;
    }
  });
  expect(tried).toBeGreaterThan(20);
});

function zone(analysis: Analysis): number {
  return Number(exactly(analysis.agreementZone.count));
}

function settlements(analysis: Analysis): number {
  return Number(exactly(analysis.settlements));
}

function exactly<T>(answer: Answer<T>): T {
  if (answer.status !== "exact") throw new Error(`A small scenario has exact answers: ${JSON.stringify(answer)}`);
  return answer.value;
}

/** Moved by these points, down to a thousandth of one: a cut of a third of a point has no decimal. */
function withReservation(scenario: Scenario, party: string, points: number): Scenario {
  const sheets = scenario.sheets.map((sheet) => {
    const moved = judged(Math.floor((sheet.reservation.mid + points) * 1000) / 1000);
    return sheet.party === party ? { ...sheet, reservation: { ...sheet.reservation, ...moved } } : sheet;
  });
  return { ...scenario, sheets };
}

function withRule(scenario: Scenario, when: ReturnType<typeof randomCondition>): Scenario {
  const rule = { id: "added", definitional: false, reason: "", sources: [], kind: "forbid", when } as const;
  return { ...scenario, agenda: { ...scenario.agenda, rules: [...scenario.agenda.rules, rule] } };
}
