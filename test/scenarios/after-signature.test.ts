import { describe, expect, test } from "vitest";
import { type AftermathFindings, aftermathOf, type LeverMove } from "#durability";
import { exact, run } from "#prelude";
import { shippedScenario } from "./shipped-scenario.ts";

const scenario = shippedScenario("ukraine-2025");

function after(id: string): AftermathFindings {
  const found = scenario.packages.find((each) => each.id === id);
  if (!found) throw new Error(`No package ${id}.`);
  const report = run(aftermathOf(scenario, found.choices));
  if (report.kind === "unknown") throw new Error(report.reason);
  return report;
}

/** "RU: ru-attack" */
function words({ conflict }: AftermathFindings, { party, takes }: LeverMove): string {
  return `${conflict.parties[party]?.id}: ${takes.map((lever) => conflict.levers[lever]?.id).join(" ")}`;
}

describe("the flagship after signature", () => {
  test("the package as presented is left by a Russian attack: whoever could answer would act against its own order", () => {
    // Sanctions stay anyway, the US supports with intelligence only, and the Europeans' statements put staying out
    // above answering: Ukraine alone fights back, which Russia minds only while it has not attacked itself.
    const report = after("as_presented");
    expect(report.conflict.levers.map(({ id }) => id)).toEqual(["ua-attack", "ru-attack", "eu-fight"]);
    expect(report.withheld.map(({ id }) => id)).toEqual(["us-fight", "eu-snapback", "eu-grow", "ru-suspend"]);
    expect(report.settlementHolds).toEqual(exact(false));
    expect(report.firstDefection.swaps).toEqual(exact(0));
    expect(report.firstDefection.defections.map(({ move }) => words(report, move))).toEqual(["RU: ru-attack"]);
    expect(report.hollowSanctions.map(({ move }) => words(report, move))).toEqual(["RU: ru-attack"]);
    const [hollow] = report.hollowSanctions;
    expect(hollow?.ifActed.map(({ against }) => against.map((move) => words(report, move)))).toEqual([
      ["EU: eu-fight"],
    ]);
    expect(report.leadsTo[0]?.byImprovements?.map((move) => words(report, move))).toEqual([
      "RU: ru-attack",
      "UA: ua-attack",
    ]);
  });

  test("the US draft with a backstop is held by the US answer, and Russia's attack is the first defection", () => {
    // No European presence and a backstop: the US statements put answering an attack first, and Russia puts a war with
    // the United States last. Nobody else prefers a move, so the attack is the only one that a sanction holds.
    const report = after("us_28_point");
    expect(report.conflict.levers.map(({ id }) => id)).toEqual(["ua-attack", "ru-attack", "us-fight", "eu-snapback"]);
    expect(report.settlementHolds).toEqual(exact(true));
    expect(report.hollowSanctions).toEqual([]);
    expect(
      report.parties.flatMap(({ temptations }) => temptations ?? []).map(({ move }) => words(report, move)),
    ).toEqual(["RU: ru-attack"]);
    const { among, defections } = report.firstDefection;
    expect(among).toBe("improvements");
    expect(defections.map(({ move }) => words(report, move))).toEqual(["RU: ru-attack"]);
    expect(defections[0]?.sanction?.acts.map((move) => words(report, move))).toEqual(["US: us-fight"]);
    expect(defections[0]?.sanction?.unwanted).toEqual([]);
    // whatever changes, the United States must come to prefer staying out, or Russia a war with it
    for (const way of defections[0]?.ways ?? [])
      expect(way.some(({ party }) => ["US", "RU"].includes(report.conflict.parties[party]?.id ?? ""))).toBe(true);
  });

  test("a reactive deployment with limits is left by a Russian attack: the sanctions that return do not hold it", () => {
    const report = after("reactive_sweeteners");
    expect(report.conflict.levers.map(({ id }) => id)).toEqual([
      "ua-attack",
      "ru-attack",
      "ru-suspend",
      "eu-fight",
      "eu-snapback",
      "eu-grow",
    ]);
    // The Europeans bring the sanctions back, which they want; Russia's statements put the attack above their absence.
    // They do not fight without a backstop, and fighting is all that would hold it.
    expect(report.settlementHolds).toEqual(exact(false));
    expect(report.firstDefection.swaps).toEqual(exact(0));
    const first = report.firstDefection.defections.map(({ move }) => words(report, move));
    expect(first).toContain("RU: ru-attack");
    expect(first.every((move) => move.startsWith("RU: ru-attack"))).toBe(true);
    const [hollow] = report.hollowSanctions;
    expect(hollow?.ifActed.flatMap(({ against }) => against.map((move) => words(report, move)))).toContain(
      "EU: eu-fight",
    );
  });

  test("an open issue that decides a lever is named", () => {
    const { S3_presence_limits: _, ...open } = scenario.packages.find(
      ({ id }) => id === "reactive_sweeteners",
    )!.choices;
    expect(run(aftermathOf(scenario, open))).toMatchObject({ kind: "unknown", openIssues: ["S3_presence_limits"] });
  });
});
