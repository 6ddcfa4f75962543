import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { challengers, guarantors, hundredths, points, thousand } from "../../../test/oracle/deterrence-draws.ts";
import { backstop, deters, guarantorResolve } from "./backstop.ts";
import { credibility } from "./credibility.ts";
import {
  compareDeployments,
  criticalDelay,
  type ReactionParameters,
  reactiveGuarantee,
  standingGuarantee,
} from "./reaction.ts";

const worked: ReactionParameters = {
  prize: 100,
  successAlone: 0.7,
  successOpposed: 0.3,
  warCost: 20,
  widerWarCost: 25,
  penalty: 5,
  peace: 10,
  stake: 60,
  reneging: 5,
  seizureSpeed: 0.1,
};

const draws: fc.Arbitrary<ReactionParameters> = fc
  .tuple(challengers, guarantors, hundredths(0.01, 0.5))
  .map(([attack, guarantor, seizureSpeed]) => ({ ...attack, ...guarantor, seizureSpeed }));

const costs = fc.tuple(points(0, 50), points(1, 30), points(1, 30)).map(([low, a, b]) => ({
  low,
  mid: low + a,
  high: low + a + b,
}));

/** Two delays within five times the typical time of seizure, so that something is left to lose. */
const delays = fc
  .tuple(hundredths(0, 2), hundredths(0.01, 3))
  .map(([first, more]) => ({ first, second: first + more }));
const days = (parameters: ReactionParameters, times: number): number => times / parameters.seizureSpeed;

const sureTo = (q: number) => () => q;

describe("the worked example", () => {
  test("after ln 2 / lambda days half is done: p1 = 0.5, k* = 17, q* = 35/45", () => {
    const late = reactiveGuarantee(worked, sureTo(1), Math.LN2 / 0.1);
    expect(late.doneBefore).toBeCloseTo(0.5, 12);
    expect(late.successOpposed).toBeCloseTo(0.5, 12);
    expect(late.resolve).toBeCloseTo(17, 12);
    expect(late.backstop.threshold).toEqual({ kind: "threshold", value: expect.closeTo(35 / 45, 12) });
  });
  test("guarantors who surely come deter until q* is 1: phi = 0.75, tau* = ln 4 / lambda", () => {
    expect(criticalDelay(worked, sureTo(1))).toEqual({ kind: "days", value: expect.closeTo(Math.log(4) / 0.1, 8) });
  });
  test("a cost of fighting of just 17 is borne for ln 2 / lambda days", () => {
    const cost = { low: 17, mid: 17, high: 17 };
    const delay = criticalDelay(worked, (resolve) => credibility(resolve, cost));
    expect(delay).toEqual({ kind: "days", value: expect.closeTo(Math.LN2 / 0.1, 8) });
  });
  test("too little credibility fails at once; a war that nobody wants, a seizure without speed or a dear wider war hold at any delay", () => {
    expect(criticalDelay(worked, sureTo(0.5))).toEqual({ kind: "zero" });
    expect(criticalDelay({ ...worked, peace: 50 }, sureTo(0))).toEqual({ kind: "none" });
    expect(criticalDelay({ ...worked, seizureSpeed: 0 }, sureTo(0.6))).toEqual({ kind: "none" });
    expect(criticalDelay({ ...worked, widerWarCost: 60 }, sureTo(0.6))).toEqual({ kind: "none" });
  });
});

