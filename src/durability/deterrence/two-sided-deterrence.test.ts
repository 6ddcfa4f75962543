import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hundredths, points, thousand } from "../../../test/oracle/deterrence-draws.ts";
import { type TwoSidedDeterrenceParameters, twoSidedDeterrence } from "./two-sided-deterrence.ts";

const worked: TwoSidedDeterrenceParameters = {
  challenger: { conceded: 2, statusQuo: 0, hardConflict: -0.5, backDown: -1, softConflict: -2 },
  defender: { statusQuo: 1, heldOff: 0.5, hardConflict: -0.5, conceded: -1, softConflict: -2 },
  hardChallenger: 0.4,
  hardDefender: 0.4,
};

/** Five points in falling order. */
const falling = fc
  .tuple(points(-20, 0), points(1, 20), points(1, 20), points(1, 20), points(1, 20))
  .map(([least, a, b, c, d]) => [least + a + b + c + d, least + a + b + c, least + a + b, least + a, least] as const);

const draws: fc.Arbitrary<TwoSidedDeterrenceParameters> = fc
  .tuple(falling, falling, hundredths(0.01, 0.99), hundredths(0.01, 0.99))
  .map(([c, d, hardChallenger, hardDefender]) => ({
    challenger: { conceded: c[0], statusQuo: c[1], hardConflict: c[2], backDown: c[3], softConflict: c[4] },
    defender: { statusQuo: d[0], heldOff: d[1], hardConflict: d[2], conceded: d[3], softConflict: d[4] },
    hardChallenger,
    hardDefender,
  }));

function answered(parameters: TwoSidedDeterrenceParameters) {
  const answer = twoSidedDeterrence(parameters);
  if (answer.kind === "out-of-order") throw new Error("The draw is in order.");
  return answer;
}

describe("the worked example", () => {
  test("c_H = 0.8, c_S = 2/3, d* = 0.6", () => {
    const { thresholds } = answered(worked);
    expect(thresholds.deterHard).toBeCloseTo(0.8, 12);
    expect(thresholds.deterSoft).toBeCloseTo(2 / 3, 12);
    expect(thresholds.frightenSoft).toBeCloseTo(0.6, 12);
  });
  test("its four regions", () => {
    expect(answered(worked)).toMatchObject({
      kind: "bluff",
      softChallenges: expect.closeTo(4 / 9, 12),
      softDefends: expect.closeTo(4 / 9, 12),
      war: expect.closeTo(0.4 * (2 / 3), 12),
    });
    expect(answered({ ...worked, hardDefender: 0.7 })).toMatchObject({
      kind: "separating",
      war: expect.closeTo(0.28, 12),
    });
    expect(answered({ ...worked, hardChallenger: 0.7 })).toMatchObject({
      kind: "attrition",
      war: expect.closeTo(0.28, 12),
    });
    expect(answered({ ...worked, hardDefender: 0.9 })).toMatchObject({ kind: "certain-deterrence", war: 0 });
  });
  test("at a threshold the calmer region holds, and attrition at d*", () => {
    expect(answered({ ...worked, hardDefender: 0.8 }).kind).toBe("certain-deterrence");
    expect(answered({ ...worked, hardDefender: 2 / 3 }).kind).toBe("separating");
    expect(answered({ ...worked, hardChallenger: 0.6 }).kind).toBe("attrition");
  });
  test("points in another order are not answered", () => {
    const challenger = { ...worked.challenger, statusQuo: 3 };
    expect(twoSidedDeterrence({ ...worked, challenger })).toEqual({ kind: "out-of-order" });
  });
});

describe("war", () => {
  test("is 0, p q, p q and p c_S in the four regions, and c_S < c_H", () => {
    fc.assert(
      fc.property(draws, (parameters) => {
        const { kind, war, thresholds } = answered(parameters);
        const { hardChallenger: p, hardDefender: q } = parameters;
        expect(thresholds.deterSoft).toBeLessThan(thresholds.deterHard);
        const expected = {
          "certain-deterrence": 0,
          separating: p * q,
          attrition: p * q,
          bluff: p * thresholds.deterSoft,
        };
        expect(war).toBeCloseTo(expected[kind], 12);
      }),
      thousand,
    );
  });
  test("is what the strategies play out to: a hard challenger that challenges meets a defender that defends", () => {
    fc.assert(
      fc.property(draws, (parameters) => {
        const { kind, war, hardChallenges, softDefends } = answered(parameters);
        const { hardChallenger: p, hardDefender: q } = parameters;
        expect(kind === "certain-deterrence" ? 0 : p * hardChallenges * (q + (1 - q) * softDefends)).toBeCloseTo(
          war,
          12,
        );
      }),
      thousand,
    );
  });
  test("does not depend on q while soft challengers bluff, rises with it while only hard ones challenge, and drops to 0 at c_H", () => {
    fc.assert(
      fc.property(draws, hundredths(0.01, 0.99), (parameters, other) => {
        const [low, high] = [parameters.hardDefender, other].toSorted((a, b) => a - b);
        if (low === undefined || high === undefined || low === high) return;
        const [less, more] = [low, high].map((hardDefender) => answered({ ...parameters, hardDefender }));
        if (less === undefined || more === undefined) return;
        if (less.kind === "bluff" && more.kind === "bluff") expect(more.war).toBe(less.war);
        if (less.kind === "separating" && more.kind === "separating") expect(more.war).toBeGreaterThan(less.war);
        const { deterHard } = less.thresholds;
        expect(answered({ ...parameters, hardDefender: deterHard }).war).toBe(0);
        const nearly = answered({ ...parameters, hardDefender: deterHard - 1e-9 });
        expect(nearly.war).toBeGreaterThan(0);
      }),
      thousand,
    );
  });
});

describe("the strategies", () => {
  test("leave nobody who mixes anything to gain, and nobody who does not a better choice", () => {
    fc.assert(
      fc.property(draws, (parameters) => {
        const { challenger: c, defender: d, hardChallenger: p, hardDefender: q } = parameters;
        const { kind, hardChallenges, softChallenges, softDefends } = answered(parameters);
        const defended = q + (1 - q) * softDefends;
        const gain = (conflict: number) => (1 - defended) * c.conceded + defended * conflict - c.statusQuo;
        const [hard, soft] = [gain(c.hardConflict), gain(c.backDown)];
        const best = (chance: number, worth: number) => {
          if (chance > 0) expect(worth).toBeGreaterThan(-1e-9);
          if (chance < 1) expect(worth).toBeLessThan(1e-9);
        };
        best(hardChallenges, hard);
        best(softChallenges, soft);
        if (kind === "certain-deterrence") return; // no challenge to answer: any belief will do
        const challenges = p * hardChallenges + (1 - p) * softChallenges;
        const belief = (p * hardChallenges) / challenges;
        best(softDefends, belief * d.softConflict + (1 - belief) * d.heldOff - d.conceded);
        best(1, belief * d.hardConflict + (1 - belief) * d.heldOff - d.conceded);
      }),
      thousand,
    );
  });
});
