import { z } from "zod";
import { aftermathContract } from "./aftermath-contract.ts";
import { groundContract } from "./ground-contract.ts";
import { guaranteeContract } from "./guarantee-contract.ts";
import { judgedContract } from "./judged-contract.ts";
import { limitContract, shiftContract } from "./limit-contract.ts";
import { scenarioContract } from "./scenario-contract.ts";

let built: ReturnType<typeof build> | undefined;

/** The `--json` contract of `durability`, version 1: one package or settlement after signature. */
export function durabilityContract(): ReturnType<typeof build> {
  built ??= build();
  return built;
}

function build() {
  const judged = judgedContract();
  const { id, whole } = judged;
  return z
    .strictObject({
      schema: z.literal("entente.durability-answer/1"),
      scenario: scenarioContract(),
      package: z.strictObject({
        id: id.describe('"as-set": given with --set'),
        name: z.string(),
        choices: z.record(id, id),
      }),
      durability: z.discriminatedUnion("status", [
        z.strictObject({ status: z.literal("unknown"), reason: z.string() }),
        z.strictObject({
          status: z.literal("judged"),
          guarantees: z.array(guaranteeContract(judged)),
          limits: z.array(limitContract(judged)),
          shifts: z.array(shiftContract(judged)),
          draws: z.strictObject({
            n: whole.describe("done before an early end"),
            seed: whole,
            rule: z
              .strictObject({ high: z.number(), medium: z.number(), low: z.number() })
              .describe(
                "half-widths by confidence, as shares of the value, of judgements that are one number; ranges are drawn uniform",
              ),
          }),
        }),
      ]),
      aftermath: aftermathContract(),
      ground: z.exactOptional(groundContract(judged)),
      notes: z.array(z.string()),
      timings: z.record(z.string(), z.number()).describe("seconds; differ from run to run"),
    })
    .meta({ title: "What `entente durability --json` prints" });
}
