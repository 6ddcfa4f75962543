import { describe, expect, test } from "vitest";
import type { Choices, Durability, Parameter, Scenario } from "#model";
import { run } from "#prelude";
import { shippedScenario } from "../../../test/scenarios/shipped-scenario.ts";
import { durabilityOf } from "./durability-of.ts";
import type { DurabilityReport } from "./durability-report.ts";

const flagship = shippedScenario("ukraine-2025");
const presented = choicesOf("as_presented");

describe("the package as presented", () => {
  const { guarantees, limits } = judged(flagship, presented, 10_000);
  const threshold = guarantees[0]!;

  test("an attack pays above a prize of 100: (30 + 0.20 x 100) / 0.5", () => {
    expect(threshold.prizeThreshold).toEqual({
      answer: { status: "exact", value: { kind: "prize", value: 100 } },
      stated: { kind: "prize", value: 100 },
      restsOn: [],
    });
    expect(threshold).toMatchObject({ costOnly: true, intervention: { from: "judged", stated: 0.2 } });
  });

  test("the prize is nobody's judgement, so the verdict is open and turns at 60 = 30 / 0.5 and at 100", () => {
    const { verdict } = threshold;
    expect(verdict).toMatchObject({
      status: "open",
      complete: true,
      // q* = (0.5 x 250 - 30) / 100 = 0.95 at the greatest prize: a sure intervention would still deter
      possible: ["safe-without-guarantee", "deterred", "hollow-guarantee"],
      restsOn: [{ parameter: "prize", placeholder: true }],
    });
    if (verdict.status !== "open") return;
    expect(verdict.turns).toHaveLength(1);
    const [first, second] = verdict.turns[0]!.flips;
    expect(first).toMatchObject({ below: "safe-without-guarantee", above: "deterred" });
    expect(first!.at).toBeCloseTo(60, 6);
    expect(second).toMatchObject({ below: "deterred", above: "hollow-guarantee" });
    expect(second!.at).toBeCloseTo(100, 6);
  });

  test("the credibility demanded runs from (25 - 30) / 100 to (125 - 30) / 100, and has no stated value", () => {
    expect(threshold.credibilityDemanded).toMatchObject({
      answer: {
        status: "bounded",
        low: { kind: "threshold", value: -0.05 },
        high: { kind: "threshold", value: 0.95 },
      },
    });
    expect(threshold.credibilityDemanded.stated).toBeUndefined();
    expect(threshold.because).toMatchObject({ mover: "RU", move: "attack", against: ["UA"] });
    const { margin } = threshold.because;
    expect(margin.answer.status === "bounded" && [margin.answer.low, margin.answer.high]).toEqual([
      expect.closeTo(0.2 - 0.95, 9),
      expect.closeTo(0.2 + 0.05, 9),
    ]);
  });

  test("the five postures have thresholds of 66, 84, 100, 130 and 210, in an order that is assumed", () => {
    const { rows, order } = threshold.postures!;
    const prizes = rows.map(({ prizeThreshold: { stated } }) => (stated?.kind === "prize" ? stated.value : undefined));
    // (30 + 100 q) / 0.5 for q = 0.03, 0.12, 0.20, 0.35, 0.75
    for (const [place, prize] of [66, 84, 100, 130, 210].entries()) expect(prizes[place]).toBeCloseTo(prize, 9);
    expect(rows.map(({ chosen }) => chosen)).toEqual([false, false, true, false, false]);
    expect(order).toMatchObject({
      status: "ordered",
      basis: "assumed",
      ranks: [["none"], ["reactive"], ["brigades"], ["brigades-air"], ["brigades-backstop"]],
    });
  });

  test("neighbours keep their order in the share of draws that their overlap leaves", () => {
    const { order } = threshold.postures!;
    if (order.status !== "ordered") throw new Error(order.status);
    // low confidence: uniform within half of the value; two such intervals [a, b] below [c, d] overlap in b - c, and the
    // order is lost in (b - c)^2 / 2 of (b - a) (d - c)
    const lost = (a: number, b: number, c: number, d: number): number => (b - c) ** 2 / 2 / ((b - a) * (d - c));
    const kept = [
      1,
      1 - lost(0.06, 0.18, 0.1, 0.3),
      1 - lost(0.1, 0.3, 0.175, 0.525),
      1 - lost(0.175, 0.525, 0.375, 1), // 0.75 and a half is cut off at 1
    ];
    for (const [place, { share }] of order.adjacent.entries()) {
      expect(share).toMatchObject({ n: 10_000, seed: 1 });
      expect(share!.low).toBeLessThanOrEqual(kept[place]!);
      expect(share!.high).toBeGreaterThanOrEqual(kept[place]!);
    }
    expect(order.share!.share).toBeLessThan(Math.min(...order.adjacent.map(({ share }) => share!.share)));
  });

  test("the share of hollow guarantees is that of the draws with v above v*, q* at most 1", () => {
    const { verdict } = threshold;
    if (verdict.status !== "open") throw new Error(verdict.status);
    const total = verdict.shares!.reduce((sum, { share }) => sum + share, 0);
    expect(total).toBeCloseTo(1, 9);
    expect(verdict.shares!.map(({ verdict: one }) => one)).toEqual([
      ...["safe-without-guarantee", "deterred", "hollow-guarantee", "nothing-deters"],
    ]);
  });

  test("there is no limit on the European force, and the demilitarised zone is one", () => {
    expect(limits.map(({ id, stands }) => [id, stands])).toEqual([
      ["european-force", "no"],
      ["demilitarised-zone", "yes"],
    ]);
  });
});

