import { useCallback, useEffect, useState } from "react";
import type { KeptSeat } from "#seat";
import type { Asked } from "../host/ask-host.ts";
import { type Look, lookIn } from "../host/look-in.ts";
import { keysAtHand, useKept } from "../kept-seats/kept-seats.ts";
import { type SeatRecord, seatKey, type TrainingRecord } from "../kept-seats/seat-record.ts";

/** One group of a set: its seat in this browser, and what that seat sees. */
export type Group = {
  readonly name: string;
  readonly negotiation: string;
  readonly seat: string;
  /** Undefined: the seat was forgotten here. */
  readonly record?: SeatRecord;
  readonly kept?: KeptSeat;
  /** Undefined until the host has answered. */
  readonly look?: Asked<Look>;
};

const everyMs = 15_000;

/** The set's groups, looked at again now and then. */
export function useGroups(set: TrainingRecord): { readonly groups: readonly Group[]; readonly again: () => void } {
  const seats = useKept("seat");
  const [looks, setLooks] = useState<ReadonlyMap<string, Asked<Look>>>(new Map());
  const [turn, setTurn] = useState(0);
  // `turn` looks anew
  useEffect(() => {
    let wanted = true;
    const lookAtAll = async (): Promise<void> => {
      for (const group of set.groups) {
        const look = await lookIn(group); // one after the other: a class of groups asks the host gently
        if (!wanted) return;
        setLooks((before) => new Map(before).set(seatKey(group), look));
      }
    };
    void lookAtAll();
    const timer = setInterval(() => document.visibilityState === "visible" && void lookAtAll(), everyMs);
    return () => {
      wanted = false;
      clearInterval(timer);
    };
  }, [set.groups, turn]);
  const again = useCallback(() => setTurn((before) => before + 1), []);
  const groups = set.groups.map(({ name, negotiation, seat }): Group => {
    const id = seatKey({ negotiation, seat });
    const record = seats?.find((one) => one.id === id);
    const kept = record && keysAtHand(record);
    const look = looks.get(id);
    return { name, negotiation, seat, ...(record && { record }), ...(kept && { kept }), ...(look && { look }) };
  });
  return { groups, again };
}
