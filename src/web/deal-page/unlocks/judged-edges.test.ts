import { describe, expect, test } from "vitest";
import { analyze } from "#analysis";
import { run } from "#prelude";
import { shippedScenario } from "../../../../test/scenarios/shipped-scenario.ts";
import { judgedEdges } from "./judged-edges.ts";

const scenario = shippedScenario("ukraine-2025"); // Russia's reservation value: 46 to 66, counted as 56

describe("a change of a package", () => {
  test.each([
    { before: 26.4, after: 56.5, kind: "lifts" },
    { before: 60, after: 58, kind: "keeps" },
    { before: 60, after: 50, kind: "lowers" },
    { before: 40, after: 50, kind: "leaves" },
  ])("from $before to $after $kind Russia by a judgement that may be otherwise", ({ before, after, kind }) => {
    expect(judgedEdges(scenario, { RU: after }, { RU: after - before })).toEqual([{ party: "RU", value: after, kind }]);
  });

  test("says nothing of a party beyond its range, of one it does not move, and of one that need not consent", () => {
    expect(judgedEdges(scenario, { RU: 70 }, { RU: 40 })).toEqual([]);
    expect(judgedEdges(scenario, { RU: 58 }, { RU: 0 })).toEqual([]);
    const without = { ...scenario, agenda: { ...scenario.agenda, consent: ["UA"] } };
    expect(judgedEdges(without, { RU: 58 }, { RU: 30 })).toEqual([]);
  });

  test("the smallest changes of the presented package lift Russia only within the judged range", () => {
    const { packages } = run(analyze(scenario, { frontierLabels: 1 }));
    const unlocks = packages.as_presented!.packageUnlocks;
    if (unlocks.status !== "exact") throw new Error(`The unlocks are ${unlocks.status}.`);
    const [set] = unlocks.sets;
    const { utilities, change } = set!.changes[0]!;
    expect(judgedEdges(scenario, utilities, change)).toContainEqual(
      expect.objectContaining({ party: "RU", kind: "lifts" }),
    );
  });
});
