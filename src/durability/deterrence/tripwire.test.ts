import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { challengers, hundredths, points, thousand } from "../../../test/oracle/deterrence-draws.ts";
import { equilibriumFault } from "../../../test/oracle/deterrence-tripwire.ts";
import { attackThreshold } from "./backstop.ts";
import { bindingTie, lossesIfAttacked, separatingCosts, type TripwireParameters, tripwire } from "./tripwire.ts";

/** q* = 35/65; L_S = 0.3 x 120 + 30 = 66, L_W = 0.7 x 20 + 5 = 19; b* = 30 - 20 x 0.4 - 5 = 17. */
const worked: TripwireParameters = {
  prize: 100,
  successAlone: 0.7,
  successOpposed: 0.3,
  warCost: 20,
  widerWarCost: 25,
  penalty: 5,
  peace: 10,
  stake: 120,
  lowStake: 20,
  fightingCost: 30,
  reneging: 5,
  tie: 2,
  deploymentCost: 8,
  highStakeShare: 0.3,
};

const draws: fc.Arbitrary<TripwireParameters> = fc
  .record({
    attack: challengers,
    lowStake: points(1, 80),
    more: points(1, 80),
    fightingCost: points(0, 80),
    reneging: points(0, 30),
    tie: points(0, 40),
    deploymentCost: points(0, 60),
    highStakeShare: hundredths(0.01, 0.99),
  })
  .map(({ attack, more, ...rest }) => ({ ...attack, ...rest, stake: rest.lowStake + more }));

const of = (kind: string) => draws.filter((parameters) => tripwire(parameters).kind === kind);

function needed(parameters: TripwireParameters): number {
  const threshold = attackThreshold(parameters);
  if (threshold.kind !== "threshold") throw new Error("The draw has no threshold.");
  return threshold.value;
}

describe("the worked example", () => {
  test("losses, the binding tie and the costs that separate", () => {
    expect(lossesIfAttacked(worked)).toEqual({ high: 66, low: 19 });
    expect(bindingTie(worked)).toBeCloseTo(17, 12);
    expect(separatingCosts(worked)).toEqual({ kind: "range", low: 19, high: 66 });
  });
  test("a cheap and loose deployment is bluffed: m = 0.3 (30/65) / (0.7 (35/65)) = 18/49, alpha = 11/21", () => {
    const answer = tripwire(worked);
    expect(answer.kind).toBe("bluff");
    expect(answer.lowDeploys).toBeCloseTo(18 / 49, 12);
    expect(answer.attackDeployed).toBeCloseTo(11 / 21, 12);
    expect(answer.beliefDeployed).toBeCloseTo(35 / 65, 12);
    expect(answer.beliefUndeployed).toBe(0);
  });
  test("a dear one separates, a dearer one is not worth it, a tight one binds, a likely high stake needs none", () => {
    expect(tripwire({ ...worked, deploymentCost: 25 })).toMatchObject({ kind: "separating", attackDeployed: 0 });
    expect(tripwire({ ...worked, deploymentCost: 70 })).toMatchObject({ kind: "nobody-deploys", attackUndeployed: 1 });
    expect(tripwire({ ...worked, tie: 40 })).toMatchObject({ kind: "binding", lowDeploys: 1, attackDeployed: 0 });
    expect(tripwire({ ...worked, tie: 40, deploymentCost: 25 })).toMatchObject({ kind: "binding", lowDeploys: 0 });
    expect(tripwire({ ...worked, highStakeShare: 0.6 })).toMatchObject({ kind: "peace-without-signal" });
  });
  test("ties: at d = L_W only the high stake deploys, at d = L_S it still does, at b = b* the tie binds, at pi = q* there is peace", () => {
    expect(tripwire({ ...worked, deploymentCost: 19 }).kind).toBe("separating");
    expect(tripwire({ ...worked, deploymentCost: 66 }).kind).toBe("separating");
    expect(tripwire({ ...worked, tie: 17 }).kind).toBe("binding");
    expect(tripwire({ ...worked, highStakeShare: 35 / 65 }).kind).toBe("peace-without-signal");
  });
  test("where fighting is dearer for the low type, d between L_S = 66 and L_W = 89: it alone deploys, and stays out with chance 18/49", () => {
    const dearer = { ...worked, lowStake: 120, lowFightingCost: 60, tie: 40, deploymentCost: 70 };
    const answer = tripwire(dearer);
    expect(lossesIfAttacked(dearer)).toEqual({ high: 66, low: 89 });
    expect(answer).toMatchObject({ kind: "binding", highDeploys: 0, attackDeployed: 0 });
    expect(answer.lowDeploys).toBeCloseTo(31 / 49, 12);
    expect(answer.attackUndeployed).toBeCloseTo(70 / 89, 12);
    expect(equilibriumFault(dearer, answer)).toBe(undefined);
  });
  test("a challenger that no attack would pay, and one that nothing deters", () => {
    expect(tripwire({ ...worked, peace: 50 }).kind).toBe("safe-without-guarantee");
    expect(tripwire({ ...worked, successOpposed: 0.65, widerWarCost: 10 }).kind).toBe("nothing-deters");
  });
});

