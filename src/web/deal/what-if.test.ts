import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluatePackage, rulesInForce } from "#analysis";
import { parseScenario } from "#language";
import { evaluate, type Scenario, weightTotal } from "#model";
import { toNumber } from "#prelude";
import { assume, asWritten, differences, type WhatIf, without } from "./what-if.ts";

const flagship = shipped("ukraine-2025");
const [russia, ukraine] = [
  flagship.sheets.find(({ party }) => party === "RU")!,
  flagship.sheets.find(({ party }) => party === "UA")!,
];

describe("assuming nothing", () => {
  test("the scenario stays the same object, so that what is computed from it stays known", () => {
    const { scenario, options } = assume(flagship, asWritten);
    expect(scenario).toBe(flagship);
    expect(options).toEqual({});
  });

  test("the options are new each time, so that an answer can be told from the one before", () => {
    expect(assume(flagship, asWritten).options).not.toBe(assume(flagship, asWritten).options);
  });

  test("an assumption equal to what is written, or about what the scenario does not have, assumes nothing", () => {
    const whatIf: WhatIf = {
      reservations: { RU: russia.reservation.mid, constructor: 3, nobody: 3, UA: Number.NaN },
      weights: { RU: { S1_eu_presence: 14, gone: 4, S2_us_role: -1 } },
      lines: { RU: { "ru-no-open-door": true, "ru-full-donbas": false, gone: true } },
      floors: { EU: { gone: false } },
      readings: { "us-backing": { EU: "article5_like", UA: "gone", toString: "isr_c2" }, gone: { EU: "isr_c2" } },
      settled: { "us-backing": "gone", gone: "isr_c2" },
    };
    const { scenario, options } = assume(flagship, whatIf);
    expect(scenario).toBe(flagship);
    expect(options).toEqual({});
    expect(differences(flagship, whatIf)).toEqual([]);
  });
});

describe("a reservation value", () => {
  test("moves with its range of judgement, and the surplus moves against it", () => {
    const { scenario } = assume(flagship, { ...asWritten, reservations: { RU: 40.5 } });
    const after = scenario.sheets.find(({ party }) => party === "RU")!;
    expect(after.reservation).toMatchObject({
      low: 30.5,
      mid: 40.5,
      high: 50.5,
      evidence: russia.reservation.evidence,
    });
    const presented = flagship.packages.find(({ id }) => id === "as_presented")!;
    const before = evaluatePackage(flagship, presented, {}).surplus.RU!;
    expect(evaluatePackage(scenario, presented, {}).surplus.RU).toBeCloseTo(before + 15.5, 9);
  });

  test("of one party leaves the other sheets, the agenda and the packages untouched", () => {
    const { scenario } = assume(flagship, { ...asWritten, reservations: { RU: 40 } });
    expect(scenario.agenda).toBe(flagship.agenda);
    expect(scenario.packages).toBe(flagship.packages);
    expect(scenario.sheets.filter(({ party }) => party !== "RU")).toEqual(
      flagship.sheets.filter((one) => one !== russia),
    );
    expect(scenario.sheets.find(({ party }) => party === "UA")).toBe(ukraine);
  });
});

describe("weights", () => {
  test("without a stated total the sum is what they are shares of", () => {
    const { total: _, ...unstated } = russia;
    const { scenario } = assume(
      { ...flagship, sheets: [unstated] },
      { ...asWritten, weights: { RU: { S1_eu_presence: 28 } } },
    );
    expect(toNumber(weightTotal(scenario.sheets[0]!))).toBe(toNumber(weightTotal(unstated)) + 14);
  });

  test("with a stated total the best conceivable settlement keeps its worth", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: 600 }), (total, halves) => {
        const sheet = { ...russia, total };
        const { scenario } = assume(
          { ...flagship, sheets: [sheet] },
          { ...asWritten, weights: { RU: { S1_eu_presence: halves / 2 } } },
        );
        expect(shares(scenario)).toBeCloseTo(shares({ ...flagship, sheets: [sheet] }), 6);
      }),
    );
  });

  test("that leave a party without any weight are not taken", () => {
    const none = Object.fromEntries(Object.keys(russia.issues).map((issue) => [issue, 0]));
    const whatIf = { ...asWritten, weights: { RU: none } };
    expect(assume(flagship, whatIf).scenario).toBe(flagship);
    expect(differences(flagship, whatIf)).toEqual([]);
  });

  test("moved anywhere, every settlement can still be judged and no range is out of order", () => {
    fc.assert(
      fc.property(assumptions(), (whatIf) => {
        const { scenario, options } = assume(flagship, whatIf);
        const settlement = flagship.packages[0]!.choices;
        for (const sheet of scenario.sheets) {
          expect(Number.isFinite(toNumber(evaluate(sheet, settlement, flagship.agenda.asOf).utility))).toBe(true);
          for (const { low, mid, high } of [
            sheet.reservation,
            ...Object.values(sheet.issues).map(({ weight }) => weight),
          ]) {
            expect(low <= mid && mid <= high).toBe(true);
          }
        }
        expect(() => rulesInForce(scenario, options)).not.toThrow();
      }),
      { numRuns: 50 },
    );
  });
});

