import type { IssueId, OptionId, PartyId } from "#model";
import type { WhatIf } from "../deal/what-if.ts";

// What the reader's controls do to the assumptions, one at a time. The way back is `without` (deal/what-if.ts).

export function withReservation(whatIf: WhatIf, party: PartyId, to: number): WhatIf {
  return { ...whatIf, reservations: { ...whatIf.reservations, [party]: to } };
}

export function withWeight(whatIf: WhatIf, party: PartyId, issue: IssueId, to: number): WhatIf {
  return { ...whatIf, weights: { ...whatIf.weights, [party]: { ...whatIf.weights[party], [issue]: to } } };
}

export function withLine(whatIf: WhatIf, party: PartyId, line: string, enforced: boolean): WhatIf {
  return { ...whatIf, lines: { ...whatIf.lines, [party]: { ...whatIf.lines[party], [line]: enforced } } };
}

export function withFloor(whatIf: WhatIf, party: PartyId, floor: string, asked: boolean): WhatIf {
  return { ...whatIf, floors: { ...whatIf.floors, [party]: { ...whatIf.floors[party], [floor]: asked } } };
}

export function withReading(whatIf: WhatIf, term: string, party: PartyId, reading: OptionId): WhatIf {
  return { ...whatIf, readings: { ...whatIf.readings, [term]: { ...whatIf.readings[term], [party]: reading } } };
}

export function withSettled(whatIf: WhatIf, term: string, reading: OptionId): WhatIf {
  return { ...whatIf, settled: { ...whatIf.settled, [term]: reading } };
}
