import * as z from "zod";
import { id, keyed, oneOrMany, someOf, text } from "../schema/scalars.ts";

/** Levers, each taken (true) or not (false); all must hold together. */
const levers = z.record(id, z.boolean()).meta({
  description: "Levers, each true (taken) or false (not taken); all must hold together.",
});

/** One such set of levers, or several of which any may hold. */
const condition = someOf(levers);

const statement = keyed({ that: condition, why: text.optional() }).meta({
  description: "What the party wants to be so. Statements stand most important first.",
});

const state = z.array(id).meta({ description: "A state: the levers that are taken in it; [] when none is." });

const order = keyed({
  ranking: z
    .array(z.union([state, z.array(state)]))
    .min(1)
    .optional()
    .meta({ description: "Every possible state once, best first; a list of states is a tie." }),
  indifferent: z.literal(true).optional().meta({ description: "Every state is as good as any other." }),
});

const lever = keyed({
  id,
  name: text.optional(),
  party: id,
  direction: z
    .enum(["both", "forward", "back"])
    .optional()
    .meta({ description: "forward: once taken it stays taken. back: once given up it stays so. both unless given." }),
});

const source = keyed({
  title: text,
  publisher: text,
  date: text,
  kind: z.enum(["reporting", "analysis", "official", "survey", "treaty", "data", "judgement"]).optional(),
  funding: text.optional(),
  note: text.optional(),
});

/** The shape of a conflict file. Names of other things and meaning are checked after it. */
export const conflictFile = keyed({
  schema: z.literal("entente.conflict/1"),
  id,
  title: text,
  note: text.optional(),
  sources: z.record(id, source).optional(),
  parties: z.record(id, text),
  levers: oneOrMany(lever),
  impossible: oneOrMany(z.union([levers, z.array(levers).min(1)])).optional(),
  preferences: z.record(id, z.union([z.array(statement).min(1), order])).optional(),
  coalitions: z.array(z.array(id).min(2)).optional(),
  today: state.optional(),
});

export type RawConflict = z.infer<typeof conflictFile>;
export type RawLevers = z.infer<typeof levers>;
export type RawPreferences = NonNullable<RawConflict["preferences"]>[string];
