import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hundredths, points, thousand } from "../../../test/oracle/deterrence-draws.ts";
import { breakout } from "./breakout.ts";
import { type InspectionParameters, inspection } from "./inspection.ts";
import {
  complianceWorth,
  largestSustained,
  leastDetection,
  periodsToFalseSuspension,
  type RepeatedParameters,
  repeatedCompliance,
  shortestSuspension,
} from "./repeated-compliance.ts";
import { transparencyWindow } from "./transparency-window.ts";

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

describe("repeated compliance", () => {
  const worked: RepeatedParameters = { dividend: 1, breachGain: 5, detection: 0.6, falseAlarm: 0.02, discount: 0.95 };
  const draws: fc.Arbitrary<RepeatedParameters> = fc
    .record({
      dividend: points(1, 20),
      breachGain: points(1, 60),
      falseAlarm: hundredths(0.01, 0.4),
      better: hundredths(0.05, 0.5),
      discount: hundredths(0.1, 0.97),
    })
    .map(({ better, ...rest }) => ({ ...rest, detection: rest.falseAlarm + better }));
  const periods = points(1, 30);
  const slack = (parameters: RepeatedParameters, T: number): number => {
    const answer = repeatedCompliance(parameters, T);
    if (answer.kind === "undiscounted") throw new Error("The draws are discounted.");
    return answer.slack;
  };

  test("delta 0.95, alpha 0.02, r 1, pi 0.6, a suspension for ever: the largest temptation is 7.986", () => {
    const largest = largestSustained(worked, Number.POSITIVE_INFINITY);
    expect(largest).toBeCloseTo((0.95 * 0.58) / (1 - 0.95 * 0.98), 12);
    expect(largest).toBeCloseTo(7.986, 3);
    expect(slack(worked, Number.POSITIVE_INFINITY)).toBeCloseTo(largest - 5, 12);
  });
  test("of two periods: V = 1 / (1 - 0.931 - 0.02 x 0.857375)", () => {
    expect(complianceWorth(worked, 2)).toBeCloseTo(1 / (0.069 - 0.0171475), 9);
  });
  test("without a future, a dividend or a suspension only a party without temptation complies", () => {
    for (const parameters of [
      { ...worked, discount: 0 },
      { ...worked, dividend: 0 },
    ]) {
      expect(repeatedCompliance(parameters, 10).kind).toBe("not-sustained");
      expect(repeatedCompliance({ ...parameters, breachGain: 0 }, 10).kind).toBe("sustained");
      expect(leastDetection(parameters, 10)).toEqual({ kind: "none-suffices" });
      expect(shortestSuspension(parameters)).toEqual({ kind: "none" });
    }
    expect(repeatedCompliance(worked, 0).kind).toBe("not-sustained");
    expect(shortestSuspension({ ...worked, breachGain: 0 })).toEqual({ kind: "periods", value: 0 });
  });
  test("undiscounted periods have no answer, and no false alarm ever comes without false alarms", () => {
    expect(repeatedCompliance({ ...worked, discount: 1 }, 10)).toEqual({ kind: "undiscounted" });
    expect(periodsToFalseSuspension(0.02)).toBeCloseTo(50, 12);
    expect(periodsToFalseSuspension(0)).toBe(Number.POSITIVE_INFINITY);
  });
  test.each([
    ["detection", 0.01],
    ["discount", 0.01],
    ["dividend", 1],
  ] as const)("slack rises in %s", (field, by) => {
    fc.assert(
      fc.property(draws, periods, (parameters, T) => {
        expect(slack({ ...parameters, [field]: parameters[field] + by }, T)).toBeGreaterThan(slack(parameters, T));
      }),
      thousand,
    );
  });
  test.each([
    ["falseAlarm", 0.01],
    ["breachGain", 1],
  ] as const)("slack falls in %s", (field, by) => {
    fc.assert(
      fc.property(draws, periods, (parameters, T) => {
        expect(slack({ ...parameters, [field]: parameters[field] + by }, T)).toBeLessThan(slack(parameters, T));
      }),
      thousand,
    );
  });
  test("slack rises in the length of the suspension and the worth of compliance falls, strictly while delta^T can be told from 0", () => {
    fc.assert(
      fc.property(draws, points(1, 10), points(1, 3), (parameters, T, more) => {
        expect(slack(parameters, T + more)).toBeGreaterThan(slack(parameters, T));
        expect(complianceWorth(parameters, T + more)).toBeLessThan(complianceWorth(parameters, T));
        expect(slack(parameters, Number.POSITIVE_INFINITY)).toBeGreaterThanOrEqual(slack(parameters, T + more));
      }),
      thousand,
    );
  });
  test("the worth of compliance falls in false alarms", () => {
    fc.assert(
      fc.property(draws, periods, (parameters, T) => {
        const noisier = { ...parameters, falseAlarm: parameters.falseAlarm + 0.01 };
        expect(complianceWorth(noisier, T)).toBeLessThan(complianceWorth(parameters, T));
      }),
      thousand,
    );
  });
  test("where a breach is seen no more often than alarms are false, nothing is sustainable", () => {
    fc.assert(
      fc.property(draws, periods, (parameters, T) => {
        const blind = { ...parameters, detection: parameters.falseAlarm };
        expect(repeatedCompliance(blind, T).kind).toBe("not-sustained");
        expect(shortestSuspension(blind)).toEqual({ kind: "none" });
        const least = leastDetection(parameters, T);
        if (least.kind === "detection") expect(least.value).toBeGreaterThan(parameters.falseAlarm);
      }),
      thousand,
    );
  });
  test("the worth is that of the sums written out", () => {
    fc.assert(
      fc.property(draws, points(1, 6), (parameters, T) => {
        // V solves V = r + delta ((1 - alpha) V + alpha delta^T V): iterated from 0
        const { dividend, discount, falseAlarm } = parameters;
        let worth = 0;
        for (let i = 0; i < 2000; i++)
          worth = dividend + discount * ((1 - falseAlarm) * worth + falseAlarm * discount ** T * worth);
        expect(complianceWorth(parameters, T)).toBeCloseTo(worth, 6);
      }),
      thousand,
    );
  });
  test("the least detection is where compliance begins", () => {
    fc.assert(
      fc.property(draws, periods, (parameters, T) => {
        const least = leastDetection(parameters, T);
        if (least.kind === "none-suffices") {
          expect(repeatedCompliance({ ...parameters, detection: 1 }, T).kind).toBe("not-sustained");
          return;
        }
        expect(repeatedCompliance({ ...parameters, detection: least.value + 1e-6 }, T).kind).toBe("sustained");
        expect(repeatedCompliance({ ...parameters, detection: least.value - 1e-6 }, T).kind).toBe("not-sustained");
      }),
      thousand,
    );
  });
  test("the shortest suspension is the first length that sustains compliance", () => {
    fc.assert(
      fc.property(draws, (parameters) => {
        const lengths = Array.from({ length: 400 }, (_, T) => T);
        const first = lengths.find((T) => repeatedCompliance(parameters, T).kind === "sustained");
        const answer = shortestSuspension(parameters);
        if (first === undefined) expect(answer.kind).not.toBe("periods");
        else expect(answer).toEqual({ kind: "periods", value: first });
      }),
      thousand,
    );
  });
  test("a temptation that only a suspension for ever deters is told from one that nothing does", () => {
    // K = 0.5 x 0.5 x 4 = 1 and 1 - delta = 0.5 without false alarms: exactly 2 is sustained, for ever only
    const edge = { dividend: 4, breachGain: 2, detection: 0.5, falseAlarm: 0, discount: 0.5 };
    expect(shortestSuspension(edge)).toEqual({ kind: "for-ever" });
    expect(shortestSuspension({ ...edge, breachGain: 2.01 })).toEqual({ kind: "none" });
    expect(shortestSuspension({ ...edge, breachGain: 1 })).toEqual({ kind: "periods", value: 1 });
  });
});

