import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { beliefAbout, believedScore, type HallState, type OfferStatus, offersSeen, type TabledOffer } from "#room";
import { agreed, channelsWith, live, minute, offer } from "../../../test/tabled-offers.ts";
import { scenario } from "../../../test/tiny-scenario.ts";

const nothing = { reservation: 0, issues: {} };
const { agenda } = scenario({
  issues: { land: ["keep", "share", "give"], money: ["none", "some"] },
  sheets: { A: nothing, B: nothing },
});
const hall: HallState = {
  kind: "hall",
  version: 1,
  title: "",
  agenda: "",
  convenor: "c",
  hostKey: "",
  procedure: {
    decision: { kind: "unanimity" },
    mayConvene: { "working group": [], "back channel": [], caucus: [] },
    needs: { adopt: "expert", initial: "expert", sign: "expert" },
  },
  seats: new Map(),
  channels: [],
};

const tabledBy = (
  delegation: string,
  at: number,
  choices: Record<string, string>,
  status: OfferStatus = live,
  kind: "offer" | "supposal" | "proposal" = "offer",
) => offer("T", `${delegation}${at}`, choices, { delegation, at: minute(at), status, kind });
const believe = (...offers: TabledOffer[]) => beliefAbout("B", offersSeen(agenda, hall, channelsWith(offers)));

describe("what another delegation seems to want", () => {
  test("of what it has shown nothing about, a half", () => {
    const belief = believe(tabledBy("A", 0, { land: "keep" }));
    expect(belief.issues.size).toBe(0);
    expect(believedScore(belief, "land", "keep")).toBe(0.5);
  });

  test("what it tables scores above a half, the issue's other options below, with the offer as evidence", () => {
    const belief = believe(tabledBy("B", 0, { land: "give" }));
    expect(believedScore(belief, "land", "give")).toBe(0.75);
    expect(believedScore(belief, "land", "keep")).toBeCloseTo(1 / 3, 10);
    expect(belief.issues.get("land")!.options.get("give")!.evidence).toMatchObject([
      { offer: "B0", what: "tabled", channel: "T" },
    ]);
  });

  test("the later of two positions scores higher", () => {
    const belief = believe(tabledBy("B", 0, { land: "give" }), tabledBy("B", 1, { land: "share" }));
    expect(believedScore(belief, "land", "share")).toBeGreaterThan(believedScore(belief, "land", "give"));
    expect(believedScore(belief, "land", "give")).toBeGreaterThan(believedScore(belief, "land", "keep"));
  });

  test("the issue on which it never moved weighs more than the one on which it did", () => {
    const belief = believe(
      tabledBy("B", 0, { land: "give", money: "none" }),
      tabledBy("B", 1, { land: "give", money: "some" }),
      tabledBy("B", 2, { land: "give", money: "none" }),
    );
    expect(belief.issues.get("land")).toMatchObject({ weight: 3 / 4, timesKept: 2, timesMoved: 0 });
    expect(belief.issues.get("money")).toMatchObject({ weight: 1 / 4, timesKept: 0, timesMoved: 2 });
  });

  test("accepting, supposing and withdrawing say less than tabling", () => {
    const accepted: OfferStatus = { kind: "live", acceptedBy: ["A", "B"], rejectedBy: [] };
    const scores = [
      believe(tabledBy("B", 0, { land: "give" })),
      believe(tabledBy("A", 0, { land: "give" }, accepted)),
      believe(tabledBy("B", 0, { land: "give" }, live, "supposal")),
      believe(tabledBy("A", 0, { land: "give" })),
    ].map((belief) => believedScore(belief, "land", "give"));
    expect([...scores].sort((a, b) => b - a)).toEqual(scores);
    expect(new Set(scores).size).toBe(4);
    const withdrawn = believe(tabledBy("B", 0, { land: "give" }, { kind: "withdrawn", at: minute(1) }));
    expect(believedScore(withdrawn, "land", "give")).toBe(scores[2]);
  });

  test("a rejection speaks of the issues it names, and weakly of all when it names none", () => {
    const rejected = (...issues: string[]): OfferStatus => ({
      kind: "live",
      acceptedBy: ["A"],
      rejectedBy: [{ delegation: "B", reasons: issues.map((issue) => ({ issue, words: { plain: "no" } })) }],
    });
    const named = believe(tabledBy("A", 0, { land: "keep", money: "some" }, rejected("land")));
    expect(believedScore(named, "land", "keep")).toBe(0.25);
    expect(believedScore(named, "money", "some")).toBe(0.5);
    const whole = believe(tabledBy("A", 0, { land: "keep", money: "some" }, rejected()));
    expect(believedScore(whole, "land", "keep")).toBe(0.4);
    expect(believedScore(whole, "money", "some")).toBe(0.4);
  });

  test("a mediator's proposal says nothing of whoever did not answer it", () => {
    expect(believe(tabledBy("B", 0, { land: "give" }, live, "proposal")).issues.size).toBe(0);
  });

  test("every score and weight lies strictly between nought and one", () => {
    const status = fc.constantFrom<OfferStatus>(
      live,
      agreed,
      { kind: "withdrawn", at: minute(1) },
      { kind: "reopened", by: "B", reason: { plain: "" } },
      { kind: "live", acceptedBy: ["A"], rejectedBy: [{ delegation: "B", reasons: [] }] },
      { kind: "live", acceptedBy: ["A", "B"], rejectedBy: [] },
    );
    const drafts = fc.array(
      fc.record({ by: fc.constantFrom("A", "B"), land: fc.constantFrom("keep", "share", "give"), status }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(drafts, (list) => {
        const belief = believe(...list.map((each, at) => tabledBy(each.by, at, { land: each.land }, each.status)));
        for (const option of ["keep", "share", "give"]) {
          const score = believedScore(belief, "land", option);
          expect(score > 0 && score < 1).toBe(true);
        }
        const weight = belief.issues.get("land")?.weight ?? 0.5;
        expect(weight > 0 && weight < 1).toBe(true);
      }),
      { numRuns: 200, seed: 11 },
    );
  });
});
