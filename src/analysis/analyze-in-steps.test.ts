import { expect, test } from "vitest";
import { run } from "#prelude";
import { randomOptions, randomScenario } from "../../test/oracle/random-scenario.ts";
import { shippedScenario } from "../../test/scenarios/shipped-scenario.ts";
import type { Analysis } from "./analysis.ts";
import { analyze, analyzeInSteps } from "./analyze.ts";
import type { Search } from "./search.ts";

/** Few enough that no exact frontier is there early. */
const few = 3;

test("an analysis in steps ends as the analysis at once, on 60 random scenarios", () => {
  let refinedLater = 0;
  for (let seed = 1; seed <= 60; seed++) {
    const tried = randomScenario(seed);
    const options = { ...randomOptions(seed, tried), ...(seed % 2 ? { frontierLabels: few } : {}) };
    const whole = run(analyze(tried, options));
    const { early, refined } = run(analyzeInSteps(tried, options));
    if (refined) refinedLater++;
    expect(refined ? run(refined()) : early, `seed ${seed}`).toEqual(whole);
  }
  expect(refinedLater).toBeGreaterThan(3);
});

test("the flagship's early answer differs from the refined one by nothing but its frontier and the note on it", () => {
  const { early, refined } = run(analyzeInSteps(shippedScenario("ukraine-2025")));
  const later = endedAfter(200, refined!());
  const rest = ({ frontier: _, notes, ...others }: Analysis): unknown => ({
    ...others,
    notes: notes.filter((note) => !/^The frontier (was still|has)/.test(note)),
  });
  expect(rest(early)).toEqual(rest(later));
  if (early.frontier.status !== "bounded" || later.frontier.status !== "bounded") expect.fail("both are bounded");
  expect(later.frontier.size).toBeGreaterThan(early.frontier.size);
});

/** As a budget would: the search is told to finish after so many of its refinable steps. */
function endedAfter<T>(steps: number, search: Search<T>): T {
  let taken = 0;
  let step = search.next("continue");
  while (!step.done) {
    if (step.value.refinable) taken++;
    step = search.next(taken >= steps ? "finish" : "continue");
  }
  return step.value;
}
