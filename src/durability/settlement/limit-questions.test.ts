import { expect, test } from "vitest";
import type { LimitParameter, Parameter } from "#model";
import { seededRandom } from "#prelude";
import { limitFrame, limitQuestions } from "./limit-questions.ts";
import { numberOf } from "./quantity-of.ts";

function asked(ranges: Partial<Record<LimitParameter, readonly [low: number, high: number]>>) {
  const parameters = Object.fromEntries(
    Object.entries(ranges).map(([id, [low, high]]): [string, Parameter] => {
      const value = { low, mid: (low + high) / 2, high };
      return [id, { cases: [{ when: [], value, placeholder: false, evidence: { sources: [] } }] }];
    }),
  );
  const limit = { id: "l", name: "L", holder: "H", inspector: "I", when: [], parameters };
  return limitQuestions(limitFrame(limit, {}, new Map()));
}

test("the least gain needs the most detection where false alarms cost more than the penalty", () => {
  const { deterringDetection } = asked({
    ...{ breachGain: [0, 10], breachPenalty: [2, 2], falseAlarm: [0.5, 0.5], falseAlarmCost: [8, 8] },
  });
  const { answer } = numberOf(deterringDetection);
  expect(answer).toMatchObject({ status: "bounded", low: 0 }); // without a gain
  expect(answer.status === "bounded" && answer.high).toBeCloseTo(2, 9); // alpha f / B, just above
});

test("the slack of compliance has its ends at corners, also where alarms are false more often than true", () => {
  const random = seededRandom(9);
  for (let sample = 0; sample < 300; sample++) {
    const range = (low: number, high: number): readonly [number, number] => {
      const one = low + random.uniform() * (high - low);
      const other = low + random.uniform() * (high - low);
      return one < other ? [one, other] : [other, one];
    };
    const ranges = {
      ...{ detection: range(0, 1), falseAlarm: range(0, 1), discount: range(0, 1), suspensionPeriods: range(0, 9) },
      ...{ dividend: range(0, 5), breachGain: range(0, 5) },
    };
    const { answer } = numberOf(asked(ranges).slack);
    if (answer.status !== "bounded") throw new Error(`The slack is ${answer.status}.`);
    for (let inside = 0; inside < 50; inside++) {
      const point = Object.entries(ranges).map(([id, [low, high]]) => {
        const value = low + random.uniform() * (high - low);
        return [id, [value, value]] as const;
      });
      const at = numberOf(asked(Object.fromEntries(point)).slack).answer;
      expect(at.status === "exact" && at.value).toBeGreaterThanOrEqual(answer.low - 1e-9);
      expect(at.status === "exact" && at.value).toBeLessThanOrEqual(answer.high + 1e-9);
    }
  }
});
