import { keptSeats } from "./kept-seats.ts";

/** How far each stream of a seat was read in this browser; 0 for one that never was. `seat`: as `seatKey` makes it. */
export async function readVersions(seat: string): Promise<Readonly<Record<string, number>>> {
  return (await keptSeats.get("read", seat))?.versions ?? {};
}

let marking: Promise<void> = Promise.resolve();

/** Everything of the stream up to this version was seen. Never goes back. One after the other, so that none is lost. */
export function markRead(seat: string, stream: string, version: number): Promise<void> {
  marking = marking.then(() => mark(seat, stream, version));
  return marking;
}

async function mark(seat: string, stream: string, version: number): Promise<void> {
  const before = await readVersions(seat);
  if ((before[stream] ?? 0) >= version) return;
  await keptSeats.put("read", { id: seat, versions: { ...before, [stream]: version } });
}

/** How many entries of these streams were not looked at. */
export function unreadOf(
  streams: readonly { readonly stream: string; readonly version: number }[],
  read: Readonly<Record<string, number>>,
): number {
  return streams.reduce((sum, { stream, version }) => sum + Math.max(0, version - (read[stream] ?? 0)), 0);
}
