import type { Choices } from "#model";
import { type DecisionDiagram, decisionDiagram } from "./decision-diagram.ts";
import type { Conjunction, Constraint, Problem } from "./problem.ts";

/**
 * The settlements that some of a problem's constraints leave, ready for passes. `allowed` holds the constraints over
 * one issue and is what branching narrows; the diagram holds those over several.
 */
export type SettlementSpace = {
  readonly problem: Problem;
  readonly parties: number;
  readonly diagram: DecisionDiagram;
  /** By flat option index. */
  readonly allowed: Uint8Array;
  /** options x parties: the sheet's own payoffs with one-issue bonuses added. */
  readonly payoff: Float64Array;
  /** fired sets x parties. */
  readonly bonus: Float64Array;
};

/** The space under the constraints that `keep` accepts; every one by default. Diagrams are shared between equal spaces. */
export function settlementSpace(
  problem: Problem,
  keep: (constraint: Constraint) => boolean = () => true,
): SettlementSpace {
  const { issues, offset } = problem;
  const m = problem.parties.length;
  const allowed = new Uint8Array(offset[issues.length]!).fill(1);
  const payoff = problem.payoff.slice();
  const wide: Conjunction[] = [];
  let impossible = false;
  for (const constraint of problem.constraints) {
    if (!keep(constraint)) continue;
    for (const term of constraint.forbid) {
      if (term.size === 0) impossible = true;
      else if (term.size > 1) wide.push(term);
      else for (const [i, flags] of term) forbidFlagged(allowed, offset[i]!, flags);
    }
  }
  if (impossible) allowed.fill(0);
  const bonuses = problem.bonuses.filter(({ when }) => when.size > 1);
  for (const { when, payoff: points } of problem.bonuses) {
    if (when.size > 1) continue;
    const [i, flags] = [...when][0] ?? [0, Uint8Array.from(issues[0]!.options, () => 1)];
    flags.forEach((flag, o) => {
      if (flag === 1) for (let p = 0; p < m; p++) payoff[(offset[i]! + o) * m + p]! += points[p]!;
    });
  }
  const diagram = sharedDiagram(
    problem,
    wide,
    bonuses.map(({ when }) => when),
  );
  const bonus = new Float64Array(diagram.firedSets.length * m);
  diagram.firedSets.forEach((set, f) => {
    for (const b of set) for (let p = 0; p < m; p++) bonus[f * m + p]! += bonuses[b]!.payoff[p]!;
  });
  return { problem, parties: m, diagram, allowed, payoff, bonus };
}

function forbidFlagged(allowed: Uint8Array, from: number, flags: Uint8Array): void {
  for (let o = 0; o < flags.length; o++) if (flags[o] === 1) allowed[from + o] = 0;
}

/** The same space with fewer options allowed. */
export function narrowed(space: SettlementSpace, allowed: Uint8Array): SettlementSpace {
  return { ...space, allowed };
}

/** One flat option index per issue, in the agenda's order, as choices by id. */
export function choicesOf(problem: Problem, path: ArrayLike<number>): Choices {
  return Object.fromEntries(
    problem.issues.map((issue, i) => [issue.id, issue.options[path[i]! - problem.offset[i]!]!.id]),
  );
}

const diagrams = new WeakMap<Problem, Map<string, DecisionDiagram>>();

/** Conflict search asks for many subsets of the constraints; most differ only in what `allowed` holds. */
function sharedDiagram(
  problem: Problem,
  forbidden: readonly Conjunction[],
  bonuses: readonly Conjunction[],
): DecisionDiagram {
  const known = diagrams.get(problem) ?? new Map<string, DecisionDiagram>();
  diagrams.set(problem, known);
  const key = forbidden.map((term) => [...term].map(([i, flags]) => `${i}:${flags.join("")}`).join("&")).join("|");
  let diagram = known.get(key);
  if (!diagram) {
    diagram = decisionDiagram(
      problem.issues.map((issue) => issue.options.length),
      forbidden,
      bonuses,
    );
    known.set(key, diagram);
  }
  return diagram;
}
