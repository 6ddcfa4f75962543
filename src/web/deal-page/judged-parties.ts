import type { PartyId, Scenario } from "#model";

export type JudgedParty = {
  readonly id: PartyId;
  readonly name: string;
  readonly slot: number;
  readonly scale: number;
  readonly reservation: { readonly low: number; readonly mid: number; readonly high: number };
};

/** The parties with a sheet, in the agenda's order, as charts and tables show them. */
export function judgedParties({ agenda, sheets }: Scenario): readonly JudgedParty[] {
  return agenda.parties.flatMap(({ id, name }, place) => {
    const sheet = sheets.find(({ party }) => party === id);
    if (!sheet) return [];
    const { low, mid, high } = sheet.reservation;
    return [{ id, name, slot: place % 8, scale: sheet.scale, reservation: { low, mid, high } }];
  });
}
