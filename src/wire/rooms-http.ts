import { z } from "zod";

/**
 * The HTTP part of a room. A seat's own paths begin with `/negotiations/<id>/seats/<seat>/`, and its session cookie is good for
 * that path only, so that one browser may hold several seats. Unknown and forbidden have one answer: 404, the same bytes.
 */
export const id128 = z.string().regex(/^[0-9a-f]{32}$/, "32 hexadecimal digits");
export const digest256 = z.string().regex(/^[0-9a-f]{64}$/, "64 hexadecimal digits");
export const instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, "a moment such as 2026-11-23T13:00:00.000Z");

/** An invitation as the convenor's client makes it: the token stays in the link, the host gets its digest. */
export const newInvitation = z.strictObject({
  seat: id128,
  tokenDigest: digest256,
  reusable: z.boolean(),
  expiresAt: instant,
});

/** POST /negotiations */
export const createRequest = z.strictObject({
  /** The agenda's exact text, the JSON of the model's Agenda; its digest stands in the command. */
  agenda: z.string().max(2_000_000),
  /** Exact text of the signed "open" command, and its signature. */
  command: z.string().max(400_000),
  signature: z.string().max(200),
  invitations: z.array(newInvitation).max(200),
});
export const createAnswer = z.strictObject({ negotiation: id128, hall: z.string() });

/**
 * POST /negotiations/<id>/join: takes one use of the invitation; answers with the seat and sets its session cookie.
 * `attempt`: random, kept by the client until it has its answer. The same attempt again, after a lost answer, takes no second
 * use. `proof`: the attempt signed with the seat's key (`proveJoining` of src/record). A seat that has keys in the hall lets in
 * nobody without it, whatever link they hold.
 */
export const joinRequest = z.strictObject({
  token: z.string().max(100),
  attempt: id128.optional(),
  proof: z.string().max(200).optional(),
});
export const joinAnswer = z.strictObject({ seat: id128, agenda: z.string() });

/** POST /negotiations/<id>/seats/<seat>/invitations (the convenor; a mandator for its own delegation) */
export const inviteRequest = newInvitation;
/** GET the same: those that are open. DELETE .../invitations/<tokenDigest> revokes one. */
export const invitationsAnswer = z.strictObject({
  invitations: z.array(newInvitation.extend({ uses: z.number().int().nonnegative(), revoked: z.boolean() })),
});

/**
 * POST /negotiations/<id>/seats/<seat>/commands: the same as a "command" frame, for what is longer than a frame (a sealed
 * sheet) and for clients that hold no socket. 200 when durably stored; 409 with the rule when it is refused.
 */
export const commandRequest = z.strictObject({ command: z.string().max(1_200_000), signature: z.string().max(200) });
/** POST .../answers: the same as an "answer" frame. */
export const answerRequest = z.strictObject({ answer: z.string().max(2000), signature: z.string().max(200) });
/** GET .../commands/<key>: what became of a key; 404 if it was never done. */
export const doneAnswer = z.strictObject({ stream: z.string(), version: z.number().int().nonnegative() });

/** GET .../streams: what the seat sees. GET .../streams/<stream>/entries?after=N: a page of it, at most `entriesPerPage`. */
export const entriesPerPage = 200;
export const streamsAnswer = z.strictObject({
  now: instant,
  streams: z.array(
    z.strictObject({
      stream: z.string(),
      kind: z.enum(["hall", "channel", "delegation"]),
      version: z.number().int().nonnegative(),
    }),
  ),
});
export const entriesAnswer = z.strictObject({
  entries: z.array(
    z.strictObject({
      version: z.number().int().positive(),
      body: z.string(),
      salt: z.string(),
      hash: z.string(),
      receipt: z.string(),
    }),
  ),
});

/** Every refusal over HTTP: a sentence for a person, and the rule of RULES.md where one stands against it. */
export const refusalAnswer = z.strictObject({ rule: z.string().optional(), message: z.string() });

export type NewInvitation = z.infer<typeof newInvitation>;
export type CreateRequest = z.infer<typeof createRequest>;
export type CreateAnswer = z.infer<typeof createAnswer>;
export type JoinRequest = z.infer<typeof joinRequest>;
export type JoinAnswer = z.infer<typeof joinAnswer>;
export type CommandRequest = z.infer<typeof commandRequest>;
export type AnswerRequest = z.infer<typeof answerRequest>;
export type DoneAnswer = z.infer<typeof doneAnswer>;
export type StreamsAnswer = z.infer<typeof streamsAnswer>;
export type EntriesAnswer = z.infer<typeof entriesAnswer>;
export type InvitationsAnswer = z.infer<typeof invitationsAnswer>;
export type RefusalAnswer = z.infer<typeof refusalAnswer>;
