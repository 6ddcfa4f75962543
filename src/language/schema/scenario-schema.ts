import * as z from "zod";
import { question } from "./question-schema.ts";
import {
  condition,
  type confidence,
  day,
  evidence,
  id,
  keyed,
  number,
  oneOrMany,
  quantity,
  score,
  someOf,
  text,
} from "./scalars.ts";

const sources = oneOrMany(id).optional();
const note = text.optional();

const role = z.enum(["belligerent", "guarantor", "contributor", "mediator", "claimant", "facilitator", "party"]);

const party = z.union([
  text,
  keyed({
    name: text.optional(),
    role: someOf(role).optional(),
    members: oneOrMany(
      z.union([text, keyed({ name: text, role: text.optional(), consent_matters: z.boolean().optional() })]),
    ).optional(),
    note,
  }),
]);

const option = z.union([
  text,
  z.null(),
  keyed({
    name: text.optional(),
    what: text.optional(),
    quantities: z.record(id, quantity).optional(),
    place: text.optional(),
    norm: keyed({ text, sources }).optional(),
  }),
]);

const issue = keyed({
  name: text.optional(),
  cluster: id.optional(),
  note,
  options: z.record(id, option),
});

const ruleBasis = { id, definitional: z.boolean().optional(), reason: text, sources };
const rule = z.union([
  keyed({ ...ruleBasis, forbid: condition }),
  // biome-ignore lint/suspicious/noThenProperty: `then` is the word of the language; nothing awaits this object
  keyed({ ...ruleBasis, if: condition, then: condition }),
]);

const term = keyed({ wording: text, issue: id, readings: z.record(id, id), ...evidence });

const candidateList = keyed({
  name: text.optional(),
  deciding: someOf(id),
  threshold: score,
  options: z.record(
    id,
    keyed({ name: text.optional(), condition: text.optional(), acceptability: z.record(id, score), ...evidence }),
  ),
  ...evidence,
});

const format = keyed({
  id,
  name: text.optional(),
  members: oneOrMany(id),
  clusters: oneOrMany(id).optional(),
  level: text.optional(),
  note,
});

const channel = keyed({
  name: text.optional(),
  sessions: oneOrMany(keyed({ date: day, present: oneOrMany(id), level: text.optional(), note, sources })).optional(),
  note,
});

const fact = keyed({
  id,
  statement: text,
  figures: z.record(id, oneOrMany(z.union([number, text]))).optional(),
  sources,
  note,
});

const packageShape = keyed({
  name: text.optional(),
  authors: oneOrMany(id).optional(),
  addressees: oneOrMany(id).optional(),
  date: day.optional(),
  status: text.optional(),
  base: id.optional(),
  set: z.record(id, id).optional(),
  note,
  sources,
});

const source = keyed({
  title: text,
  publisher: text,
  date: text,
  kind: z.enum(["reporting", "analysis", "official", "survey", "treaty", "data", "judgement"]),
  funding: text,
  status: z.enum(["asserted", "contested", "debunked", "corroborated"]).optional(),
  note,
});

/** The shape of scenario.yaml. Names of other things and meaning are checked after it. */
export const scenarioFile = keyed({
  schema: z.literal("entente.scenario/1"),
  id,
  title: text,
  summary: text.optional(),
  as_of: day,
  status: text.optional(),
  tie: z.enum(["accepts", "refuses"]).optional(),
  parties: z.record(id, party),
  consent: someOf(id).optional(),
  stakeholders: oneOrMany(keyed({ id, name: text, why: text.optional(), sources })).optional(),
  clusters: z.record(id, z.union([text, keyed({ name: text.optional(), note })])).optional(),
  issues: z.record(id, issue),
  rules: oneOrMany(rule).optional(),
  terms: z.record(id, term).optional(),
  candidates: z.record(id, candidateList).optional(),
  formats: oneOrMany(format).optional(),
  channels: z.record(id, channel).optional(),
  events: oneOrMany(keyed({ id, date: day, what: text, sources })).optional(),
  facts: oneOrMany(fact).optional(),
  packages: z.record(id, packageShape).optional(),
  claims: oneOrMany(keyed({ id, row: text.optional(), statement: text, source: id, question, note })).optional(),
  sources: z.record(id, source).optional(),
});

export type RawScenario = z.infer<typeof scenarioFile>;
export type RawConfidence = z.infer<typeof confidence>;
