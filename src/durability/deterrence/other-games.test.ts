import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hundredths, points, temptedChallengers, thousand } from "../../../test/oracle/deterrence-draws.ts";
import { attackThreshold } from "./backstop.ts";
import { entrapment, largestRestrainedCredibility, restrainsItself } from "./entrapment.ts";
import { privateCostBargaining } from "./private-cost-bargaining.ts";
import { rudimentaryDeterrence } from "./rudimentary-deterrence.ts";
import { ultimatum } from "./ultimatum.ts";

describe("rudimentary deterrence", () => {
  test("with 0, 1 and -1 points a hard defender must be at least as likely as not", () => {
    const ends = { statusQuo: 0, conceded: 1, conflict: -1 };
    expect(rudimentaryDeterrence({ ...ends, hardDefender: 0.4 })).toEqual({ kind: "challenged", threshold: 0.5 });
    expect(rudimentaryDeterrence({ ...ends, hardDefender: 0.5 })).toEqual({ kind: "deterred", threshold: 0.5 });
    expect(rudimentaryDeterrence({ ...ends, conflict: 0, hardDefender: 1 })).toEqual({ kind: "out-of-order" });
  });
  test("the threshold is a chance; it rises in the concession and the conflict's points, and falls in the status quo's", () => {
    fc.assert(
      fc.property(points(-20, 20), points(2, 20), points(2, 20), (statusQuo, more, less) => {
        const threshold = (by: { statusQuo?: number; conceded?: number; conflict?: number }): number => {
          const answer = rudimentaryDeterrence({
            statusQuo: statusQuo + (by.statusQuo ?? 0),
            conceded: statusQuo + more + (by.conceded ?? 0),
            conflict: statusQuo - less + (by.conflict ?? 0),
            hardDefender: 0.5,
          });
          return answer.kind === "out-of-order" ? Number.NaN : answer.threshold;
        };
        expect(threshold({})).toBeGreaterThan(0);
        expect(threshold({})).toBeLessThan(1);
        expect(threshold({ conceded: 1 })).toBeGreaterThan(threshold({}));
        expect(threshold({ conflict: 1 })).toBeGreaterThan(threshold({}));
        expect(threshold({ statusQuo: 1 })).toBeLessThan(threshold({}));
      }),
      thousand,
    );
  });
});

describe("entrapment", () => {
  const gains = fc.record({ protegeGain: points(1, 50), protegeLoss: points(1, 50) });
  test("a gain of 10 against a loss of 30 is borne up to q = 0.75", () => {
    expect(largestRestrainedCredibility({ protegeGain: 10, protegeLoss: 30 })).toBe(0.75);
    const threshold = (value: number) => ({ kind: "threshold", value }) as const;
    const parameters = { protegeGain: 10, protegeLoss: 30 };
    expect(entrapment(parameters, threshold(0.5), true)).toEqual({
      kind: "pure-guarantee-can-work",
      from: 0.5,
      to: 0.75,
    });
    expect(entrapment(parameters, threshold(0.75), true).kind).toBe("pure-guarantee-can-work");
    expect(entrapment(parameters, threshold(0.8), true)).toEqual({
      kind: "needs-conditional-clause",
      needed: 0.8,
      restrained: 0.75,
    });
    expect(entrapment(parameters, threshold(1.2), true)).toEqual({ kind: "no-credibility-deters" });
    expect(entrapment(parameters, threshold(-0.2), false)).toEqual({
      kind: "pure-guarantee-can-work",
      from: 0,
      to: 0.75,
    });
    expect(entrapment(parameters, { kind: "intervention-costs-nothing" }, true)).toEqual({
      kind: "no-credibility-deters",
    });
  });
  test("a protege that gains nothing restrains itself whatever the guarantors do", () => {
    expect(largestRestrainedCredibility({ protegeGain: 0, protegeLoss: 0 })).toBe(1);
    expect(restrainsItself({ protegeGain: 0, protegeLoss: 0 }, 1)).toBe(true);
  });
  test("it restrains itself exactly up to the largest credibility, and its temptation rises with credibility", () => {
    fc.assert(
      fc.property(gains, hundredths(0, 1), (parameters, q) => {
        const largest = largestRestrainedCredibility(parameters);
        fc.pre(Math.abs(q - largest) > 1e-9);
        expect(restrainsItself(parameters, q)).toBe(q < largest);
        expect(restrainsItself(parameters, largest)).toBe(true);
      }),
      thousand,
    );
  });
  test("a pure guarantee can work exactly if one credibility does both", () => {
    fc.assert(
      fc.property(gains, temptedChallengers, (parameters, attack) => {
        const threshold = attackThreshold(attack);
        if (threshold.kind !== "threshold") throw new Error("The draw has no threshold.");
        const largest = largestRestrainedCredibility(parameters);
        fc.pre(Math.abs(threshold.value - largest) > 1e-9 && Math.abs(threshold.value - 1) > 1e-9);
        const { kind } = entrapment(parameters, threshold, true);
        if (threshold.value > 1) expect(kind).toBe("no-credibility-deters");
        else expect(kind === "pure-guarantee-can-work").toBe(threshold.value < largest);
      }),
      thousand,
    );
  });
});

