import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluatePackage, rulesInForce } from "#analysis";
import { parseScenario } from "#language";
import { breaks, type Choices, evaluate, holds, type Scenario } from "#model";
import { toNumber } from "#prelude";
import { draftVerdict } from "./draft-verdict.ts";
import { hindrances } from "./hindrances.ts";
import { issueGroups } from "./issue-groups.ts";
import { optionChanges, shortfalls } from "./issue-worth.ts";
import { movedBy } from "./last-change.ts";
import { worthBounds } from "./worth-bounds.ts";

const scenarios = ["ukraine-2025", "essequibo-2025", "scarborough-2025", "textbook/no-deal"].map(shipped);

describe.each(scenarios.map((scenario) => [scenario.agenda.id, scenario] as const))(
  "composing in %s",
  (_, scenario) => {
    const { agenda, sheets } = scenario;
    const inForce = rulesInForce(scenario, {});

    test("a draft without open issues is judged as the engine judges the package", () => {
      fc.assert(
        fc.property(settlements(scenario), (choices) => {
          const report = evaluatePackage(scenario, { ...anonymous, choices }, {});
          const verdict = draftVerdict(scenario, inForce, choices);
          expect(verdict.open).toBe(0);
          expect(verdict.rulesBroken).toEqual(report.rulesBroken);
          expect(verdict.parties.flatMap(({ refusals }) => refusals)).toHaveLength(report.refusedBy.length);
          for (const { party, utility, surplus, verdict: said } of verdict.parties) {
            expect(utility).toBe(report.utilities[party]);
            expect(surplus).toBe(report.surplus[party]);
            const refuses = report.refusedBy.some((refusal) => refusal.party === party);
            expect(said).toBe(!agenda.consent.includes(party) ? "unasked" : refuses ? "refuses" : "accepts");
          }
        }),
        { numRuns: 40 },
      );
    });

    test("whatever the open issues become, the worth lies within its bounds, and the bounds close with the last of them", () => {
      fc.assert(
        fc.property(settlements(scenario), fc.infiniteStream(fc.boolean()), (choices, leaves) => {
          const draft = partOf(choices, leaves);
          for (const sheet of sheets) {
            const utility = toNumber(evaluate(sheet, choices, agenda.asOf).utility);
            const { least, most } = worthBounds(sheet, draft);
            expect(utility).toBeGreaterThanOrEqual(least - 1e-9);
            expect(utility).toBeLessThanOrEqual(most + 1e-9);
            expect(worthBounds(sheet, choices).least).toBeCloseTo(utility, 9);
            expect(worthBounds(sheet, choices).most).toBeCloseTo(utility, 9);
          }
        }),
        { numRuns: 100 },
      );
    });

    test("a refusal that a draft with open issues is given is there in every settlement it can become", () => {
      fc.assert(
        fc.property(settlements(scenario), fc.infiniteStream(fc.boolean()), (choices, leaves) => {
          const before = draftVerdict(scenario, inForce, partOf(choices, leaves));
          const after = draftVerdict(scenario, inForce, choices);
          before.parties.forEach(({ refusals }, at) => {
            const later = after.parties[at]!.refusals.map(nameOf);
            for (const refusal of refusals) expect(later).toContain(nameOf(refusal));
          });
          for (const rule of before.rulesBroken) expect(after.rulesBroken).toContain(rule);
        }),
        { numRuns: 100 },
      );
    });

    test("an option is marked just with what it breaks and its absence does not", () => {
      fc.assert(
        fc.property(settlements(scenario), fc.nat(), (choices, at) => {
          const issue = agenda.issues[at % agenda.issues.length]!;
          for (const [option, found] of hindrances(issue, choices, inForce)) {
            const taken = { ...choices, [issue.id]: option };
            const other = issue.options.find(
              ({ id }) => (hindrances(issue, choices, inForce).get(id) ?? []).length === 0,
            );
            for (const one of found) {
              expect(one.kind === "rule" ? breaks(one.rule, taken) : holds(one.line.when, taken)).toBe(true);
            }
            const broken =
              inForce.rules.filter((rule) => breaks(rule, taken)).length +
              inForce.lines.filter(({ line }) => holds(line.when, taken)).length;
            if (other === undefined) continue;
            const free = { ...choices, [issue.id]: other.id };
            const without =
              inForce.rules.filter((rule) => breaks(rule, free)).length +
              inForce.lines.filter(({ line }) => holds(line.when, free)).length;
            expect(found.length).toBe(broken - without);
          }
        }),
        { numRuns: 60 },
      );
    });

    test("what an option changes is the difference of the two settlements' worth; taking what is chosen changes nothing", () => {
      fc.assert(
        fc.property(settlements(scenario), fc.nat(), (choices, at) => {
          const issue = agenda.issues[at % agenda.issues.length]!;
          for (const [option, change] of optionChanges(scenario, issue, choices)) {
            const before = draftVerdict(scenario, inForce, choices);
            const after = draftVerdict(scenario, inForce, { ...choices, [issue.id]: option });
            for (const { party } of sheets) expect(change[party]).toBeCloseTo(movedBy(before, after)[party] ?? 0, 8);
            if (option === choices[issue.id]) expect(Object.values(change).every((points) => points === 0)).toBe(true);
          }
        }),
        { numRuns: 20 },
      );
    });

    test("shortfalls of the issues chosen are those of the engine, and open issues have none", () => {
      fc.assert(
        fc.property(settlements(scenario), fc.infiniteStream(fc.boolean()), (choices, leaves) => {
          const whole = evaluatePackage(scenario, { ...anonymous, choices }, {}).shortfallByIssue;
          const draft = partOf(choices, leaves);
          for (const sheet of sheets) {
            const found = shortfalls(sheet, choices, agenda.asOf);
            for (const { issue, points } of whole[sheet.party]!) expect(found[issue]).toBe(points);
            expect(Object.keys(shortfalls(sheet, draft, agenda.asOf)).sort()).toEqual(Object.keys(draft).sort());
          }
        }),
        { numRuns: 40 },
      );
    });

    test("every issue stands in just one group", () => {
      const grouped = issueGroups(agenda).flatMap(({ issues }) => issues.map(({ id }) => id));
      expect([...grouped].sort()).toEqual(agenda.issues.map(({ id }) => id).sort());
    });
  },
);

