import type { FastifyReply } from "fastify";
import type { Outcome } from "./host.ts";
import type { HostRefusal } from "./host-refusal.ts";

/** What nobody sees and what is not there: one answer, byte for byte. */
export function nothing(reply: FastifyReply): FastifyReply {
  return send(reply, 404, { message: "There is nothing here for you." });
}

export function say(reply: FastifyReply, status: number, message: string, rule?: string): FastifyReply {
  return send(reply, status, rule === undefined ? { message } : { rule, message });
}

export function refuse(reply: FastifyReply, { rule, message }: HostRefusal): FastifyReply {
  return say(reply, 409, message, rule);
}

export function answerWith(reply: FastifyReply, outcome: Outcome): FastifyReply {
  if (outcome.kind === "refused") return refuse(reply, outcome);
  return send(reply, 200, { stream: outcome.stream, version: outcome.version });
}

export const tooMuch = "Too much at once: wait a moment, then send it again.";

/** As it is, whatever a route's own answers look like. */
function send(reply: FastifyReply, status: number, body: object): FastifyReply {
  return reply
    .code(status)
    .header("cache-control", "no-store")
    .type("application/json; charset=utf-8")
    .serializer((text: unknown) => String(text))
    .send(JSON.stringify(body));
}