describe("red lines and floors", () => {
  test("a hard line set aside and a declared one enforced are named for the engine by party and id", () => {
    const whatIf = { ...asWritten, lines: { RU: { "ru-no-open-door": false, "ru-full-donbas": true } } };
    const { scenario, options } = assume(flagship, whatIf);
    expect(scenario).toBe(flagship);
    expect(options).toEqual({ enforce: ["RU.ru-full-donbas"], setAside: ["RU.ru-no-open-door"] });
    const lines = rulesInForce(scenario, options)
      .lines.filter(({ party }) => party === "RU")
      .map(({ line }) => line.id);
    expect(lines).toContain("ru-full-donbas");
    expect(lines).not.toContain("ru-no-open-door");
  });

  test("a floor not asked for is set aside", () => {
    const sheet = flagship.sheets.find(({ floors }) => floors.length > 0)!;
    const [floor] = sheet.floors;
    const { options } = assume(flagship, { ...asWritten, floors: { [sheet.party]: { [floor!.id]: false } } });
    expect(rulesInForce(flagship, options).setAside).toContainEqual({
      kind: "floor",
      party: sheet.party,
      floor: floor!.id,
    });
  });

  test("a party that need not consent has no lines to assume anything about", () => {
    const bystander = { ...flagship, agenda: { ...flagship.agenda, consent: ["UA"] } };
    const whatIf = { ...asWritten, lines: { RU: { "ru-no-open-door": false } } };
    expect(assume(bystander, whatIf).options).toEqual({});
    expect(differences(bystander, whatIf)).toEqual([]);
  });
});

describe("a wording that parties read differently", () => {
  test("is read by a party as assumed", () => {
    const { scenario } = assume(flagship, { ...asWritten, readings: { "us-backing": { UA: "isr_c2" } } });
    expect(scenario.agenda.terms[0]!.readings).toEqual({ US: "isr_c2", EU: "article5_like", UA: "isr_c2" });
    expect(scenario.packages).toBe(flagship.packages);
  });

  test("taken in one reading changes just the packages that have the wording", () => {
    const { scenario } = assume(flagship, { ...asWritten, settled: { "us-backing": "isr_c2_air" } });
    const declared = ["isr_c2", "article5_like"];
    let changed = 0;
    scenario.packages.forEach((after, at) => {
      const before = flagship.packages[at]!;
      const has = declared.includes(before.choices.S2_us_role ?? "");
      if (has) changed++;
      if (!has) expect(after).toBe(before);
      else expect(after.choices).toEqual({ ...before.choices, S2_us_role: "isr_c2_air" });
    });
    expect(changed).toBeGreaterThan(0);
    expect(scenario.agenda).toBe(flagship.agenda);
  });
});

