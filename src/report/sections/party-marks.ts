import type { PartyId } from "#model";
import { judgedParties, type ReportContext } from "./report-context.ts";

/** How a drawing shows a party: its hue and shape by its place in the agenda, and always its name. */
export type PartyMark = { readonly id: PartyId; readonly label: string; readonly slot: number };

export function partyMarks(context: ReportContext): PartyMark[] {
  return judgedParties(context).map((party) => ({
    id: party.id,
    label: party.name,
    slot: partySlot(context, party.id),
  }));
}

/** The party's place in the agenda; hues and shapes repeat after eight. */
export function partySlot({ analysis }: ReportContext, id: PartyId): number {
  return (
    Math.max(
      0,
      analysis.parties.findIndex((party) => party.id === id),
    ) % 8
  );
}
