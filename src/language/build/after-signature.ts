import type { Question, Variant } from "#model";
import { unreachable } from "#prelude";
import { checkDurabilityName } from "../durability/durability-names.ts";
import { checkTier } from "../map/build-tiers.ts";
import { present } from "../present.ts";
import type { RawQuestion, RawVariant } from "../schema/question-schema.ts";
import type { Asking } from "./build-question.ts";
import { checkRange } from "./judgement.ts";
import { checkName, ids, many, type Reader } from "./reader.ts";

type Kind = "threshold_rises" | "intervention" | "guarantee" | "aftermath" | "limit" | "tiers" | "measured";

/** A question about the time after signature or about the map, with every name checked. */
export function afterSignature(
  kind: Kind,
  raw: RawQuestion,
  variantOf: (raw: RawVariant) => Variant,
  { reader, durability, tiers }: Asking,
): Question {
  const { document } = reader;
  const named = <Noun extends "guarantee" | "limit" | "lever">(value: Readonly<Record<Noun, string>>, noun: Noun) =>
    checkDurabilityName(reader, durability, noun, value[noun], () => document.at(value, noun));
  switch (kind) {
    case "threshold_rises": {
      const { guarantee, along } = raw.threshold_rises!;
      named(raw.threshold_rises!, "guarantee");
      return { kind: "threshold-rises", guarantee, along: along.map(variantOf) };
    }
    case "intervention": {
      const value = raw.intervention!;
      const { guarantee, above, below } = value;
      named(value, "guarantee");
      needBound(reader, value, ["above", "below"]);
      return present({ kind: "intervention" as const, guarantee, of: variantOf(value), above, below });
    }
    case "guarantee": {
      const value = raw.guarantee!;
      named(value, "guarantee");
      return { kind: "guarantee-verdict", guarantee: value.guarantee, of: variantOf(value), answer: value.is };
    }
    case "aftermath": {
      const value = raw.aftermath!;
      const { concept, answer, first } = value;
      if (first) {
        checkName(reader, "party", first.party, () => document.at(first, "party"));
        named(first, "lever");
      }
      return present({
        kind: "aftermath" as const,
        of: variantOf(value),
        concept,
        answer,
        first: first && { ...first },
      });
    }
    case "limit": {
      const value = raw.limit!;
      named(value, "limit");
      return { kind: "limit-verdict", limit: value.limit, of: variantOf(value), answer: value.is };
    }
    case "tiers": {
      const value = raw.tiers!;
      for (const { value: tier, at } of many<string>(reader, value, "drawn")) checkTier(reader, tiers, tier, at);
      return { kind: "tiers-drawn", of: variantOf(value), tiers: ids(reader, value, "drawn", undefined) };
    }
    case "measured": {
      const value = raw.measured!;
      const { tier, what, low, high } = value;
      checkTier(reader, tiers, tier, () => document.at(value, "tier"));
      needBound(reader, value, ["low", "high"]);
      return present({ kind: "measured" as const, of: variantOf(value), tier, what, low, high });
    }
    default:
      return unreachable(kind);
  }
}

/** One bound at least, and the lower below the upper. */
function needBound<Key extends string>(
  reader: Reader,
  value: Readonly<Partial<Record<Key, number | undefined>>>,
  [lower, upper]: readonly [Key, Key],
): void {
  const [low, high] = [value[lower], value[upper]];
  if (low !== undefined && high !== undefined)
    checkRange(reader, { low, mid: low, high }, () => reader.document.at(value, lower));
  if (low === undefined && high === undefined)
    reader.diagnostics.error("missing-key", reader.document.start(value), () => ({
      message: `Neither \`${lower}\` nor \`${upper}\` stands here, so that nothing is asked.`,
      fix: `Add \`${lower}:\`, \`${upper}:\` or both, with a number.`,
    }));
}
