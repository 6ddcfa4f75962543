import type { Entry, EntryBody } from "#record";
import { type ChannelState, evolveAll, type HallState, type StreamState } from "#room";
import type { StreamHere } from "#wire";
import { type Asked, askEntries, askStreams, type SeatAddress } from "./ask-host.ts";

/** What a seat sees from outside the room: which streams there are, the hall, and the plenary if it sits there. */
export type Look = {
  /** The host's time. */
  readonly now: string;
  readonly streams: readonly StreamHere[];
  readonly hallStream: string;
  readonly hall: HallState;
  readonly plenary?: ChannelState;
};

/**
 * One look at a negotiation, for lists and overviews. It folds what the host says and checks no signature: the room itself,
 * once entered, checks every entry.
 */
export async function lookIn(of: SeatAddress): Promise<Asked<Look>> {
  const seen = await askStreams(of);
  if (!seen.ok) return seen;
  const { now, streams } = seen.value;
  const hallStream = streams.find(({ kind }) => kind === "hall")?.stream;
  if (hallStream === undefined) return faulty;
  const hall = await readStream(of, hallStream);
  if (!hall.ok) return hall;
  if (hall.value?.kind !== "hall") return faulty;
  const plenaryPlan = hall.value.channels.find(({ kind }) => kind === "plenary");
  const sits = plenaryPlan && streams.some(({ stream }) => stream === plenaryPlan.id);
  const plenary = sits ? await readStream(of, plenaryPlan.id) : undefined;
  const state = plenary?.ok ? plenary.value : undefined;
  return {
    ok: true,
    value: { now, streams, hallStream, hall: hall.value, ...(state?.kind === "channel" ? { plenary: state } : {}) },
  };
}

const faulty = {
  ok: false,
  why: "refused",
  message: "The host’s answer cannot be read as a negotiation.",
} as const;

async function readStream(of: SeatAddress, stream: string): Promise<Asked<StreamState | undefined>> {
  const entries = await askEntries(of, stream);
  if (!entries.ok) return entries;
  try {
    return { ok: true, value: stateOf(entries.value) };
  } catch {
    return faulty;
  }
}

function stateOf(entries: readonly Entry[]): StreamState | undefined {
  return entries.reduce<StreamState | undefined>((state, entry) => {
    const { events, version, at }: EntryBody = JSON.parse(entry.body); // what cannot have happened throws in `evolveAll`
    return evolveAll(state, events, { version, at });
  }, undefined);
}
