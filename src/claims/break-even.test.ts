import { expect, test } from "vitest";
import { evaluate } from "#model";
import { toNumber } from "#prelude";
import { scenario, sheet } from "../../test/tiny-scenario.ts";
import { breakEven } from "./break-even.ts";

const tiny = scenario({
  issues: { land: ["keep", "give"], money: ["none", "all"] },
  sheets: { A: { reservation: 60, issues: { land: [8, { keep: 50, give: 0 }], money: [2, { none: 0, all: 90 }] } } },
});
const settlement = { land: "keep", money: "all" };

test("at the break-even multiple of the free issues' weights the settlement is worth the reservation value exactly", () => {
  const times = breakEven(tiny, tiny.sheets[0]!, settlement, ["money"])!;
  expect(times).toBeCloseTo(8 / 6, 12); // (4 + 1.8 k) / (8 + 2 k) = 0.6
  const heavier = sheet("A", {
    reservation: 60,
    issues: { land: [8, { keep: 50, give: 0 }], money: [2 * times, { none: 0, all: 90 }] },
  });
  expect(toNumber(evaluate(heavier, settlement, tiny.agenda.asOf).utility)).toBeCloseTo(60, 9);
});

test("no multiple is enough when the free issues alone are worth less than the reservation value", () => {
  expect(breakEven(tiny, tiny.sheets[0]!, { land: "give", money: "none" }, ["money"])).toBe(Number.POSITIVE_INFINITY);
});

test("nothing is to be multiplied when the reservation value is reached", () => {
  const easy = { ...tiny.sheets[0]!, reservation: { ...tiny.sheets[0]!.reservation, mid: 10 } };
  expect(breakEven(tiny, easy, settlement, ["money"])).toBeUndefined();
});