describe("what is given is an equilibrium", () => {
  test("no type gains by deploying otherwise, and the challenger answers its belief, which follows Bayes' rule", () => {
    fc.assert(
      fc.property(draws, (parameters) => {
        expect(equilibriumFault(parameters, tripwire(parameters))).toBe(undefined);
      }),
      thousand,
    );
  });
  test("also where the types differ in their costs too", () => {
    fc.assert(
      fc.property(draws, points(0, 60), (parameters, more) => {
        const dearer = { ...parameters, lowFightingCost: parameters.fightingCost + more };
        expect(equilibriumFault(dearer, tripwire(dearer))).toBe(undefined);
      }),
      thousand,
    );
  });
});

describe("the bluff", () => {
  test("m rises in pi and alpha does not depend on it", () => {
    fc.assert(
      fc.property(of("bluff"), hundredths(0.01, 0.3), (parameters, by) => {
        const likelier = { ...parameters, highStakeShare: parameters.highStakeShare + by };
        // with q* = 1 the low type never bluffs
        fc.pre(likelier.highStakeShare < needed(parameters) && needed(parameters) < 1 - 1e-9);
        const [one, other] = [tripwire(parameters), tripwire(likelier)];
        expect(other.kind).toBe("bluff");
        expect(other.lowDeploys).toBeGreaterThan(one.lowDeploys);
        expect(other.attackDeployed).toBe(one.attackDeployed);
      }),
      thousand,
    );
  });
  test("m is 0 at pi = 0 and tends to 1 as pi tends to q*", () => {
    fc.assert(
      fc.property(of("bluff"), (parameters) => {
        expect(tripwire({ ...parameters, highStakeShare: 0 }).lowDeploys).toBe(0);
        const nearly = tripwire({ ...parameters, highStakeShare: needed(parameters) * (1 - 1e-9) });
        if (needed(parameters) < 1 - 1e-9) expect(nearly.lowDeploys).toBeGreaterThan(0.99);
      }),
      thousand,
    );
  });
  test("m falls in q*", () => {
    fc.assert(
      fc.property(of("bluff"), points(1, 10), (parameters, by) => {
        const dearer = { ...parameters, penalty: parameters.penalty + by };
        const bluffed = tripwire(dearer);
        fc.pre(bluffed.kind === "bluff");
        expect(needed(dearer)).toBeLessThan(needed(parameters));
        expect(bluffed.lowDeploys).toBeGreaterThan(tripwire(parameters).lowDeploys);
      }),
      thousand,
    );
  });
  test.each(["deploymentCost", "tie"] as const)("alpha falls in %s", (field) => {
    fc.assert(
      fc.property(of("bluff"), points(1, 10), (parameters, by) => {
        const changed = tripwire({ ...parameters, [field]: parameters[field] + by });
        fc.pre(changed.kind === "bluff");
        expect(changed.attackDeployed).toBeLessThan(tripwire(parameters).attackDeployed);
      }),
      thousand,
    );
  });
  test("after a deployment the challenger believes just what leaves it indifferent, q*", () => {
    fc.assert(
      fc.property(of("bluff"), (parameters) => {
        expect(tripwire(parameters).beliefDeployed).toBeCloseTo(needed(parameters), 9);
      }),
      thousand,
    );
  });
});

describe("the binding tie b*", () => {
  const positive = draws.filter((parameters) => bindingTie(parameters) > 0);
  test("rises in the cost of fighting", () => {
    fc.assert(
      fc.property(positive, points(1, 20), (parameters, by) => {
        const dearer = { ...parameters, fightingCost: parameters.fightingCost + by };
        expect(bindingTie(dearer)).toBeGreaterThan(bindingTie(parameters));
      }),
      thousand,
    );
  });
  test.each([
    ["lowStake", 1],
    ["reneging", 1],
    ["successOpposed", -0.01],
  ] as const)("falls as %s moves by %s", (field, by) => {
    fc.assert(
      fc.property(positive, (parameters) => {
        const changed = { ...parameters, [field]: parameters[field] + by };
        expect(bindingTie(changed)).toBeLessThan(bindingTie(parameters));
      }),
      thousand,
    );
  });
  test("is the least tie at which deployed guarantors of the low stake fight", () => {
    fc.assert(
      fc.property(positive, (parameters) => {
        const loss = (tie: number) => {
          const { lowStake, successAlone, successOpposed, fightingCost, reneging } = parameters;
          return successAlone * lowStake + reneging + tie - (successOpposed * lowStake + fightingCost);
        };
        expect(loss(bindingTie(parameters))).toBeCloseTo(0, 9);
      }),
      thousand,
    );
  });
});

describe("signals that cannot tell", () => {
  test("one that costs nothing and ties nobody changes no belief and prevents no attack", () => {
    fc.assert(
      fc.property(draws, (parameters) => {
        const answer = tripwire({ ...parameters, deploymentCost: 0, tie: 0 });
        expect(answer.beliefUndeployed).toBe(parameters.highStakeShare);
        expect(answer.attackDeployed).toBe(answer.attackUndeployed);
      }),
      thousand,
    );
  });
  test("types that differ only in the cost of fighting never separate", () => {
    fc.assert(
      fc.property(draws, points(1, 60), (parameters, more) => {
        const alike = {
          ...parameters,
          lowStake: parameters.stake,
          lowFightingCost: parameters.fightingCost + more,
        };
        const { high, low } = lossesIfAttacked(alike);
        expect(low).toBeGreaterThanOrEqual(high);
        expect(separatingCosts(alike)).toEqual({ kind: "none" });
        // deploying at the one cost at which nobody cares tells nothing either
        fc.pre(low > high || parameters.deploymentCost !== low);
        expect(tripwire(alike).kind).not.toBe("separating");
      }),
      thousand,
    );
  });
});
