import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  challengers,
  guarantors,
  hundredths,
  points,
  temptedChallengers,
  thousand,
} from "../../../test/oracle/deterrence-draws.ts";
import {
  type AttackParameters,
  attackGain,
  attackThreshold,
  backstop,
  deters,
  guarantorResolve,
  interventionCost,
  prizeThreshold,
} from "./backstop.ts";
import { credibility } from "./credibility.ts";

const worked: AttackParameters = {
  prize: 100,
  successAlone: 0.7,
  successOpposed: 0.3,
  warCost: 20,
  widerWarCost: 25,
  penalty: 5,
  peace: 10,
};

/** q*, which every draw of these has. */
function needed(attack: AttackParameters): number {
  const threshold = attackThreshold(attack);
  if (threshold.kind !== "threshold") throw new Error("The draw has no threshold.");
  return threshold.value;
}

const chances = hundredths(0.01, 0.99);

describe("the worked example", () => {
  // 70 - 20 - 5 - 10 = 35 points to gain alone, 40 + 25 = 65 that an intervention takes
  test("q* = 35/65 and k* = 60 x 0.4 + 5 = 29", () => {
    expect(needed(worked)).toBeCloseTo(35 / 65, 12);
    expect(guarantorResolve({ ...worked, stake: 60, reneging: 5 })).toBeCloseTo(29, 12);
  });
  test("at q = 0.75 deterred, at q = 0.3 a hollow guarantee", () => {
    expect(backstop(worked, 0.75)).toMatchObject({ verdict: "deterred", margin: expect.closeTo(0.75 - 35 / 65, 12) });
    expect(backstop(worked, 0.3)).toMatchObject({
      verdict: "hollow-guarantee",
      gap: expect.closeTo(35 / 65 - 0.3, 12),
    });
    expect(backstop(worked, 0.3).gain).toBeCloseTo(35 - 0.3 * 65, 12);
  });
  test("at q = 0.3 an attack pays from a prize of (35 + 7.5) / 0.58 on", () => {
    expect(prizeThreshold(worked, 0.3)).toEqual({ kind: "prize", value: expect.closeTo(42.5 / 0.58, 12) });
  });
  test("a dear war is safe without a guarantee, a cheap wider one is deterred by nothing", () => {
    expect(backstop({ ...worked, warCost: 55 }, 0).verdict).toBe("safe-without-guarantee");
    expect(backstop({ ...worked, successOpposed: 0.6, widerWarCost: 10 }, 1).verdict).toBe("nothing-deters");
  });
});

describe("ties and degenerate judgements", () => {
  test("an indifferent challenger holds, also where the decimals do not add up exactly in binary", () => {
    // 0.1 x 30 = 3.0000000000000004 in doubles
    const indifferent = {
      ...worked,
      prize: 30,
      successAlone: 0.1,
      warCost: 3,
      penalty: 0,
      peace: 0,
      successOpposed: 0,
    };
    expect(backstop(indifferent, 0).verdict).toBe("safe-without-guarantee");
    expect(backstop(worked, needed(worked)).verdict).toBe("deterred");
    expect(backstop({ ...worked, successOpposed: 0.6, widerWarCost: 25 }, 1)).toMatchObject({
      verdict: "deterred",
      margin: 0,
    });
  });
  test("an intervention that takes nothing from the attack has no threshold", () => {
    const futile = { ...worked, successOpposed: 0.7, widerWarCost: 0 };
    expect(backstop(futile, 1)).toMatchObject({
      verdict: "nothing-deters",
      threshold: { kind: "intervention-costs-nothing" },
    });
    expect(backstop({ ...futile, penalty: 40 }, 0).verdict).toBe("safe-without-guarantee");
  });
  test("equal chances of success leave the wider cost to deter", () => {
    expect(needed({ ...worked, successOpposed: 0.7, widerWarCost: 50 })).toBeCloseTo(0.7, 12);
  });
  test("an attack that cannot succeed pays at no prize, one that pays for itself at any", () => {
    expect(prizeThreshold({ ...worked, successAlone: 0, successOpposed: 0 }, 0.5)).toEqual({ kind: "no-prize-pays" });
    expect(prizeThreshold({ ...worked, peace: -60 }, 0.5)).toEqual({ kind: "any-prize-pays" });
    expect(prizeThreshold({ ...worked, peace: -25.5 }, 0)).toEqual({ kind: "any-prize-pays" });
  });
});

type Field = keyof AttackParameters;
const moved = (attack: AttackParameters, field: Field, by: number): AttackParameters => ({
  ...attack,
  [field]: attack[field] + by,
});

describe("signs of the gain D", () => {
  test.each<Field>(["penalty", "peace", "warCost", "widerWarCost"])("an attack gains less as %s rises", (field) => {
    fc.assert(
      fc.property(challengers, chances, points(1, 20), (attack, q, by) => {
        expect(attackGain(moved(attack, field, by), q)).toBeLessThan(attackGain(attack, q));
      }),
      thousand,
    );
  });
  test("it gains less as c0 alone rises, c1 being what it is", () => {
    fc.assert(
      fc.property(challengers, chances, points(1, 20), (attack, q, by) => {
        const dearer = moved(moved(attack, "warCost", by), "widerWarCost", -by);
        expect(attackGain(dearer, q)).toBeLessThan(attackGain(attack, q));
      }),
      thousand,
    );
  });
  test("it gains less as the chance of intervention rises", () => {
    fc.assert(
      fc.property(challengers, hundredths(0, 0.99), hundredths(0.01, 0.5), (attack, q, by) => {
        expect(attackGain(attack, Math.min(1, q + by))).toBeLessThan(attackGain(attack, q));
      }),
      thousand,
    );
  });
  test.each([
    ["prize", 3],
    ["successAlone", 0.01],
    ["successOpposed", 0.01],
  ] as const)("it gains more as %s rises, at a given chance of intervention", (field, by) => {
    fc.assert(
      fc.property(challengers, chances, (attack, q) => {
        expect(attackGain(moved(attack, field, by), q)).toBeGreaterThan(attackGain(attack, q));
      }),
      thousand,
    );
  });
});

