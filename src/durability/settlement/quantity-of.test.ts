import { expect, test } from "vitest";
import type { Guarantee, GuaranteeParameter, Judgement, Parameter } from "#model";
import { type Answer, seededRandom } from "#prelude";
import { attackThreshold, guarantorResolve, type PrizeThreshold, prizeThreshold } from "../deterrence/backstop.ts";
import { guaranteeFrame } from "./guarantee-frame.ts";
import { backstopQuestions, prizeKey, thresholdKey } from "./guarantee-questions.ts";
import { quantityOf } from "./quantity-of.ts";

function guarantee(values: Partial<Record<GuaranteeParameter, Judgement>>): Guarantee {
  const parameters = Object.fromEntries(
    Object.entries(values).map(([id, value]): [string, Parameter] => [
      id,
      { cases: [{ when: [], value, placeholder: false, evidence: { sources: [] } }] },
    ]),
  );
  return { id: "g", name: "G", challenger: "C", protege: "P", guarantors: ["G"], parameters, postures: [] };
}

function sure(value: number): Judgement {
  return { low: value, mid: value, high: value };
}

function boundsOf(answer: Answer<PrizeThreshold>): readonly [low: number, high: number] {
  if (answer.status !== "bounded") throw new Error(`The answer is ${answer.status}.`);
  return [prizeKey(answer.low), prizeKey(answer.high)];
}

test("where guarantors fight from some p0 on, v* has its ends beside that p0, between two steps", () => {
  const random = seededRandom(5);
  for (let sample = 0; sample < 100; sample++) {
    const low = 0.3 + 0.2 * random.uniform();
    const high = low + 0.4 * random.uniform();
    const point = {
      successOpposed: 0.2,
      ...{ warCost: 20, widerWarCost: 15, penalty: 5, peace: 5 },
      ...{ stake: 50, reneging: 2, fightingCost: 5 + 30 * random.uniform() },
    };
    const judged = Object.fromEntries(Object.entries(point).map(([id, value]) => [id, sure(value)]));
    const range = { low, mid: (low + high) / 2, high };
    const asked = backstopQuestions(guaranteeFrame(guarantee({ ...judged, successAlone: range }), {}, new Map()));
    const [least, most] = boundsOf(quantityOf(asked.prizeThreshold, prizeKey).answer);
    for (let inside = 0; inside < 200; inside++) {
      const at = { ...point, successAlone: low + (high - low) * random.uniform() };
      const prize = prizeKey(prizeThreshold(at, guarantorResolve(at) >= at.fightingCost ? 1 : 0));
      expect(prize).toBeGreaterThanOrEqual(least - 1e-9);
      expect(prize).toBeLessThanOrEqual(most + 1e-9);
    }
  }
});

test("q* is greatest where p0 meets p1, which is held to it, though that is no step", () => {
  const judged = { prize: sure(100), warCost: sure(5), widerWarCost: sure(10), penalty: sure(0), peace: sure(0) };
  const ranges = { successAlone: { low: 0.3, mid: 0.6, high: 0.98 }, successOpposed: sure(0.81) };
  const frame = guaranteeFrame(guarantee({ ...judged, ...ranges, intervention: sure(0.5) }), {}, new Map());
  const { answer } = quantityOf(backstopQuestions(frame).threshold, thresholdKey);
  const top = attackThreshold({
    ...{ prize: 100, warCost: 5, widerWarCost: 10, penalty: 0, peace: 0 },
    ...{ successAlone: 0.81, successOpposed: 0.81 },
  });
  expect(answer.status === "bounded" && answer.high.kind === "threshold" && answer.high.value).toBeCloseTo(7.6, 9);
  expect(top).toEqual({ kind: "threshold", value: 7.6 });
});
