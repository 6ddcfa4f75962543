import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Choices, MapFeature, Scenario, ScenarioMap, Tier } from "#model";
import { shippedScenario } from "../../../test/scenarios/shipped-scenario.ts";
import { endsOf, type Measure } from "./measure.ts";
import type { TierOnTheGround } from "./tier-on-the-ground.ts";
import { tiersOnTheGround } from "./tiers-on-the-ground.ts";
import { zoneTable } from "./zone-table.ts";

const flagship = shippedScenario("ukraine-2025");
const map = mapOf(flagship);
const { agenda } = flagship;
const presented = flagship.packages.find(({ id }) => id === "as_presented")!.choices;

describe("the flagship's package as presented", () => {
  const [zone, forces, presence] = tiersOnTheGround(map, agenda, presented);

  test("has a zone of 15 km on each side, some 1,100 km long and 32,000 km2 large", () => {
    expect(zone).toMatchObject({ kind: "demilitarised-zone", gaps: [], depth: { option: "sym_30" } });
    if (zone?.kind !== "demilitarised-zone") return;
    expect(zone.bySide.map(({ party, depthKm }) => [party, depthKm])).toEqual([
      ["UA", 15],
      ["RU", 15],
    ]);
    expect(numberOf(zone.lengthKm)).toBeCloseTo(1102, 0); // as its digitisation states it
    expect(zone.lengthKm.basis).toBe("approximate, from a line digitised at 2025-08-26");
    for (const { basis } of [zone.areaKm2, ...zone.bySide.map(({ areaKm2 }) => areaKm2)])
      expect(basis).toBe("approximate, from a line digitised at 2025-08-26, checked to 1 %");
    expect(zone.publishedKm?.measure.basis).toBe("as published");
    expect(zone.publishedKm?.sources.length).toBeGreaterThan(0);
    expect(numberOf(zone.areaKm2)).toBeGreaterThan(31_500); // below length times depth: on the inside of bends it overlaps itself
    expect(numberOf(zone.areaKm2)).toBeLessThan(33_066);
    expect(numberOf(zone.landKm2)).toBeLessThan(numberOf(zone.areaKm2));
    expect(numberOf(zone.areaKm2)).toBeCloseTo(sum(zone.bySide.map(({ areaKm2 }) => numberOf(areaKm2))), 6);
  });

  test("patrols every km of the line with 14 to 18 troops, and 11 to 20 if the line is as long as is published", () => {
    if (zone?.kind !== "demilitarised-zone") throw new Error("The first tier is the zone.");
    const chosen = zone.patrols.filter((patrol) => patrol.chosen);
    expect(chosen.map(({ option }) => option)).toEqual(["medium_18k"]);
    const length = numberOf(zone.lengthKm);
    expect(endsOf(chosen[0]!.perKm)).toEqual({ low: 15_000 / length, high: 20_000 / length });
    expect(endsOf(chosen[0]!.perPublishedKm!)).toEqual({ low: 15_000 / 1400, high: 20_000 / 1000 });
  });

  test("leaves the forces the ground behind the zone, and states what limits them", () => {
    if (forces?.kind !== "forces" || zone?.kind !== "demilitarised-zone")
      throw new Error("The second tier are forces.");
    const all = tiersOnTheGround(map, agenda, { ...presented, D1_dmz_depth: "none" })[1]!;
    const own = numberOf(zone.landKm2) - numberOf(zone.bySide[1]!.areaKm2); // at least: the other side's waters count whole here
    expect(numberOf(all.areaKm2) - numberOf(forces.areaKm2)).toBeGreaterThan(own);
    expect(numberOf(all.areaKm2) - numberOf(forces.areaKm2)).toBeLessThan(numberOf(zone.bySide[0]!.areaKm2) + 50);
    expect(forces.limits.map(({ issue, option }) => [issue, option])).toEqual([
      ["S5_ua_forces", "uncapped"],
      ["S6_arms_training", "open"],
    ]);
    expect(forces.limits[0]!.quantities).toMatchObject([{ name: "troops", low: 900_000, high: 900_000 }]);
  });

  test("stands more than 500 km from the line with four to five brigades, 14,000 to 25,000 troops", () => {
    if (presence?.kind !== "presence") throw new Error("The third tier is a presence.");
    expect(presence.gaps).toEqual([]);
    expect(endsOf(presence.troops)).toEqual({ low: 14_000, high: 25_000 });
    expect(endsOf(presence.brigades)).toEqual({ low: 4, high: 5 });
    expect(endsOf(presence.brigadesAsTroops!)).toEqual({ low: 14_000, high: 25_000 });
    expect(presence.brigadesAsTroops?.basis).toBe("converted at 3,500 to 5,000 troops per brigade, an assumption");
    expect(numberOf(presence.nearestKm)).toBeGreaterThan(480);
    expect(numberOf(presence.farthestKm)).toBeLessThan(820);
    expect(presence.limits).toMatchObject([{ issue: "S3_presence_limits", option: "none" }]);
  });
});

