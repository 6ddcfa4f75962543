import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { createAnswer, createRequest, id128, joinAnswer, joinRequest, refusalAnswer } from "#wire";
import type { Door } from "./host.ts";
import { nothing, refuse, say, tooMuch } from "./http-answers.ts";
import type { RoomsAppParts } from "./rooms-app.ts";
import { seatRoutes } from "./seat-routes.ts";
import { sessionIn, setSession } from "./session-cookie.ts";

const negotiationPath = z.object({ negotiation: id128 });
/** The agenda, with what JSON adds to it. */
const longBody = 3 * 1024 * 1024;

/**
 * The HTTP part of a room. Every path of a seat asks for the seat's session first, and without it answers as if there were
 * nothing: what is not there and what is not seen cannot be told apart.
 */
export const roomRoutes: FastifyPluginAsyncZod<RoomsAppParts> = async (app, { host, gates }) => {
  app.post(
    "/negotiations",
    {
      bodyLimit: longBody,
      schema: {
        summary: "Create a negotiation from a signed opening; sets the convenor's session cookie.",
        body: createRequest,
        response: { 200: createAnswer, 409: refusalAnswer, 429: refusalAnswer },
      },
    },
    async (request, reply) => {
      if (!gates.mayCreate(request.ip)) return say(reply, 429, tooMuch, "H6");
      const created = await host.create(request.body);
      if (!created.ok) return refuse(reply, created.error);
      const { negotiation, hall, session } = created.value;
      setSession(request, reply, created.value, session);
      return { negotiation, hall };
    },
  );

  app.post(
    "/negotiations/:negotiation/join",
    {
      schema: {
        summary: "Take one use of an invitation; sets the seat's session cookie.",
        params: negotiationPath,
        body: joinRequest,
        response: { 200: joinAnswer, 404: refusalAnswer, 409: refusalAnswer, 429: refusalAnswer },
      },
    },
    async (request, reply) => {
      if (!gates.mayJoin(request.ip)) return say(reply, 429, tooMuch, "H6");
      const joined = await host.join(request.params.negotiation, request.body);
      if (!joined.ok) return joined.error === "unknown" ? nothing(reply) : refuse(reply, joined.error);
      const { seat, agenda, session } = joined.value;
      setSession(request, reply, joined.value, session);
      return { seat, agenda };
    },
  );

  await app.register(async (seats) => {
    seats.addHook("preValidation", async (request, reply) => {
      const door = request.params as Door; // every path below names both
      return (await host.opens(door, sessionIn(request))) ? undefined : nothing(reply);
    });
    await seats.register(seatRoutes, { host, gates });
  });
};
