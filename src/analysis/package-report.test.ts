import { expect, test } from "vitest";
import { nameOf } from "../../test/oracle/constraints.ts";
import { approximately } from "../../test/oracle/fraction.ts";
import { packageVerdict } from "../../test/oracle/package-verdict.ts";
import { randomOptions, randomScenario } from "../../test/oracle/random-scenario.ts";
import { day, demand, evidence, forbid, judged, line, named, scenario, when } from "../../test/tiny-scenario.ts";
import { evaluatePackage } from "./package-report.ts";

// A: land counts 3, money 1, so keep is 75 points, share 30, some 25. B: the reverse interests, equal weights.
const build = (agenda = {}, tie: "accepts" | "refuses" = "accepts") =>
  scenario({
    issues: { land: ["keep", "share", "give"], money: ["none", "some"] },
    sheets: {
      A: {
        reservation: 30,
        issues: { land: [3, { keep: 100, share: 40, give: 0 }], money: [1, { none: 0, some: 100 }] },
        redLines: [line("no-giving", when({ land: "give" }), { from: day("2025-06-01") })],
        floors: [{ id: "pay", issue: "money", commitments: ["some"], min: 60, evidence: evidence() }],
        linkages: [
          {
            id: "bitter",
            kind: "table",
            issue: "money",
            given: "land",
            table: { give: { some: judged(20) } },
            evidence: evidence(),
          },
        ],
      },
      B: {
        reservation: 60,
        issues: { land: [1, { keep: 0, share: 60, give: 100 }], money: [1, { none: 100, some: 50 }] },
        redLines: [line("all", when({ land: "keep" }), { kind: "declared" })],
      },
    },
    agenda: { tie, ...agenda },
  });

test("a package is refused by value with its shortfall ranked, and the moves that help with what they cost", () => {
  const report = evaluatePackage(build(), named("p", { land: "keep", money: "some" }), {});
  expect(report).toEqual({
    name: "p",
    complete: true,
    choices: { land: "keep", money: "some" },
    utilities: { A: 100, B: 25 },
    surplus: { A: 70, B: -35 },
    rulesBroken: [],
    refusedBy: [{ party: "B", by: "value", shortfall: 35 }],
    declaredLinesCrossed: [{ party: "B", line: "all", undated: true }],
    shortfallByIssue: {
      A: [],
      B: [
        { issue: "land", option: "keep", points: 50 },
        { issue: "money", option: "some", points: 25 },
      ],
    },
    moves: {
      B: [
        { issue: "land", option: "give", change: { A: -95, B: 50 } },
        { issue: "land", option: "share", change: { A: -45, B: 30 } },
        { issue: "money", option: "none", change: { A: -25, B: 25 } },
      ],
    },
  });
});

test("a party refuses by value, by line and by floor at once", () => {
  const report = evaluatePackage(build(), named("p", { land: "give", money: "some" }), {});
  expect(report.refusedBy).toEqual([
    { party: "A", by: "value", shortfall: 25 },
    { party: "A", by: "line", line: "no-giving", undated: false },
    { party: "A", by: "floor", floor: "pay", issue: "money", option: "some", value: 20, min: 60 },
  ]);
});

test("the moves that mend a party's own line or floor stand first, also where they cost it something", () => {
  const { moves } = evaluatePackage(build(), named("p", { land: "give", money: "some" }), {});
  const [line, floor] = [
    { kind: "line", party: "A", line: "no-giving" },
    { kind: "floor", party: "A", floor: "pay" },
  ];
  expect(moves.A).toEqual([
    { issue: "land", option: "keep", change: { A: 95, B: -50 }, mends: [line, floor] },
    { issue: "land", option: "share", change: { A: 50, B: -20 }, mends: [line, floor] },
    { issue: "money", option: "none", change: { A: -5, B: 25 }, mends: [floor] },
  ]);
});

test("a package is judged by the lines in force on its own date", () => {
  const early = named("p", { land: "give", money: "some" }, { date: day("2025-05-31") });
  const report = evaluatePackage(build(), early, { withoutFloors: true });
  expect(report.date).toBe("2025-05-31");
  expect(report.refusedBy.map(({ by }) => by)).toEqual(["value"]);
});

