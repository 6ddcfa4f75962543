import { z } from "zod";
import { scenarioContract } from "./scenario-contract.ts";
import { shareContract } from "./share-contract.ts";

let built: ReturnType<typeof build> | undefined;

/** The `--json` contract of `claims`, version 1. The inferred type of a claim and `DecidedClaim` are the same. */
export function claimsContract(): ReturnType<typeof build> {
  built ??= build();
  return built;
}

function build() {
  const id = z.string();
  const verdict = z.enum(["holds", "does-not-hold", "undecided", "later"]).meta({ id: "verdict" });
  const judgement = z.strictObject({
    kind: z.enum([
      "reservation",
      "issue",
      "linkage",
      "line",
      "floor",
      "reading",
      "acceptability",
      "package",
      "event",
      "session",
      "source",
      "parameter",
      "statement",
      "feature",
    ]),
    party: z.exactOptional(id),
    id: id.describe(
      "the issue, line, floor, linkage, term, candidate, package, event or channel; guarantee.parameter; the place of a statement; the tier or shape",
    ),
    says: z.string(),
    author: z.exactOptional(z.string()),
    confidence: z.exactOptional(z.enum(["high", "medium", "low"])),
    sources: z.array(id),
    citesClaimSource: z.boolean(),
  });
  const claim = z.strictObject({
    id,
    row: z.exactOptional(z.string()),
    statement: z.string(),
    source: id,
    question: z.enum(questionKinds),
    verdict: verdict.describe("with red lines enforced"),
    why: z.string(),
    asWeight: z.exactOptional(z.strictObject({ verdict, why: z.string() })).describe("with no red line enforced"),
    basis: z
      .exactOptional(z.enum(["assumed", "derived"]))
      .describe("assumed: a deciding judgement cites the claim's own source, or the claim repeats its judgements"),
    judgements: z.array(judgement),
    shareOfDraws: z.exactOptional(shareContract().extend({ seed: z.number().int() })),
    later: z.exactOptional(z.enum(["rooms", "durability", "monitoring", "map", "agents"])),
  });
  return z
    .strictObject({
      schema: z.literal("entente.claims/1"),
      scenario: scenarioContract(),
      claims: z.array(claim),
      notes: z.array(z.string()),
      timings: z.record(z.string(), z.number()).describe("seconds; differ from run to run"),
    })
    .meta({ title: "What `entente claims --json` prints" });
}

/** The tests hold this list to the model's kinds of question. */
const questionKinds = [
  "verdict",
  "reservation",
  "rises",
  "local-value-rises",
  "best-for",
  "zone",
  "deadlock",
  "hollow-consensus",
  "readings-differ",
  "candidates",
  "channels",
  "event",
  "chooses",
  "quantity",
  "line",
  "members",
  "size",
  "source",
  "threshold-rises",
  "intervention",
  "guarantee-verdict",
  "aftermath",
  "limit-verdict",
  "tiers-drawn",
  "measured",
  "all",
  "later",
] as const;
