import type { EntryBody } from "#record";
import { type ChannelState, evolveAll, type HallState, type StreamId, type StreamState } from "#room";
import type { Store } from "#store";

/** The hall and the public channels as they stand, by which random moves are drawn; of other streams nothing is looked at. */
export type PublicView = {
  readonly hallStream: StreamId;
  readonly hall: () => HallState;
  readonly channels: () => readonly (readonly [StreamId, ChannelState])[];
  readonly headOf: (stream: StreamId, version: number) => string;
  readonly refresh: () => Promise<void>;
};

export async function publicView(store: Store, negotiation: string): Promise<PublicView> {
  const row = await store.negotiation(negotiation);
  if (!row) throw new Error("the negotiation was not opened");
  const states = new Map<StreamId, StreamState>();
  const heads = new Map<StreamId, string[]>();

  async function follow(stream: StreamId): Promise<void> {
    const known = heads.get(stream) ?? [];
    heads.set(stream, known);
    for (const { body, version, hash } of await store.entries(negotiation, stream, known.length, 10_000)) {
      const { events, at }: EntryBody = JSON.parse(body); // the host's own
      states.set(stream, evolveAll(states.get(stream), events, { version, at }));
      known.push(hash);
    }
  }

  const hall = (): HallState => {
    const state = states.get(row.hall);
    if (state?.kind !== "hall") throw new Error("the hall is open");
    return state;
  };
  return {
    hallStream: row.hall,
    hall,
    channels: () =>
      hall().channels.flatMap(({ id }): (readonly [StreamId, ChannelState])[] => {
        const state = states.get(id);
        return state?.kind === "channel" ? [[id, state]] : [];
      }),
    headOf: (stream, version) => heads.get(stream)?.[version - 1] ?? "0".repeat(64),
    refresh: async () => {
      await follow(row.hall);
      for (const { id } of hall().channels) await follow(id);
    },
  };
}