describe("the delay of a reactive deployment", () => {
  test("as it grows the guarantors' resolve falls, their credibility does not rise, and q* rises if an attack pays alone", () => {
    fc.assert(
      fc.property(draws, costs, delays, (parameters, cost, { first, second }) => {
        const credibilityOf = (resolve: number) => credibility(resolve, cost);
        const sooner = reactiveGuarantee(parameters, credibilityOf, days(parameters, first));
        const later = reactiveGuarantee(parameters, credibilityOf, days(parameters, second));
        expect(later.resolve).toBeLessThan(sooner.resolve);
        if (later.resolve < cost.high && sooner.resolve > cost.low)
          expect(later.intervention).toBeLessThan(sooner.intervention);
        else expect(later.intervention).toBe(sooner.intervention);
        const [before, after] = [sooner.backstop.threshold, later.backstop.threshold];
        if (before.kind === "threshold" && after.kind === "threshold") {
          if (before.value > 0) expect(after.value).toBeGreaterThan(before.value);
          else expect(after.value).toBeLessThanOrEqual(before.value);
        }
      }),
      thousand,
    );
  });
  test("deterrence fails at most once as it grows, at the critical delay", () => {
    fc.assert(
      fc.property(draws, costs, (parameters, cost) => {
        const credibilityOf = (resolve: number) => credibility(resolve, cost);
        const deterred = (at: number) => deters(reactiveGuarantee(parameters, credibilityOf, at).backstop);
        const grid = Array.from({ length: 60 }, (_, i) => days(parameters, i / 10));
        const first = grid.findIndex((at) => !deterred(at));
        const held = first < 0 ? grid : grid.slice(0, first);
        expect(grid.filter(deterred)).toEqual(held);
        const delay = criticalDelay(parameters, credibilityOf);
        if (delay.kind === "none") expect(first).toBe(-1);
        else if (delay.kind === "zero") expect(first).toBe(0);
        else {
          expect(deterred(delay.value)).toBe(true);
          expect(deterred(delay.value + 1e-6)).toBe(false);
          expect(held.every((at) => at <= delay.value)).toBe(true);
        }
      }),
      thousand,
    );
  });
  test("without delay a reactive deployment is a standing one that provokes nobody and ties nobody", () => {
    fc.assert(
      fc.property(draws, costs, (parameters, cost) => {
        const credibilityOf = (resolve: number) => credibility(resolve, cost);
        const standing = standingGuarantee({ ...parameters, provocation: 0, tie: 0 }, credibilityOf);
        const reactive = reactiveGuarantee(parameters, credibilityOf, 0);
        expect(standing).toMatchObject({
          resolve: reactive.resolve,
          intervention: reactive.intervention,
          backstop: reactive.backstop,
        });
      }),
      thousand,
    );
  });
});

describe("a standing deployment", () => {
  test("is strictly worse for peace than one that comes at once exactly if its provocation raises q* above the q it buys", () => {
    fc.assert(
      fc.property(draws, costs, points(0, 40), points(0, 40), (parameters, cost, provocation, tie) => {
        const credibilityOf = (resolve: number) => credibility(resolve, cost);
        const compared = compareDeployments({ ...parameters, provocation, tie }, credibilityOf, 0);
        // from the definitions, without the functions under test
        const { prize, successAlone, successOpposed, warCost, widerWarCost, penalty, peace } = parameters;
        const bought = credibility(guarantorResolve({ ...parameters, reneging: parameters.reneging + tie }), cost);
        const raised =
          (successAlone * prize - warCost - penalty - (peace - provocation)) /
          ((successAlone - successOpposed) * prize + widerWarCost);
        fc.pre(Math.abs(raised - bought) > 1e-9);
        const calm = deters(reactiveGuarantee(parameters, credibilityOf, 0).backstop);
        expect(compared.kind === "only-reactive-deters").toBe(calm && raised > bought);
      }),
      thousand,
    );
  });
  test("bears provocation up to the margin that it says, and no more", () => {
    fc.assert(
      fc.property(draws, hundredths(0, 1), points(0, 40), (parameters, q, tie) => {
        const { provocationBorne } = standingGuarantee({ ...parameters, provocation: 0, tie }, sureTo(q));
        const provoked = (provocation: number) =>
          deters(standingGuarantee({ ...parameters, provocation, tie }, sureTo(q)).backstop);
        expect(provoked(provocationBorne + 0.001)).toBe(false);
        expect(provoked(provocationBorne - 0.001)).toBe(true);
      }),
      thousand,
    );
  });
  test("the four comparisons", () => {
    const parameters = { ...worked, provocation: 0, tie: 0 };
    expect(compareDeployments(parameters, sureTo(0.6), 0).kind).toBe("both-deter");
    expect(compareDeployments(parameters, sureTo(0.6), 30).kind).toBe("only-standing-deters");
    expect(compareDeployments({ ...parameters, provocation: 20 }, sureTo(0.6), 0).kind).toBe("only-reactive-deters");
    expect(compareDeployments(parameters, sureTo(0.1), 30).kind).toBe("neither-deters");
    expect(backstop({ ...worked, peace: worked.peace - 20 }, 0.6).verdict).toBe("hollow-guarantee");
  });
});
