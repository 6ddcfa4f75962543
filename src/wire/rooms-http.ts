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
  /** The agenda's exact text; its digest stands in the command. */
  agenda: z.string().max(2_000_000),
  /** Exact text of the signed "open" command, and its signature. */
  command: z.string().max(400_000),
  signature: z.string().max(200),
  invitations: z.array(newInvitation).max(200),
});
export const createAnswer = z.strictObject({ negotiation: id128, hall: z.string() });

/** POST /negotiations/<id>/join: takes one use of the invitation; answers with the seat and sets its session cookie. */
export const joinRequest = z.strictObject({ token: z.string().max(100) });
export const joinAnswer = z.strictObject({ seat: id128, agenda: z.string() });

/** POST /negotiations/<id>/seats/<seat>/invitations (the convenor; a mandator for its own delegation) */
export const inviteRequest = newInvitation;
/** GET the same: those that are open. DELETE .../invitations/<tokenDigest> revokes one. */
export const invitationsAnswer = z.strictObject({
  invitations: z.array(newInvitation.extend({ uses: z.number().int().nonnegative(), revoked: z.boolean() })),
});

/** Every refusal over HTTP: a sentence for a person, and the rule of RULES.md where one stands against it. */
export const refusalAnswer = z.strictObject({ rule: z.string().optional(), message: z.string() });

export type NewInvitation = z.infer<typeof newInvitation>;
export type CreateRequest = z.infer<typeof createRequest>;
export type CreateAnswer = z.infer<typeof createAnswer>;
export type JoinRequest = z.infer<typeof joinRequest>;
export type JoinAnswer = z.infer<typeof joinAnswer>;
export type InvitationsAnswer = z.infer<typeof invitationsAnswer>;
export type RefusalAnswer = z.infer<typeof refusalAnswer>;