test("a reactive deployment puts nobody on the ground, and says what its brigades come to", () => {
  const presence = presenceOf({ ...presented, S1_eu_presence: "reactive" });
  expect(presence.geometry).toBeUndefined();
  expect(numberOf(presence.areaKm2)).toBe(0);
  expect(numberOf(presence.troops)).toBe(0);
  expect(endsOf(presence.brigades)).toEqual({ low: 2, high: 5 });
  expect(endsOf(presence.brigadesAsTroops!)).toEqual({ low: 7000, high: 25_000 });
  expect(presence.nearestKm.answer).toEqual({ status: "unknown", reason: "Nobody is on the ground." });
  expect(presence.gaps).toEqual([]);
});

test("a number of troops without brigades is told in brigades too, as widely as the assumption allows", () => {
  const { troops, brigades } = presenceOf({ ...presented, S1_eu_presence: "training_hubs" });
  expect(endsOf(troops)).toEqual({ low: 2000, high: 5000 });
  expect(endsOf(brigades)).toEqual({ low: 2000 / 5000, high: 5000 / 3500 });
  expect(brigades.basis).toContain("an assumption");
});

test("a wide deployment stands nearer the line than one in the far west", () => {
  const [west, wide] = ["west_capped", "deep_wide"].map((option) =>
    presenceOf({ ...presented, S1_eu_presence: option }),
  );
  expect(numberOf(wide!.nearestKm)).toBeLessThan(numberOf(west!.nearestKm) / 5);
  expect(numberOf(wide!.areaKm2)).toBeGreaterThan(numberOf(west!.areaKm2));
});

test("every depth on the agenda has its area: deeper is larger, and only the side that is deep has any", () => {
  const [table] = zoneTable(map, agenda);
  const rows = Object.fromEntries(table!.depths.map((row) => [row.option, row]));
  expect(Object.keys(rows)).toEqual(["none", "sym_10", "sym_30", "ua_side_40"]);
  expect(numberOf(rows.none!.areaKm2)).toBe(0);
  expect(numberOf(rows.sym_30!.areaKm2) / numberOf(rows.sym_10!.areaKm2)).toBeGreaterThan(2.9);
  expect(numberOf(rows.sym_30!.areaKm2) / numberOf(rows.sym_10!.areaKm2)).toBeLessThan(3);
  expect(rows.ua_side_40!.bySide.map(({ areaKm2 }) => numberOf(areaKm2) > 0)).toEqual([true, false]);
  expect(table!.patrols.map(({ option, chosen }) => [option, chosen])).toEqual([
    ["observers_5k", false],
    ["medium_18k", false],
    ["large_60k", false],
    ["doctrinal_100k", false],
  ]);
});

test("the table and the tiers tell the same areas", () => {
  const [table] = zoneTable(map, agenda);
  for (const { option, areaKm2, landKm2 } of table!.depths) {
    expect(tiersOnTheGround(map, agenda, { ...presented, D1_dmz_depth: option })[0]).toMatchObject({
      areaKm2,
      landKm2,
    });
  }
});

test("what is open is not known, and says which issue is open; what is known of it stays", () => {
  const [zone, forces, presence] = tiersOnTheGround(map, agenda, {});
  const open = { status: "unknown", reason: '"Depth of the demilitarised zone" is open.' };
  expect(zone).toMatchObject({ areaKm2: { answer: open }, lengthKm: { answer: { status: "exact" } } });
  expect(forces).toMatchObject({ areaKm2: { answer: open }, gaps: [open.reason] });
  expect(presence?.gaps).toEqual(['"European military presence" is open.']);
  for (const tier of [zone, forces, presence]) expect(tier?.geometry).toBeUndefined();
});

