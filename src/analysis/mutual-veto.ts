import type { Candidate, CandidateList, Scenario } from "#model";
import type { MutualVeto } from "./analysis.ts";

/** A score this near the threshold, in points, could as well lie on its other side. */
const guessWithin = 5;

/** Every list of candidates that must suit several parties at once, in the scenario's order. */
export function mutualVeto({ agenda }: Scenario): MutualVeto[] {
  return agenda.candidates.map(mutualVetoOf);
}

/**
 * Who passes with every deciding party: an acceptability at or above the threshold with each. `margin` is the least of
 * score minus threshold, so it is negative for a candidate that somebody refuses. A score that is not stated is no
 * acceptance: it counts as 0.
 *
 * A verdict rests on a guess when the candidate's judgement is of low confidence, unless the whole list is, which would
 * mark all candidates alike; or when a score that decides it lies within 5 points of the threshold: for a candidate that
 * passes, any deciding party's; for one that fails, those of the parties that refuse it, and only if all of them are
 * that near, because one clear refusal settles it.
 */
export function mutualVetoOf(list: CandidateList): MutualVeto {
  return {
    list: list.id,
    name: list.name,
    threshold: list.threshold,
    deciding: list.deciding,
    candidates: list.candidates.map((candidate) => verdictOn(candidate, list)),
  };
}

function verdictOn(
  candidate: Candidate,
  { deciding, threshold, evidence }: CandidateList,
): MutualVeto["candidates"][number] {
  const margins = deciding.map((party) => (candidate.acceptability[party] ?? 0) - threshold);
  const refusedBy = deciding.filter((_, at) => margins[at]! < 0);
  const near = (margin: number) => Math.abs(margin) <= guessWithin;
  const passes = refusedBy.length === 0;
  const decidedNearby = passes ? margins.some(near) : margins.filter((margin) => margin < 0).every(near);
  return {
    id: candidate.id,
    name: candidate.name,
    ...(candidate.condition === undefined ? {} : { condition: candidate.condition }),
    acceptability: candidate.acceptability,
    refusedBy,
    passes,
    restsOnGuess: (candidate.evidence.confidence === "low" && evidence.confidence !== "low") || decidedNearby,
    margin: Math.min(...margins),
  };
}
