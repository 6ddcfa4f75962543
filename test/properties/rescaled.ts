import type { Scenario } from "#model";
import { asWrittenNumber, decimal, plus, times } from "../oracle/fraction.ts";
import { judged, noEvidence } from "../oracle/plain-scenario.ts";

/** The same scenario with one party's utilities, reservation value and cap at `factor` x utility + `shift` points. */
export function rescaled(scenario: Scenario, party: string, factor: number, shift: number): Scenario {
  const affine = (points: number): number => {
    const exact = asWrittenNumber(plus(times(decimal(points), decimal(factor)), decimal(shift)));
    if (exact === undefined) throw new Error(`${factor} x ${points} + ${shift} has no decimal`);
    return exact;
  };
  return {
    ...scenario,
    sheets: scenario.sheets.map((sheet) => {
      if (sheet.party !== party) return sheet;
      const scale = sheet.scale * factor;
      return {
        ...sheet,
        scale,
        ...(sheet.cap === undefined ? {} : { cap: affine(sheet.cap) }),
        reservation: { ...sheet.reservation, ...judged(affine(sheet.reservation.mid)) },
        linkages: [
          ...sheet.linkages,
          // An empty condition always holds.
          { id: "shift", evidence: noEvidence, kind: "combination", when: [], value: judged(shift), of: scale },
        ],
      };
    }),
  };
}
