import { describe, expect, test } from "vitest";
import type { Guarantee, MonitoredLimit, Parameter, PowerShift } from "#model";
import { run } from "#prelude";
import {
  plainChoices,
  plainDurability,
  plainGuarantee,
  plainParameter,
  plainParameters,
} from "../../../test/oracle/durability-plain.ts";
import { durabilityOf } from "./durability-of.ts";

/** An attack is worth 50 - 30 = 20 if nobody comes and 20 - 100 if somebody does: q* = 0.2, and v* = 60 + 200 q. */
const attack = { prize: 100, successAlone: 0.5, warCost: 30, widerWarCost: 100, penalty: 0, peace: 0 };

describe("the backstop", () => {
  test.each([
    { q: 0.3, verdict: "deterred", margin: 0.1, prize: 120 },
    { q: 0.2, verdict: "deterred", margin: 0, prize: 100 },
    { q: 0.1, verdict: "hollow-guarantee", margin: -0.1, prize: 80 },
  ])("a chance of $q against a demand of 0.2 is $verdict", ({ q, verdict, margin, prize }) => {
    const { verdict: found, because, prizeThreshold } = guaranteeReport({ ...attack, intervention: q });
    expect(found).toMatchObject({ status: "decided", verdict, turns: [], complete: true });
    expect(because.margin.stated).toBeCloseTo(margin, 12);
    expect(prizeThreshold.stated).toMatchObject({ kind: "prize", value: expect.closeTo(prize, 9) });
  });

  test("a judged range leaves the verdict at its middle and shows where in the range it turns", () => {
    const { verdict } = guaranteeReport({ ...attack, intervention: [0.1, 0.5] });
    expect(verdict).toMatchObject({
      status: "decided",
      verdict: "deterred",
      possible: ["deterred", "hollow-guarantee"],
      turns: [{ parameter: { parameter: "intervention", placeholder: false } }],
    });
    expect(verdict.status === "decided" && verdict.turns[0]!.flips[0]!.at).toBeCloseTo(0.2, 8);
  });

  test("a placeholder that cannot change the verdict leaves it decided", () => {
    const { verdict } = guaranteeReport({ ...attack, intervention: { placeholder: [0.3, 0.9] } });
    expect(verdict).toMatchObject({ status: "decided", verdict: "deterred", possible: ["deterred"] });
    expect(verdict.status === "decided" && verdict.turns[0]).toMatchObject({ flips: [], throughout: "deterred" });
  });

  test("a placeholder that names one number is still nobody's judgement", () => {
    const { verdict, prizeThreshold } = guaranteeReport({ ...attack, intervention: { placeholder: [0.3, 0.3] } });
    expect(verdict).toMatchObject({ status: "open", possible: ["deterred"] });
    expect(prizeThreshold.stated).toBeUndefined();
  });

  test("two placeholders say that each flip holds at the middle of the other", () => {
    const { verdict } = guaranteeReport({
      ...attack,
      prize: { placeholder: [50, 250] },
      intervention: { placeholder: [0, 1] },
    });
    if (verdict.status !== "open") throw new Error(verdict.status);
    const [prize, intervention] = verdict.turns;
    // at q = 0.5 the attack pays above 160; at v = 150 it takes 0.45
    expect(prize!.flips.map(({ at }) => at)).toEqual([expect.closeTo(60, 5), expect.closeTo(160, 5)]);
    expect(intervention!.flips.map(({ at }) => at)).toEqual([expect.closeTo(0.45, 8)]);
    expect(prize!.given.map(({ parameter }) => parameter)).toEqual(["intervention"]);
  });

  test("a verdict that no corner of the ranges shows is possible all the same", () => {
    // at q = 0 nothing is deterred and at v = 50 nothing needs to be: only q above 0 with v from 60 to 160 is deterred
    const { verdict } = guaranteeReport({
      ...attack,
      prize: { placeholder: [50, 400] },
      intervention: { placeholder: [0, 0.5] },
    });
    expect(verdict).toMatchObject({
      status: "open",
      complete: true,
      possible: ["safe-without-guarantee", "deterred", "hollow-guarantee", "nothing-deters"],
    });
  });

  test("a chance that is not judged follows from the stakes: k* = 50 (0.5 - 0.1) + 30 = 50, half way up from 40 to 60", () => {
    const report = guaranteeReport({
      ...attack,
      successOpposed: 0.1,
      stake: 50,
      reneging: 30,
      fightingCost: [40, 80],
    });
    expect(report.intervention).toMatchObject({ from: "derived" });
    expect(report.resolve!.answer).toEqual({ status: "exact", value: 50 });
    // F(50) = 0.25; over the middles that F may have, 0.125 .. 1/2 + 1/2 x 10/40
    expect(report.intervention.stated).toBeCloseTo(0.25, 12);
    expect(report.intervention.answer).toMatchObject({ status: "bounded", low: 0.125, high: 0.625 });
    expect(report.costOnly).toBe(false);
  });

  test("what is not given is named", () => {
    const { prize: _, ...rest } = attack;
    const { verdict, prizeThreshold } = guaranteeReport({ ...rest, intervention: 0.3 });
    expect(verdict).toEqual({ status: "unknown", reason: "not given: the prize of an attack" });
    expect(prizeThreshold.stated).toMatchObject({ kind: "prize" });
  });
});

