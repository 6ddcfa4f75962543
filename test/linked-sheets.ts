import fc from "fast-check";
import type { Linkage, PartyId, PreferenceSheet } from "#model";
import { evidence, judged, sheet, when } from "./tiny-scenario.ts";

/** Issues i0, i1, ... of options x, y, z. */
export const xyz = ["x", "y", "z"];

const value = fc.integer({ min: 0, max: 100 });
const values = fc.tuple(value, value, value).map(([x, y, z]) => ({ x, y, z }));
const option = fc.constantFrom(...xyz);

/** Sheets over so many issues of three options, with a table, some combinations and now and then a cap. */
export function linkedSheets(party: PartyId, issues: number): fc.Arbitrary<PreferenceSheet> {
  const name = fc.integer({ min: 0, max: issues - 1 }).map((at) => `i${at}`);
  const combination = fc
    .record({ when: fc.dictionary(name, option, { minKeys: 1, maxKeys: 3 }), worth: fc.integer({ min: -30, max: 30 }) })
    .map((each): Linkage => {
      return {
        id: "c",
        kind: "combination",
        when: when(each.when),
        value: judged(each.worth),
        of: 100,
        evidence: evidence(),
      };
    });
  const table = fc
    .record({
      two: fc.shuffledSubarray(
        Array.from({ length: issues }, (_, at) => `i${at}`),
        { minLength: 2, maxLength: 2 },
      ),
      x: value,
      y: value,
    })
    .map(({ two, x, y }): Linkage => {
      return {
        id: "t",
        kind: "table",
        issue: two[0]!,
        given: two[1]!,
        table: { x: { x: judged(x), y: judged(y) }, z: { z: judged(x) } },
        evidence: evidence(),
      };
    });
  return fc
    .record({
      weights: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: issues, maxLength: issues }),
      values: fc.array(values, { minLength: issues, maxLength: issues }),
      combinations: fc.array(combination, { maxLength: 3 }),
      tables: fc.array(table, { maxLength: 1 }),
      cap: fc.option(fc.integer({ min: 40, max: 90 }), { freq: 3, nil: undefined }),
      reservation: fc.integer({ min: 0, max: 100 }),
    })
    .map((drawn) => ({
      ...sheet(party, {
        reservation: drawn.reservation,
        issues: Object.fromEntries(drawn.weights.map((weight, at) => [`i${at}`, [weight, drawn.values[at]!] as const])),
        linkages: [...drawn.tables, ...drawn.combinations],
      }),
      ...(drawn.cap === undefined ? {} : { cap: drawn.cap }),
    }));
}