describe("signs of the credibility q", () => {
  const cost = { low: 10, mid: 30, high: 60 };
  const willing = (attack: AttackParameters, guarantor: { stake: number; reneging: number }): number =>
    guarantorResolve({ ...attack, ...guarantor });
  test.each([
    ["stake", 5],
    ["reneging", 5],
  ] as const)(
    "the guarantors' resolve rises in %s, and credibility with it wherever the cost is in doubt",
    (field, by) => {
      fc.assert(
        fc.property(challengers, guarantors, (attack, guarantor) => {
          const before = willing(attack, guarantor);
          const after = willing(attack, { ...guarantor, [field]: guarantor[field] + by });
          expect(after).toBeGreaterThan(before);
          const [less, more] = [credibility(before, cost), credibility(after, cost)];
          expect(more).toBeGreaterThanOrEqual(less);
          if (after > cost.low && before < cost.high) expect(more).toBeGreaterThan(less);
        }),
        thousand,
      );
    },
  );
  test("both rise in the difference that an intervention makes", () => {
    fc.assert(
      fc.property(challengers, guarantors, (attack, guarantor) => {
        const more = { ...attack, successOpposed: attack.successOpposed - 0.01 };
        expect(willing(more, guarantor)).toBeGreaterThan(willing(attack, guarantor));
      }),
      thousand,
    );
  });
});

describe("signs of the threshold q*", () => {
  test("it rises in the prize exactly if p0 (c1 - c0) + (p0 - p1) (c0 + sigma + s) is positive", () => {
    fc.assert(
      fc.property(challengers, points(1, 20), (attack, by) => {
        const [p0, p1] = [Math.round(attack.successAlone * 100), Math.round(attack.successOpposed * 100)];
        const sign = p0 * attack.widerWarCost + (p0 - p1) * (attack.warCost + attack.penalty + attack.peace);
        const change = needed(moved(attack, "prize", by)) - needed(attack);
        if (sign === 0) expect(change).toBeCloseTo(0, 10);
        else expect(Math.sign(change)).toBe(Math.sign(sign));
      }),
      thousand,
    );
  });
  test.each(["penalty", "peace"] as const)("it falls in %s", (field) => {
    fc.assert(
      fc.property(challengers, points(1, 20), (attack, by) => {
        expect(needed(moved(attack, field, by))).toBeLessThan(needed(attack));
      }),
      thousand,
    );
  });
  test("where it is at most 0 or above 1, no chance of intervention changes the decision", () => {
    fc.assert(
      fc.property(
        challengers.filter((attack) => needed(attack) <= 0 || needed(attack) > 1),
        hundredths(0, 1),
        hundredths(0, 1),
        (attack, q, other) => {
          expect(backstop(attack, q).verdict).toBe(backstop(attack, other).verdict);
        },
      ),
      thousand,
    );
  });
});

describe("the verdict", () => {
  test("the challenger attacks exactly if attacking gains more than holding", () => {
    fc.assert(
      fc.property(challengers, hundredths(0, 1), (attack, q) => {
        const answer = backstop(attack, q);
        expect(deters(answer)).toBe(answer.gain <= 0);
      }),
      thousand,
    );
  });
  test("stake and reneging move nothing but the chance of intervention", () => {
    fc.assert(
      fc.property(challengers, guarantors, guarantors, hundredths(0, 1), (attack, one, other, q) => {
        expect(backstop({ ...attack, ...one }, q)).toEqual(backstop({ ...attack, ...other }, q));
      }),
      thousand,
    );
  });
  test("the attack pays just above the prize threshold and not just below it", () => {
    fc.assert(
      fc.property(challengers, hundredths(0, 1), (attack, q) => {
        const threshold = prizeThreshold(attack, q);
        if (threshold.kind === "any-prize-pays") {
          expect(attackGain({ ...attack, prize: 0 }, q)).toBeGreaterThan(0);
          return;
        }
        if (threshold.kind !== "prize") throw new Error("An attack of these draws can succeed.");
        expect(deters(backstop({ ...attack, prize: threshold.value + 0.001 }, q))).toBe(false);
        expect(attackGain({ ...attack, prize: threshold.value }, q)).toBeCloseTo(0, 9);
        if (threshold.value > 0.001)
          expect(deters(backstop({ ...attack, prize: threshold.value - 0.001 }, q))).toBe(true);
      }),
      thousand,
    );
  });
  test("an intervention costs the challenger what it takes from the prize and adds to the war", () => {
    fc.assert(
      fc.property(temptedChallengers, (attack) => {
        expect(interventionCost(attack)).toBeCloseTo(attackGain(attack, 0) - attackGain(attack, 1), 9);
      }),
      thousand,
    );
  });
});
