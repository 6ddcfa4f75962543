import { randomBytes } from "node:crypto";
import { openStore, type Store } from "#store";
import { roomsHost } from "./host.ts";
import { hexOf } from "./host-parts.ts";
import { newHub } from "./hub.ts";
import { gates, usualLimits } from "./limits.ts";
import { housePresence } from "./presence.ts";
import type { OpenRooms, RoomsOptions } from "./room-service.ts";
import { roomsApp } from "./rooms-app.ts";

/** How often it is looked who is here, and what has run out of time. */
const tickEvery = 1000;
/** How long clients may take to hear the goodbye. */
const patienceMs = 300;

/** The rooms on a database, ready for requests. */
export async function openRooms(
  { databaseUrl, ownerUrl, dataFolder, tell, ...options }: RoomsOptions,
  isOwnHost: (header: string | undefined) => boolean,
): Promise<OpenRooms> {
  const store = await openStore({
    dataFolder,
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    ...(ownerUrl === undefined ? {} : { ownerUrl }),
    ...(tell === undefined ? {} : { tell }),
  });
  try {
    const rooms = await roomsOn(store, { ...options, isOwnHost });
    return {
      ...rooms,
      close: async () => {
        await rooms.close();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

export type RoomsOnStore = Pick<RoomsOptions, "limits" | "origins" | "at"> & {
  readonly isOwnHost: (header: string | undefined) => boolean;
  /** The clock and the chance of the house, unless a test brings its own. */
  readonly clock?: () => string;
  readonly random?: (purpose: string, size: number) => Uint8Array;
};

/** The rooms on a store that stays the caller's to close. */
export async function roomsOn(store: Store, options: RoomsOnStore): Promise<OpenRooms> {
  const { limits = usualLimits, origins, isOwnHost, at } = options;
  const { clock = () => new Date().toISOString(), random = (_purpose, size) => randomBytes(size) } = options;
  const host = await roomsHost({ store, clock, random, ...(at ? { at } : {}) });
  const hub = newHub();
  const presence = housePresence({ store, hub, clock, process: hexOf(random("process", 16)) });
  const deaf = host.onGrew(hub.deliver);
  const app = await roomsApp({
    ...{ host, hub, isOwnHost, gates: gates(limits, () => performance.now()) },
    ...(origins ? { origins } : {}),
  });
  const ticks = setInterval(() => {
    void presence.tick();
    host.tick().catch(() => {}); // the database is out of reach: the next tick finds what this one did not
  }, tickEvery).unref();
  return {
    handle: (request, response) => app.routing(request, response),
    upgrade: (request, socket, head) => void app.server.emit("upgrade", request, socket, head),
    close: async () => {
      clearInterval(ticks);
      hub.byeToAll("This server stops. Come back in a moment: nothing is lost.");
      const until = performance.now() + patienceMs;
      while (app.websocketServer.clients.size > 0 && performance.now() < until) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      for (const client of app.websocketServer.clients) client.terminate();
      await presence.close();
      await host.close();
      deaf();
      await app.close();
    },
  };
}
