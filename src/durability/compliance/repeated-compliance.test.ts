import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hundredths, points, thousand } from "../../../test/oracle/deterrence-draws.ts";
import {
  complianceWorth,
  largestSustained,
  leastDetection,
  periodsToFalseSuspension,
  type RepeatedParameters,
  repeatedCompliance,
  shortestSuspension,
} from "./repeated-compliance.ts";

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
  test("a temptation that two periods just deter needs no third, whatever the logarithms round to", () => {
    // delta pi r (1 + delta) = 0.57 x 2 x 1.57 = 1.7898
    const tied = { dividend: 4, breachGain: 1.7898, detection: 0.5, falseAlarm: 0, discount: 0.57 };
    expect(shortestSuspension(tied)).toEqual({ kind: "periods", value: 2 });
  });
});
