import { expect, test } from "vitest";
import type { Scenario } from "#model";
import { judged, noEvidence, plainIssue } from "../oracle/plain-scenario.ts";
import { randomOptions } from "../oracle/random-scenario.ts";
import { analysisOf } from "./engine.ts";
import { anyPlace, anyScenario, law } from "./law.ts";
import { newIds, relabelled } from "./relabelled.ts";
import { reordered } from "./reordered.ts";
import { signature, vectors } from "./signature.ts";
import { withOptionCopied } from "./with-options-changed.ts";

test("the order of parties, issues, options, rules and sheet entries changes no answer", () => {
  law([anyScenario, anyPlace], (scenario, seed) => {
    expect(signature(analysisOf(reordered(scenario, seed)))).toEqual(signature(analysisOf(scenario)));
  });
});

test("the names of parties, issues and options change nothing but the names", () => {
  law([anyScenario, anyPlace], (scenario, seed) => {
    const options = randomOptions(seed, scenario);
    const ids = newIds(scenario);
    const renamed = analysisOf(relabelled(scenario, ids), relabelled(options, ids));
    expect(signature(renamed)).toEqual(signature(relabelled(analysisOf(scenario, options), ids)));
  });
});

test("the same scenario gives the same bytes", () => {
  law([anyScenario, anyPlace], (scenario, seed) => {
    const options = randomOptions(seed, scenario);
    expect(JSON.stringify(analysisOf(structuredClone(scenario), options))).toBe(
      JSON.stringify(analysisOf(scenario, options)),
    );
  });
});

test("an issue with one option that nobody values changes no count, frontier, solution or conflict", () => {
  law([anyScenario], (scenario) => {
    const after = analysisOf(withIdleIssue(scenario));
    const before = analysisOf(scenario);
    expect(after.settlements).toEqual(before.settlements);
    expect(after.agreementZone.count).toEqual(before.agreementZone.count);
    const { frontier, solutions, conflicts, unlocks } = signature(after) as Record<string, unknown>; // keys of the signature
    expect({ frontier, solutions, conflicts, unlocks }).toEqual(
      Object.fromEntries(
        Object.entries(signature(before) as object).filter(([key]) =>
          ["frontier", "solutions", "conflicts", "unlocks"].includes(key),
        ),
      ),
    );
  });
});

test("an option that is in everything like another adds settlements and no new vector", () => {
  law([anyScenario, anyPlace, anyPlace], (scenario, first, second) => {
    const issue = scenario.agenda.issues[first % scenario.agenda.issues.length]!;
    const option = issue.options[second % issue.options.length]!.id;
    const before = analysisOf({ ...scenario, packages: [] });
    const after = analysisOf(withOptionCopied(scenario, issue.id, option));
    const withIt = analysisOf({ ...scenario, packages: [] }, { lock: { [issue.id]: option } });
    const count = (analysis: typeof before): number => {
      const answer = analysis.agreementZone.count;
      if (answer.status !== "exact") throw new Error("a small count is exact");
      return Number(answer.value);
    };
    expect(count(after)).toBe(count(before) + count(withIt));
    const parties = scenario.sheets
      .map(({ party }) => party)
      .filter((party) => scenario.agenda.consent.includes(party));
    for (const part of ["frontier", "frontierBeforeReservations"] as const) {
      const [was, is] = [before[part], after[part]];
      if (was?.status !== "exact" || is?.status !== "exact") expect(is?.status).toBe(was?.status);
      else expect(vectors(is.points, parties)).toEqual(vectors(was.points, parties));
    }
    for (const name of ["nashBargaining", "kalaiSmorodinsky", "egalitarian", "utilitarian"] as const) {
      expect(vectors(after.solutions[name].points, parties)).toEqual(vectors(before.solutions[name].points, parties));
    }
  });
});

/** In the middle, so that positions after it shift. */
function withIdleIssue(scenario: Scenario): Scenario {
  const idle = plainIssue("Z", 1);
  const { issues } = scenario.agenda;
  const middle = Math.floor(issues.length / 2);
  return {
    ...scenario,
    agenda: { ...scenario.agenda, issues: [...issues.slice(0, middle), idle, ...issues.slice(middle)] },
    sheets: scenario.sheets.map((sheet) => ({
      ...sheet,
      issues: { ...sheet.issues, Z: { weight: judged(0), of: 100, values: { z0: judged(50) }, evidence: noEvidence } },
    })),
    packages: [],
  };
}