describe("bargaining under private cost", () => {
  test("p = 0.5, c = 0.05, C = 0.3: demand 0.625, refused by 5/12", () => {
    const answer = privateCostBargaining({ proposerWins: 0.5, proposerCost: 0.05, highestCost: 0.3 });
    expect(answer.demand).toBeCloseTo(0.625, 12);
    expect(answer.war).toBeCloseTo(5 / 12, 12);
  });
  test("complete information and dear wars leave no war", () => {
    expect(privateCostBargaining({ proposerWins: 0.5, proposerCost: 0, highestCost: 0 })).toEqual({
      demand: 0.5,
      war: 0,
    });
    expect(privateCostBargaining({ proposerWins: 0.5, proposerCost: 0.3, highestCost: 0.3 })).toEqual({
      demand: 0.5,
      war: 0,
    });
  });
  const draws = fc.record({
    proposerWins: hundredths(0.01, 0.6),
    proposerCost: hundredths(0, 0.4),
    highestCost: hundredths(0.01, 0.4),
  });
  test("war falls in the proposer's cost, to none", () => {
    fc.assert(
      fc.property(draws, hundredths(0.01, 0.2), (parameters, by) => {
        const dearer = { ...parameters, proposerCost: parameters.proposerCost + by };
        const [before, after] = [privateCostBargaining(parameters), privateCostBargaining(dearer)];
        if (before.war > 0) expect(after.war).toBeLessThan(before.war);
        else expect(after.war).toBe(0);
      }),
      thousand,
    );
  });
  test("no other demand is worth more to the proposer, the pie being 1", () => {
    fc.assert(
      fc.property(draws, hundredths(0, 1), hundredths(0.01, 0.99), (parameters, other, proposerWins) => {
        const { proposerCost: cost, highestCost: highest } = parameters;
        const worth = (demand: number): number => {
          const refused = Math.min(1, Math.max(0, (demand - proposerWins) / highest));
          return (1 - refused) * demand + refused * (proposerWins - cost);
        };
        const answer = privateCostBargaining({ ...parameters, proposerWins });
        expect(answer.demand).toBeLessThanOrEqual(1);
        expect(worth(answer.demand)).toBeGreaterThanOrEqual(worth(other) - 1e-12);
        expect(answer.war).toBeCloseTo(Math.max(0, (answer.demand - proposerWins) / highest), 9);
      }),
      thousand,
    );
  });
  test("five costs and eleven demands: 0.7, worth 0.55, refused by three in five", () => {
    const types = [0.03, 0.09, 0.15, 0.21, 0.27].map((cost) => ({ cost, chance: 0.2 }));
    const demands = Array.from({ length: 11 }, (_, i) => i / 10);
    const answer = ultimatum({ proposerWins: 0.5, proposerCost: 0.05, types, demands });
    expect(answer).toEqual({ value: 0.55, best: [{ demand: 0.7, war: 0.6 }] });
  });
  test("an indifferent responder accepts, in exact decimals, and tied demands are all given", () => {
    const types = [{ cost: 0.2, chance: 1 }];
    // 0.1 + 0.2 > 0.3 in doubles, the demand is just acceptable in decimals
    expect(ultimatum({ proposerWins: 0.1, proposerCost: 0, types, demands: [0.3, 0.3, 0.31] })).toEqual({
      value: 0.3,
      best: [
        { demand: 0.3, war: 0 },
        { demand: 0.3, war: 0 },
      ],
    });
    expect(ultimatum({ proposerWins: 0.5, proposerCost: 0.1, types, demands: [] })).toEqual({ value: 0.4, best: [] });
  });
  test("with ever finer costs and demands it tends to the continuum", () => {
    const parameters = { proposerWins: 0.5, proposerCost: 0.05, highestCost: 0.3 };
    const { demand, war } = privateCostBargaining(parameters);
    const types = Array.from({ length: 60 }, (_, i) => ({
      cost: Number(((i + 0.5) * 0.005).toFixed(4)),
      chance: 1 / 60,
    }));
    const demands = Array.from({ length: 401 }, (_, i) => i / 400);
    const [best] = ultimatum({ ...parameters, types, demands }).best;
    expect(Math.abs((best?.demand ?? 0) - demand)).toBeLessThan(0.01);
    expect(Math.abs((best?.war ?? 0) - war)).toBeLessThan(0.03);
  });
});
