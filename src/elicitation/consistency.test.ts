import fc from "fast-check";
import { expect, test } from "vitest";
import { draftOf, hiddenSheets, tinyAgenda, trueStatements, type Unnamed } from "../../test/hidden-sheet.ts";
import { isConsistent } from "../../test/oracle/draft-oracle.ts";
import { hasPoint } from "../../test/oracle/fourier-motzkin.ts";
import { consistency } from "./consistency.ts";
import type { Statement } from "./draft.ts";

const idsOf = (result: ReturnType<typeof consistency>): readonly (readonly string[])[] =>
  result.kind === "consistent" ? [] : result.conflicts.map(({ statements }) => statements.map(({ id }) => id));

test("what one party truly says of one sheet is never called contradictory", () => {
  const agenda = tinyAgenda(3, 2, 4, 3);
  const cases = hiddenSheets(agenda).chain((sheet) => trueStatements(agenda, sheet));
  fc.assert(
    fc.property(cases, (statements) => {
      expect(consistency(agenda, draftOf(agenda, statements))).toEqual({ kind: "consistent" });
    }),
    { numRuns: 300 },
  );
});

test("of what two parties say, every conflict named is one, and none of its statements can be spared", () => {
  const agenda = tinyAgenda(3, 2, 3);
  const voices = hiddenSheets(agenda).chain((sheet) => trueStatements(agenda, sheet));
  let found = 0;
  fc.assert(
    fc.property(voices, voices, (one, other) => {
      const draft = draftOf(agenda, [...one, ...other.map((each) => ({ ...each, id: `other ${each.id}` }))]);
      const result = consistency(agenda, draft);
      if (result.kind === "consistent") return;
      found += result.conflicts.length;
      const members = result.conflicts.flatMap(({ statements }) => statements);
      expect(new Set(members).size).toBe(members.length);
      for (const { statements } of result.conflicts) {
        const again = consistency(agenda, { ...draft, statements });
        expect(again).toEqual({ kind: "contradictory", conflicts: [{ statements }] });
        for (const spared of statements) {
          const others = statements.filter((each) => each !== spared);
          expect(consistency(agenda, { ...draft, statements: others })).toEqual({ kind: "consistent" });
        }
      }
    }),
    { numRuns: 120 },
  );
  expect(found).toBeGreaterThan(30);
});

test("an order that contradicts numbers is found, with no statement that has nothing to do with it", () => {
  const agenda = tinyAgenda(2, 2, 3);
  const draft = draftOf(agenda, [
    { id: "most", kind: "matters-most", issue: "i2" },
    { id: "one", kind: "swing", issue: "i0", against: "i2", low: 40, high: 50 },
    { id: "other", kind: "swing", issue: "i1", against: "i2", low: 60, high: 70 },
    { id: "values", kind: "option-value", issue: "i2", option: "o1", low: 30, high: 60 },
    { id: "order", kind: "swing-order", order: [["i2"], ["i0"], ["i1"]] },
  ]);
  expect(idsOf(consistency(agenda, draft))).toEqual([["one", "other", "order"]]);
});

test("choices that go in a circle are found, among others that do not", () => {
  const agenda = tinyAgenda(2, 2, 2, 3);
  const over = (id: string, better: string, worse: string) =>
    ({
      id,
      kind: "choice",
      first: { [better]: "o0", [worse]: "o1" },
      second: { [better]: "o1", [worse]: "o0" },
      answer: "first",
    }) as const;
  const best = ["i0", "i1", "i2", "i3"].map((issue) => ({
    ...({ kind: "option-value", option: "o0", low: 100, high: 100 } as const),
    id: `best ${issue}`,
    issue,
  }));
  const worst = ["i0", "i1", "i2"].map((issue) => ({
    ...({ kind: "option-value", option: "o1", low: 0, high: 0 } as const),
    id: `worst ${issue}`,
    issue,
  }));
  const choices = [over("a", "i0", "i1"), over("b", "i1", "i2"), over("c", "i2", "i0"), over("d", "i0", "i3")];
  const [conflict, ...others] = idsOf(consistency(agenda, draftOf(agenda, [...best, ...worst, ...choices])));
  expect(others).toEqual([]);
  expect(conflict).toEqual(expect.arrayContaining(["a", "b", "c"]));
  expect(conflict).not.toContain("d");
});

test("conflicts that have nothing in common are listed side by side, three at most", () => {
  const agenda = tinyAgenda(2, 2, 2, 2, 2, 2, 2, 2);
  const pair = (one: string, other: string): Omit<Extract<Statement, { kind: "swing-order" }>, "id">[] => [
    { kind: "swing-order", order: [[one], [other]] },
    { kind: "swing-order", order: [[other], [one]] },
  ];
  const two = draftOf(agenda, [...pair("i0", "i1"), ...pair("i2", "i3")]);
  expect(
    idsOf(consistency(agenda, two))
      .map((ids) => ids.toSorted())
      .toSorted(),
  ).toEqual([
    ["s0", "s1"],
    ["s2", "s3"],
  ]);
  const four = draftOf(agenda, [...pair("i0", "i1"), ...pair("i2", "i3"), ...pair("i4", "i5"), ...pair("i6", "i7")]);
  expect(idsOf(consistency(agenda, four))).toHaveLength(3);
});

