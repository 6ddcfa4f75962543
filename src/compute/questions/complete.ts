import { bestCompletion, type CompletionFound } from "#analysis";
import type { Choices, Scenario } from "#model";
import type { Answering } from "./answering.ts";

/** Conflicts told in a sentence; the answer holds them all. */
const clashesSaid = 3;

/** The best settlement within the locks, or in words why there is none. */
export const complete: Answering<"complete"> = async ({ scenario, options, locks, best }, { run }) => {
  const { value } = await run(bestCompletion(scenario, options, locks, best));
  if (value.found)
    return { found: true, settlement: value.point.settlement, utilities: value.point.utilities, proved: value.proved };
  return {
    found: false,
    why: await wordsFor(scenario, value),
    ...("clashes" in value ? { clashes: value.clashes } : {}),
  };
};

async function wordsFor(scenario: Scenario, reason: Extract<CompletionFound, { found: false }>): Promise<string> {
  const { namesOf, plainText } = await import("#report"); // only a refusal needs words
  const names = namesOf(scenario);
  switch (reason.because) {
    case "rules":
      return Object.keys(reason.locks).length === 0
        ? "The rules leave no settlement at all."
        : `The rules leave no settlement with ${lockWords(reason.locks)}.`;
    case "conflict": {
      const opening = Object.keys(reason.locks).length === 0 ? "Whatever is locked" : `With ${lockWords(reason.locks)}`;
      const shown = reason.clashes.slice(0, clashesSaid);
      const said = shown.map((clash) => {
        const what = plainText(names.constraints(clash));
        return clash.length === 1 ? `this cannot be kept: ${what}` : `these cannot all be kept: ${what}`;
      });
      const more = reason.clashes.length - shown.length;
      return `${opening}, ${said.join(". Besides, ")}.${more > 0 ? ` There are ${more} more such conflicts.` : ""}`;
    }
    case "no-strict-gain":
      return "With these locks no settlement leaves every party strictly above its reservation value, so there is no Nash bargaining solution.";
    case "no-sheet":
      return `There is no sheet for ${plainText(names.party(reason.party))}: what is best for it is not known.`;
    case "stopped":
      return "Stopped before it was known whether there is one.";
  }

  function lockWords(locks: Choices): string {
    const words = Object.entries(locks).map(([issue, option]) => plainText(names.choice(issue, option)));
    return words.length <= 1 ? words.join("") : `${words.slice(0, -1).join("; ")} and ${words.at(-1)}`;
  }
}
