import swagger from "@fastify/swagger";
import { jsonSchemaTransform } from "fastify-type-provider-zod";
import { memoryStore } from "#store";
import { roomsHost } from "./host.ts";
import { newHub } from "./hub.ts";
import { gates, usualLimits } from "./limits.ts";
import { roomsApp } from "./rooms-app.ts";

const description =
  `The HTTP part of a room, for pages, the command line and programs of your own. A seat's session cookie is
set by creating and by joining, and is good for the paths of that seat. Commands are signed by the seat's own key, which never
leaves its client; docs/reference/record-format.md says how. What is not there and what is not seen have one answer, 404. What
happens as it happens comes over the socket at /negotiations/{negotiation}/seats/{seat}/socket (subprotocol entente.room.1),
whose frames src/wire/rooms-socket.ts describes.`.replaceAll("\n", " ");

/** The description that docs/reference/openapi.json holds, made from the routes themselves. */
export async function roomsOpenApi(): Promise<string> {
  const store = memoryStore();
  const host = await roomsHost({
    store,
    clock: () => "2000-01-01T00:00:00.000Z",
    random: (_purpose, size) => new Uint8Array(size).fill(1),
  });
  const app = await roomsApp({
    ...{ host, hub: newHub(), gates: gates(usualLimits, () => 0), isOwnHost: () => true },
    prepare: async (unfinished) => {
      await unfinished.register(swagger, {
        openapi: { openapi: "3.1.0", info: { title: "Entente: rooms", version: "1", description } },
        transform: jsonSchemaTransform,
      });
    },
  });
  const text = `${JSON.stringify(app.swagger(), null, 2)}\n`;
  await app.close();
  await host.close();
  return text;
}