test("an empty draft promises nothing and refuses nothing that could still be", () => {
  const [flagship] = scenarios;
  const verdict = draftVerdict(flagship!, rulesInForce(flagship!, {}), {});
  expect(verdict.open).toBe(flagship!.agenda.issues.length);
  expect(verdict.parties.map((standing) => standing.verdict)).toEqual(["open", "open", "open", "open"]);
  expect(verdict.parties.every(({ worth, reach }) => worth.least === reach.least && worth.most === reach.most)).toBe(
    true,
  );
});

const anonymous = { id: "", name: "", overrides: [], authors: [], addressees: [], sources: [] };

function nameOf(refusal: {
  readonly party: string;
  readonly by: string;
  readonly line?: string;
  readonly floor?: string;
}): string {
  return [refusal.party, refusal.by, refusal.line ?? refusal.floor ?? ""].join(" ");
}

function settlements({ agenda }: Scenario): fc.Arbitrary<Choices> {
  return fc.record(
    Object.fromEntries(
      agenda.issues.map(({ id, options }) => [id, fc.constantFrom(...options.map((option) => option.id))]),
    ),
    { noNullPrototype: true },
  );
}

function partOf(choices: Choices, leaves: fc.Stream<boolean>): Choices {
  return Object.fromEntries(Object.entries(choices).filter(() => leaves.next().value));
}

function shipped(id: string): Scenario {
  const folder = join(import.meta.dirname, "../../../scenarios", id);
  const sheets = readdirSync(join(folder, "sheets")).map((file) => `sheets/${file}`);
  const files = new Map(["scenario.yaml", ...sheets].map((file) => [file, readFileSync(join(folder, file), "utf8")]));
  return parseScenario(files).scenario!;
}
