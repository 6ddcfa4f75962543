import * as z from "zod";
import { condition, count, day, id, keyed, number, oneOrMany, someOf, text } from "./scalars.ts";

const choices = z.record(id, id);
const reached = z.enum(["reached", "below"]);
const changed = { package: id, set: choices.optional() };
const variant = keyed(changed);
const share = number.refine((value) => value >= 0 && value <= 1, {
  params: { code: "number-out-of-range", range: "from 0 to 1" },
});

/** What a claim asks the engine: a map with one key, the kind of question. */
export const question = keyed({
  verdict: keyed({
    package: id,
    set: choices.optional(),
    party: id,
    answer: z.enum(["accepts", "refuses"]),
    by: oneOrMany(z.enum(["value", "line", "floor"])).optional(),
  }).optional(),
  reservation: keyed({ package: id, set: choices.optional(), party: id, answer: reached }).optional(),
  rises: keyed({ party: id, along: z.array(variant).min(2) }).optional(),
  local_value_rises: keyed({ party: id, issue: id, option: id, given: id, along: z.array(id).min(2) }).optional(),
  best_for: keyed({ party: id, from: id, free: oneOrMany(id), answer: reached }).optional(),
  zone: keyed({
    where: condition.optional(),
    enforce: oneOrMany(text).optional(),
    set_aside: oneOrMany(text).optional(),
    answer: z.enum(["empty", "not_empty"]),
  }).optional(),
  deadlock: keyed({ issue: id, parties: oneOrMany(id), answer: z.boolean() }).optional(),
  hollow_consensus: keyed({ term: id, package: id, answer: z.boolean() }).optional(),
  readings_differ: keyed({ term: id, answer: z.boolean() }).optional(),
  candidates: keyed({
    list: id,
    passes: oneOrMany(id).optional(),
    fails: z.record(id, id).optional(),
    at_most: count.optional(),
  }).optional(),
  channels: keyed({
    together: oneOrMany(id),
    from: day.optional(),
    until: day.optional(),
    at_least: count.optional(),
    at_most: count.optional(),
  }).optional(),
  event: keyed({ event: id, date: day }).optional(),
  chooses: keyed({ package: id, issue: id, option: id }).optional(),
  quantity: keyed({ issue: id, option: id, quantity: text, low: number, high: number }).optional(),
  line: keyed({ party: id, issue: id, is: z.enum(["hard", "declared"]) }).optional(),
  members: keyed({ party: id, includes: oneOrMany(text) }).optional(),
  size: keyed({ issues: count, settlements: z.string().regex(/^(0|[1-9]\d{0,99})$/) }).optional(),
  source: keyed({ source: id }).optional(),
  threshold_rises: keyed({ guarantee: id, along: z.array(variant).min(2) }).optional(),
  intervention: keyed({ guarantee: id, ...changed, above: share.optional(), below: share.optional() }).optional(),
  guarantee: keyed({
    guarantee: id,
    ...changed,
    is: z.enum(["safe-without-guarantee", "deterred", "hollow-guarantee", "nothing-deters", "open"]),
  }).optional(),
  aftermath: keyed({
    ...changed,
    concept: z.enum(["nash", "gmr", "smr", "seq", "sseq"]),
    answer: z.enum(["holds", "breaks"]),
    first: keyed({ party: id, lever: id }).optional(),
  }).optional(),
  limit: keyed({ limit: id, ...changed, is: z.enum(["deterred", "not-deterred", "open"]) }).optional(),
  tiers: keyed({ ...changed, drawn: someOf(id) }).optional(),
  measured: keyed({
    ...changed,
    tier: id,
    what: z.enum(["area_km2", "length_km", "troops_per_km_low", "troops_per_km_high", "distance_km_least"]),
    low: number.optional(),
    high: number.optional(),
  }).optional(),
  get all() {
    // a getter, because a question may hold questions
    return z.array(question).min(1).optional();
  },
  later: z.enum(["rooms", "durability", "monitoring", "map", "agents"]).optional(),
}).meta({ minProperties: 1, maxProperties: 1, description: "One question; its key is its kind." });

export type RawQuestion = z.infer<typeof question>;
export type RawVariant = z.infer<typeof variant>;
