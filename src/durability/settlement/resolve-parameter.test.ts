import { expect, test } from "vitest";
import type { Condition, Parameter } from "#model";
import { resolveParameter } from "./resolve-parameter.ts";

const aOnly: Condition = [{ issue: "A", options: ["a0"] }];
const both: Condition = [
  { issue: "A", options: ["a0"] },
  { issue: "B", options: ["b0"] },
];

test("the first case that the choices meet counts", () => {
  const parameter = cases([both, 1], [aOnly, 2], [[], 3]);
  expect(resolveParameter(parameter, { A: "a0", B: "b0" })).toMatchObject({
    status: "judged",
    at: 0,
    judgement: { mid: 1 },
  });
  expect(resolveParameter(parameter, { A: "a0", B: "b1" })).toMatchObject({ at: 1, judgement: { mid: 2 } });
  expect(resolveParameter(parameter, { A: "a1", B: "b0" })).toMatchObject({ at: 2, judgement: { mid: 3 } });
});

test("an open issue that decides between cases makes it unknown, and is named", () => {
  expect(resolveParameter(cases([both, 1], [[], 2]), { A: "a0" })).toEqual({
    status: "unknown",
    reason: "B is open",
    cause: "open-issue",
    issues: ["B"],
  });
});

test("an open issue decides nothing where the case is ruled out by another", () => {
  expect(resolveParameter(cases([both, 1], [[], 2]), { A: "a1" })).toMatchObject({ status: "judged", at: 1 });
});

test("no case and no parameter are two reasons", () => {
  expect(resolveParameter(cases([aOnly, 1]), { A: "a1" })).toMatchObject({ status: "unknown", cause: "no-case" });
  expect(resolveParameter(undefined, {})).toMatchObject({ status: "unknown", cause: "not-given" });
});

function cases(...list: readonly (readonly [Condition, number])[]): Parameter {
  return {
    cases: list.map(([when, value]) => ({
      when,
      value: { low: value, mid: value, high: value },
      placeholder: false,
      evidence: { sources: [] },
    })),
  };
}
