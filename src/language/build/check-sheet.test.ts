import { expect, test } from "vitest";
import { evaluate } from "#model";
import { compare, toNumber } from "#prelude";
import { parseScenario } from "../parse-scenario.ts";
import { largestUtility } from "./check-sheet.ts";

const agenda = `schema: entente.scenario/1
id: t
title: T
as_of: 2025-01-01
parties: { A: Alpha }
issues:
  I: { options: { x: X, y: Y } }
  J: { options: { x: X, y: Y } }
`;
const sheet = (rest: string, reservation = 0) => `schema: entente.sheet/1
party: A
kind: own
author: us
reservation: ${reservation}
issues:
  I: { weight: 3, values: { x: 0, y: 80 } }
  J: { weight: 1, values: { x: 60, y: 40 } }
${rest}`;

const read = (rest: string, reservation?: number) =>
  parseScenario(
    new Map([
      ["scenario.yaml", agenda],
      ["sheets/A.yaml", sheet(rest, reservation)],
    ]),
  );

test.each([
  ["issues alone", "", 75],
  ["a cap", "cap: 70\n", 70],
  [
    "a positive linkage and a negative one",
    "linkages: [{ id: l, when: { I: x }, value: 5 }, { id: m, when: { I: y }, value: -9 }]\n",
    80,
  ],
  [
    "a table cell above the issue's own values",
    "linkages: [{ id: l, issue: I, given: J, table: { y: { x: 100 } } }]\n",
    90,
  ],
  ["a total that is not the sum of weights", "total: 8\n", 37.5],
])("with %s the largest sum is found, and no settlement is above it", (_, rest, most) => {
  const { scenario } = read(rest);
  const [only] = scenario!.sheets;
  expect(toNumber(largestUtility(only!))).toBe(most);
  for (const I of ["x", "y"])
    for (const J of ["x", "y"]) {
      const { utility } = evaluate(only!, { I, J }, scenario!.agenda.asOf);
      expect(compare(utility, largestUtility(only!))).toBeLessThanOrEqual(0);
    }
});

test("a reservation value at the largest sum may stand; above it, the message says the largest", () => {
  expect(read("", 75).diagnostics).toEqual([]);
  const [diagnostic] = read("", 75.01).diagnostics;
  expect(diagnostic).toMatchObject({ code: "unreachable-reservation", at: { line: 5, column: 14 } });
  expect(diagnostic!.message).toContain("give 75 at most");
});
