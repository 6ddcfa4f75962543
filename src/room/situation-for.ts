import type { Agenda } from "#model";
import { audienceOf, seenByAll } from "./audience.ts";
import type { StreamId } from "./channel.ts";
import type { Situation } from "./situation.ts";
import type { StreamState } from "./state.ts";

/** A negotiation as somebody holds it: the host all its streams, a client those that its seat sees. */
export type Holding = {
  readonly negotiation: string;
  readonly agenda: Agenda;
  readonly hostKey: string;
  readonly hallStream: StreamId;
  readonly streams: ReadonlyMap<StreamId, StreamState>;
};

/** What the shell brings: its clock, its random source, its hash. */
export type Shell = Pick<Situation, "at" | "newId" | "digestOf">;

/**
 * The situation of a command to `address`. Whatever else is held, it contains only what every member of that stream sees, so
 * that the host and each of those members decide alike.
 */
export function situationFor(holding: Holding, address: StreamId | "new", shell: Shell): Situation {
  const { negotiation, agenda, hostKey, hallStream, streams } = holding;
  const first = streams.get(hallStream);
  const hall = first?.kind === "hall" ? first : undefined;
  const stream = address === "new" ? undefined : streams.get(address);
  const members = hall === undefined || stream === undefined ? [] : audienceOf(hall, stream);
  const { at, newId, digestOf } = shell;
  return {
    negotiation,
    agenda,
    hostKey,
    hallStream,
    hall,
    address,
    stream,
    seenByAll: seenByAll(streams, members),
    at,
    newId,
    digestOf,
  };
}
