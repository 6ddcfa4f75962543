import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import {
  answerRequest,
  commandRequest,
  digest256,
  doneAnswer,
  entriesAnswer,
  entriesPerPage,
  id128,
  invitationsAnswer,
  inviteRequest,
  refusalAnswer,
  streamsAnswer,
} from "#wire";
import { answerWith, nothing, refuse, say, tooMuch } from "./http-answers.ts";
import type { RoomsAppParts } from "./rooms-app.ts";
import { sessionIn } from "./session-cookie.ts";

const seatPath = z.object({ negotiation: id128, seat: id128 });
const keyPath = seatPath.extend({ key: id128 });
/** A store may be unable to hold anything else, such as a zero: no stream is called so. */
const printable = /^[!-~]{1,64}$/;
const streamPath = seatPath.extend({ stream: z.string().regex(printable) });
const invitationPath = seatPath.extend({ tokenDigest: digest256 });
/** A sealed sheet of the longest kind, with what JSON adds to it twice. */
const longBody = 3 * 1024 * 1024;
const common = { 404: refusalAnswer, 429: refusalAnswer };
const refusable = { ...common, 409: refusalAnswer };
const seat = "/negotiations/:negotiation/seats/:seat";

/** Whoever gets here has shown the seat's session. */
export const seatRoutes: FastifyPluginAsyncZod<Pick<RoomsAppParts, "host" | "gates">> = async (
  app,
  { host, gates },
) => {
  app.get(
    `${seat}/agenda`,
    {
      schema: {
        summary: "The agenda's exact text.",
        params: seatPath,
        response: { 200: z.strictObject({ agenda: z.string() }), ...common },
      },
    },
    async ({ params }) => ({ agenda: await host.agenda(params.negotiation) }),
  );

  app.get(
    `${seat}/streams`,
    {
      schema: {
        summary: "The streams that the seat sees.",
        params: seatPath,
        response: { 200: streamsAnswer, ...common },
      },
    },
    async ({ params }) => {
      const heads = await host.streams(params);
      return { now: host.now(), streams: heads.map(({ stream, kind, version }) => ({ stream, kind, version })) };
    },
  );

  app.get(
    `${seat}/streams/:stream/entries`,
    {
      schema: {
        summary: `Entries of a stream after a version, at most ${entriesPerPage}.`,
        params: streamPath,
        querystring: z.object({ after: z.coerce.number().int().min(0).max(1e9).default(0) }),
        response: { 200: entriesAnswer, ...common },
      },
    },
    async ({ params, query }, reply) => {
      const entries = await host.entries(params, params.stream, query.after, entriesPerPage);
      return entries === undefined ? nothing(reply) : { entries: [...entries] };
    },
  );

  app.post(
    `${seat}/commands`,
    {
      bodyLimit: longBody,
      schema: {
        summary: "A signed command; answered when it is durably stored, or refused with the rule.",
        params: seatPath,
        body: commandRequest,
        response: { 200: doneAnswer, ...refusable },
      },
    },
    async (request, reply) => {
      const { params, body } = request;
      const done = gates.enter(params);
      if (done === undefined) return say(reply, 429, tooMuch, "H6");
      try {
        const door = { ...params, session: sessionIn(request) };
        return answerWith(reply, await host.command(door, body.command, body.signature));
      } finally {
        done();
      }
    },
  );

  app.get(
    `${seat}/commands/:key`,
    {
      schema: {
        summary: "What became of a command; 404 if it was never done.",
        params: keyPath,
        response: { 200: doneAnswer, ...common },
      },
    },
    async ({ params }, reply) => {
      const outcome = await host.ask(params, params.key);
      return outcome === undefined ? nothing(reply) : answerWith(reply, outcome);
    },
  );

  app.post(
    `${seat}/answers`,
    {
      schema: {
        summary: "A signed, private answer to a sealed yes.",
        params: seatPath,
        body: answerRequest,
        response: { 200: doneAnswer, ...refusable },
      },
    },
    async ({ params, body }, reply) => {
      const done = gates.enter(params);
      if (done === undefined) return say(reply, 429, tooMuch, "H6");
      try {
        return answerWith(reply, await host.answer(params, body.answer, body.signature));
      } finally {
        done();
      }
    },
  );

  app.get(
    `${seat}/invitations`,
    {
      schema: {
        summary: "The invitations that this seat may give out.",
        params: seatPath,
        response: { 200: invitationsAnswer, ...refusable },
      },
    },
    async ({ params }, reply) => {
      const listed = await host.invitations(params);
      return listed.ok ? listed.value : refuse(reply, listed.error);
    },
  );

  app.post(
    `${seat}/invitations`,
    {
      schema: {
        summary: "Invite to a seat: the convenor, or a mandator to its own delegation.",
        params: seatPath,
        body: inviteRequest,
        response: { 204: z.null(), ...refusable },
      },
    },
    async ({ params, body }, reply) => {
      const done = gates.enter(params);
      if (done === undefined) return say(reply, 429, tooMuch, "H6");
      try {
        const invited = await host.invite(params, body);
        return invited.ok ? reply.code(204).send(null) : refuse(reply, invited.error);
      } finally {
        done();
      }
    },
  );

  app.delete(
    `${seat}/invitations/:tokenDigest`,
    {
      schema: {
        summary: "Revoke an invitation; at once.",
        params: invitationPath,
        response: { 204: z.null(), ...refusable },
      },
    },
    async ({ params }, reply) => {
      const revoked = await host.revoke(params, params.tokenDigest);
      return revoked.ok ? reply.code(204).send(null) : refuse(reply, revoked.error);
    },
  );
};
