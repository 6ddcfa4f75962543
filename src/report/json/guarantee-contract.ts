import { z } from "zod";
import type { JudgedContract } from "./judged-contract.ts";

/** One guarantee of `entente.durability-answer/1`: the backstop game, its postures, tripwire, reaction and entrapment. */
export function guaranteeContract({ id, whole, share, reference, references, quantity, ...judged }: JudgedContract) {
  const { quantityOf, verdictOf, parameters, because } = judged;
  const prize = z
    .discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("prize"), value: z.number() }),
      z.strictObject({ kind: z.literal("any-prize-pays") }),
      z.strictObject({ kind: z.literal("no-prize-pays") }),
    ])
    .meta({ id: "prizeThreshold" });
  const attack = z
    .discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("threshold"), value: z.number() }),
      z.strictObject({ kind: z.literal("intervention-costs-nothing") }),
    ])
    .meta({ id: "attackThreshold" });
  const delay = z
    .discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("none").describe("any delay deters") }),
      z.strictObject({ kind: z.literal("zero").describe("no delay does") }),
      z.strictObject({ kind: z.literal("days"), value: z.number() }),
    ])
    .meta({ id: "criticalDelay" });
  const prizeThreshold = z.strictObject(quantityOf(prize)).describe("v*: an attack pays above it");
  const credibilityDemanded = z.strictObject(quantityOf(attack)).describe("q*: what it takes to deter");
  const backstop = verdictOf(["safe-without-guarantee", "deterred", "hollow-guarantee", "nothing-deters"]);
  const pair = { below: id, above: id, share: z.exactOptional(share) };
  const order = z.discriminatedUnion("status", [
    z.strictObject({
      status: z.literal("ordered"),
      ranks: z.array(z.array(id)).describe("by v*, the lowest first; ties together"),
      basis: z.enum(["assumed", "derived"]),
      share: z.exactOptional(share),
      adjacent: z.array(z.strictObject(pair)),
    }),
    z.strictObject({ status: z.literal("open"), restsOn: references, pairs: z.array(z.strictObject(pair)) }),
    z.strictObject({ status: z.literal("unknown"), reason: z.string() }),
  ]);
  const postures = z.strictObject({
    rows: z.array(
      z.strictObject({
        id,
        name: z.string(),
        choices: z.record(id, id),
        chosen: z.boolean(),
        intervention: quantity,
        prizeThreshold,
        credibilityDemanded,
        verdict: backstop,
      }),
    ),
    order,
  });
  const tripwire = z.strictObject({
    verdict: verdictOf([
      "safe-without-guarantee",
      "nothing-deters",
      "peace-without-signal",
      "binding",
      "separating",
      "bluff",
      "pooling",
      "cheap-talk",
      "nobody-deploys",
    ]),
    tie: quantity,
    tieNeeded: quantity,
    reach: verdictOf(["reaches", "falls-short"]),
    because,
  });
  const reaction = z.strictObject({
    delay: quantity,
    resolve: quantity,
    intervention: quantity,
    credibilityDemanded,
    verdict: backstop,
    criticalDelay: z.strictObject(quantityOf(delay)).describe("tau*: the latest delay that still deters"),
    criticalDelayAlong: z.exactOptional(
      z
        .array(
          z.strictObject({
            parameter: reference,
            points: z.array(z.strictObject({ at: z.number(), delay })),
          }),
        )
        .describe("tau* at values of one parameter, all else as stated and placeholders at their middles"),
    ),
    inTime: verdictOf(["in-time", "too-late"]),
    criticalDelayInDraws: z.exactOptional(
      z.strictObject({
        failsAtAnyDelay: share,
        holdsAtAnyDelay: share,
        between: z.exactOptional(
          z.strictObject({ n: whole, p5: z.number(), median: z.number(), p95: z.number() }).describe("days"),
        ),
      }),
    ),
    comparison: z.exactOptional(
      verdictOf(["both-deter", "only-standing-deters", "only-reactive-deters", "neither-deters"]),
    ),
    because,
  });
  const entrapment = z.strictObject({
    restraint: quantity,
    credibilityDemanded,
    verdict: verdictOf(["pure-guarantee-can-work", "needs-conditional-clause", "no-credibility-deters"]),
    because,
  });
  return z.strictObject({
    id,
    name: z.string(),
    challenger: id,
    protege: id,
    guarantors: z.array(id),
    note: z.exactOptional(z.string()),
    parameters,
    costOnly: z.boolean().describe("a fight raises the cost of an attack and leaves its chance of success as it is"),
    intervention: z.strictObject({ ...quantity.shape, from: z.enum(["judged", "derived", "unknown"]) }),
    resolve: z.exactOptional(quantity.describe("k*: the guarantors fight if fighting costs at most this")),
    prizeThreshold,
    credibilityDemanded,
    verdict: backstop,
    because,
    postures: z.exactOptional(postures),
    tripwire: z.exactOptional(tripwire),
    reaction: z.exactOptional(reaction),
    entrapment: z.exactOptional(entrapment),
  });
}
