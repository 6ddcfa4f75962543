import type { GameEquilibrium, GameSolution } from "../games/game-solution.ts";

/** The probability that a closed form gives to an action: the player's place, the set's number, the action's place. */
export type ExpectedChoice = {
  readonly player: number;
  readonly set: number;
  readonly action: number;
  readonly probability: number;
};

/**
 * Whether one of the solver's equilibria has the choices of one of the closed form's answers, to 1e-6; of a family, whether
 * they lie within its ends. `not-found` only where the solver's list is complete. Sets that a chance of 0 leaves out of the
 * game are not compared.
 */
export type SolverAgreement = "agrees" | "not-found" | "not-decided";

export function solverAgreement(
  { status, equilibria }: GameSolution,
  expected: readonly (readonly ExpectedChoice[])[],
): SolverAgreement {
  const agrees = equilibria.some((one) => expected.some((choices) => choices.every((choice) => plays(one, choice))));
  if (agrees) return "agrees";
  return status.kind === "exact" ? "not-found" : "not-decided";
}

const tolerance = 1e-6;

function plays({ strategies }: GameEquilibrium, { player, set, action, probability }: ExpectedChoice): boolean {
  const strategy = strategies.find((one) => one.player === player && one.set === set);
  if (!strategy) return true;
  const found = strategy.actions[action];
  if (!found) return false;
  const { low = found.probability, high = found.probability } = found;
  return probability >= low - tolerance && probability <= high + tolerance;
}
