import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hundredths, points, thousand } from "../../../test/oracle/deterrence-draws.ts";
import { type InspectionParameters, inspection } from "./inspection.ts";

describe("inspection", () => {
  const worked: InspectionParameters = {
    breachGain: 10,
    breachPenalty: 30,
    detection: 0.8,
    falseAlarm: 0.05,
    falseAlarmCost: 2,
    inspectionCost: 3,
    damageUnseen: 40,
    damageSeen: 10,
  };
  const draws: fc.Arbitrary<InspectionParameters> = fc
    .record({
      breachGain: points(1, 30),
      breachPenalty: points(0, 60),
      detection: hundredths(0.1, 0.99),
      falseAlarm: hundredths(0.01, 0.3),
      falseAlarmCost: points(1, 10),
      inspectionCost: points(1, 20),
      damageSeen: points(0, 20),
      further: points(1, 60),
    })
    .map(({ further, ...rest }) => ({ ...rest, damageUnseen: rest.damageSeen + further }));
  const mixed = draws.filter((parameters) => inspection(parameters).kind === "mixed");
  const rates = (parameters: InspectionParameters) => {
    const answer = inspection(parameters);
    return answer.kind === "mixed" ? answer : undefined;
  };

  test("y* = 10 / 31.9, x* = 3.1 / 24.1", () => {
    expect(inspection(worked)).toEqual({
      kind: "mixed",
      inspect: expect.closeTo(10 / 31.9, 12),
      violate: expect.closeTo(3.1 / 24.1, 12),
      announcedRate: expect.closeTo(10 / 31.9, 12),
    });
  });
  test("weak detection cannot deter, a costly inspection does not pay, and without temptation none is needed", () => {
    expect(inspection({ ...worked, detection: 0.2 })).toEqual({
      kind: "cannot-deter",
      violate: 1,
      inspect: 1,
      announcedRate: null,
    });
    expect(inspection({ ...worked, detection: 0 })).toMatchObject({ kind: "cannot-deter", inspect: 0 });
    expect(inspection({ ...worked, inspectionCost: 24 })).toMatchObject({
      kind: "does-not-pay",
      violate: 1,
      inspect: 0,
    });
    expect(inspection({ ...worked, breachGain: 0 })).toMatchObject({ kind: "no-temptation", violate: 0, inspect: 0 });
  });
  test("at y* = 1 inspection cannot deter", () => {
    // 0.5 (10 + 10.2) - 0.05 x 2 = 10, in decimals
    const tied = { ...worked, detection: 0.5, breachPenalty: 10.2 };
    expect(inspection(tied).kind).toBe("cannot-deter");
  });
  test.each([
    ["detection", 0.01, -1],
    ["breachPenalty", 1, -1],
    ["breachGain", 1, 1],
    ["falseAlarm", 0.01, 1],
  ] as const)("as %s rises by %s the inspections needed move by the sign %s", (field, by, sign) => {
    fc.assert(
      fc.property(mixed, (parameters) => {
        const after = rates({ ...parameters, [field]: parameters[field] + by });
        fc.pre(after !== undefined);
        expect(Math.sign((after?.inspect ?? 0) - (rates(parameters)?.inspect ?? 0))).toBe(sign);
      }),
      thousand,
    );
  });
  test("violations do not depend on the holder's gain or penalty, and rise with the cost of inspecting", () => {
    fc.assert(
      fc.property(mixed, points(1, 5), (parameters, by) => {
        const before = rates(parameters)?.violate ?? Number.NaN;
        for (const field of ["breachGain", "breachPenalty"] as const) {
          const after = rates({ ...parameters, [field]: parameters[field] + by });
          if (after) expect(after.violate).toBe(before);
        }
        const dearer = rates({ ...parameters, inspectionCost: parameters.inspectionCost + by });
        if (dearer) expect(dearer.violate).toBeGreaterThan(before);
      }),
      thousand,
    );
  });
  test("the chances leave neither side anything to gain", () => {
    fc.assert(
      fc.property(draws, (parameters) => {
        const { breachGain: g, breachPenalty: B, detection: beta, falseAlarm: alpha, falseAlarmCost: f } = parameters;
        const { inspectionCost: e, damageUnseen: u, damageSeen: h } = parameters;
        const { violate, inspect } = inspection(parameters);
        const breach = g - inspect * beta * (g + B) + inspect * alpha * f;
        const look = violate * (beta * (u - h) - e) - (1 - violate) * (e + alpha * f);
        if (violate > 0) expect(breach).toBeGreaterThan(-1e-9);
        if (violate < 1) expect(breach).toBeLessThan(1e-9);
        if (inspect > 0) expect(look).toBeGreaterThan(-1e-9);
        if (inspect < 1) expect(look).toBeLessThan(1e-9);
      }),
      thousand,
    );
  });
  test("an announced rate is complied with from y* on and not below", () => {
    fc.assert(
      fc.property(mixed, (parameters) => {
        const { breachGain: g, breachPenalty: B, detection: beta, falseAlarm: alpha, falseAlarmCost: f } = parameters;
        const rate = inspection(parameters).announcedRate ?? Number.NaN;
        const breach = (y: number) => g - y * beta * (g + B) + y * alpha * f;
        expect(breach(rate + 1e-6)).toBeLessThan(0);
        expect(breach(rate - 1e-6)).toBeGreaterThan(0);
      }),
      thousand,
    );
  });
});