describe("the list of what differs", () => {
  test("names each difference once, with what it was and what it is", () => {
    const whatIf: WhatIf = {
      reservations: { RU: 40 },
      weights: { RU: { S1_eu_presence: 20 } },
      lines: { RU: { "ru-no-open-door": false } },
      floors: {},
      readings: { "us-backing": { RU: "isr_c2" } },
      settled: { "us-backing": "isr_c2" },
    };
    expect(differences(flagship, whatIf)).toEqual([
      { id: "reservation RU", kind: "reservation", party: "RU", from: 56, to: 40 },
      { id: "weight RU S1_eu_presence", kind: "weight", party: "RU", issue: "S1_eu_presence", from: 14, to: 20 },
      { id: "line RU ru-no-open-door", kind: "line", party: "RU", line: "ru-no-open-door", from: true, to: false },
      { id: "reading us-backing RU", kind: "reading", term: "us-backing", party: "RU", to: "isr_c2" },
      { id: "settled us-backing", kind: "settled", term: "us-backing", to: "isr_c2" },
    ]);
  });

  test("reset one by one, in whatever order, leaves the scenario as written", () => {
    fc.assert(
      fc.property(assumptions(), fc.infiniteStream(fc.nat()), (whatIf, order) => {
        let left = whatIf;
        for (let list = differences(flagship, left); list.length > 0; list = differences(flagship, left)) {
          const next = list[order.next().value! % list.length]!;
          left = without(left, next);
          expect(differences(flagship, left).map(({ id }) => id)).not.toContain(next.id);
        }
        const { scenario, options } = assume(flagship, left);
        expect(scenario).toBe(flagship);
        expect(options).toEqual({});
      }),
      { numRuns: 60 },
    );
  });

  test("is empty just when the scenario and the options are as written", () => {
    fc.assert(
      fc.property(assumptions(), (whatIf) => {
        const { scenario, options } = assume(flagship, whatIf);
        const settledNothing = differences(flagship, whatIf).every(({ kind }) => kind === "settled");
        const same = scenario === flagship && Object.keys(options).length === 0;
        // a term may be settled in a reading that every package has already
        if (!same || !settledNothing) expect(same).toBe(differences(flagship, whatIf).length === 0);
      }),
      { numRuns: 60 },
    );
  });

  test("of assumptions that all differ, all reset, is the empty record", () => {
    const whatIf: WhatIf = {
      ...asWritten,
      reservations: { RU: 1 },
      weights: { RU: { S1_eu_presence: 2, S2_us_role: 1 } },
    };
    expect(differences(flagship, whatIf).reduce<WhatIf>(without, whatIf)).toEqual(asWritten);
  });
});

/** What the reader could assume of the flagship, with a few things among it that mean nothing. */
function assumptions(): fc.Arbitrary<WhatIf> {
  const parties = [...flagship.agenda.parties.map(({ id }) => id), "nobody"];
  const of = <T>(keys: readonly string[], value: fc.Arbitrary<T>) =>
    fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 4, noNullPrototype: true });
  const issues = [...flagship.agenda.issues.map(({ id }) => id), "nothing"];
  const lines = flagship.sheets.flatMap(({ redLines }) => redLines.map(({ id }) => id));
  const floors = [...flagship.sheets.flatMap((sheet) => sheet.floors.map(({ id }) => id)), "none"];
  const options = flagship.agenda.issues.find(({ id }) => id === "S2_us_role")!.options.map(({ id }) => id);
  const points = fc.integer({ min: 0, max: 200 }).map((halves) => halves / 2);
  return fc.record({
    reservations: of(parties, points),
    weights: of(parties, of(issues, fc.oneof(points, fc.constant(0)))),
    lines: of(parties, of(lines, fc.boolean())),
    floors: of(parties, of(floors, fc.constant(false))),
    readings: of(["us-backing", "none"], of(parties, fc.constantFrom(...options, "unknown"))),
    settled: of(["us-backing", "none"], fc.constantFrom(...options, "unknown")),
  });
}

/** What the weights sum to as shares of the total. */
function shares({ sheets: [sheet] }: Scenario): number {
  const sum = Object.values(sheet!.issues).reduce((so, { weight }) => so + weight.mid, 0);
  return sum / toNumber(weightTotal(sheet!));
}

function shipped(id: string): Scenario {
  const folder = join(import.meta.dirname, "../../../scenarios", id);
  const sheets = readdirSync(join(folder, "sheets")).map((file) => `sheets/${file}`);
  const files = new Map(["scenario.yaml", ...sheets].map((file) => [file, readFileSync(join(folder, file), "utf8")]));
  return parseScenario(files).scenario!;
}