describe("the order of the postures", () => {
  const byA = (first: number, second: number): Parameter => ({
    cases: [
      { ...plainParameter(first).cases[0]!, when: [{ issue: "A", options: ["a0"] }] },
      { ...plainParameter(second).cases[0]!, when: [{ issue: "A", options: ["a1"] }] },
    ],
  });
  const postures = [
    { id: "first", name: "First", set: { A: "a0" } },
    { id: "second", name: "Second", set: { A: "a1" } },
  ];
  const orderWith = (parameters: Partial<Guarantee["parameters"]>, draws = 400) => {
    const plain = plainGuarantee({ ...attack, intervention: 0.3 });
    const guarantee = { ...plain, postures, parameters: { ...plain.parameters, ...parameters } };
    return reportOf({ guarantees: [guarantee] }, draws).guarantees[0]!.postures!.order;
  };

  test("is assumed where only the judged chance of intervention differs, the lowest threshold first", () => {
    const order = orderWith({ intervention: byA(0.8, 0.1) });
    expect(order).toMatchObject({ status: "ordered", basis: "assumed", ranks: [["second"], ["first"]] });
    // uniform on [0.05, 0.15] and [0.4, 1]: never the other way
    expect(order).toMatchObject({ share: { share: 1, n: 400 }, adjacent: [{ below: "second", above: "first" }] });
  });

  test("is assumed too where a placeholder that both share enters, since no value of it changes the order", () => {
    const penalty = plainParameter({ placeholder: [0, 40] });
    expect(orderWith({ penalty, intervention: byA(0.8, 0.1) })).toMatchObject({ status: "ordered", basis: "assumed" });
  });

  test("is derived where another judgement differs as well", () => {
    expect(orderWith({ intervention: byA(0.3, 0.1), warCost: byA(30, 80) })).toMatchObject({
      status: "ordered",
      basis: "derived",
      ranks: [["first"], ["second"]], // (30 + 30) / 0.5 and (80 + 10) / 0.5
    });
  });

  test("is open where a placeholder differs, with the share of each pair", () => {
    const guessed: Parameter = { cases: byA(0.3, 0.1).cases.map((one) => ({ ...one, placeholder: true })) };
    expect(orderWith({ intervention: guessed })).toMatchObject({
      status: "open",
      restsOn: [{ parameter: "intervention" }],
      pairs: [{ below: "first", above: "second", share: { share: 0 } }],
    });
  });

  test("postures that tie share a rank, and a tie is kept in every draw", () => {
    expect(orderWith({})).toMatchObject({
      status: "ordered",
      ranks: [["first", "second"]],
      share: { share: 1 },
      adjacent: [],
    });
  });
});

describe("a reactive deployment", () => {
  // the guarantors are sure to come, and an attack pays once more than half of it is done: p1(tau) = 0.3 at phi = 1/2
  const reactive = {
    ...{ ...attack, widerWarCost: 0, successOpposed: 0.1 },
    ...{ stake: 100, reneging: 100, fightingCost: 1, seizureSpeed: 0.1 },
  };
  const critical = Math.log(2) / 0.1;

  test("comes too late after ln 2 / lambda days", () => {
    const { reaction } = guaranteeReport({ ...reactive, reactionDays: 5 });
    expect(reaction!.criticalDelay.stated).toMatchObject({ kind: "days", value: expect.closeTo(critical, 6) });
    expect(reaction!.inTime).toMatchObject({ status: "decided", verdict: "in-time" });
    expect(reaction!.because.margin.stated).toBeCloseTo(critical - 5, 6);
    expect(guaranteeReport({ ...reactive, reactionDays: 8 }).reaction!.inTime).toMatchObject({ verdict: "too-late" });
  });

  test("turns at the critical delay where nobody judged the delay", () => {
    const { inTime } = guaranteeReport({ ...reactive, reactionDays: { placeholder: [0, 20] } }).reaction!;
    expect(inTime.status === "open" && inTime.turns[0]!.flips[0]!.at).toBeCloseTo(critical, 6);
  });

  test("has its delays over the draws in three parts", () => {
    const { reaction } = guaranteeReport({ ...reactive, prize: [50, 400], reactionDays: 5 }, 500);
    const { failsAtAnyDelay, holdsAtAnyDelay, between } = reaction!.criticalDelayInDraws!;
    expect(failsAtAnyDelay.share + holdsAtAnyDelay.share + between!.n / 500).toBeCloseTo(1, 12);
    expect(between!.p5).toBeLessThanOrEqual(between!.median);
    expect(between!.median).toBeLessThanOrEqual(between!.p95);
  });
});

