import { z } from "zod";

let built: ReturnType<typeof build> | undefined;

/** The `--json` contract of `game`, version 1. Players are places in `players`, from 0; sets have the file's numbers. */
export function gameContract(): ReturnType<typeof build> {
  built ??= build();
  return built;
}

function build() {
  const chance = z.number().min(0).max(1);
  const belief = z.strictObject({
    path: z.array(z.string()),
    label: z.string(),
    probability: chance,
    low: z.exactOptional(chance),
    high: z.exactOptional(chance),
  });
  const strategy = z.strictObject({
    player: z.number().int(),
    set: z.number().int(),
    name: z.string(),
    actions: z.array(
      z.strictObject({
        name: z.string(),
        probability: chance,
        low: z.exactOptional(chance),
        high: z.exactOptional(chance),
      }),
    ),
    reach: chance,
    onPath: z.boolean(),
    beliefs: z.array(belief),
    belief: z.enum(["determined", "one-of-many"]),
    payoff: z.number(),
    regret: z.number(),
  });
  const model = z
    .strictObject({
      id: z.enum(["backstop", "tripwire", "deterrence", "two-sided", "ultimatum", "inspection"]),
      settings: z.array(z.strictObject({ name: z.string(), value: z.number(), isDefault: z.boolean() })),
      verdict: z.string(),
      numbers: z
        .record(z.string(), z.number())
        .describe("what the closed form gives: thresholds and chances of choices"),
      finding: z.array(z.string()).describe("the same in sentences"),
      solver: z
        .enum(["agrees", "not-found", "not-decided"])
        .describe("whether one of the equilibria has the closed form's choices"),
    })
    .describe("with --model: the model that the game is of");
  return z
    .strictObject({
      schema: z.literal("entente.game/1"),
      title: z.string(),
      form: z.enum(["extensive", "strategic"]),
      players: z.array(z.string()),
      status: z.discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("exact") }),
        z.strictObject({ kind: z.literal("at-least"), reason: z.string() }),
        z.strictObject({ kind: z.literal("refused"), reason: z.string() }),
      ]),
      equilibria: z.array(
        z.strictObject({
          kind: z.enum(["pure", "mixed"]),
          strategies: z.array(strategy),
          payoffs: z.array(z.number()),
          regret: z.number().describe("the largest gain from a deviation at one information set, over all sets"),
          exact: z.boolean().describe("pure, and in exact fractions no action gains anything, under these beliefs"),
          sequential: z.enum(["yes", "no", "not-decided"]),
          extent: z.enum(["isolated", "family", "not-decided"]),
        }),
      ),
      model: z.exactOptional(model),
      notes: z.array(z.string()),
      timings: z.record(z.string(), z.number()).describe("seconds; differ from run to run"),
    })
    .meta({ title: "What `entente game --json` prints" });
}
