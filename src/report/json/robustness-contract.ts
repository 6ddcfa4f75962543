import { z } from "zod";
import { scenarioContract } from "./scenario-contract.ts";
import { shareContract } from "./share-contract.ts";

let built: ReturnType<typeof build> | undefined;

/**
 * The `--json` contract of `robustness`, version 1. Points of room may be null: no draw had any room that is a number,
 * because the rules, lines and floors leave no settlement.
 */
export function robustnessContract(): ReturnType<typeof build> {
  built ??= build();
  return built;
}

function build() {
  const id = z.string();
  const points = z.number();
  const room = points.nullable();
  const judgement = z
    .discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("reservation"), party: id }),
      z.strictObject({ kind: z.literal("weight"), party: id, issue: id }),
      z.strictObject({ kind: z.literal("value"), party: id, issue: id, option: id }),
      z.strictObject({ kind: z.literal("cell"), party: id, linkage: id, given: id, option: id }),
      z.strictObject({ kind: z.literal("combination"), party: id, linkage: id }),
    ])
    .meta({ id: "judgement" });
  const influence = z
    .strictObject({
      judgement,
      share: points.describe("of the outcome's variance over the draws"),
      low: points,
      high: points,
      direction: z.enum(["raises", "lowers"]),
    })
    .meta({ id: "influence" });
  return z
    .strictObject({
      schema: z.literal("entente.robustness/1"),
      scenario: scenarioContract(),
      draws: z.number().int(),
      seed: z.number().int(),
      spread: z.strictObject({ weightSigma: z.number(), value: z.number() }),
      zone: shareContract().describe("draws in which some settlement has the consent of all"),
      room: z.strictObject({ mean: room, low: room, median: room, high: room }),
      matters: z.array(influence),
      packages: z.record(
        id,
        z.strictObject({
          name: z.string(),
          acceptedByAll: shareContract(),
          acceptedBy: z.record(id, shareContract()),
          meanSurplus: z.record(id, points),
          matters: z.array(influence),
        }),
      ),
      notes: z.array(z.string()),
      timings: z.record(z.string(), z.number()).describe("seconds; differ from run to run"),
    })
    .meta({ title: "What `entente robustness --json` prints" });
}
