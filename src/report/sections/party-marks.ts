import type { PartyId } from "#model";
import { judgedParties, type ScenarioContext } from "./report-context.ts";

/** How a drawing shows a party: its hue and shape by its place in the agenda, and always its name. */
export type PartyMark = { readonly id: PartyId; readonly label: string; readonly slot: number };

export function partyMarks(context: ScenarioContext): PartyMark[] {
  return judgedParties(context).map((party) => ({
    id: party.id,
    label: party.name,
    slot: partySlot(context, party.id),
  }));
}

/** The party's place in the agenda; hues and shapes repeat after eight. */
export function partySlot({ scenario }: ScenarioContext, id: PartyId): number {
  return (
    Math.max(
      0,
      scenario.agenda.parties.findIndex((party) => party.id === id),
    ) % 8
  );
}
