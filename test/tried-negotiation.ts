import type { StreamId } from "#room";
import type { Happened } from "#seat";
import { accept, agreed, offer, onlyIf, said, supposal } from "../src/room/trial/moves.ts";
import { trialAgenda } from "../src/room/trial/trial-agenda.ts";
import { done, type TrialRoom, trialRoom } from "../src/room/trial/trial-room.ts";

export { move, proposal, reject, reopen, vote, withdraw } from "../src/room/trial/moves.ts";
export { accept, agreed, done, offer, onlyIf, said, supposal, type TrialRoom, trialAgenda, trialRoom };

/** The streams of a trial as one who sees all of them would have them. */
export function happenedIn({ entries }: TrialRoom): ReadonlyMap<StreamId, readonly Happened[]> {
  const streams = new Map<StreamId, Happened[]>();
  for (const { stream, version, at, events } of entries) {
    const happened = streams.get(stream) ?? [];
    happened.push({ version, at, author: authorOf(events), events });
    streams.set(stream, happened);
  }
  return streams;
}

/** The trial keeps no authors; what tells its author itself is enough here. */
function authorOf(events: Happened["events"]): string {
  const [event] = events;
  if (event?.kind === "tabled") return event.offer.author;
  return event && "seat" in event ? event.seat : "host";
}

/** A minute later on the trial's clock. */
export function later(room: TrialRoom, minutes = 1): void {
  room.clock = new Date(Date.parse(room.clock) + minutes * 60_000).toISOString();
}
