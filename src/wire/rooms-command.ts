import { z } from "zod";
import { type Command, levels } from "#room";

/**
 * What stands in a signed command, as it comes from outside: exactly the members that the room knows, none of them endless.
 * Whether it may be done is for the room's rules.
 */
const id = z
  .string()
  .min(1)
  .max(128)
  .regex(/^[^\p{Cc}\p{Surrogate}]*$/u, "a name on one line");
const random128 = z.string().regex(/^[0-9a-f]{32}$/, "32 hexadecimal digits");
const hex256 = z.string().regex(/^[0-9a-f]{64}$/, "64 hexadecimal digits");
const hex512 = z.string().regex(/^[0-9a-f]{128}$/, "128 hexadecimal digits");
const moment = z
  .string()
  .max(40)
  .refine((text) => !Number.isNaN(Date.parse(text)), "a moment such as 2026-11-23T13:00:00.000Z");
const shortText = z.string().max(500);
const longText = z.string().max(20_000);
const sealedText = z.string().max(100_000);

const level = z.enum(levels);
const role = z.enum(["negotiator", "support", "mandator", "mediator", "chair", "observer", "trainer", "convenor"]);
const kind = z.enum(["plenary", "working group", "back channel", "caucus"]);
const keys = z.strictObject({ signing: hex256, sealing: hex256 });
const words = z.union([z.strictObject({ plain: longText }), z.strictObject({ sealed: sealedText })]);
const choices = z.record(id, id);
const seat = z.strictObject({ id: random128, delegation: id, role, level, name: shortText });
const seats = z.array(random128).max(500);
const newPlan = z.strictObject({
  kind,
  name: shortText,
  clusters: z.array(id).max(100),
  members: seats,
  level,
  chair: random128.exactOptional(),
});
const plan = newPlan.extend({ id: random128 });
const roles = z.array(role).max(8);
const decision = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("unanimity") }),
  z.strictObject({ kind: z.literal("consensus"), hours: z.number() }),
  z.strictObject({ kind: z.literal("qualified majority"), atLeast: z.number(), vetoes: z.array(id).max(100) }),
]);
const procedure = z.strictObject({
  decision,
  mayConvene: z.strictObject({ "working group": roles, "back channel": roles, caucus: roles }),
  mayCallSealedYes: roles.exactOptional(),
  needs: z.strictObject({ adopt: level, initial: level, sign: level }),
});
const closes = z.array(z.strictObject({ channel: random128, offer: id })).max(500);
const condition = z.strictObject({ channel: random128, issue: id, options: z.array(id).max(200) });
const reason = z.strictObject({ issue: id.exactOptional(), words });
const signature = { motion: id, digest: hex256, signature: hex512 };

export const roomCommand = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("open"),
    title: shortText,
    agenda: hex256,
    seats: z.array(seat).max(500),
    channels: z.array(plan).max(100),
    procedure,
    keys,
  }),
  z.strictObject({ kind: z.literal("join"), keys }),
  z.strictObject({ kind: z.literal("remove seat"), seat: random128 }),
  z.strictObject({ kind: z.literal("free seat"), seat: random128 }),
  z.strictObject({ kind: z.literal("set seat level"), seat: random128, level }),
  z.strictObject({ kind: z.literal("set deadline"), deadline: moment.nullable() }),
  z.strictObject({ kind: z.literal("end"), reason: longText }),
  z.strictObject({
    kind: z.literal("convene"),
    plan: newPlan,
    wordKeys: z.record(random128, z.string().max(2000)).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("table"),
    as: z.enum(["offer", "supposal", "proposal"]),
    offer: id,
    choices,
    conditions: z.array(condition).max(200),
    counters: id.exactOptional(),
    note: words.exactOptional(),
    until: moment.exactOptional(),
  }),
  z.strictObject({ kind: z.literal("withdraw"), offer: id }),
  z.strictObject({ kind: z.literal("accept"), offer: id }),
  z.strictObject({ kind: z.literal("reject"), offer: id, reasons: z.array(reason).max(200) }),
  z.strictObject({ kind: z.literal("reopen"), offer: id, reason: words }),
  z.strictObject({ kind: z.literal("say"), words }),
  z.strictObject({ kind: z.literal("call sealed yes"), call: id, choices, until: moment }),
  z.strictObject({ kind: z.literal("set level"), level }),
  z.strictObject({ kind: z.literal("add member"), seat: random128, wordKey: z.string().max(2000).exactOptional() }),
  z.strictObject({ kind: z.literal("remove member"), seat: random128 }),
  z.strictObject({ kind: z.literal("close channel") }),
  z.strictObject({ kind: z.literal("move adoption"), motion: id, settlement: choices, closes }),
  z.strictObject({ kind: z.literal("vote"), motion: id, says: z.enum(["yes", "no", "abstains"]) }),
  z.strictObject({ kind: z.literal("initial"), ...signature }),
  z.strictObject({ kind: z.literal("sign"), ...signature }),
  z.strictObject({ kind: z.literal("ratify"), ...signature }),
  z.strictObject({ kind: z.literal("reopen settlement"), motion: id, reason: longText }),
  z.strictObject({
    kind: z.literal("countersign"),
    version: z.number().int().positive(),
    head: hex256,
    signature: hex512,
  }),
  z.strictObject({
    kind: z.literal("keep"),
    what: z.enum(["sheet", "mandate", "override", "note", "clearance"]),
    sealed: z.string().max(1_048_576),
  }),
]) satisfies z.ZodType<Command>;
