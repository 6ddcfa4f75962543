import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FrontierPoint } from "#analysis";
import { plainText } from "../document/plain-text.ts";
import { ceasefireScenario } from "../fixture/ceasefire-scenario.ts";
import { enumerateAnalysis } from "../fixture/enumerate-analysis.ts";
import { frontierFigure, pairFrontier } from "./frontier-figure.ts";
import { likeness, opposedPairs } from "./opposed-pairs.ts";
import { reportContext } from "./report-context.ts";

const scenario = ceasefireScenario();

describe("the frontier of a pair", () => {
  const point = (a: number, b: number): FrontierPoint => ({ utilities: { A: a, B: b }, settlement: {}, ties: "1" });
  const pointsOf = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 })), {
    maxLength: 30,
  });

  test("keeps exactly the value pairs that none beats", () => {
    fc.assert(
      fc.property(pointsOf, (all) => {
        const kept = pairFrontier(
          all.map(([a, b]) => point(a, b)),
          "A",
          "B",
        ).map(({ utilities }) => `${utilities.A} ${utilities.B}`);
        const best = all.filter(([a, b]) => !all.some(([c, d]) => c >= a && d >= b && (c > a || d > b)));
        expect(kept).toEqual(
          [...new Set(best.map(([a, b]) => `${a} ${b}`))].sort(
            (x, y) => Number.parseInt(x, 10) - Number.parseInt(y, 10),
          ),
        );
      }),
    );
  });

  test("drawn from the frontier of all, it is the frontier the pair has in the whole agreement zone", () => {
    // the pair's frontier over every settlement of a small zone, computed from the pair alone
    const analysis = enumerateAnalysis(scenario);
    if (analysis.frontier.status !== "exact") throw new Error("the fixture's frontier is exact");
    const fromAll = pairFrontier(analysis.frontier.points, "UA", "RU");
    const most = Math.max(...analysis.frontier.points.map(({ utilities }) => utilities.UA ?? 0));
    const ideal = analysis.parties.find(({ id }) => id === "UA")?.ideal;
    expect(fromAll.at(-1)?.utilities.UA).toBe(most);
    expect(ideal).toEqual({ status: "exact", value: most });
    for (const [index, { utilities }] of fromAll.slice(1).entries())
      expect(utilities.RU).toBeLessThan(fromAll[index]?.utilities.RU ?? 0);
  });
});

test("an exact frontier that is listed in part still bounds the region, since the pair's own points are all listed", () => {
  const analysis = enumerateAnalysis(scenario);
  if (analysis.frontier.status !== "exact") throw new Error("the fixture's frontier is exact");
  const draw = (frontier: typeof analysis.frontier) => {
    const context = reportContext(scenario, { ...analysis, frontier });
    const figure = frontierFigure(context, { across: "UA", up: "RU", why: "the adversaries" })!;
    return { svg: figure.draw(760, "f"), sentence: plainText(figure.sentence) };
  };
  const whole = draw(analysis.frontier);
  const part = draw({ ...analysis.frontier, points: analysis.frontier.points.slice(0, 20) });
  expect(whole.svg).toContain("<polygon");
  expect(whole.sentence).not.toContain("listed");
  expect(part.svg).toContain("<polygon");
  expect(part.sentence).toContain("The 20 listed hold every point of the pair’s own frontier.");
});

describe("the pair that is drawn", () => {
  test("is the belligerents", () => {
    const pairs = opposedPairs(reportContext(scenario, enumerateAnalysis(scenario)));
    expect(pairs.map(({ across, up }) => [across, up])).toEqual([["UA", "RU"]]);
  });

  test("without belligerents is the two parties whose values agree least", () => {
    const parties = scenario.agenda.parties.map((party) => ({ ...party, roles: ["party" as const] }));
    const civil = { ...scenario, agenda: { ...scenario.agenda, parties } };
    const [pair] = opposedPairs(reportContext(civil, enumerateAnalysis(civil)));
    const sheet = (id: string) => scenario.sheets.find(({ party }) => party === id)!;
    const ids = scenario.sheets.map(({ party }) => party);
    for (const a of ids)
      for (const b of ids)
        if (a !== b)
          expect(likeness(sheet(pair!.across), sheet(pair!.up))).toBeLessThanOrEqual(likeness(sheet(a), sheet(b)));
  });

  test("a party is fully alike to itself", () => {
    for (const sheet of scenario.sheets) expect(likeness(sheet, sheet)).toBeCloseTo(1, 12);
  });
});
