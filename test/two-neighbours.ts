import { type DecidedClaim, decideClaims } from "#claims";
import type { Agenda, Question, Scenario } from "#model";
import { run } from "#prelude";
import { enumeratingClaimEngine } from "./enumerating-claim-engine.ts";
import { claim, evidence, judged, line, named, scenario, when } from "./tiny-scenario.ts";

/**
 * Two neighbours over land (A's weight 3 to 1) and money, and a guard whose worth to A hangs on the backing it has.
 * Utilities: A gets 60 x land + 20 x money + 20 x guard (hundredths), B 50 x land + 50 x money.
 */
export const dispute = (agenda: Partial<Agenda> = {}): Scenario =>
  scenario({
    issues: {
      land: ["keep", "share", "give"],
      money: ["none", "some"],
      guard: ["none", "post"],
      backing: ["words", "arms", "fight"],
    },
    sheets: {
      A: {
        reservation: 50,
        issues: {
          land: [3, { keep: 100, share: 50, give: 0 }],
          money: [1, { none: 0, some: 100 }],
          guard: [1, { none: 0, post: 50 }],
          backing: [0, { words: 0, arms: 0, fight: 0 }],
        },
        linkages: [
          {
            id: "backed",
            kind: "table",
            issue: "guard",
            given: "backing",
            table: { words: { post: judged(10) }, arms: { post: judged(40) }, fight: { post: judged(100) } },
            evidence: evidence("PAPER"),
          },
        ],
        redLines: [line("no-giving", when({ land: "give" }), { evidence: evidence("A-SPEECH") })],
        floors: [{ id: "post", issue: "guard", commitments: ["post"], min: 35, evidence: evidence("PAPER") }],
        evidence: { money: evidence("A-SURVEY"), reservation: evidence("A-SURVEY") },
      },
      B: {
        reservation: 40,
        issues: {
          land: [1, { keep: 0, share: 60, give: 100 }],
          money: [1, { none: 100, some: 40 }],
          guard: [0, { none: 0, post: 0 }],
          backing: [0, { words: 0, arms: 0, fight: 0 }],
        },
        redLines: [
          line("no-fight", when({ backing: "fight" }), { evidence: evidence("PAPER") }),
          line("no-keeping", when({ land: "keep" }), { kind: "declared" }),
        ],
      },
    },
    packages: [
      named(
        "draft",
        { land: "keep", money: "some", guard: "post", backing: "words" },
        { authors: ["A", "B"], sources: ["PAPER"] },
      ),
      named("open", { land: "keep" }),
    ],
    agenda: {
      clusters: [{ id: "M", name: "Money matters" }],
      ...agenda,
    },
  });

/** The claim with this question and source, decided by enumeration, by default without draws. */
export const decide = (question: Question, source = "PAPER", world = dispute(), draws = 0): DecidedClaim => {
  const asked = { ...world, claims: [claim(question, source)] };
  const [decided] = run(
    decideClaims(asked, { engine: enumeratingClaimEngine, draws, spread: { weightSigma: 0, value: 0 } }),
  );
  return decided!;
};

/** "keep", "some", "post", "words": worth 82 to A and 20 to B; the post breaks A's floor. */
export const draft = { package: "draft", set: {} };
export const changed = (set: Record<string, string>) => ({ package: "draft", set });
