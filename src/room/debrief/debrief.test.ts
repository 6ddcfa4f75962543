import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { breaks, type Choices, evaluate, type PreferenceSheet } from "#model";
import { compare, noDay, type Rational, subtract, toNumber } from "#prelude";
import { type ChannelState, debriefOf, localImprovements, type Motion, type TabledOffer } from "#room";
import { linkedSheets, xyz } from "../../../test/linked-sheets.ts";
import { agreed, channelsWith, live, minute, offer } from "../../../test/tabled-offers.ts";
import { forbid, line, scenario, when } from "../../../test/tiny-scenario.ts";

const world = scenario({
  issues: { land: ["keep", "share", "give"], money: ["none", "some"] },
  sheets: {
    A: {
      reservation: 40,
      issues: { land: [3, { keep: 100, share: 50, give: 0 }], money: [1, { none: 0, some: 100 }] },
    },
    B: {
      reservation: 30,
      issues: { land: [1, { keep: 0, share: 60, give: 100 }], money: [1, { none: 100, some: 0 }] },
    },
  },
});
const { agenda } = world;
const [sheetA, sheetB] = world.sheets as [PreferenceSheet, PreferenceSheet]; // the two above

const by = (
  delegation: string,
  at: number,
  choices: Choices,
  more: Partial<TabledOffer["offer"]> = {},
  status = live,
) => offer("T", `${delegation}${at}`, choices, { delegation, at: minute(at), status, ...more });
const moved = (settlement: Choices, stage: Motion["stage"] = "signed"): Motion => ({
  motion: "m",
  by: "seat",
  at: minute(60),
  settlement,
  closes: [],
  votes: {},
  stage,
  initials: {},
  signatures: {},
  ratifications: {},
});
const withMotions = (offers: readonly TabledOffer[], ...motions: Motion[]): readonly ChannelState[] => {
  const [first, ...rest] = channelsWith(offers, { P: [] });
  return [{ ...first!, motions: new Map(motions.map((motion, at) => [`m${at}`, motion])) }, ...rest];
};
const points = (values: Readonly<Record<string, Rational>>) =>
  Object.fromEntries(Object.entries(values).map(([party, value]) => [party, toNumber(value)]));

describe("the series of a delegation's offers", () => {
  const offers = [
    by("A", 0, { land: "keep" }),
    by("B", 1, { land: "give", money: "none" }),
    by("A", 2, { land: "share" }),
    by("A", 3, { money: "none" }, { channel: "E" }),
    by("A", 4, { land: "give" }, { kind: "supposal" }),
    by("A", 5, { land: "keep" }, {}, agreed),
  ];
  const { series, missingSheets } = debriefOf(agenda, channelsWith(offers), [sheetA, sheetB]);
  const [a, b] = [series[0]!, series[1]!];

  test("its position holds what it last offered on each issue, the rest at its own best", () => {
    expect(missingSheets).toEqual([]);
    expect(a.offers.map(({ step }) => step && points(step.position))).toEqual([
      { A: 100, B: 0 },
      { A: 62.5, B: 30 },
      { A: 37.5, B: 80 },
      undefined,
      { A: 75, B: 50 },
    ]);
  });

  test("each step is read from its own value and the others'", () => {
    expect(a.offers.map(({ step }) => step?.reading)).toEqual([
      "no change",
      "concession",
      "concession",
      undefined,
      "retraction",
    ]);
    expect(a.pattern.own.map(toNumber)).toEqual([-37.5, -25, 37.5]);
    expect(a.pattern).toMatchObject({ steps: 4, largestConcession: 0, readings: { concession: 2, retraction: 1 } });
    expect(b.pattern).toMatchObject({ steps: 1, readings: {}, own: [] });
  });

  test("a package alone is worth a range, and supposals are shown without moving a position", () => {
    const { values, kind, ended } = a.offers[0]!;
    expect([values.A!.least, values.A!.most].map(toNumber)).toEqual([75, 100]);
    expect([kind, ended]).toEqual(["offer", "live"]);
    expect(a.offers[4]!.ended).toBe("provisionally agreed");
  });

  test("without its sheet a delegation has offers and no positions, and it is said whose are missing", () => {
    const alone = debriefOf(agenda, channelsWith(offers), [sheetA]);
    expect(alone.missingSheets).toEqual(["B"]);
    expect(alone.notes[0]).toBe("Party B has revealed no sheet: nothing is valued for it.");
    expect(alone.series[1]).toMatchObject({ sheet: "missing", offers: [{ choices: { land: "give" } }] });
    expect(alone.series[1]!.offers[0]!.step).toBeUndefined();
    expect(Object.keys(alone.series[1]!.offers[0]!.values)).toEqual(["A"]);
    expect(alone.series[0]!.offers[1]!.step!.reading).toBe("fell, others unknown");
  });

  test("a mediator's proposals are a series of their own, which needs no sheet", () => {
    const { series: all } = debriefOf(
      agenda,
      channelsWith([by("mediation", 0, { land: "share" }, { kind: "proposal" })]),
      [],
    );
    expect(all.map(({ delegation, sheet: has }) => `${delegation}: ${has}`)).toEqual([
      "A: missing",
      "B: missing",
      "mediation: none needed",
    ]);
  });
});

