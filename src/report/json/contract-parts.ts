import { z } from "zod";

/** What several parts of the contract share. Built when asked for: a run that prints no JSON Schema need not pay for it. */
export function contractParts() {
  const id = z.string();
  const points = z.number();
  const byParty = z.record(id, points);
  const choices = z.record(id, id);

  /** A count in decimal digits: settlement spaces are beyond what a JSON number holds. */
  const count = z.string().regex(/^\d+$/).describe("decimal digits");

  const constraint = z
    .discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("reservation"), party: id }),
      z.strictObject({ kind: z.literal("line"), party: id, line: id }),
      z.strictObject({ kind: z.literal("floor"), party: id, floor: id }),
    ])
    .meta({ id: "constraint" });

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
        edges: z.literal("cleared").exactOptional(),
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
  return {
    id,
    points,
    byParty,
    choices,
    count,
    constraint,
    proof,
    certificate,
    point,
    frontierPoint,
    frontier,
    solution,
    refusal,
  };
}

export type ContractParts = ReturnType<typeof contractParts>;

/** What every answer looks like, whatever it holds. */
export function answer<T extends z.ZodType>(value: T) {
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

type Proof =
  | { kind: "leaf"; multipliers: Record<string, string> }
  | { kind: "split"; issue: string; parts: { options: string[]; proof: Proof }[] };
