import type { FastifyReply, FastifyRequest } from "fastify";
import type { Door } from "./host.ts";
import { sessionSeconds } from "./session-token.ts";

const name = "entente-seat";

export function pathOf({ negotiation, seat }: Door): string {
  return `/negotiations/${negotiation}/seats/${seat}`;
}

/** Good for this seat's own paths only, so that one browser may hold several seats; out of reach of any script. */
export function setSession(request: FastifyRequest, reply: FastifyReply, door: Door, session: string): void {
  void reply.setCookie(name, session, {
    path: pathOf(door),
    httpOnly: true,
    sameSite: "strict",
    secure: isHttps(request),
    maxAge: sessionSeconds,
  });
}

export function sessionIn(request: FastifyRequest): string {
  return request.cookies[name] ?? "";
}

/** Said by a proxy that speaks https for us. Whoever says so untruly only makes its own cookie useless. */
function isHttps({ headers }: FastifyRequest): boolean {
  return headers["x-forwarded-proto"] === "https";
}
