import { useEffect, useRef, useState } from "react";
import type { Agenda, PreferenceSheet } from "#model";
import type { ChannelState, Debrief } from "#room";
import type { Found } from "./use-whole-search.ts";

export type DebriefQuestion = {
  readonly round: number;
  readonly agenda: Agenda;
  readonly channels: readonly ChannelState[];
  readonly sheets: readonly PreferenceSheet[];
};

export type DebriefReply =
  | { readonly round: number; readonly debrief: Debrief }
  | { readonly round: number; readonly failed: string };

/** In a worker: every offer is valued by every sheet, and the changes of up to three issues are tried one by one. */
export function useDebrief(
  agenda: Agenda,
  channels: readonly ChannelState[],
  sheets: readonly PreferenceSheet[],
): Found<Debrief> {
  const [found, setFound] = useState<Found<Debrief>>({ state: "searching" });
  const worker = useRef<Worker>(undefined);
  const round = useRef(0);
  useEffect(() => {
    const mine = new Worker(new URL("./debrief-worker.ts", import.meta.url), { type: "module" });
    worker.current = mine;
    mine.addEventListener("message", ({ data }: MessageEvent<DebriefReply>) => {
      // our own worker, which says nothing else; an answer to an earlier question is not heard
      if (data.round !== round.current) return;
      setFound("debrief" in data ? { state: "found", value: data.debrief } : { state: "failed", why: data.failed });
    });
    mine.addEventListener("error", (event) => setFound({ state: "failed", why: event.message }));
    return () => mine.terminate();
  }, []);
  useEffect(() => {
    // what was said is not asked about, and may be long
    const bare = channels.map((channel) => ({ ...channel, said: [], countersigned: new Map(), wordKeys: {} }));
    const question: DebriefQuestion = { round: ++round.current, agenda, channels: bare, sheets };
    worker.current?.postMessage(question);
  }, [agenda, channels, sheets]);
  return found;
}
