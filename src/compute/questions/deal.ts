import { type Analysis, analyze, analyzeInSteps, type Frontier } from "#analysis";
import type { Scenario } from "#model";
import type { DealAnswer } from "../browser-questions.ts";
import { frontierTable } from "../frontier-table.ts";
import type { Answering } from "./answering.ts";

/** What the refinable parts before the frontier may take until a first answer is told, in milliseconds, whatever the budget. */
const patience = 1000;

/**
 * Is there a deal? First the answer with the frontier that is there at once; then, when the budget allows, with the
 * refined one. The last answer is what `analyze` gives with the same budget, but that a small
 * budget shortens only the frontier: unlocks and solutions are never hurried for the sake of a slider.
 */
export const deal: Answering<"deal"> = async ({ scenario, options, budgetMs }, { run, tell }) => {
  const began = performance.now();
  const first = await run(analyzeInSteps(scenario, options), { budgetMs: patience });
  const { early, refined } = first.value;
  const hurried = first.endedByBudget.length > 0;
  if (!hurried && !refined) return answerOf(early, scenario, first.timings, first.interrupted);
  const soFar = answerOf(early, scenario, first.timings, true);
  const spent = performance.now() - began;
  if (first.interrupted || budgetMs <= spent || (hurried && budgetMs <= patience)) return soFar;
  tell(soFar);
  // parts that the patience cut short are done again with the whole budget; else only the frontier is left to do
  const last =
    hurried || !refined
      ? await run(analyze(scenario, options), { budgetMs })
      : await run(refined(), { budgetMs: budgetMs - spent });
  const timings = hurried ? last.timings : together(first.timings, last.timings);
  return answerOf(last.value, scenario, timings, last.interrupted || last.endedByBudget.length > 0);
};

function answerOf(analysis: Analysis, { agenda }: Scenario, timings: Analysis["timings"], ended: boolean): DealAnswer {
  const { frontier, frontierBeforeReservations } = analysis;
  const shown = frontierBeforeReservations ?? frontier;
  const issues = agenda.issues.map(({ id, options }) => ({ id, options: options.map((option) => option.id) }));
  return {
    analysis: {
      ...analysis,
      frontier: withoutPoints(frontier),
      ...(frontierBeforeReservations ? { frontierBeforeReservations: withoutPoints(frontierBeforeReservations) } : {}),
      timings,
    },
    frontier: frontierTable(shown.status === "unknown" ? [] : shown.points, issues),
    beforeReservations: frontierBeforeReservations !== undefined,
    ended,
  };
}

function withoutPoints(frontier: Frontier): Frontier {
  return frontier.status === "unknown" ? frontier : { ...frontier, points: [] };
}

/** The seconds of two runs by phase, `total` last. */
function together(first: Analysis["timings"], then: Analysis["timings"]): Analysis["timings"] {
  const phases = new Set([...Object.keys(first), ...Object.keys(then)]);
  phases.delete("total");
  const sum = (phase: string): number => Math.round(((first[phase] ?? 0) + (then[phase] ?? 0)) * 1e6) / 1e6;
  return Object.fromEntries([...phases, "total"].map((phase) => [phase, sum(phase)]));
}
