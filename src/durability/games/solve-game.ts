import type { Game, StrategicGame } from "#model";
import type { Search } from "#prelude";
import type { GameEquilibrium, GameOptions, GameSolution, GameStatus } from "./game-solution.ts";
import { type GameTree, gameTree } from "./game-tree.ts";
import { quantalResponsePath } from "./quantal-response-path.ts";
import { supportProfiles } from "./support-profiles.ts";
import { supportCandidates } from "./support-system.ts";
import { type Allowed, dominance } from "./undominated-actions.ts";
import { verifiedEquilibrium } from "./verified-equilibrium.ts";

/**
 * The perfect Bayesian equilibria of a small game with types; the Nash equilibria of a small game in strategic form.
 * Told to finish, it returns what is proved so far, with the status `at-least`.
 *
 * Perfect Bayesian equilibrium here: at every information set no action gains under the mover's beliefs and everyone's
 * strategy elsewhere; beliefs are Bayes' on the path; between histories that differ only in moves of positive
 * probability, Bayes' rule decides off the path too, and a history that needs further deviations has belief zero beside
 * one that does not; and a player's beliefs follow from the own earlier ones where those lead here. That is stricter
 * than "weak" perfect Bayesian equilibrium and weaker than sequential equilibrium, which is told apart.
 *
 * Method: actions that are never a best reply are struck out, repeatedly; what is left is tried support by support,
 * by linear programming where the conditions are linear; every result is verified anew from the tree.
 */
export function* solveGame(game: Game | StrategicGame, options: GameOptions = {}): Search<GameSolution> {
  const form = "root" in game ? "extensive" : "strategic";
  const tree = gameTree(game);
  if (!tree.ok) {
    const players = "root" in game ? game.players : game.players.map(({ name }) => name);
    const status: GameStatus = { kind: "refused", reason: tree.error };
    return { title: game.title, form, players, equilibria: [], status, notes: [] };
  }
  const { equilibria, status, notes } = yield* equilibriaOf(tree.value, options);
  return { title: game.title, form, players: tree.value.players, equilibria, status, notes };
}

type Found = Pick<GameSolution, "equilibria" | "status" | "notes">;

function* equilibriaOf(tree: GameTree, { mostSupports = 20_000, mostEquilibria = 200 }: GameOptions): Search<Found> {
  const equilibria: GameEquilibrium[] = [];
  let [tried, missed, doubtful] = [0, 0, 0];
  let ended: string | undefined;
  // of what is too large to be tried in full, one equilibrium is sought first that is likely to be sequential
  const first = combinations(tree) > mostSupports ? yield* limitOfResponses(tree) : undefined;
  if (first) equilibria.push(first.equilibrium);
  for (const step of supportProfiles(tree)) {
    tried += 1;
    if (tried > mostSupports) {
      ended = `There are more than ${mostSupports} combinations of actions to look at; the rest were not.`;
      break;
    }
    if (step.kind === "profile" && step.played.join() !== first?.played) {
      const { strategies, complete } = supportCandidates(tree, step.played);
      for (const candidate of strategies) {
        const equilibrium = verifiedEquilibrium(tree, candidate);
        if (equilibrium) equilibria.push(equilibrium);
        // the programme found these strategies within its rounding; the verification is stricter
        else if (complete && isMixed(candidate.strategy)) doubtful += 1;
      }
      if (!complete) missed += 1;
      if (equilibria.length >= mostEquilibria) {
        ended = `There are at least ${mostEquilibria} equilibria; the search stopped there.`;
        break;
      }
    }
    if (tried % 16 === 0) {
      const signal = yield { phase: "equilibria", done: tried, refinable: true };
      if (signal === "finish") {
        ended = "The search was ended early.";
        break;
      }
    }
  }
  const reason =
    ended ??
    (missed > 0
      ? `Of ${missed} combinations of mixed actions the conditions are not linear; they were searched from several points, which can miss solutions.`
      : doubtful > 0
        ? `Of ${doubtful} combinations of mixed actions the solution could not be verified to the tolerance.`
        : undefined);
  return {
    equilibria: [...equilibria].sort((a, b) => rank(a) - rank(b)),
    status: reason === undefined ? { kind: "exact" } : { kind: "at-least", reason },
    notes: [
      ...(first ? ["The combinations are many, so the principal branch of quantal responses was followed too."] : []),
      ...notesOf(tree, equilibria),
    ],
  };
}

function isMixed(strategy: Float64Array): boolean {
  return strategy.some((probability) => probability > 0 && probability < 1);
}

/** How many combinations of supports are left after elimination. */
function combinations(tree: GameTree): number {
  const allowed = undominated(tree);
  return tree.sets.reduce((product, { actions }, set) => {
    const first = tree.firstAction[set]!;
    const left = actions.reduce((sum, _, action) => sum + allowed[first + action]!, 0);
    return product * (2 ** left - 1);
  }, 1);
}

function undominated(tree: GameTree): Allowed {
  const allowed = new Uint8Array(tree.actionCount).fill(1);
  dominance(tree).strike(allowed, new Set());
  return allowed;
}

/** The equilibrium on the support to which quantal responses tend, if that is one. */
function* limitOfResponses(
  tree: GameTree,
): Search<{ readonly played: string; readonly equilibrium: GameEquilibrium } | undefined> {
  const points = yield* quantalResponsePath(tree, undominated(tree));
  const seen = new Set<string>();
  for (const { strategy } of [...points].reverse().slice(0, 40)) {
    for (const threshold of [1e-5, 1e-3, 2e-2]) {
      const played = Uint8Array.from(strategy, (probability) => (probability > threshold ? 1 : 0));
      const key = played.join();
      if (seen.has(key)) continue;
      seen.add(key);
      for (const candidate of supportCandidates(tree, played).strategies) {
        const equilibrium = verifiedEquilibrium(tree, candidate);
        if (equilibrium) return { played: key, equilibrium };
      }
    }
  }
  return undefined;
}

/** Sequential equilibria first, then those of which that is not decided. */
function rank({ sequential }: GameEquilibrium): number {
  return ["yes", "not-decided", "no"].indexOf(sequential);
}

function notesOf(tree: GameTree, equilibria: readonly GameEquilibrium[]): readonly string[] {
  const notes: string[] = [];
  if (tree.impossible > 0)
    notes.push(`${tree.impossible} branches of chance 0 were left out, with the information sets only they lead to.`);
  if (equilibria.some(({ extent }) => extent === "family"))
    notes.push("An equilibrium marked as a family stands for a continuum: the ends of its probabilities are given.");
  return notes;
}
