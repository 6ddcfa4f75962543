import { describe, expect, test } from "vitest";
import type { Question, TierMeasure } from "#model";
import { shippedScenario } from "../../../test/scenarios/shipped-scenario.ts";
import { decide, dispute, draft } from "../../../test/two-neighbours.ts";

const flagship = shippedScenario("ukraine-2025");
const presented = (set: Readonly<Record<string, string>> = {}) => ({ package: "as_presented", set });

describe("tiers drawn", () => {
  const ask = (tiers: string[], set: Readonly<Record<string, string>> = {}, world = flagship) =>
    decide({ kind: "tiers-drawn", of: presented(set), tiers }, "RS0826", world);

  test("a tier that an option keeps off the ground is not drawn, and is named", () => {
    const none = ask(["zone", "tier-3"], { D1_dmz_depth: "none" });
    expect(none.verdict).toBe("does-not-hold");
    expect(none.why).toMatch(/^"Demilitarised zone[^"]*" has no ground under "The package as presented" with /);
    expect(ask(["tier-3"], { S1_eu_presence: "reactive" }).verdict).toBe("does-not-hold");
  });

  test("an inferred area that cites the claim's source makes it assumed; another rule of ours does not", () => {
    expect(ask(["tier-3"])).toMatchObject({ verdict: "holds", basis: "assumed" });
    const wide = ask(["tier-3"], { S1_eu_presence: "deep_wide" });
    expect(wide).toMatchObject({ verdict: "holds", basis: "derived" });
    expect(wide.judgements.map(({ kind, id }) => [kind, id])).toEqual([["feature", "wide"]]);
  });

  test("is undecided without a map, for a tier that the map does not have, and where an issue that decides is open", () => {
    expect(decide({ kind: "tiers-drawn", of: draft, tiers: ["zone"] }, "PAPER", dispute())).toMatchObject({
      verdict: "undecided",
      why: "The scenario has no map.",
    });
    expect(ask(["tier-9"]).why).toBe('The map has no tier "tier-9".');
    const { D1_dmz_depth: _, ...open } = flagship.packages[0]!.choices; // as presented
    const packages = [{ ...flagship.packages[0]!, choices: open }];
    expect(ask(["zone"], {}, { ...flagship, packages }).verdict).toBe("undecided");
  });
});

describe("measures of a tier", () => {
  const ask = (what: TierMeasure, bounds: { low?: number; high?: number }, tier = "zone", set = {}) =>
    decide({ kind: "measured", of: presented(set), tier, what, ...bounds } satisfies Question, "RS0826", flagship);

  test("lie within their bounds, both included, or do not", () => {
    expect(ask("length_km", { low: 1000, high: 1400 })).toMatchObject({ verdict: "holds", basis: "derived" });
    expect(ask("length_km", { low: 1200 }).verdict).toBe("does-not-hold");
    expect(ask("length_km", { high: 1000 }).verdict).toBe("does-not-hold");
    expect(ask("area_km2", { high: 0 }, "zone", { D1_dmz_depth: "none" }).verdict).toBe("holds");
  });

  test("a patrol has the fewest of its troops per km and the most: 15,000 and 20,000 over the 1,102 km drawn", () => {
    expect(ask("troops_per_km_low", { low: 13.6, high: 13.7 }).verdict).toBe("holds");
    expect(ask("troops_per_km_high", { low: 18.1, high: 18.2 }).verdict).toBe("holds");
    expect(ask("troops_per_km_high", { low: 90, high: 91 }, "zone", { D3_patrol_size: "doctrinal_100k" }).verdict).toBe(
      "holds",
    );
  });

  test("rest on the line alone for what runs along it, and on the area chosen for how far it is", () => {
    expect(ask("length_km", { low: 1 }).judgements.map(({ id }) => id)).toEqual(["line-of-contact"]);
    const far = ask("distance_km_least", { low: 300 }, "tier-3");
    expect(far.judgements.map(({ id }) => id).sort()).toEqual(["far-west", "line-of-contact"]);
    expect(far).toMatchObject({ verdict: "holds", basis: "assumed" });
  });

  test("are undecided where a tier has no such measure, or is not on the ground", () => {
    expect(ask("distance_km_least", { low: 1 }).why).toMatch(/^There is no least distance/);
    expect(ask("length_km", { low: 1 }, "tier-3").verdict).toBe("undecided");
    expect(ask("distance_km_least", { low: 1 }, "tier-3", { S1_eu_presence: "none" }).verdict).toBe("undecided");
  });

  test("have no share of draws: nothing judged is drawn of a map", () => {
    const question: Question = { kind: "measured", of: presented(), tier: "zone", what: "length_km", low: 1 };
    expect(decide(question, "RS0826", flagship, 10).shareOfDraws).toBeUndefined();
  });
});
