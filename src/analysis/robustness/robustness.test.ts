import { expect, test } from "vitest";
import type { Choices, Scenario } from "#model";
import { breaks, holds } from "#model";
import { run, seededRandom } from "#prelude";
import { randomScenario } from "../../../test/oracle/random-scenario.ts";
import { appraiseDraw } from "../appraisal.ts";
import { rulesInForce } from "../rules-in-force.ts";
import { acceptability } from "./acceptability.ts";
import { perturbSheet } from "./perturb.ts";
import { robustness } from "./robustness.ts";

const draws = 25;

/** In how many draws some settlement is accepted by all, by trying every settlement on every drawn sheet. */
function byEnumeration(scenario: Scenario, seed: number): { open: number; accepted: number[] } {
  const inForce = rulesInForce(scenario, {});
  const random = seededRandom(seed);
  const sheets = scenario.sheets.filter(({ party }) => inForce.consent.includes(party));
  const all = settlements(scenario);
  const standing = all.filter(
    (choices) =>
      !inForce.rules.some((rule) => breaks(rule, choices)) &&
      !inForce.lines.some(({ line }) => holds(line.when, choices)),
  );
  let open = 0;
  const accepted = standing.map(() => 0);
  for (let d = 0; d < draws; d++) {
    const drawn = sheets.map((sheet) => perturbSheet(sheet, random));
    const good = standing.map((choices) =>
      drawn.every((sheet) => {
        const { surplus, floorsBroken } = appraiseDraw(sheet, choices, inForce.on);
        return floorsBroken.length === 0 && (inForce.tie === "accepts" ? surplus >= -1e-9 : surplus > 1e-9);
      }),
    );
    if (good.some((flag) => flag)) open++;
    good.forEach((flag, s) => {
      if (flag) accepted[s]!++;
    });
  }
  return { open, accepted };
}

function settlements({ agenda }: Scenario): Choices[] {
  return agenda.issues.reduce<Choices[]>(
    (all, issue) => all.flatMap((choices) => issue.options.map(({ id }) => ({ ...choices, [issue.id]: id }))),
    [{}],
  );
}

test("in every draw of 120 random scenarios the agreement zone exists exactly when some settlement is accepted by all", () => {
  const counts: number[] = [];
  for (let seed = 1; seed <= 120; seed++) {
    const scenario = randomScenario(seed);
    if (scenario.agenda.tie === "refuses") continue; // a tie has no weight among random numbers, and the penalty rounds it
    const { open } = byEnumeration(scenario, seed);
    const found = run(robustness(scenario, { draws, seed }));
    expect([seed, Math.round(found.zone.share * draws)]).toEqual([seed, open]);
    counts.push(open);
  }
  expect(counts.some((open) => open === 0) && counts.some((open) => open > 0 && open < draws)).toBe(true);
});

test("acceptability over many settlements counts the draws in which each is accepted by all", () => {
  for (let seed = 1; seed <= 40; seed++) {
    const scenario = randomScenario(seed);
    const inForce = rulesInForce(scenario, {});
    const standing = settlements(scenario).filter(
      (choices) =>
        !inForce.rules.some((rule) => breaks(rule, choices)) &&
        !inForce.lines.some(({ line }) => holds(line.when, choices)),
    );
    const { accepted } = run(acceptability(scenario, standing, { draws, seed }));
    expect([...accepted]).toEqual(byEnumeration(scenario, seed).accepted);
  }
});

test("without spread every draw is the scenario itself: shares are zero or one", () => {
  const scenario = randomScenario(3);
  const still = {
    ...scenario,
    sheets: scenario.sheets.map((sheet) => ({
      ...sheet,
      reservation: { ...sheet.reservation, low: sheet.reservation.mid, high: sheet.reservation.mid },
    })),
  };
  const found = run(robustness(still, { draws: 10, spread: { weightSigma: 0, value: 0 } }));
  for (const { acceptedByAll } of Object.values(found.packages)) expect([0, 1]).toContain(acceptedByAll.share);
});

test("the same seed gives the same report", () => {
  const scenario = randomScenario(5);
  expect(run(robustness(scenario, { draws: 50 }))).toEqual(run(robustness(scenario, { draws: 50 })));
});
