import type { DelegationId, Level, SeatId, SeatRole } from "#room";
import type { KeptSeat, Remembered, SealedSeat } from "#seat";

/** One seat of this browser. What makes it the seat is `secret`; the rest may be read by whoever sits at this machine. */
export type SeatRecord = {
  /** As `seatKey` makes it. */
  readonly id: string;
  readonly negotiation: string;
  readonly seat: SeatId;
  readonly secret: KeptSeat | SealedSeat;
  /** "taking": the link was opened and the seat not taken yet, so that a reload loses nothing. */
  readonly state: "taking" | "taken";
  /** While it is being taken: what the host is asked with again if its answer was lost. */
  readonly attempt?: string;
  /** The agenda's exact text, as the host gave it; absent before it has. */
  readonly agenda?: string;
  /** As the hall says them; absent before it was read. */
  readonly title?: string;
  readonly name?: string;
  readonly role?: SeatRole;
  readonly delegation?: DelegationId;
  readonly level?: Level;
  /** When it came into this browser. */
  readonly since: string;
  /** What the host has shown on earlier visits, so that it cannot begin anew with another history. */
  readonly remembered?: Remembered;
  /** The set of training groups that it was made in, and its group's name there. */
  readonly training?: { readonly set: string; readonly group: string };
};

/** An invite link that this browser's own seat handed out and that nobody has used yet, as far as was seen. */
export type InviteRecord = {
  /** The token's digest: what the host calls it by. */
  readonly id: string;
  readonly negotiation: string;
  readonly seat: SeatId;
  readonly link: string;
  readonly expiresAt: string;
};

/** Several groups that were made from one plan. */
export type TrainingRecord = {
  readonly id: string;
  readonly title: string;
  /** How the address names the scenario they were made from: its sheets are the briefs. */
  readonly scenario: string;
  readonly since: string;
  readonly groups: readonly { readonly name: string; readonly negotiation: string; readonly seat: SeatId }[];
};

/** A draft or a command on its way: sealed with the delegation's key, so that a seat's passphrase covers it too. */
export type SealedRecord = { readonly id: string; readonly owner: string; readonly sealed: string };

/** How far each stream was read by the person at this browser. */
export type ReadRecord = { readonly id: string; readonly versions: Readonly<Record<string, number>> };

export type SeatRecords = {
  readonly seat: SeatRecord;
  readonly invite: InviteRecord;
  readonly training: TrainingRecord;
  readonly draft: SealedRecord;
  readonly outbox: SealedRecord;
  readonly read: ReadRecord;
};
export type SeatRecordKind = keyof SeatRecords;

export const seatRecordKinds: readonly SeatRecordKind[] = ["seat", "invite", "training", "draft", "outbox", "read"];

export function seatKey({ negotiation, seat }: { readonly negotiation: string; readonly seat: SeatId }): string {
  return `${negotiation}.${seat}`;
}
