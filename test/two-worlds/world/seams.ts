import type { Instant } from "#room";
import type { Store } from "#store";
import type { RoomsHost } from "../../../src/server/rooms/host.ts";
import type { Hub } from "../../../src/server/rooms/hub.ts";
import type { Gates } from "../../../src/server/rooms/limits.ts";
import type { Line } from "../../../src/server/rooms/seat-socket.ts";

export type RandomSource = (purpose: string, size: number) => Uint8Array;

/** An HTTP answer on its way out, which a seam may change. */
export type HttpAnswer = {
  status: number;
  readonly headers: Record<string, string | number | string[] | undefined>;
  body: string;
};
export type HttpQuestion = { readonly method: string; readonly url: string; readonly seat: string | undefined };

/**
 * Where a leak can be planted: around each part that stands between one audience's secrets and what another is sent. Left
 * out, a part is as it is.
 */
export type Seams = {
  readonly store?: (store: Store) => Store;
  readonly random?: (random: RandomSource) => RandomSource;
  readonly clock?: (clock: () => Instant) => () => Instant;
  readonly host?: (host: RoomsHost) => RoomsHost;
  readonly hub?: (hub: Hub) => Hub;
  /** `elapsed`: milliseconds. */
  readonly gates?: (gates: Gates, elapsed: () => number) => Gates;
  readonly line?: (line: Line, seat: string) => Line;
  readonly http?: (answer: HttpAnswer, question: HttpQuestion) => void | Promise<void>;
};
