import { z } from "zod";

const id = z.string();
const points = z.number();
const byParty = z.record(id, points);
const choices = z.record(id, id);

/** What every answer looks like, whatever it holds. */
function answer<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion("status", [
    z.strictObject({ status: z.literal("exact"), value }),
    z.strictObject({ status: z.literal("bounded"), low: value, high: value }),
    z.strictObject({
      status: z.literal("estimate"),
      value,
      low: value,
      high: value,
      n: z.number().int().describe("draws"),
      seed: z.number().int(),
    }),
    z.strictObject({ status: z.literal("unknown"), reason: z.string() }),
  ]);
}

/** A count in decimal digits: settlement spaces are beyond what a JSON number holds. */
const count = z.string().regex(/^\d+$/).describe("decimal digits");

const constraint = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("reservation"), party: id }),
    z.strictObject({ kind: z.literal("line"), party: id, line: id }),
    z.strictObject({ kind: z.literal("floor"), party: id, floor: id }),
  ])
  .meta({ id: "constraint" });

type Proof =
  | { kind: "leaf"; multipliers: Record<string, string> }
  | { kind: "split"; issue: string; parts: { options: string[]; proof: Proof }[] };

const proof: z.ZodType<Proof> = z.lazy(() =>
  z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("leaf"), multipliers: z.record(id, count) }),
    z.strictObject({
      kind: z.literal("split"),
      issue: id,
      parts: z.array(z.strictObject({ options: z.array(id), proof })),
    }),
  ]),
);

const certificate = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("witness"), settlement: choices }),
    z.strictObject({ kind: z.literal("no-deal"), proof }),
  ])
  .meta({ id: "certificate" });

const point = z.strictObject({ utilities: byParty, settlement: choices }).meta({ id: "point" });
const frontierPoint = z.strictObject({ ...point.shape, ties: count });
const frontier = z
  .discriminatedUnion("status", [
    z.strictObject({ status: z.literal("exact"), size: z.number().int(), points: z.array(frontierPoint) }),
    z.strictObject({
      status: z.literal("bounded"),
      epsilon: byParty,
      size: z.number().int(),
      points: z.array(frontierPoint),
    }),
    z.strictObject({ status: z.literal("unknown"), reason: z.string() }),
  ])
  .meta({ id: "frontier" });

const solution = z
  .strictObject({
    status: z.enum(["exact", "bounded", "empty", "unknown"]),
    value: z.exactOptional(z.number()),
    bound: z.exactOptional(z.number()),
    reason: z.exactOptional(z.string()),
    leftOut: z.exactOptional(z.array(id)),
    points: z.array(
      z.strictObject({ ...point.shape, surplus: byParty, ties: answer(count), examples: z.array(choices) }),
    ),
  })
  .meta({ id: "solution" });

const refusal = z
  .discriminatedUnion("by", [
    z.strictObject({ party: id, by: z.literal("value"), shortfall: points }),
    z.strictObject({ party: id, by: z.literal("line"), line: id, undated: z.boolean() }),
    z.strictObject({
      party: id,
      by: z.literal("floor"),
      floor: id,
      issue: id,
      option: id,
      value: points,
      min: points,
    }),
  ])
  .meta({ id: "refusal" });

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

const packageUnlocks = z.union([
  z.strictObject({ status: z.literal("not-needed") }),
  z.strictObject({ status: z.literal("none"), reason: z.string() }),
  z.strictObject({ status: z.literal("unknown"), reason: z.string() }),
  z.strictObject({
    status: z.enum(["exact", "bounded"]),
    size: z.number().int(),
    sets: z.array(
      z.strictObject({
        issues: z.array(id),
        changes: z.array(z.strictObject({ set: choices, utilities: byParty, change: byParty })),
      }),
    ),
  }),
]);

/** One package's report, which `evaluate --json` prints by itself. */
export const packageReportContract = z
  .strictObject({
    name: z.string(),
    date: z.exactOptional(z.string()),
    complete: z.boolean(),
    choices,
    utilities: byParty,
    surplus: byParty,
    rulesBroken: z.array(id),
    refusedBy: z.array(refusal),
    declaredLinesCrossed: z.array(z.strictObject({ party: id, line: id, undated: z.boolean() })),
    shortfallByIssue: z.record(id, z.array(z.strictObject({ issue: id, option: id, points }))),
    packageUnlocks,
    moves: z.record(id, z.array(z.strictObject({ issue: id, option: id, change: byParty }))),
  })
  .meta({ id: "packageReport" });

/** The `--json` contract of `analyze`, version 1. Its inferred type and `Analysis` are the same; the tests hold both to it. */
export const analysisContract = z
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
    conflicts: answer(
      z.array(z.strictObject({ members: z.array(constraint), certificate: z.exactOptional(certificate) })),
    ),
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
    packages: z.record(id, packageReportContract),
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
