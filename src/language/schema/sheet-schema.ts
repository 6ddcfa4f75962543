import * as z from "zod";
import {
  condition,
  day,
  evidence,
  id,
  judgement,
  keyed,
  number,
  oneOrMany,
  positive,
  someOf,
  text,
} from "./scalars.ts";

const reservation = z.union([
  number,
  z.tuple([number, number]),
  keyed({ low: number.optional(), mid: number, high: number.optional(), ...evidence }),
]);

const preference = keyed({
  weight: judgement,
  of: positive.optional(),
  values: z.record(id, judgement).optional(),
  order: z.array(someOf(id)).min(1).optional(),
  ...evidence,
});

const linkage = z.union([
  keyed({ id, when: condition, value: judgement, of: positive.optional(), ...evidence }),
  keyed({ id, issue: id, given: id, table: z.record(id, z.record(id, judgement)), ...evidence }),
]);

const redLine = keyed({
  id,
  kind: z.enum(["hard", "declared"]),
  refuse: condition,
  from: day.optional(),
  until: day.optional(),
  ...evidence,
});

const floor = keyed({ id, issue: id, commitments: someOf(id), min: number, ...evidence });

/** The shape of sheets/PARTY.yaml. */
export const sheetFile = keyed({
  schema: z.literal("entente.sheet/1"),
  party: id,
  kind: z.enum(["own", "estimate"]),
  author: text,
  date: day.optional(),
  scale: positive.optional(),
  total: positive.optional(),
  cap: number.optional(),
  evidence: keyed(evidence).optional(),
  reservation,
  aspiration: judgement.optional(),
  issues: z.record(id, preference),
  linkages: oneOrMany(linkage).optional(),
  red_lines: oneOrMany(redLine).optional(),
  floors: oneOrMany(floor).optional(),
});

export type RawSheet = z.infer<typeof sheetFile>;
export type RawPreference = z.infer<typeof preference>;
export type RawLinkage = z.infer<typeof linkage>;