describe("breakout", () => {
  test("90 days less 20 hold ten weekly inspections: 1 - 0.7^10", () => {
    const answer = breakout({ breakoutDays: 90, responseDays: 20, inspectionIntervalDays: 7, detection: 0.3 });
    expect(answer).toEqual({ kind: "in-time", inspections: 10, seen: expect.closeTo(1 - 0.7 ** 10, 12) });
  });
  test("intervals are counted in decimals; too late, and watched without a break", () => {
    const parameters = { breakoutDays: 0.3, responseDays: 0.1, inspectionIntervalDays: 0.1, detection: 0.5 };
    expect(breakout(parameters)).toMatchObject({ inspections: 2, seen: 0.75 });
    expect(breakout({ ...parameters, responseDays: 0.25 }).kind).toBe("too-late");
    expect(breakout({ ...parameters, responseDays: 1 })).toEqual({ kind: "too-late", inspections: 0, seen: 0 });
    expect(breakout({ ...parameters, inspectionIntervalDays: 0 })).toEqual({ kind: "continuous", seen: 1 });
  });
  test("more time or detection never makes it less likely to be seen; a slower response or rarer inspections never more", () => {
    const draws = fc.record({
      breakoutDays: points(0, 200),
      responseDays: points(0, 100),
      inspectionIntervalDays: points(1, 60),
      detection: hundredths(0.01, 0.98),
    });
    fc.assert(
      fc.property(draws, points(1, 30), (parameters, by) => {
        const { seen } = breakout(parameters);
        expect(breakout({ ...parameters, breakoutDays: parameters.breakoutDays + by }).seen).toBeGreaterThanOrEqual(
          seen,
        );
        expect(breakout({ ...parameters, responseDays: parameters.responseDays + by }).seen).toBeLessThanOrEqual(seen);
        const rarer = { ...parameters, inspectionIntervalDays: parameters.inspectionIntervalDays + by };
        expect(breakout(rarer).seen).toBeLessThanOrEqual(seen);
        expect(breakout({ ...parameters, detection: parameters.detection + 0.01 }).seen).toBeGreaterThanOrEqual(seen);
      }),
      thousand,
    );
  });
});

