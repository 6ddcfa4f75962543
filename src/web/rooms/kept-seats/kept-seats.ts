import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { SeatId } from "#room";
import { type KeptSeat, openSealedSeat } from "#seat";
import { type SeatRecord, type SeatRecordKind, type SeatRecords, seatKey } from "./seat-record.ts";
import { openSeatStore, type SeatStore } from "./seat-store.ts";

/** The one of this page. */
export const keptSeats: SeatStore = openSeatStore();

/** Seats under a passphrase that were opened in this tab: until it is closed, or locked again. */
const unlocked = new Map<string, KeptSeat>();
const lockListeners = new Set<() => void>();

export function onLocksChanged(listener: () => void): () => void {
  lockListeners.add(listener);
  return () => void lockListeners.delete(listener);
}

function locksChanged(): void {
  for (const listener of [...lockListeners]) listener();
}

/** The seat's keys; undefined while it is under a passphrase that this tab was not given. */
export function keysAtHand({ id, secret }: SeatRecord): KeptSeat | undefined {
  return secret.schema === "entente.seat/1" ? secret : unlocked.get(id);
}

/** Whether the passphrase opens it; the tab has the keys then. Takes about two seconds, that being its point. */
export async function unlock({ id, secret }: SeatRecord, passphrase: string): Promise<boolean> {
  if (secret.schema === "entente.seat/1") return true;
  const opened = await openSealedSeat(secret, passphrase);
  if (opened.ok) holdUnlocked(id, opened.value);
  return opened.ok;
}

/** The keys stay at hand in this tab: they were opened, or put under a passphrase, just now. */
export function holdUnlocked(id: string, kept: KeptSeat): void {
  unlocked.set(id, kept);
  locksChanged();
}

export function lock(id: string): void {
  unlocked.delete(id);
  locksChanged();
}

/** All records of a kind, as they are now in every tab; undefined until they are read. */
export function useKept<K extends SeatRecordKind>(kind: K): readonly SeatRecords[K][] | undefined {
  const [records, setRecords] = useState<readonly SeatRecords[K][]>();
  useEffect(() => {
    let wanted = true;
    const read = (): void => void keptSeats.all(kind).then((all) => wanted && setRecords(all));
    read();
    const deaf = keptSeats.onChange((changed) => changed === kind && read());
    return () => {
      wanted = false;
      deaf();
    };
  }, [kind]);
  return records;
}

export type OwnSeat =
  | { readonly state: "reading" }
  /** This browser has no such seat. */
  | { readonly state: "missing" }
  | { readonly state: "locked"; readonly record: SeatRecord }
  | { readonly state: "open"; readonly record: SeatRecord; readonly kept: KeptSeat };

/** A seat of this browser, as the address names it. */
export function useOwnSeat(negotiation: string, seat: SeatId): OwnSeat {
  const records = useKept("seat");
  const id = seatKey({ negotiation, seat });
  const kept = useSyncExternalStore(onLocksChanged, () => unlocked.get(id));
  return useMemo((): OwnSeat => {
    if (!records) return { state: "reading" };
    const record = records.find((one) => one.id === id);
    if (!record) return { state: "missing" };
    const keys = record.secret.schema === "entente.seat/1" ? record.secret : kept;
    return keys ? { state: "open", record, kept: keys } : { state: "locked", record };
  }, [records, id, kept]);
}

/** Why nothing is kept, to be shown for as long as it is so. */
export function useSeatTrouble() {
  return useSyncExternalStore(keptSeats.onChange, keptSeats.trouble);
}

/** The keys are gone with it, and nothing brings them back. */
export async function forgetSeat(id: string): Promise<void> {
  const ofSeat = async (kind: "draft" | "outbox"): Promise<string[]> =>
    (await keptSeats.all(kind)).flatMap((record) => (record.owner === id ? [record.id] : []));
  await keptSeats.remove("draft", ...(await ofSeat("draft")));
  await keptSeats.remove("outbox", ...(await ofSeat("outbox")));
  await keptSeats.remove("read", id);
  await keptSeats.remove("seat", id);
  lock(id);
}
