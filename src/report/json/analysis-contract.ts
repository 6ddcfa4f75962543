import { z } from "zod";

import { answer, contractParts } from "./contract-parts.ts";
import { packageReportContract, packageUnlocksContract } from "./package-report-contract.ts";

let built: ReturnType<typeof build> | undefined;

/** The `--json` contract of `analyze`, version 1. Its inferred type and `Analysis` are the same; the tests hold both to it. */
export function analysisContract(): ReturnType<typeof build> {
  built ??= build();
  return built;
}

function build() {
  const parts = contractParts();
  const { id, points, byParty, choices, count, constraint, certificate, point, frontier, solution, refusal } = parts;
  const partySummary = z.strictObject({
    id,
    name: z.string(),
    consents: z.boolean(),
    sheet: z.enum(["own", "estimate", "none"]),
    author: z.exactOptional(z.string()),
    scale: z.number(),
    reservation: z.exactOptional(z.strictObject({ low: points, mid: points, high: points })),
    range: z.exactOptional(z.strictObject({ least: points, most: points })),
    ideal: z.exactOptional(answer(points)),
    arithmetic: z.union([z.literal("exact"), z.strictObject({ roundingError: z.number() })]),
  });

  return z
    .strictObject({
      schema: z.literal("entente.analysis/1"),
      scenario: z.strictObject({ id, title: z.string(), asOf: z.string() }),
      parties: z.array(partySummary),
      rules: z.strictObject({
        tie: z.enum(["accepts", "refuses"]),
        decision: z.string(),
        on: z.string(),
        enforced: z.array(constraint),
        reportedOnly: z.array(constraint),
        notInForce: z.array(constraint),
        undated: z.array(constraint),
        setAside: z.array(constraint),
        ruleIds: z.array(id),
        locks: choices,
      }),
      settlements: answer(count).describe("rule-abiding settlements"),
      settlementsWithoutDefinitionalRules: answer(count),
      agreementZone: z.strictObject({
        exists: answer(z.boolean()),
        count: answer(count),
        witness: z.exactOptional(point),
        certificate: z.exactOptional(certificate),
      }),
      frontier,
      frontierBeforeReservations: z.exactOptional(frontier),
      solutions: z.strictObject({
        nashBargaining: solution,
        kalaiSmorodinsky: solution,
        egalitarian: solution,
        utilitarian: solution,
      }),
      conflicts: answer(z.array(z.strictObject({ members: z.array(constraint) }))),
      zoneUnlocks: answer(
        z.array(
          z.strictObject({
            remove: z.array(constraint),
            cuts: z.array(z.strictObject({ cut: byParty, witness: point })),
            witness: point,
          }),
        ),
      ),
      redLinePrices: z.array(
        z.strictObject({
          constraint,
          zoneWithout: answer(z.boolean()),
          gain: z.strictObject({
            utilitarian: z.exactOptional(z.number()),
            egalitarian: z.exactOptional(z.number()),
            nashProductRatio: z.exactOptional(z.number()),
          }),
          idealGain: byParty,
          countRatio: z.exactOptional(z.number()),
        }),
      ),
      deadOptions: z.strictObject({
        byRules: z.array(z.strictObject({ issue: id, option: id })),
        inZone: z.array(z.strictObject({ issue: id, option: id, why: z.enum(["line", "value"]) })),
      }),
      readAsWeights: z.exactOptional(
        z.strictObject({
          exists: answer(z.boolean()),
          optionsGained: z.array(z.strictObject({ issue: id, option: id })),
          packages: z.record(
            id,
            z.strictObject({
              refusedBy: z.array(refusal),
              packageUnlocks: z.exactOptional(packageUnlocksContract(parts)),
            }),
          ),
        }),
      ),
      packages: z.record(id, packageReportContract(parts)),
      hollowConsensus: z.array(
        z.strictObject({
          term: id,
          package: id,
          authors: z.array(id),
          hollow: z.boolean(),
          ownReading: z.array(z.strictObject({ party: id, reading: id, accepts: z.boolean() })),
          declared: z.array(z.strictObject({ reading: id, acceptedBy: z.array(id), refusedBy: z.array(refusal) })),
          bridging: z.array(id),
        }),
      ),
      mutualVeto: z.array(
        z.strictObject({
          list: id,
          name: z.string(),
          threshold: z.number(),
          deciding: z.array(id),
          candidates: z.array(
            z.strictObject({
              id,
              name: z.string(),
              condition: z.exactOptional(z.string()),
              acceptability: byParty,
              refusedBy: z.array(id),
              passes: z.boolean(),
              restsOnGuess: z.boolean(),
              margin: z.number(),
            }),
          ),
        }),
      ),
      channels: z.strictObject({
        asOf: z.string(),
        channels: z.array(
          z.strictObject({
            id,
            name: z.string(),
            sessions: z.number().int(),
            together: z.array(z.strictObject({ date: z.string(), level: z.exactOptional(z.string()) })),
          }),
        ),
        adversaries: z.array(id),
        channelsTogether: z.number().int(),
        sessionsTogether: z.number().int(),
      }),
      notes: z.array(z.string()),
      timings: z.record(z.string(), z.number()).describe("seconds; differ from run to run"),
    })
    .meta({ title: "What `entente analyze --json` prints" });
}
