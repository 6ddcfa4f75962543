import fc from "fast-check";
import { expect, test } from "vitest";
import type { DecisionRule, Procedure } from "./procedure.ts";
import { trialAgenda } from "./trial/trial-agenda.ts";
import { trialOpening } from "./trial/trial-room.ts";
import { type VoteOutcome, voteOutcome } from "./vote-outcome.ts";

type Says = "yes" | "no" | "abstains";

const four = { ...trialAgenda, consent: ["UA", "RU", "US", "EU"] };
const under = (decision: DecisionRule): Procedure => ({ ...trialOpening.procedure, decision });
const after = (decision: DecisionRule, ...says: (Says | "")[]): VoteOutcome => {
  const votes = Object.fromEntries(
    says.flatMap((vote, index) => (vote === "" ? [] : [[four.consent[index] ?? "", vote]])),
  );
  return voteOutcome(under(decision), four, votes, false);
};

test("R9.12 a majority waits until no vote that is wanting can change it", () => {
  const two: DecisionRule = { kind: "qualified majority", atLeast: 2, vetoes: [] };
  expect(after(two, "yes", "yes")).toBe("open"); // two no would make it a tie
  expect(after(two, "yes", "yes", "yes")).toBe("adopted");
  expect(after(two, "yes", "yes", "abstains")).toBe("adopted");
  expect(after({ ...two, atLeast: 3 }, "yes", "no", "no")).toBe("falls");
});

test("R9.12 a tie falls, and so does a motion with too few yes", () => {
  const two: DecisionRule = { kind: "qualified majority", atLeast: 2, vetoes: [] };
  expect(after(two, "yes", "yes", "no", "no")).toBe("falls");
  expect(after(two, "yes", "abstains", "abstains", "abstains")).toBe("falls");
  expect(after({ ...two, atLeast: 1 }, "abstains", "abstains", "abstains", "abstains")).toBe("falls");
});

test("R9.12 a holder of a veto ends it with a no, and is waited for", () => {
  const vetoed: DecisionRule = { kind: "qualified majority", atLeast: 2, vetoes: ["EU"] };
  expect(after(vetoed, "yes", "yes", "yes")).toBe("open");
  expect(after(vetoed, "yes", "yes", "yes", "no")).toBe("falls");
  expect(after(vetoed, "yes", "yes", "yes", "abstains")).toBe("adopted");
  expect(after(vetoed, "", "", "", "no")).toBe("falls");
});

test("R9.11 a consensus of those who all spoke waits for no hour", () => {
  const consensus: DecisionRule = { kind: "consensus", hours: 1 };
  expect(after(consensus, "yes", "abstains", "yes")).toBe("open");
  expect(after(consensus, "yes", "abstains", "yes", "abstains")).toBe("adopted");
});

test("R9.12 an outcome is reached before the last vote exactly when every way of casting the rest leads to it", () => {
  const decision = fc.oneof(
    fc.constant<DecisionRule>({ kind: "unanimity" }),
    fc.constant<DecisionRule>({ kind: "consensus", hours: 1 }),
    fc.record({
      kind: fc.constant("qualified majority" as const),
      atLeast: fc.integer({ min: 1, max: 4 }),
      vetoes: fc.subarray([...four.consent]),
    }),
  );
  const vote = fc.constantFrom<Says | "">("yes", "no", "abstains", "");
  fc.assert(
    fc.property(decision, fc.array(vote, { minLength: 4, maxLength: 4 }), (rule, votes) => {
      const ends = new Set(completions(votes).map((complete) => after(rule, ...complete)));
      expect(ends.has("open")).toBe(false);
      const [only] = ends;
      expect(after(rule, ...votes)).toBe(ends.size === 1 ? only : "open");
    }),
  );
});

function completions(votes: readonly (Says | "")[]): (Says | "")[][] {
  return votes.reduce<(Says | "")[][]>(
    (all, vote) =>
      all.flatMap((before) =>
        (vote === "" ? (["yes", "no", "abstains"] as const) : [vote]).map((says) => [...before, says]),
      ),
    [[]],
  );
}
