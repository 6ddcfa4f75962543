import { expect, test } from "vitest";
import { breaks, type Choices, type PartyId, type Scenario } from "#model";
import { run } from "#prelude";
import { randomOptions, randomScenario } from "../../test/oracle/random-scenario.ts";
import { everySettlement } from "../../test/scenarios/shipped-scenario.ts";
import { forbid, line, scenario, when } from "../../test/tiny-scenario.ts";
import { dispute } from "../../test/two-neighbours.ts";
import { appraise } from "./appraisal.ts";
import { bestCompletion, type Completion } from "./best-completion.ts";
import type { AnalysisOptions } from "./options.ts";
import { refusals } from "./refusals.ts";
import { rulesInForce } from "./rules-in-force.ts";

type Tried = { readonly settlement: Choices; readonly points: Readonly<Record<PartyId, number>> };

/** By trying all: the settlements that keep rules, locks, lines and floors; and of them those that all accept. */
function tryAll(tried: Scenario, options: AnalysisOptions, locks: Choices): { kept: Tried[]; accepted: Tried[] } {
  const inForce = rulesInForce(tried, { ...options, lock: { ...options.lock, ...locks } });
  const within = everySettlement(tried).filter(
    (settlement) =>
      Object.entries(inForce.locks).every(([issue, option]) => settlement[issue] === option) &&
      inForce.where.every(({ issue, options: listed }) => listed.includes(settlement[issue]!)) &&
      !inForce.rules.some((rule) => breaks(rule, settlement)),
  );
  const judged = within.map((settlement) => {
    const points: Record<PartyId, number> = {};
    const refused = tried.sheets.flatMap((sheet) => {
      const appraisal = appraise(sheet, settlement, inForce.on);
      points[sheet.party] = appraisal.utility;
      return inForce.consent.includes(sheet.party) ? refusals(sheet, settlement, appraisal, inForce) : [];
    });
    return { settlement, points, refused };
  });
  return {
    kept: judged.filter(({ refused }) => refused.every(({ by }) => by === "value")),
    accepted: judged.filter(({ refused }) => refused.length === 0),
  };
}

const lockedBy = (tried: Scenario, seed: number): Choices =>
  Object.fromEntries(
    tried.agenda.issues.slice(0, seed % 3).map(({ id, options }) => [id, options[seed % options.length]!.id]),
  );

test("on 200 random scenarios the best completion for each party is worth what trying all finds, and then kindest to the others", () => {
  let found = 0;
  let none = 0;
  for (let seed = 1; seed <= 200; seed++) {
    const tried = randomScenario(seed);
    const options = randomOptions(seed, tried);
    const locks = lockedBy(tried, seed);
    const consent = tried.agenda.consent.filter((party) => tried.sheets.some((sheet) => sheet.party === party));
    const all = tryAll(tried, options, locks);
    for (const { party } of tried.sheets) {
      for (const whatever of [false, true]) {
        const among = whatever ? all.kept : all.accepted;
        const answer = run(bestCompletion(tried, options, locks, { by: "party", party, whatever }));
        expect(answer.found, `seed ${seed} ${party}`).toBe(among.length > 0);
        if (!answer.found) {
          none++;
          continue;
        }
        found++;
        const most = Math.max(...among.map(({ points }) => points[party]!));
        expect(answer.point.utilities[party], `seed ${seed} ${party}`).toBeCloseTo(most, 9);
        const othersSum = (points: Readonly<Record<PartyId, number>>): number =>
          consent.reduce((sum, other) => (other === party ? sum : sum + points[other]!), 0);
        const kindest = Math.max(
          ...among.filter(({ points }) => points[party]! > most - 1e-9).map(({ points }) => othersSum(points)),
        );
        expect(othersSum(answer.point.utilities), `seed ${seed} ${party}`).toBeCloseTo(kindest, 7);
        const same = among.find(({ settlement }) => isSame(settlement, answer.point.settlement));
        expect(same?.points[party], "the settlement itself is among those tried").toBeCloseTo(most, 9);
      }
    }
  }
  expect(found).toBeGreaterThan(300);
  expect(none).toBeGreaterThan(100);
});

test("on 200 random scenarios the best completion by each criterion is worth what trying all finds", () => {
  let solved = 0;
  for (let seed = 1; seed <= 200; seed++) {
    const tried = randomScenario(seed);
    const options = randomOptions(seed, tried);
    const locks = lockedBy(tried, seed);
    const { accepted } = tryAll(tried, options, locks);
    const sheets = tried.sheets.filter(({ party }) => tried.agenda.consent.includes(party));
    const surplus = (points: Readonly<Record<PartyId, number>>): number[] =>
      sheets.map(({ party, reservation }) => points[party]! - reservation.mid);
    const product = (points: Readonly<Record<PartyId, number>>): number =>
      surplus(points).every((gain) => gain > 1e-9) ? surplus(points).reduce((all, gain) => all * gain, 1) : 0;
    const measures = {
      utilitarian: (points: Readonly<Record<PartyId, number>>) =>
        sheets.reduce((all, { party }) => all + points[party]!, 0),
      egalitarian: (points: Readonly<Record<PartyId, number>>) => Math.min(...surplus(points)),
      nashBargaining: product,
    };
    for (const [by, measure] of Object.entries(measures)) {
      const answer = run(bestCompletion(tried, options, locks, { by } as Completion)); // a key of the record above
      const most = Math.max(...accepted.map(({ points }) => measure(points)));
      const exists = by === "nashBargaining" ? most > 0 : accepted.length > 0;
      expect(answer.found, `seed ${seed} ${by}`).toBe(exists);
      if (!answer.found) continue;
      solved++;
      const reached = measure(answer.point.utilities);
      expect(Math.abs(reached - most), `seed ${seed} ${by}`).toBeLessThanOrEqual(1e-7 * Math.max(1, Math.abs(most)));
    }
  }
  expect(solved).toBeGreaterThan(100);
});

test("when nothing fits, only the locks that matter are named, with the constraints that clash under them", () => {
  const answer = run(bestCompletion(dispute(), {}, { money: "some", land: "give" }, { by: "egalitarian" }));
  expect(answer).toEqual({
    found: false,
    because: "conflict",
    locks: { land: "give" },
    // without the land A has 40 points of the 50 it needs; and it would not give it whatever it got
    clashes: [[{ kind: "reservation", party: "A" }], [{ kind: "line", party: "A", line: "no-giving" }]],
  });
});

test("locks that the rules forbid together are told from what parties refuse", () => {
  const ruled = scenario({
    issues: { land: ["keep", "give"], money: ["none", "some"], flag: ["one", "two"] },
    sheets: {
      A: {
        reservation: 0,
        issues: { land: [1, { keep: 1, give: 0 }] },
        redLines: [line("never", when({ flag: "two" }))],
      },
    },
    agenda: { rules: [forbid("no-free-land", when({ land: "give", money: "none" }))] },
  });
  const locks = { land: "give", money: "none", flag: "one" };
  expect(run(bestCompletion(ruled, {}, locks, { by: "party", party: "A", whatever: true }))).toEqual({
    found: false,
    because: "rules",
    locks: { land: "give", money: "none" },
  });
});

test("a party without a sheet has no best", () => {
  expect(run(bestCompletion(dispute(), {}, {}, { by: "party", party: "NOBODY" }))).toMatchObject({
    found: false,
    because: "no-sheet",
  });
});

function isSame(a: Choices, b: Choices): boolean {
  return Object.entries(a).every(([issue, option]) => b[issue] === option);
}
