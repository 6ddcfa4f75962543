import fc from "fast-check";
import { expect, test } from "vitest";
import { day, evidence, judged, line, sheet, when } from "../../test/tiny-scenario.ts";
import { appraise, appraiseDraw } from "./appraisal.ts";

const options = { land: ["keep", "share", "give"], money: ["none", "some"] } as const;
const settlements = options.land.flatMap((land) => options.money.map((money) => ({ land, money })));
const value = fc.integer({ min: 0, max: 100 });

test("exact and floating-point appraisals agree on random sheets with linkages, lines and floors", () => {
  const sheets = fc.record({
    values: fc.array(value, { minLength: 9, maxLength: 9 }),
    weight: fc.integer({ min: 1, max: 9 }),
    extra: fc.integer({ min: -9, max: 9 }),
    cap: fc.option(value),
  });
  fc.assert(
    fc.property(sheets, ({ values, weight, extra, cap }) => {
      const [keep, share, give, none, some, reservation, cell, min, other] = values as [
        number,
        number,
        number,
        number,
        number,
        number,
        number,
        number,
        number,
      ]; // nine are drawn
      const drawn = {
        ...sheet("A", {
          reservation,
          issues: { land: [weight, { keep, share, give }], money: [other + 1, { none, some }] },
          linkages: [
            {
              id: "c",
              kind: "combination",
              when: when({ land: "keep", money: "some" }),
              value: judged(extra),
              of: 100,
              evidence: evidence(),
            },
            {
              id: "t",
              kind: "table",
              issue: "money",
              given: "land",
              table: { give: { some: judged(cell) } },
              evidence: evidence(),
            },
          ],
          redLines: [line("l", when({ land: ["keep", "give"] }))],
          floors: [{ id: "f", issue: "money", commitments: ["some"], min, evidence: evidence() }],
        }),
        ...(cap === null ? {} : { cap }),
      };
      for (const settlement of settlements) {
        const exactly = appraise(drawn, settlement, day("2025-01-01"));
        const quickly = appraiseDraw(drawn, settlement, day("2025-01-01"));
        expect(quickly.utility).toBeCloseTo(exactly.utility, 9);
        expect(Math.sign(quickly.surplus)).toBe(Math.sign(exactly.surplus));
        expect(quickly.linesBroken).toEqual(exactly.linesBroken);
        expect(quickly.floorsBroken).toEqual(exactly.floorsBroken);
      }
    }),
  );
});
