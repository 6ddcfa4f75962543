import type { Agenda } from "#model";
import { type Event, settlementText } from "#room";
import { documentDigest } from "./digest.ts";

/** What the record holds of a settlement that was adopted. */
export type SettlementSource = {
  readonly negotiation: string;
  /** The negotiation's, from the hall's first entry. */
  readonly title: string;
  /** Exact text. */
  readonly agenda: string;
  readonly moved: Extract<Event, { readonly kind: "adoption moved" }>;
};

/** The exact text that an adoption names by its digest. May throw on an agenda or a motion that makes no sense. */
export type SettlementText = (of: SettlementSource) => string;

/** The text as every client of the room computes it. The agenda's own text is the JSON of the model's Agenda. */
export const recordedSettlement: SettlementText = ({ negotiation, title, agenda, moved }) => {
  const { motion, settlement, closes } = moved;
  const agendaDigest = documentDigest(agenda);
  const read: Agenda = JSON.parse(agenda); // bound by its digest to what every seat read; nonsense throws, which is refused
  return settlementText({ negotiation, agendaDigest, agenda: read, title, motion, settlement, closes });
};