describe("the transparency window", () => {
  const levels = [
    { id: "satellites", detection: 0.3, exposure: 1 },
    { id: "visits", detection: 0.6, exposure: 4 },
    { id: "resident inspectors", detection: 0.9, exposure: 9 },
  ];
  const needed = (value: number) => ({ kind: "detection", value }) as const;
  test("lists the levels that see enough and expose little enough, both at equality", () => {
    expect(transparencyWindow(levels, needed(0.6), 9)).toEqual({
      kind: "window",
      levels: ["visits", "resident inspectors"],
    });
    expect(transparencyWindow(levels, needed(0.6), 4)).toEqual({ kind: "window", levels: ["visits"] });
  });
  test("says why it is empty", () => {
    const empty = (because: string) => ({ kind: "empty", because });
    expect(transparencyWindow(levels, needed(0.7), 5)).toEqual(empty("what-sees-enough-exposes-too-much"));
    expect(transparencyWindow(levels, needed(0.95), 9)).toEqual(empty("none-sees-enough"));
    expect(transparencyWindow(levels, { kind: "none-suffices" }, 9)).toEqual(empty("none-sees-enough"));
    expect(transparencyWindow(levels, needed(0.1), 0)).toEqual(empty("all-expose-too-much"));
    expect(transparencyWindow([], needed(0.1), 9)).toEqual(empty("no-level"));
  });
  test("widens with tolerance and narrows with the detection needed", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(hundredths(0, 1), points(0, 20)), { maxLength: 6 }),
        fc.tuple(hundredths(0, 1), hundredths(0, 1)),
        fc.tuple(points(0, 20), points(0, 20)),
        (drawn, detections, tolerances) => {
          const drawnLevels = drawn.map(([detection, exposure], i) => ({ id: `${i}`, detection, exposure }));
          const open = (pi: number, tolerance: number): readonly string[] => {
            const window = transparencyWindow(drawnLevels, needed(pi), tolerance);
            return window.kind === "window" ? window.levels : [];
          };
          const strict = open(Math.max(...detections), Math.min(...tolerances));
          expect(open(Math.min(...detections), Math.max(...tolerances))).toEqual(expect.arrayContaining([...strict]));
        },
      ),
      thousand,
    );
  });
});
