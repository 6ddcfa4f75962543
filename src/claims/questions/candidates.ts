import { mutualVetoOf } from "#analysis";
import type { Question } from "#model";
import { type Finding, found, undecided, type World } from "../finding.ts";
import { judgedCandidate } from "../judged.ts";
import { listed, partyName } from "../wording.ts";

/**
 * Holds when each candidate under `passes` passes, each under `fails` is refused by the party named, and no more than
 * `atMost` pass in all. Decided by the scores of the candidates named, or of all when their number is asked about.
 */
export function decideCandidates(question: Extract<Question, { kind: "candidates" }>, { scenario }: World): Finding {
  const list = scenario.agenda.candidates.find(({ id }) => id === question.list);
  if (!list) return undecided(`There is no list of candidates "${question.list}".`);
  const { candidates } = mutualVetoOf(list);
  const passing = candidates.filter(({ passes }) => passes);
  const asExpected = [
    ...question.passes.map((id) => passing.some((candidate) => candidate.id === id)),
    ...Object.entries(question.fails).map(([id, party]) => {
      return candidates.some((candidate) => candidate.id === id && candidate.refusedBy.includes(party));
    }),
    question.atMost === undefined || passing.length <= question.atMost,
  ];
  const asked = [...question.passes, ...Object.keys(question.fails)];
  const deciding = candidates.filter(({ id }) => question.atMost !== undefined || asked.includes(id));
  return found(
    asExpected.every(Boolean),
    () => {
      const guesses = deciding.filter(({ restsOnGuess }) => restsOnGuess).map(({ name }) => name);
      const refused = deciding
        .filter(({ passes }) => !passes)
        .map(({ name, refusedBy }) => `${name} by ${listed(refusedBy.map((party) => partyName(scenario, party)))}`);
      const pass =
        passing.length === 0
          ? "No candidate passes"
          : `${listed(passing.map(({ name }) => name))} pass${passing.length === 1 ? "es" : ""}`;
      return `${pass}, of ${candidates.length}.${refused.length > 0 ? ` Refused: ${refused.join("; ")}.` : ""}${guesses.length > 0 ? ` Rests on a guess: ${listed(guesses)}.` : ""}`;
    },
    () => deciding.map(({ id }) => judgedCandidate(list, id)),
  );
}