test("a declared line that is enforced refuses and is no longer merely crossed", () => {
  const report = evaluatePackage(build(), named("p", { land: "keep", money: "none" }), { declared: ["B"] });
  expect(report.refusedBy).toContainEqual({ party: "B", by: "line", line: "all", undated: true });
  expect(report.declaredLinesCrossed).toEqual([]);
});

test.each(["accepts", "refuses"] as const)("utility equal to the reservation value %s under that tie rule", (tie) => {
  const report = evaluatePackage(build({}, tie), named("p", { land: "share", money: "none" }), {});
  expect(report.surplus.A).toBe(0);
  expect(report.refusedBy).toEqual(tie === "accepts" ? [] : [{ party: "A", by: "value", shortfall: 0 }]);
});

test("a party that need not consent is measured but does not refuse", () => {
  const report = evaluatePackage(build({ consent: ["A"] }), named("p", { land: "keep", money: "some" }), {});
  expect(report.utilities.B).toBe(25);
  expect(report.refusedBy).toEqual([]);
  expect(report.moves).toEqual({});
});

test("moves keep the rules the package keeps", () => {
  const rules = [forbid("r", when({ land: "give" }))];
  const report = evaluatePackage(build({ rules }), named("p", { land: "keep", money: "some" }), {});
  expect(report.moves.B!.map(({ option }) => option)).toEqual(["share", "none"]);
});

test("a package that leaves issues open gets no verdict but what its choices already break", () => {
  const rules = [
    forbid("open", when({ land: "give", money: "none" })),
    forbid("broken", when({ land: "give" })),
    demand("undecided", when({ land: "give" }), when({ money: "some" })),
    demand("lost", when({ land: "give" }), when({ land: "keep", money: "some" })),
  ];
  const report = evaluatePackage(build({ rules }), named("p", { land: "give" }), {});
  expect(report).toMatchObject({ complete: false, utilities: {}, surplus: {}, shortfallByIssue: {}, moves: {} });
  expect(report.rulesBroken).toEqual(["broken", "lost"]);
  expect(report.refusedBy).toEqual([{ party: "A", by: "line", line: "no-giving", undated: false }]);
});

test("on 300 random scenarios every complete package gets the verdict a plain reading of the definitions gives", () => {
  let judgedPackages = 0;
  for (let seed = 1; seed <= 300; seed++) {
    const scenario = randomScenario(seed);
    const options = randomOptions(seed, scenario);
    for (const one of scenario.packages) {
      const report = evaluatePackage(scenario, one, options);
      if (!report.complete) continue;
      judgedPackages++;
      const verdict = packageVerdict(scenario, options, one);
      const refusals = report.refusedBy.map((refusal) => {
        const { party } = refusal;
        if (refusal.by === "value") return nameOf({ kind: "reservation", party });
        if (refusal.by === "line") return nameOf({ kind: "line", party, line: refusal.line });
        return nameOf({ kind: "floor", party, floor: refusal.floor });
      });
      expect(refusals.sort(), `seed ${seed}`).toEqual([...verdict.refusals].sort());
      expect(report.rulesBroken).toEqual(verdict.rulesBroken);
      const crossed = report.declaredLinesCrossed.map(({ party, line }) => nameOf({ kind: "line", party, line }));
      expect(crossed.sort()).toEqual([...verdict.declaredCrossed].sort());
      for (const { party } of scenario.sheets) {
        expect(report.utilities[party]).toBeCloseTo(approximately(verdict.utilities[party]!), 9);
        expect(report.surplus[party]).toBeCloseTo(approximately(verdict.surplus[party]!), 9);
        for (const { issue, points } of report.shortfallByIssue[party]!) {
          expect(points).toBeCloseTo(approximately(verdict.shortfallByIssue[party]![issue]!), 9);
        }
      }
    }
  }
  expect(judgedPackages).toBeGreaterThan(600);
});
