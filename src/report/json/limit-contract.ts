import { z } from "zod";
import type { JudgedContract } from "./judged-contract.ts";

/** One monitored limit, and one shift of power, of `entente.durability-answer/1`. */
export function limitContract({ id, quantity, quantityOf, verdictOf, parameters, because }: JudgedContract) {
  const rate = z
    .discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("rate"), value: z.number() }),
      z.strictObject({ kind: z.literal("cannot-deter") }),
    ])
    .meta({ id: "inspectionRate" });
  const least = z
    .discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("detection"), value: z.number() }),
      z.strictObject({ kind: z.literal("none-suffices") }),
    ])
    .meta({ id: "leastDetection" });
  const head = { id, name: z.string(), holder: id, inspector: id, note: z.exactOptional(z.string()) };
  return z.discriminatedUnion("stands", [
    z.strictObject({ ...head, stands: z.literal("no") }),
    z.strictObject({ ...head, stands: z.literal("unknown"), reason: z.string(), issues: z.array(id) }),
    z.strictObject({
      ...head,
      stands: z.literal("yes"),
      parameters,
      inspection: z.strictObject({
        verdict: verdictOf(["no-temptation", "can-deter", "cannot-deter"]),
        rate: z.strictObject(quantityOf(rate)).describe("y*: the least announced rate that is complied with"),
        leastDetection: quantity.describe("from which inspection can deter; above 1: none can"),
        because,
      }),
      compliance: z.strictObject({
        verdict: verdictOf(["sustained", "not-sustained"]),
        largestTemptation: quantity,
        leastDetection: z.strictObject(quantityOf(least)).describe("pi*"),
        because,
      }),
      breakout: z.strictObject({ inspections: quantity, seenInTime: quantity }),
      transparency: z.strictObject({
        verdict: verdictOf(["window", "empty"]),
        levels: z.array(
          z.strictObject({
            issue: id,
            option: id,
            chosen: z.boolean(),
            detection: quantity,
            detectionNeeded: z.strictObject(quantityOf(least)),
            exposure: quantity,
            tolerance: quantity,
            verdict: verdictOf(["works", "sees-too-little", "shows-too-much", "both"]),
          }),
        ),
      }),
    }),
  ]);
}

export function shiftContract({ id, quantity, quantityOf, verdictOf, parameters, because }: JudgedContract) {
  const least = z
    .discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("none-needed") }),
      z.strictObject({ kind: z.literal("credibility"), value: z.number() }),
      z.strictObject({ kind: z.literal("none-suffices") }),
    ])
    .meta({ id: "leastCredibility" });
  const head = { id, name: z.string(), declining: id, rising: id, note: z.exactOptional(z.string()) };
  const verdict = verdictOf(["peace-possible", "war-unavoidable"]);
  return z.discriminatedUnion("stands", [
    z.strictObject({ ...head, stands: z.literal("no") }),
    z.strictObject({ ...head, stands: z.literal("unknown"), reason: z.string(), issues: z.array(id) }),
    z.strictObject({
      ...head,
      stands: z.literal("yes"),
      parameters,
      guarantee: z.exactOptional(id),
      unguaranteed: verdict,
      verdict,
      excess: quantity.describe("above 0: war now cannot be avoided"),
      leastCredibility: z.strictObject(quantityOf(least)),
      because,
    }),
  ]);
}
