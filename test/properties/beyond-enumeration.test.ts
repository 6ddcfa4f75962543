import fc from "fast-check";
import { expect, test } from "vitest";
import type { Analysis } from "#analysis";
import type { Scenario } from "#model";
import { type Domain, domain, sizeOf } from "../../bench/domains.ts";
import { dominates } from "../oracle/efficient-vectors.ts";
import { exactUtility, isMet } from "../oracle/exact-utility.ts";
import { approximately, decimal, order } from "../oracle/fraction.ts";
import { isBroken } from "../oracle/restriction.ts";
import { analysisOf } from "./engine.ts";
import { law } from "./law.ts";
import { newIds, relabelled } from "./relabelled.ts";
import { reordered } from "./reordered.ts";
import { signature } from "./signature.ts";

/** Too many settlements to look at; coarse points keep every answer exact. */
const anyDomain = fc.record({
  seed: fc.noBias(fc.noShrink(fc.nat({ max: 1_000_000 }))),
  options: fc.constantFrom([4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4], [2, 3, 4, 5, 2, 3, 4, 5, 2, 3, 4, 5, 6]),
  parties: fc.constantFrom(2, 3),
  values: fc.constantFrom("random" as const, "spatial" as const),
  points: fc.constant(60),
  reservation: fc.constantFrom(0.55, 0.7, 0.85),
  linkages: fc.constant(4),
  rules: fc.constant(3),
  reach: fc.constant(5),
});
const few = 12;

test("beyond enumeration, what is reported can be looked up: worth, rules, acceptance, efficiency", () => {
  law(
    [anyDomain],
    (spec) => {
      const scenario = domain(spec);
      const analysis = analysisOf(scenario);
      const { frontier, solutions } = analysis;
      if (frontier.status !== "exact") throw new Error(`no exact frontier of ${sizeOf(spec.options)}`);
      const vectors = frontier.points.map(({ utilities }) => scenario.sheets.map(({ party }) => utilities[party]!));
      expect(new Set(vectors.map(String)).size).toBe(frontier.size);
      for (const vector of vectors) expect(vectors.some((other) => dominates(other, vector))).toBe(false);
      for (const point of [...frontier.points, ...Object.values(solutions).flatMap(({ points }) => points)]) {
        expect(acceptedWorth(scenario, point.settlement)).toEqual(point.utilities);
      }
      for (const { points } of Object.values(solutions)) {
        for (const { utilities } of points) {
          expect(vectors.map(String)).toContain(String(scenario.sheets.map(({ party }) => utilities[party]!)));
        }
      }
      scenario.sheets.forEach(({ party }, column) => {
        if (vectors.length > 0)
          expect(idealOf(analysis, party)).toBe(Math.max(...vectors.map((vector) => vector[column]!)));
      });
    },
    few,
  );
});

test("beyond enumeration, order and names change no answer", () => {
  law(
    [anyDomain],
    (spec) => {
      const scenario = domain(spec);
      const expected = signature(analysisOf(scenario));
      expect(signature(analysisOf(reordered(scenario, spec.seed)))).toEqual(expected);
      const ids = newIds(scenario);
      expect(signature(analysisOf(relabelled(scenario, ids)))).toEqual(
        signature(relabelled(analysisOf(scenario), ids)),
      );
    },
    few,
  );
});

test("beyond enumeration, the options of an issue share settlements, agreement zone and frontier out among them", () => {
  law(
    [anyDomain],
    (spec: Domain) => {
      const scenario = domain(spec);
      const issue = scenario.agenda.issues[spec.seed % scenario.agenda.issues.length]!;
      const all = analysisOf(scenario);
      const parts = issue.options.map(({ id }) => analysisOf(scenario, { lock: { [issue.id]: id } }));
      const sum = (of: (analysis: Analysis) => Analysis["settlements"]): string =>
        String(
          parts.map(of).reduce((total, answer) => total + BigInt(answer.status === "exact" ? answer.value : -1), 0n),
        );
      expect(all.settlements).toEqual({ status: "exact", value: sum((part) => part.settlements) });
      expect(all.agreementZone.count).toEqual({ status: "exact", value: sum((part) => part.agreementZone.count) });
      const points = (analysis: Analysis): string[] =>
        analysis.frontier.status === "exact"
          ? analysis.frontier.points.map(({ utilities }) =>
              scenario.sheets.map(({ party }) => utilities[party]!).join(" "),
            )
          : [];
      const union = [...new Set(parts.flatMap(points))];
      const split = union.map((text) => text.split(" ").map(Number));
      const efficient = union.filter((_, place) => !split.some((other) => dominates(other, split[place]!)));
      expect(points(all).sort()).toEqual(efficient.sort());
    },
    few,
  );
});

/** The utilities of a settlement that breaks no rule and that all accept, by the definitions; else what is wrong. */
function acceptedWorth(scenario: Scenario, settlement: Readonly<Record<string, string>>): unknown {
  if (scenario.agenda.rules.some((rule) => isBroken(rule, settlement))) return "breaks a rule";
  if (scenario.sheets.some((sheet) => sheet.redLines.some((line) => isMet(line.when, settlement))))
    return "crosses a line";
  if (scenario.sheets.some((sheet) => order(exactUtility(sheet, settlement), decimal(sheet.reservation.mid)) < 0))
    return "refused";
  return Object.fromEntries(
    scenario.sheets.map((sheet) => [sheet.party, approximately(exactUtility(sheet, settlement))]),
  );
}

function idealOf(analysis: Analysis, party: string): number | undefined {
  const ideal = analysis.parties.find(({ id }) => id === party)?.ideal;
  return ideal?.status === "exact" ? ideal.value : undefined;
}