test.each([
  ["a range of one option below and one above", 3, ["o1", 10, 30], ["o1", 40, 60]],
  ["ratings that leave no best option", 2, ["o0", 0, 90], ["o1", 0, 90]],
  ["ratings that leave no worst option", 2, ["o0", 10, 100], ["o1", 5, 100]],
] as const)("ratings contradict each other even where the issue may count nothing: %s", (_, options, one, other) => {
  const agenda = tinyAgenda(options, 2);
  const said = [one, other].map(
    ([option, low, high]) => ({ kind: "option-value", issue: "i0", option, low, high }) as const,
  );
  expect(idsOf(consistency(agenda, draftOf(agenda, said)))).toEqual([["s0", "s1"]]);
});

test("an issue rated on a free scale needs neither a best nor a worst option", () => {
  const agenda = tinyAgenda(2, 2);
  const draft = draftOf(agenda, [
    { kind: "option-value", issue: "i0", option: "o0", low: 90, high: 90 },
    { kind: "option-value", issue: "i0", option: "o1", low: 20, high: 20 },
  ]);
  expect(consistency(agenda, draft).kind).toBe("contradictory");
  expect(consistency(agenda, { ...draft, freeScales: ["i0"] })).toEqual({ kind: "consistent" });
});

test("a linkage counts where a settlement is compared with no deal", () => {
  const agenda = tinyAgenda(2, 2);
  const best = { i0: "o0", i1: "o0" };
  const said = [
    { kind: "option-order", issue: "i0", order: [["o0"], ["o1"]] },
    { kind: "option-order", issue: "i1", order: [["o0"], ["o1"]] },
    { kind: "reservation-range", low: 95, high: 95 },
    { kind: "no-deal", settlement: best, answer: "better" },
  ] as const;
  const linkage = (points: number) => ({
    id: "both",
    kind: "combination" as const,
    when: [
      { issue: "i0", options: ["o0"] },
      { issue: "i1", options: ["o0"] },
    ],
    value: { low: points, mid: points, high: points },
    of: 100,
    evidence: { sources: [] },
  });
  expect(consistency(agenda, draftOf(agenda, said)).kind).toBe("contradictory");
  expect(consistency(agenda, draftOf(agenda, said, [linkage(-10)])).kind).toBe("consistent");
  expect(consistency(agenda, draftOf(agenda, said, [linkage(-4)])).kind).toBe("contradictory");
});

test("the oracle eliminates: a triangle has a point, and has none once its corner is cut away", () => {
  const triangle = [
    { coefficients: [-1n, 0n], bound: 0n },
    { coefficients: [0n, -1n], bound: 0n },
    { coefficients: [1n, 1n], bound: 3n },
  ];
  expect(hasPoint([...triangle, { coefficients: [-2n, -1n], bound: -6n }], 2)).toBe(true);
  expect(hasPoint([...triangle, { coefficients: [-2n, -1n], bound: -7n }], 2)).toBe(false);
});

test("an exact elimination that shares no code agrees on random statements", () => {
  const agenda = tinyAgenda(3, 2);
  const quarters = fc.constantFrom(0, 25, 50, 75, 100);
  const range = fc.tuple(quarters, quarters).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));
  const o = (count: number) => fc.integer({ min: 0, max: count - 1 }).map((option) => `o${option}`);
  const settlement = fc.record({ i0: o(3), i1: o(2) });
  const answer = fc.constantFrom("first" as const, "second" as const, "indifferent" as const);
  const statement: fc.Arbitrary<Unnamed<Statement>> = fc.oneof(
    fc.constantFrom("i0", "i1").map((issue) => ({ kind: "matters-most", issue }) as const),
    range.map((each) => ({ kind: "swing", issue: "i0", against: "i1", ...each }) as const),
    range.map((each) => ({ kind: "swing", issue: "i1", against: "i0", ...each }) as const),
    fc
      .constantFrom([["i0"], ["i1"]], [["i1"], ["i0"]], [["i0", "i1"]])
      .map((order) => ({ kind: "swing-order", order }) as const),
    fc.tuple(o(3), range).map(([option, each]) => ({ kind: "option-value", issue: "i0", option, ...each }) as const),
    fc
      .shuffledSubarray(["o0", "o1", "o2"], { minLength: 2 })
      .map((options) => ({ kind: "option-order", issue: "i0", order: options.map((each) => [each]) }) as const),
    fc
      .tuple(settlement, settlement, answer)
      .filter(([first, second]) => first.i0 !== second.i0 || first.i1 !== second.i1)
      .map(([first, second, said]) => ({ kind: "choice", first, second, answer: said }) as const),
    range.map((each) => ({ kind: "reservation-range", ...each }) as const),
    fc
      .tuple(settlement, fc.constantFrom("better" as const, "about-equal" as const, "worse" as const))
      .map(([chosen, said]) => ({ kind: "no-deal", settlement: chosen, answer: said }) as const),
  );
  const seen = { consistent: 0, contradictory: 0 };
  fc.assert(
    fc.property(fc.array(statement, { minLength: 2, maxLength: 7 }), (statements) => {
      const draft = draftOf(agenda, statements);
      const { kind } = consistency(agenda, draft);
      seen[kind]++;
      expect(kind === "consistent").toBe(isConsistent(agenda, draft));
    }),
    { numRuns: 400 },
  );
  expect(Math.min(seen.consistent, seen.contradictory)).toBeGreaterThan(40);
});
