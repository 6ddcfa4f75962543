import cookie from "@fastify/cookie";
import websocket from "@fastify/websocket";
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import { longestFrame, subprotocol } from "#wire";
import { withSecurityHeaders } from "../security-headers.ts";
import type { RoomsHost } from "./host.ts";
import { nothing, say } from "./http-answers.ts";
import type { Hub } from "./hub.ts";
import type { Gates } from "./limits.ts";
import { isOwnOrigin } from "./own-origin.ts";
import { roomRoutes } from "./room-routes.ts";
import { socketRoute } from "./socket-route.ts";

export type RoomsAppParts = {
  readonly host: RoomsHost;
  readonly hub: Hub;
  readonly gates: Gates;
  readonly isOwnHost: (header: string | undefined) => boolean;
  /** Further origins that a page of ours may have, as behind a proxy that changes the Host header. */
  readonly origins?: readonly string[];
  /** Before the routes are there: for what describes them. */
  readonly prepare?: (app: FastifyInstance) => Promise<void>;
};

/** The rooms' routes, bound to no port. It logs nothing: addresses and bodies hold what is nobody else's. */
export async function roomsApp(parts: RoomsAppParts): Promise<FastifyInstance> {
  const { isOwnHost, origins = [], prepare } = parts;
  const app = Fastify({
    bodyLimit: longestFrame,
    exposeHeadRoutes: false,
    frameworkErrors: (_error, _request, reply) => {
      nothing(reply); // an address with a broken %-sign, or a name of endless length
    },
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  // before what may refuse: a refused upgrade's socket is its to end
  await app.register(websocket, {
    options: {
      maxPayload: longestFrame,
      perMessageDeflate: false,
      // a client that names none gets none; of several, ours
      handleProtocols: (offered) => (offered.has(subprotocol) ? subprotocol : false),
    },
    errorHandler: (_error, socket) => socket.terminate(),
    preClose: (done) => done(), // who is connected is told before this app is closed
  });
  await withSecurityHeaders(app);
  app.addHook("onRequest", async (request, reply) => {
    reply.header("cache-control", "no-store");
    if (!isOwnHost(request.headers.host)) return say(reply, 421, "This server answers to its own names only.");
    const changes = request.method !== "GET" || request.headers.upgrade !== undefined;
    if (changes && !isOwnOrigin(request.headers, origins)) {
      return say(reply, 403, "This came from a page of another address than this server's.");
    }
    return undefined;
  });
  app.setNotFoundHandler((_request, reply) => nothing(reply));
  app.setErrorHandler(async (error: FastifyFault, request, reply) => answerFault(error, request, reply));
  await app.register(cookie);
  await prepare?.(app);
  await app.register(roomRoutes, parts);
  await app.register(socketRoute, parts);
  await app.ready();
  return app;
}

type FastifyFault = {
  readonly statusCode?: number;
  readonly code?: string;
  readonly validation?: unknown;
  readonly validationContext?: string;
  readonly message: string;
};

function answerFault(error: FastifyFault, _request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const status = error.statusCode ?? 500;
  if (error.validationContext === "params") return nothing(reply); // no path that there could be
  if (error.validation !== undefined) return say(reply, 400, `This request is not as it ought to be: ${error.message}`);
  if (status === 413) return say(reply, 413, "This request is too long.");
  if (status < 500) return say(reply, status, "This request cannot be read.");
  // what went wrong inside is nobody else's business; the sender is not told that it was done, so it may ask again
  return say(reply, 503, "The record cannot be reached just now. Try again in a moment.");
}
