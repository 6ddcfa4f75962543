import fc from "fast-check";
import { expect, test } from "vitest";
import { type Agenda, breaks, type Choices, type Condition, type Rule } from "#model";
import { minimalContradiction } from "./minimal-contradiction.ts";

const optionIds = ["x", "y", "z"];
const agendaOf = (issues: number, rules: readonly Rule[]): Agenda => ({
  id: "a",
  title: "a",
  summary: "",
  asOf: "2025-01-01" as Agenda["asOf"], // a day, as anyone can see
  status: "",
  tie: "accepts",
  parties: [],
  consent: [],
  stakeholders: [],
  clusters: [],
  issues: Array.from({ length: issues }, (_, i) => ({
    id: `i${i}`,
    name: "",
    options: optionIds.slice(0, 2 + (i % 2)).map((id) => ({ id, name: id, quantities: [] })),
  })),
  rules,
  terms: [],
  candidates: [],
  formats: [],
  channels: [],
  events: [],
  facts: [],
  sources: [],
});

/** Whether some settlement keeps the rules, by trying every one. */
function possible(agenda: Agenda, rules: readonly Rule[]): boolean {
  const all = agenda.issues.reduce<Choices[]>(
    (partial, issue) => partial.flatMap((one) => issue.options.map(({ id }) => ({ ...one, [issue.id]: id }))),
    [{}],
  );
  return all.some((settlement) => !rules.some((rule) => breaks(rule, settlement)));
}

const condition: fc.Arbitrary<Condition> = fc.uniqueArray(
  fc.record({
    issue: fc.integer({ min: 0, max: 3 }).map((i) => `i${i}`),
    options: fc.subarray(optionIds, { minLength: 1 }),
  }),
  { selector: ({ issue }) => issue, minLength: 1, maxLength: 3 },
);
const basis = { definitional: false, reason: "", sources: [] };
const ruleOf = (id: string, when: Condition, then: Condition | undefined): Rule =>
  then ? { ...basis, id, kind: "require", when, then } : { ...basis, id, kind: "forbid", when };
const rules = fc
  .array(fc.tuple(condition, fc.option(condition, { nil: undefined })), { maxLength: 14 })
  .map((pairs) => pairs.map(([when, then], i) => ruleOf(`r${i}`, when, then)));

test("rules contradict each other exactly when no settlement keeps them all, and the set named is minimal", () => {
  let contradictions = 0;
  fc.assert(
    fc.property(rules, (list) => {
      const agenda = agendaOf(4, list);
      const found = minimalContradiction(agenda);
      expect(found === undefined).toBe(possible(agenda, list));
      if (!found) return;
      contradictions++;
      expect(possible(agenda, found)).toBe(false);
      for (const rule of found)
        expect(
          possible(
            agenda,
            found.filter((other) => other !== rule),
          ),
        ).toBe(true);
    }),
    { numRuns: 400 },
  );
  expect(contradictions).toBeGreaterThan(20);
});

test("a search that reaches its ceiling says nothing", () => {
  const all = [{ issue: "i0", options: ["x", "y"] }];
  const agenda = agendaOf(2, [ruleOf("r", all, undefined)]);
  expect(minimalContradiction(agenda)).toHaveLength(1);
  expect(minimalContradiction(agenda, 0)).toBeUndefined();
});