describe("the adopted settlement", () => {
  test("is valued by every revealed sheet, its broken hard lines named", () => {
    const lined = { ...sheetA, redLines: [line("no-sharing", when({ land: "share" }))] };
    const { adopted } = debriefOf(agenda, withMotions([], moved({ land: "share", money: "none" })), [lined, sheetB]);
    expect(adopted).toMatchObject({
      stage: "signed",
      rulesBroken: [],
      values: { A: { hardLinesBroken: ["no-sharing"] } },
    });
    expect(toNumber(adopted!.values.A!.surplus)).toBe(-2.5);
    expect(toNumber(adopted!.values.B!.utility)).toBe(80);
  });

  test("is the last one that stands: what fell or was reopened is none", () => {
    const some = { land: "keep", money: "some" };
    const none = debriefOf(agenda, withMotions([], moved(some, "fell"), moved(some, "reopened")), [sheetA]);
    expect(none.adopted).toBeUndefined();
    expect(none.leftOnTheTable).toBeUndefined();
    expect(none.notes.join(" ")).toContain("No settlement stands adopted");
  });

  test("what was left on the table names the change, what each gains, and for whom it is unknown", () => {
    const wasted = {
      ...agenda,
      issues: [
        ...agenda.issues,
        {
          id: "flag",
          name: "flag",
          options: [
            { id: "red", name: "", quantities: [] },
            { id: "blue", name: "", quantities: [] },
          ],
        },
      ],
    };
    const more = (from: PreferenceSheet, red: number): PreferenceSheet => ({
      ...from,
      issues: {
        ...from.issues,
        flag: {
          ...from.issues.money!,
          values: { red: { low: red, mid: red, high: red }, blue: { low: 50, mid: 50, high: 50 } },
        },
      },
    });
    const settlement = { land: "share", money: "none", flag: "red" };
    const { leftOnTheTable } = debriefOf(wasted, withMotions([], moved(settlement)), [
      more(sheetA, 0),
      more(sheetB, 50),
    ]);
    expect(leftOnTheTable).toMatchObject({
      how: { kind: "local", issuesChanged: 3 },
      stopped: false,
      unknownTo: [],
      improvements: [
        { changes: [{ issue: "flag", from: "red", to: "blue" }], gain: { A: { num: 10n, den: 1n }, B: { num: 0n } } },
      ],
    });
    const alone = debriefOf(wasted, withMotions([], moved(settlement)), [more(sheetA, 0)]).leftOnTheTable!;
    expect(alone.unknownTo).toEqual(["B"]);
    expect(alone.improvements[0]!.settlement).toEqual({ land: "keep", money: "some", flag: "blue" });
  });
});

const names = ["i0", "i1", "i2", "i3"];
const ruled = scenario({
  issues: Object.fromEntries(names.map((id) => [id, xyz])),
  sheets: { A: { reservation: 0, issues: {} }, B: { reservation: 0, issues: {} } },
  agenda: { rules: [forbid("r", when({ i0: "x", i1: ["x", "y"] }))] },
}).agenda;
const settlements = fc
  .array(fc.constantFrom(...xyz), { minLength: 4, maxLength: 4 })
  .map((chosen): Choices => Object.fromEntries(names.map((issue, at) => [issue, chosen[at]!])));

test("the improvements within three issues are those of trying every settlement", () => {
  let improved = 0;
  fc.assert(
    fc.property(linkedSheets("A", 4), linkedSheets("B", 4), settlements, (a, b, settlement) => {
      const lined = { ...a, redLines: [line("l", when({ i2: "z", i3: ["y", "z"] }))] };
      const { improvements, moreFound, stopped } = localImprovements(ruled, settlement, [lined, b], noDay);
      const value = (each: Choices) => [a, b].map((party) => evaluate(party, each, noDay).utility);
      const now = value(settlement);
      const gains = allSettlements()
        .filter((each) => {
          const changed = names.filter((issue) => each[issue] !== settlement[issue]).length;
          const crosses = (one: Choices) => one.i2 === "z" && one.i3 !== "x";
          return (
            changed > 0 &&
            changed < 4 &&
            !ruled.rules.some((rule) => breaks(rule, each)) &&
            (!crosses(each) || crosses(settlement))
          );
        })
        .map((each) => value(each).map((points_, at) => toNumber(subtract(points_, now[at]!))))
        .filter((gain) => gain.every((each) => each >= 0) && gain.some((each) => each > 0));
      const best = gains.filter(
        (gain) =>
          !gains.some(
            (other) =>
              other.every((each, at) => each >= gain[at]! - 1e-12) && other.some((each, at) => each > gain[at]! + 1e-9),
          ),
      );
      expect(stopped).toBe(false);
      expect(improvements.length + moreFound).toBe(best.length);
      const key = (gain: readonly number[]) => gain.map((each) => each.toFixed(6)).join(" ");
      const known = new Set(best.map(key));
      for (const each of improvements) {
        improved++;
        expect(known.has(key([toNumber(each.gain.A!), toNumber(each.gain.B!)]))).toBe(true);
        expect(compare(evaluate(b, each.settlement, noDay).utility, now[1]!)).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 80, seed: 21 },
  );
  expect(improved).toBeGreaterThan(60);
});

test("a search without steps enough says that it was stopped", () => {
  const { stopped } = localImprovements(agenda, { land: "keep", money: "some" }, [sheetA], noDay, 2);
  expect(stopped).toBe(true);
});

function allSettlements(): readonly Choices[] {
  let all: Choices[] = [{}];
  for (const issue of names) all = all.flatMap((each) => xyz.map((option) => ({ ...each, [issue]: option })));
  return all;
}
