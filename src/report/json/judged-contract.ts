import { z } from "zod";
import { answer } from "./contract-parts.ts";
import { shareContract } from "./share-contract.ts";

/** What every judged number and verdict of `entente.durability-answer/1` looks like, whatever model it belongs to. */
export function judgedContract() {
  const id = z.string();
  const whole = z.number().int();
  const share = z.strictObject({ ...shareContract().shape, seed: whole }).meta({ id: "shareOfDraws" });
  const reference = z
    .strictObject({
      owner: id.describe("a guarantee, limit or shift"),
      parameter: id,
      placeholder: z.boolean(),
      options: z.exactOptional(z.array(id).describe("only these options share the judgement")),
    })
    .meta({ id: "parameterReference" });
  const references = z.array(reference);
  const quantityOf = <T extends z.ZodType>(value: T) => ({
    answer: answer(value).describe("bounded: the least and greatest over all ranges together"),
    stated: z.exactOptional(value.describe("at the stated values; absent where it rests on a placeholder")),
    restsOn: references.describe("the placeholders it rests on"),
  });
  const quantity = z.strictObject(quantityOf(z.number())).meta({ id: "quantity" });

  /** `possible`, `turns` and `shares` as the engine's `JudgedVerdict` has them. */
  const verdictOf = <const V extends string>(verdicts: readonly V[]) => {
    const verdict = z.enum(verdicts);
    const judged = {
      possible: z.array(verdict).describe("every verdict met somewhere in the ranges"),
      complete: z.boolean().describe("whether there is proof of no other"),
      turns: z.array(
        z.strictObject({
          parameter: reference,
          low: z.number(),
          high: z.number(),
          flips: z.array(z.strictObject({ at: z.number(), below: verdict, above: verdict })),
          throughout: z.exactOptional(verdict),
          given: references.describe("the other placeholders, held at their middles"),
        }),
      ),
      shares: z.exactOptional(z.array(z.strictObject({ verdict, ...share.shape }))),
    };
    return z.discriminatedUnion("status", [
      z.strictObject({ status: z.literal("decided"), verdict, ...judged }),
      z.strictObject({ status: z.literal("open"), restsOn: references, ...judged }),
      z.strictObject({ status: z.literal("unknown"), reason: z.string() }),
    ]);
  };

  const evidence = z
    .strictObject({
      author: z.exactOptional(z.string()),
      date: z.exactOptional(z.string()),
      confidence: z.exactOptional(z.enum(["high", "medium", "low"])),
      why: z.exactOptional(z.string()),
      sources: z.array(id),
      note: z.exactOptional(z.string()),
    })
    .meta({ id: "evidence" });
  const parameters = z
    .array(
      z.strictObject({
        id,
        symbol: z.string(),
        name: z.string(),
        kind: z.enum(["chance", "discount", "points", "signed-points", "days", "per-day", "periods"]),
        resolution: z.discriminatedUnion("status", [
          z.strictObject({
            status: z.literal("judged"),
            judgement: z.strictObject({ low: z.number(), mid: z.number(), high: z.number() }),
            placeholder: z.boolean().describe("nobody judged it: the middle of its range means nothing"),
            evidence,
            at: whole.describe("which case of durability.yaml, from 0"),
          }),
          z.strictObject({
            status: z.literal("unknown"),
            reason: z.string(),
            cause: z.enum(["open-issue", "no-case", "not-given"]),
            issues: z.array(id),
          }),
        ]),
      }),
    )
    .meta({ id: "parameters" });
  const because = z
    .strictObject({
      mover: id,
      move: z.enum(["attack", "breach", "strike-first", "provoke", "stay-out"]),
      against: z.array(id),
      sanction: z.strictObject({
        kind: z.enum(["intervention", "penalty", "suspension", "war", "none"]),
        by: z.array(id),
      }),
      measured: z.strictObject({ symbol: z.string(), name: z.string(), value: quantity }),
      threshold: z.strictObject({ symbol: z.string(), name: z.string(), value: quantity }),
      margin: quantity.describe("at least 0: a margin; below 0: a gap"),
    })
    .meta({ id: "because" });
  return { id, whole, share, reference, references, quantity, quantityOf, verdictOf, evidence, parameters, because };
}

export type JudgedContract = ReturnType<typeof judgedContract>;
