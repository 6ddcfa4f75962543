import * as z from "zod";
import { evidence, id, keyed, number, oneOrMany, positive, someOf, text } from "./scalars.ts";

/** A strip deeper than this is no strip; a slip of the keyboard must not cost minutes of geometry. */
const deepestStrip = 500;

const depthKm = number.refine((value) => value >= 0 && value <= deepestStrip, {
  params: { code: "number-out-of-range", range: `from 0 to ${deepestStrip}` },
});

const basis = { id, name: text.optional(), note: text.optional() };
const limits = oneOrMany(id).optional();

const demilitarisedZone = keyed({
  ...basis,
  kind: z.literal("demilitarised-zone"),
  line: id,
  sides: z.record(id, id),
  depth: id,
  depths: z.record(id, z.record(id, depthKm)),
  patrol: id.optional(),
  published_km: keyed({ low: positive, high: positive, sources: oneOrMany(id).optional() }).optional(),
});

const forces = keyed({
  ...basis,
  kind: z.literal("forces"),
  party: id,
  area: id,
  without: oneOrMany(id).optional(),
  limits,
});

const presence = keyed({
  ...basis,
  kind: z.literal("presence"),
  parties: someOf(id),
  issue: id,
  areas: z.record(id, id),
  from: id.optional(),
  troops_per_brigade: keyed({ low: positive, high: positive, ...evidence }).optional(),
  limits,
});

const tier = z.discriminatedUnion("kind", [demilitarisedZone, forces, presence]);

/** The shape of map/layers.yaml. Names of other things and meaning are checked after it. */
export const layersFile = keyed({
  schema: z.literal("entente.map/1"),
  evidence: keyed(evidence).optional(),
  tiers: oneOrMany(tier).optional(),
});

export type RawLayers = z.infer<typeof layersFile>;
export type RawTier = z.infer<typeof tier>;
export type RawZone = z.infer<typeof demilitarisedZone>;
export type RawForces = z.infer<typeof forces>;
export type RawPresence = z.infer<typeof presence>;
