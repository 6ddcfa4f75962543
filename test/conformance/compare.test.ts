import { expect, test } from "vitest";
import type { Analysis, Solution } from "#analysis";
import { compare } from "./compare.ts";
import type { ExpectedAnswers } from "./reference.ts";
import { readReference } from "./reference.ts";
import { passes, reportTable } from "./report-table.ts";

const parties = ["a", "b"];
const expected: ExpectedAnswers = {
  meetingReservations: 4,
  frontierSize: 2,
  frontier: [
    [1, 0.5],
    [0.6, 0.7],
  ],
  frontierSum: [1.6, 1.2],
  nashBargaining: { value: 0.5, utilities: [[1, 0.5]] },
  egalitarian: { value: 0.6, utilities: [[0.6, 0.7]] },
  welfare: { value: 1.5, utilities: [[1, 0.5]] },
};

function point(a: number, b: number): Solution["points"][number] {
  return {
    utilities: { a, b },
    surplus: { a, b },
    settlement: {},
    ties: { status: "exact", value: "1" },
    examples: [],
  };
}

function solution(value: number, a: number, b: number): Solution {
  return { status: "exact", value, points: [point(a, b)] };
}

/** The parts of an analysis that are compared, as they should be. */
const right = {
  parties: [],
  settlements: { status: "exact", value: "6" },
  agreementZone: { exists: { status: "exact", value: true }, count: { status: "exact", value: "4" } },
  frontier: {
    status: "exact",
    size: 2,
    points: [
      { utilities: { a: 0.6, b: 0.7 }, settlement: {}, ties: "1" },
      { utilities: { a: 1, b: 0.5 }, settlement: {}, ties: "2" },
    ],
  },
  solutions: {
    nashBargaining: solution(0.5, 1, 0.5),
    egalitarian: solution(0.6, 0.6, 0.7),
    utilitarian: solution(1.5, 1, 0.5),
    kalaiSmorodinsky: solution(0, 0, 0),
  },
} as unknown as Analysis; // the comparison reads no other part

const differing = (analysis: object, answers: ExpectedAnswers = expected, outcomes = "6"): readonly string[] =>
  compare({ ...right, ...analysis }, parties, outcomes, answers)
    .filter(({ difference }) => difference !== undefined)
    .map(({ what }) => what);

test("an analysis with the expected answers passes", () => {
  expect(differing({})).toEqual([]);
});

test.each([
  ["outcomes", { settlements: { status: "exact", value: "7" } }],
  ["outcomes", { settlements: { status: "bounded", low: "6", high: "6" } }],
  ["agreement zone", { agreementZone: { ...right.agreementZone, count: { status: "exact", value: "5" } } }],
  ["frontier", { frontier: { ...right.frontier, size: 3 } }],
  ["frontier", { frontier: { ...right.frontier, status: "bounded" } }],
  ["Nash bargaining", { solutions: { ...right.solutions, nashBargaining: solution(0.5, 1, 0.50001) } }],
  ["Nash bargaining", { solutions: { ...right.solutions, nashBargaining: solution(0.50001, 1, 0.5) } }],
  ["egalitarian", { solutions: { ...right.solutions, egalitarian: { status: "bounded", value: 0.6, points: [] } } }],
  ["welfare", { solutions: { ...right.solutions, utilitarian: solution(1.5, 0.9, 0.6) } }],
])("a wrong %s answer fails (%#)", (what, analysis) => {
  expect(differing(analysis)).toContain(what);
});

test("frontier points must all be there, no others, and no further away than the tolerance", () => {
  const points = (a: number): object => ({
    frontier: { ...right.frontier, points: [{ utilities: { a, b: 0.7 } }, { utilities: { a: 1, b: 0.5 } }] },
  });
  expect(differing(points(0.6 + 9e-7))).toEqual([]);
  expect(differing(points(0.6 + 2e-6))).toEqual(["points"]);
  const one = { frontier: { status: "exact", size: 2, points: [{ utilities: { a: 1, b: 0.5 } }] } };
  expect(differing(one)).toEqual(["points"]);
});

test("a tie of the least surplus is broken by the next, as the egalitarian solution does", () => {
  const tied = {
    value: 0.6,
    utilities: [
      [0.6, 0.65],
      [0.6, 0.7],
    ],
  };
  expect(differing({}, { ...expected, egalitarian: tied })).toEqual([]);
});

test("the table marks what differs and says how", () => {
  const wrong = compare({ ...right, settlements: { status: "exact", value: "7" } }, parties, "6", expected);
  const row = { domain: "lease", reservations: "0", checks: wrong, seconds: 0.5 };
  expect(passes(row)).toBe(false);
  const table = reportTable([row]);
  expect(table).toContain("! 7");
  expect(table).toContain('lease (reservations 0), outcomes: expected exactly 6, found {"status":"exact","value":"7"}');
});

test("a reference that lacks a part is not taken for one that is met", () => {
  expect(() => readReference({ domain: "d.xml", profiles: [], outcomes: 1 })).toThrow("genius_semantics");
});