describe("a limit", () => {
  const numbers = {
    ...{ breachGain: 2, breachPenalty: 6, detection: 0.5, falseAlarm: 0.1, falseAlarmCost: 5 },
    ...{ inspectionCost: 1, damageUnseen: 20, damageSeen: 5, dividend: 1, discount: 0.95, suspensionPeriods: 1000 },
    ...{ breakoutDays: 10, responseDays: 2, inspectionIntervalDays: 4, exposure: 3, exposureTolerance: 3 },
  };
  const limit = (more: object = {}): MonitoredLimit => ({
    ...{ id: "limit", name: "Limit", holder: "P1", inspector: "P2", when: [{ issue: "A", options: ["a0"] }] },
    parameters: plainParameters({ ...numbers, ...more }),
  });

  test("is inspected at y* = 2 / (0.5 x 8 - 0.1 x 5) and can be kept from a detection of 2.5 / 8", () => {
    const found = standing(limit());
    expect(found.inspection.verdict).toMatchObject({ status: "decided", verdict: "can-deter" });
    expect(found.inspection.rate.stated).toMatchObject({ kind: "rate", value: expect.closeTo(2 / 3.5, 12) });
    expect(found.inspection.leastDetection.stated).toBeCloseTo(2.5 / 8, 12);
    expect(found.inspection.because.margin.stated).toBeCloseTo(0.5 - 2.5 / 8, 12);
  });

  test("turns at that detection where nobody judged the detection", () => {
    const { verdict } = standing(limit({ detection: { placeholder: [0, 1] } })).inspection;
    expect(verdict.status === "open" && verdict.turns[0]!.flips).toEqual([
      { at: expect.closeTo(2.5 / 8, 8), below: "cannot-deter", above: "can-deter" },
    ]);
  });

  test("is kept out of patience up to 7.986: delta 0.95, alpha 0.02, r 1, pi 0.6, suspension for ever", () => {
    const found = standing(limit({ falseAlarm: 0.02, detection: 0.6 })).compliance;
    expect(found.largestTemptation.stated).toBeCloseTo(7.986, 3);
    expect(found.verdict).toMatchObject({ status: "decided", verdict: "sustained" });
    expect(found.because.margin.stated).toBeCloseTo(5.986, 3);
  });

  test("is broken out of under two inspections, with a chance of 3/4 to be seen in time", () => {
    const { inspections, seenInTime } = standing(limit()).breakout;
    expect([inspections.stated, seenInTime.stated]).toEqual([2, 0.75]);
  });

  test("has a window of transparency at equality, and none once inspection shows more than is borne", () => {
    expect(standing(limit()).transparency).toMatchObject({ levels: [], verdict: { verdict: "window" } });
    expect(standing(limit({ exposure: 4 })).transparency.verdict).toMatchObject({ verdict: "empty" });
  });

  test("that does not stand in these choices says so", () => {
    const report = run(durabilityOf(plainDurability({ limits: [limit()] }), { A: "a1", B: "b0" }));
    expect(report.status === "judged" && report.limits[0]!.stands).toBe("no");
  });

  function standing(judged: MonitoredLimit) {
    const [found] = reportOf({ limits: [judged] }).limits;
    if (found?.stands !== "yes") throw new Error("The limit stands in no choices.");
    return found;
  }
});

describe("a shift", () => {
  const shift: PowerShift = {
    ...{ id: "shift", name: "Shift", declining: "P1", rising: "P2", when: [] },
    parameters: plainParameters({
      ...{ winsNow: 0.2, winsLater: 0.8, winsLaterGuaranteed: 0.4, decliningCost: 0.1, risingCost: 0.1, discount: 0.9 },
    }),
  };

  test("makes war unavoidable by 0.9 x 0.8 - 0.2 - 0.1 - 0.09 = 0.33, and a credibility of 0.917 removes that", () => {
    const [found] = reportOf({ shifts: [shift] }).shifts;
    if (found?.stands !== "yes") throw new Error("The shift stands in no choices.");
    expect(found).toMatchObject({ verdict: { status: "decided", verdict: "war-unavoidable" } });
    expect(found.excess.stated).toBeCloseTo(0.33, 12);
    // (0.8 - 0.39 / 0.9) / 0.4
    expect(found.leastCredibility.stated).toMatchObject({ value: expect.closeTo((0.8 - 0.39 / 0.9) / 0.4, 12) });
    expect(found.guarantee).toBeUndefined();
  });

  test.each([
    { q: 0.9, verdict: "war-unavoidable" },
    { q: 0.92, verdict: "peace-possible" },
  ])("under a guarantee with a credibility of $q is $verdict", ({ q, verdict }) => {
    const guarantees = [plainGuarantee({ ...attack, intervention: q })];
    const [found] = reportOf({ shifts: [shift], guarantees }).shifts;
    expect(found).toMatchObject({
      guarantee: "guarantee",
      verdict: { verdict },
      unguaranteed: { verdict: "war-unavoidable" },
    });
  });
});

function guaranteeReport(numbers: Parameters<typeof plainGuarantee>[0], draws = 0) {
  return reportOf({ guarantees: [plainGuarantee(numbers)] }, draws).guarantees[0]!;
}

function reportOf(durability: Parameters<typeof plainDurability>[0], draws = 0) {
  const report = run(durabilityOf(plainDurability(durability), plainChoices, { draws }));
  if (report.status !== "judged") throw new Error(report.reason);
  return report;
}
