import { z } from "zod";
import { contractParts } from "./contract-parts.ts";
import { packageReportContract } from "./package-report-contract.ts";
import { scenarioContract } from "./scenario-contract.ts";

let built: ReturnType<typeof build> | undefined;

/** The `--json` contract of `evaluate`, version 1: the packages judged, by id; what was given with --set is "as-set". */
export function evaluationContract(): ReturnType<typeof build> {
  built ??= build();
  return built;
}

function build() {
  const parts = contractParts();
  return z
    .strictObject({
      schema: z.literal("entente.evaluation/1"),
      scenario: scenarioContract(),
      packages: z.record(parts.id, packageReportContract(parts)),
      notes: z.array(z.string()),
      timings: z.record(z.string(), z.number()).describe("seconds; differ from run to run"),
    })
    .meta({ title: "What `entente evaluate --json` prints" });
}
