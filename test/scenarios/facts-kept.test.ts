import { describe, expect, test } from "vitest";
import { isUndated, type PreferenceSheet, type Scenario } from "#model";
import { shippedFile, shippedScenario } from "./shipped-scenario.ts";

const flagship = shippedScenario("ukraine-2025");
const count = (scenario: Scenario): bigint =>
  scenario.agenda.issues.reduce((product, { options }) => product * BigInt(options.length), 1n);
const sheetOf = (scenario: Scenario, party: string): PreferenceSheet =>
  scenario.sheets.find((sheet) => sheet.party === party)!;

describe("ukraine-2025", () => {
  test("has 22 issues in six clusters, four parties, twelve packages and 42,278,584,320,000 combinations", () => {
    const { agenda, packages } = flagship;
    expect(agenda.issues).toHaveLength(22);
    expect(agenda.clusters.map(({ id }) => id)).toEqual(["S", "D", "T", "E", "O", "P"]);
    expect(agenda.parties.map(({ id }) => id)).toEqual(["UA", "RU", "US", "EU"]);
    expect(agenda.consent).toEqual(["UA", "RU", "US", "EU"]);
    expect(packages).toHaveLength(12);
    expect(count(flagship)).toBe(42_278_584_320_000n);
  });

  test.each([
    { party: "UA", reservation: [40, 48, 56] },
    { party: "RU", reservation: [46, 56, 66] },
    { party: "US", reservation: [35, 45, 55] },
    { party: "EU", reservation: [38, 46, 54] },
  ])("keeps the reservation range of $party, as a low-confidence estimate", ({ party, reservation }) => {
    const sheet = sheetOf(flagship, party);
    const { low, mid, high, evidence } = sheet.reservation;
    expect([low, mid, high]).toEqual(reservation);
    expect(evidence.confidence).toBe("low");
    expect(sheet.kind).toBe("estimate");
  });

  test("keeps Europe's floor of 35 on every deployment, and what each is worth by US role", () => {
    const { floors, linkages } = sheetOf(flagship, "EU");
    expect(floors.map(({ commitments, min }) => ({ commitments, min }))).toEqual([
      { commitments: ["reactive", "training_hubs", "west_capped", "deep_wide"], min: 35 },
    ]);
    const table = linkages.flatMap((linkage) => (linkage.kind === "table" ? [linkage.table] : []))[0]!;
    expect(Object.values(table).map((row) => Object.values(row).map(({ mid }) => mid))).toEqual([
      [35, 20, 5, 0],
      [58, 45, 25, 12],
      [65, 58, 42, 30],
      [75, 70, 90, 95],
    ]);
  });

  test("has 13 hard and 4 declared lines, two of them dated", () => {
    const lines = flagship.sheets.flatMap(({ redLines }) => redLines);
    expect(lines.filter(({ kind }) => kind === "hard")).toHaveLength(13);
    expect(lines.filter(({ kind }) => kind === "declared").map(({ id }) => id)).toEqual([
      "ua-no-withdrawal-from-donbas",
      "ua-no-mutual-zone",
      "ua-no-nonwestern-patrol",
      "ru-full-donbas",
    ]);
    expect(lines.filter((line) => !isUndated(line)).map(({ id, until }) => [id, until])).toEqual([
      ["ua-no-mutual-zone", "2025-12-23"],
      ["us-no-backstop", "2025-11-20"],
    ]);
  });

  test("cites at least one source for every line, floor, linkage but one, and reservation value", () => {
    for (const { redLines, floors, linkages, reservation } of flagship.sheets) {
      const cited = [...redLines, ...floors, ...linkages, { id: "reservation", ...reservation }];
      for (const { id, evidence } of cited) {
        if (id !== "ru-limits-without-presence") expect([id, evidence.sources.length > 0]).toEqual([id, true]);
      }
    }
  });

  test("has a claim for each of the rows A1 to A48 of the article", () => {
    const rows = new Set(flagship.claims.map(({ row }) => row));
    expect(rows).toEqual(new Set(Array.from({ length: 48 }, (_, at) => `A${at + 1}`)));
  });

  test("puts off only what rooms, monitoring or agents must decide", () => {
    const later = flagship.claims.filter(({ question }) => question.kind === "later").map(({ id }) => id);
    expect(later).toEqual(["A32b", "A42", "A45", "A46", "A47"]);
  });

  test("keeps the facts' chances of intervention, costs and chance of a quick success, and marks all else", () => {
    const [threshold] = flagship.durability!.guarantees; // the flagship has the file, and this guarantee first
    const judged = Object.entries(threshold!.parameters).map(([key, { cases }]) => [
      key,
      cases.flatMap(({ placeholder, value }) => (placeholder ? [] : [value.mid])),
    ]);
    expect(Object.fromEntries(judged)).toEqual({
      prize: [],
      successAlone: [0.5],
      warCost: [30],
      widerWarCost: [100],
      intervention: [0.03, 0.12, 0.12, 0.2, 0.35, 0.75],
      penalty: [0],
      peace: [0],
    });
  });

  test("draws one line of contact of 62 vertices", () => {
    // the one cast: the file is ours and its shape is what this test is about
    const map = JSON.parse(shippedFile("ukraine-2025", "map/line-of-contact.geojson")) as {
      features: { geometry: { type: string; coordinates: unknown[] } }[];
    };
    const lines = map.features.filter(({ geometry }) => geometry.type === "LineString");
    expect(lines.map(({ geometry }) => geometry.coordinates.length)).toEqual([62]);
  });
});

test.each([
  { name: "essequibo-2025", parties: ["GY", "VE", "US", "BR"], settlements: 55_296n, reservations: [52, 45, 50, 50] },
  { name: "scarborough-2025", parties: ["PH", "CN", "US", "AS"], settlements: 82_944n, reservations: [45, 52, 48, 45] },
])("$name has nine issues, four consenting parties, three packages and no rule", (facts) => {
  const scenario = shippedScenario(facts.name);
  expect(scenario.agenda.issues).toHaveLength(9);
  expect(scenario.agenda.consent).toEqual(facts.parties);
  expect(scenario.sheets.map(({ reservation }) => reservation.mid)).toEqual(facts.reservations);
  expect(scenario.packages).toHaveLength(3);
  expect(scenario.agenda.rules).toEqual([]);
  expect(count(scenario)).toBe(facts.settlements);
});
