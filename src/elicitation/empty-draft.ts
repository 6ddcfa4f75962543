import type { Agenda, PartyId } from "#model";
import type { SheetDraft } from "./draft.ts";

/** A draft in which nothing has been said yet. */
export function emptyDraft(agenda: Agenda, party: PartyId, author: string): SheetDraft {
  return {
    schema: "entente.sheet-draft/1",
    agenda: agenda.id,
    party,
    kind: "own",
    author,
    statements: [],
    freeScales: [],
    redLines: [],
    linkages: [],
    floors: [],
    evidence: { sources: [] },
  };
}