describe("a map with something missing says what", () => {
  const line: MapFeature = feature("front", {
    type: "LineString",
    coordinates: [
      [30, 48],
      [30, 49],
    ],
  });
  const zone: Tier = {
    kind: "demilitarised-zone",
    id: "zone",
    name: "Zone",
    line: "front",
    sides: { UA: "west" },
    depth: "D1_dmz_depth",
    depths: { sym_10: { UA: 5 } },
  };
  const chosen = { D1_dmz_depth: "sym_10" };

  test.each<[string, readonly MapFeature[], readonly Tier[], Choices, string]>([
    ["no line", [], [zone], chosen, 'The map has no shape "front".'],
    ["no area", [line], [zone], chosen, 'The map has no shape "west".'],
    [
      "a line that is a point",
      [feature("front", { type: "Point", coordinates: [30, 48] })],
      [zone],
      chosen,
      '"front" of the map is a Point, which is no line.',
    ],
    [
      "no depth for the option",
      [line],
      [zone],
      { D1_dmz_depth: "sym_30" },
      'The map does not say how deep "sym_30" is.',
    ],
    [
      "an option that the issue has not",
      [line],
      [zone],
      { D1_dmz_depth: "moat" },
      '"Depth of the demilitarised zone" has no option "moat".',
    ],
    ["an issue that the agenda has not", [line], [{ ...zone, depth: "X9" }], {}, 'The agenda has no issue "X9".'],
    [
      "tiers that wait for each other",
      [
        feature("west", {
          type: "Polygon",
          coordinates: [
            [
              [28, 47],
              [30, 47],
              [30, 50],
              [28, 50],
              [28, 47],
            ],
          ],
        }),
      ],
      [
        { kind: "forces", id: "a", name: "A", party: "UA", area: "west", without: ["b"], limits: [] },
        { kind: "forces", id: "b", name: "B", party: "UA", area: "west", without: ["a"], limits: [] },
      ],
      {},
      'The tiers "b" and "a" wait for each other.',
    ],
  ])("%s", (_, features, tiers, choices, reason) => {
    const [tier] = tiersOnTheGround({ features, tiers }, agenda, choices);
    expect(tier?.gaps).toContain(reason);
    expect(tier?.areaKm2.answer).toEqual({ status: "unknown", reason });
  });
});

test("a depth that the map is silent about is unknown for the strip, the forces behind it and its row, in a sentence", () => {
  const silent = {
    ...map,
    tiers: map.tiers.map((tier) => (tier.kind === "demilitarised-zone" ? { ...tier, depths: { none: {} } } : tier)),
  };
  const reason = 'The map does not say how deep "sym_30" is.';
  const unknown = { answer: { status: "unknown", reason } };
  const [zone, forces] = tiersOnTheGround(silent, agenda, { ...presented, D1_dmz_depth: "sym_30" });
  expect(zone).toMatchObject({ areaKm2: unknown, landKm2: unknown, bySide: [], gaps: [reason] });
  expect(forces).toMatchObject({ areaKm2: unknown, gaps: [reason] });
  const row = zoneTable(silent, agenda)[0]!.depths.find(({ option }) => option === "sym_30");
  expect(row).toMatchObject({ areaKm2: unknown, landKm2: unknown });
});

test("whatever is chosen, every number is finite and not negative, or is unknown with a sentence", () => {
  const choices = fc.record(
    Object.fromEntries(agenda.issues.map(({ id, options }) => [id, fc.constantFrom(...options.map((one) => one.id))])),
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(choices, (chosen) => {
      for (const tier of tiersOnTheGround(map, agenda, chosen as Choices)) {
        for (const found of measuresOf(tier)) {
          const ends = endsOf(found);
          if (ends) {
            expect(ends.low).toBeGreaterThanOrEqual(0);
            expect(ends.high).toBeGreaterThanOrEqual(ends.low);
            expect(Number.isFinite(ends.high)).toBe(true);
          } else expect(found.answer).toMatchObject({ reason: expect.stringMatching(/\.$/) });
        }
      }
    }),
    { numRuns: 40 },
  );
});

function measuresOf(tier: TierOnTheGround): readonly Measure[] {
  switch (tier.kind) {
    case "demilitarised-zone":
      return [tier.areaKm2, tier.landKm2, tier.lengthKm, ...tier.patrols.map(({ perKm }) => perKm)];
    case "forces":
      return [tier.areaKm2];
    case "presence":
      return [tier.areaKm2, tier.troops, tier.brigades, tier.nearestKm, tier.farthestKm];
  }
}

function presenceOf(choices: Choices): Extract<TierOnTheGround, { kind: "presence" }> {
  const found = tiersOnTheGround(map, agenda, choices).find((tier) => tier.kind === "presence");
  if (!found) throw new Error("The flagship has a presence.");
  return found;
}

function mapOf(scenario: Scenario): ScenarioMap {
  if (!scenario.map) throw new Error("The scenario has a map.");
  return scenario.map;
}

function feature(id: string, geometry: MapFeature["geometry"]): MapFeature {
  return { id, name: id, approximate: true, sources: [], geometry };
}

function numberOf(found: Measure): number {
  return found.answer.status === "exact" ? found.answer.value : Number.NaN;
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