describe("other settlements", () => {
  test("a prize that somebody judged at 120 makes the guarantee hollow by 0.1: q* = (60 - 30) / 100", () => {
    const { guarantees } = judged(withPrize(120), presented);
    expect(guarantees[0]).toMatchObject({
      verdict: { status: "decided", verdict: "hollow-guarantee", possible: ["hollow-guarantee"] },
      credibilityDemanded: { answer: { status: "exact" } },
    });
    expect(guarantees[0]!.because.margin.stated).toBeCloseTo(-0.1, 9);
  });

  test("the same prize under a backstop is deterred by 0.45", () => {
    const { guarantees } = judged(withPrize(120), { ...presented, S2_us_role: "article5_like" });
    expect(guarantees[0]!.verdict).toMatchObject({ status: "decided", verdict: "deterred" });
    expect(guarantees[0]!.because.margin.stated).toBeCloseTo(0.45, 9);
  });

  test("a settlement whose intervention nobody judged has a threshold in a range, and says what it rests on", () => {
    const { guarantees } = judged(flagship, { ...presented, S2_us_role: "none" });
    const { prizeThreshold } = guarantees[0]!;
    expect(prizeThreshold.stated).toBeUndefined();
    expect(prizeThreshold.restsOn.map(({ parameter }) => parameter)).toEqual(["intervention"]);
    // (30 + 100 x 0.03) / 0.5 to (30 + 100 x 0.20) / 0.5
    expect(prizeThreshold.answer).toMatchObject({ status: "bounded", low: { value: 66 }, high: { value: 100 } });
  });

  test("enforced limits are a limit that both inspection and suspension are asked about", () => {
    const limit = judged(flagship, choicesOf("plus_sweeteners_limits")).limits[0]!;
    if (limit.stands !== "yes") throw new Error(limit.stands);
    expect(limit.inspection.verdict.status).toBe("open");
    expect(limit.compliance.verdict.status).toBe("open");
    expect(limit.transparency.levels.map(({ option, chosen }) => [option, chosen])).toEqual([
      ["joint_bilateral", false],
      ["us_led_remote", true],
      ["osce_un_onsite", false],
      ["combined", false],
    ]);
    // beta = (g + alpha f) / (g + B) from none, at g = 0, to (20 + 0.5) / 25
    const { answer } = limit.inspection.leastDetection;
    expect(answer.status === "bounded" && [answer.low, answer.high]).toEqual([
      0, // a breach that gains nothing needs no detection
      expect.closeTo(20.5 / 25, 9),
    ]);
  });

  test("declared limits without inspection cannot deter, unless a breach gains nothing", () => {
    const limit = judged(flagship, { ...presented, S3_presence_limits: "declared" }).limits[0]!;
    if (limit.stands !== "yes") throw new Error(limit.stands);
    expect(limit.inspection.verdict).toMatchObject({ status: "open", possible: ["no-temptation", "cannot-deter"] });
    expect(limit.compliance.verdict).toMatchObject({ status: "open", possible: ["sustained", "not-sustained"] });
  });

  test("a shift counts the judged credibility of the guarantee between the same two", () => {
    const shift = judged(flagship, presented).shifts[0]!;
    if (shift.stands !== "yes") throw new Error(shift.stands);
    expect(shift.guarantee).toBe("threshold");
    // p2 is at most 0.8 x 0.7 + 0.2 x 0.6 = 0.68
    const { answer } = shift.excess;
    expect(answer.status === "bounded" && answer.high).toBeCloseTo(0.97 * 0.68 - 0.2 - 0.05 - 0.97 * 0.05, 9);
    expect(shift.unguaranteed).toMatchObject({ status: "open", possible: ["peace-possible", "war-unavoidable"] });
    const none = judged(flagship, choicesOf("ru_memo_jun_2025")).shifts[0]!;
    expect(none.stands).toBe("no");
  });

  test.each(flagship.packages.map(({ id }) => id))("%s is judged without a gap in the report", (id) => {
    const report = judged(flagship, choicesOf(id), 20);
    expect(report.guarantees).toHaveLength(2);
    expect(report.limits).toHaveLength(2);
    expect(report.shifts).toHaveLength(1);
    expect(report.guarantees[0]!.verdict.status).not.toBe("unknown");
    expect(report.guarantees[1]!.reaction!.verdict.status).not.toBe("unknown");
  });

  test("a package with nothing settled is unknown with the issues that decide it, not an error", () => {
    const { guarantees, limits, shifts } = judged(flagship, {}, 20);
    expect(guarantees[0]!.verdict).toEqual({
      status: "unknown",
      reason: [
        "automatic penalty on an attack: E1_sanctions is open",
        "what the challenger keeps by holding: E1_sanctions is open",
        "chance that the guarantors fight: S1_eu_presence, S2_us_role is open",
      ].join("; "),
    });
    expect(guarantees[0]!.prizeThreshold.answer.status).toBe("unknown");
    expect(guarantees[0]!.postures!.order.status).toBe("unknown");
    expect(limits[0]).toMatchObject({ stands: "unknown", issues: ["S1_eu_presence", "S3_presence_limits"] });
    expect(shifts[0]).toMatchObject({ stands: "unknown", issues: ["S6_arms_training"] });
  });

  test("a scenario that judges nothing about the time after signature says so", () => {
    const { durability: _, ...without } = flagship;
    expect(run(durabilityOf(without, presented))).toMatchObject({ status: "unknown" });
  });

  test("ended early, it reports the draws made so far", () => {
    const search = durabilityOf(flagship, presented, { draws: 5000 });
    search.next("continue");
    const { value } = search.next("finish");
    const report = value as DurabilityReport; // told to finish, it returns
    expect(report.status === "judged" && report.draws.n).toBe(50);
  });
});

function judged(scenario: Scenario, choices: Choices, draws = 0) {
  const report = run(durabilityOf(scenario, choices, { draws }));
  if (report.status !== "judged") throw new Error(report.reason);
  return report;
}

function choicesOf(id: string): Choices {
  const found = flagship.packages.find((one) => one.id === id);
  if (!found) throw new Error(`There is no package ${id}.`);
  return found.choices;
}

/** The flagship had somebody judged what renewed conquest is worth. */
function withPrize(value: number): Scenario {
  const durability: Durability = flagship.durability!;
  const prize: Parameter = {
    cases: [
      { when: [], value: { low: value, mid: value, high: value }, placeholder: false, evidence: { sources: [] } },
    ],
  };
  const guarantees = durability.guarantees.map((one) => ({ ...one, parameters: { ...one.parameters, prize } }));
  return { ...flagship, durability: { ...durability, guarantees } };
}
