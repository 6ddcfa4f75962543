import type { WebSocket } from "@fastify/websocket";
import type { FastifyPluginAsync } from "fastify";
import type { Door } from "./host.ts";
import { nothing } from "./http-answers.ts";
import type { RoomsAppParts } from "./rooms-app.ts";
import { type Line, seatSocket } from "./seat-socket.ts";
import { sessionIn } from "./session-cookie.ts";

/** A client that does not answer to one of these before the next is gone. */
export const pingEvery = 25_000;
/** How long a client may take to say goodbye in its turn. */
const closingMs = 250;

export const socketRoute: FastifyPluginAsync<RoomsAppParts> = async (app, { host, hub, gates }) => {
  const alive = new WeakSet<WebSocket>();
  const pings = setInterval(() => {
    for (const socket of app.websocketServer.clients) {
      if (!alive.delete(socket)) socket.terminate();
      else socket.ping();
    }
  }, pingEvery).unref();
  app.addHook("onClose", async () => clearInterval(pings));

  app.get(
    "/negotiations/:negotiation/seats/:seat/socket",
    {
      websocket: true,
      preValidation: async (request, reply) => {
        const door = request.params as Door; // the path names both
        return (await host.opens(door, sessionIn(request))) && request.ws ? undefined : nothing(reply);
      },
    },
    (socket, request) => {
      const { negotiation, seat } = request.params as Door; // as above
      const door = { negotiation, seat, session: sessionIn(request) };
      const seated = seatSocket({ host, hub, gates, door, line: lineOf(socket) });
      alive.add(socket);
      socket.on("pong", () => alive.add(socket));
      socket.on("message", (data, isBinary) => {
        alive.add(socket);
        // one message comes as one buffer, unless another kind of delivery is asked for
        seated.receive(isBinary ? "" : (data as Buffer).toString("utf8"));
      });
      socket.on("close", seated.closed);
    },
  );
};

function lineOf(socket: WebSocket): Line {
  return {
    send: (text) => {
      if (socket.readyState === socket.OPEN) socket.send(text);
    },
    sendAndWait: (text) =>
      new Promise((resolve) => {
        if (socket.readyState !== socket.OPEN) resolve();
        else socket.send(text, () => resolve()); // a fault closes the socket, which says it all
      }),
    waiting: () => socket.bufferedAmount,
    close: () => {
      socket.close(1000);
      setTimeout(() => socket.terminate(), closingMs).unref();
    },
  };
}
