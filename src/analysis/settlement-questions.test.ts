import { expect, test } from "vitest";
import { exact } from "#prelude";
import { enumeratingClaimEngine } from "../../test/enumerating-claim-engine.ts";
import { randomOptions, randomScenario } from "../../test/oracle/random-scenario.ts";
import { judged, scenario } from "../../test/tiny-scenario.ts";
import { settlementQuestions } from "./settlement-questions.ts";

test("on 300 random scenarios, two questions each, the agreement zone exists exactly when a settlement is found by trying all", () => {
  let empty = 0;
  for (let seed = 1; seed <= 300; seed++) {
    const tried = randomScenario(seed);
    const engine = settlementQuestions(tried);
    const trying = enumeratingClaimEngine(tried);
    for (const options of [{}, randomOptions(seed, tried)]) {
      const answer = engine.zoneExists(options);
      expect(answer, `seed ${seed}`).toEqual(trying.zoneExists(options));
      if (answer.status === "exact" && !answer.value) empty++;
    }
  }
  expect(empty).toBeGreaterThan(100);
  expect(empty).toBeLessThan(500);
});

test("on 300 random scenarios the best settlement for every party is worth what trying all finds, lines and floors aside", () => {
  for (let seed = 1; seed <= 300; seed++) {
    const tried = randomScenario(seed);
    const engine = settlementQuestions(tried);
    const trying = enumeratingClaimEngine(tried);
    const options = {
      ...randomOptions(seed, tried),
      withoutRedLines: true,
      withoutFloors: true,
      declared: [],
      enforce: [],
    };
    for (const { party } of tried.sheets) {
      const best = engine.best(party, options);
      expect(best === undefined, `seed ${seed}`).toBe(trying.best(party, options) === undefined);
      if (best) expect(best.value).toBeCloseTo(trying.best(party, options)!.value, 9);
    }
  }
});

test("numbers too fine for whole-number arithmetic still give a proved answer away from the threshold", () => {
  const fine = (reservation: number) =>
    scenario({
      issues: { land: ["keep", "give"] },
      sheets: {
        A: { reservation, issues: { land: [1 / 3, { keep: 200 / 3, give: 0.123456789012345 }] } },
        B: { reservation: judged(0), issues: { land: [1, { keep: 1 / 7, give: 0 }] } },
      },
    });
  expect(settlementQuestions(fine(66)).zoneExists({})).toEqual(exact(true));
  expect(settlementQuestions(fine(67)).zoneExists({})).toEqual(exact(false));
});

test("a party outside the consent list has a best settlement too", () => {
  const tiny = scenario({
    issues: { land: ["keep", "give"] },
    sheets: {
      A: { reservation: 0, issues: { land: [1, { keep: 90, give: 0 }] } },
      B: { reservation: 0, issues: { land: [1, { keep: 0, give: 70 }] } },
    },
    agenda: { consent: ["A"] },
  });
  expect(settlementQuestions(tiny).best("B", {})).toEqual({ value: 70, settlement: { land: "give" } });
  expect(settlementQuestions(tiny).best("C", {})).toBeUndefined();
});
