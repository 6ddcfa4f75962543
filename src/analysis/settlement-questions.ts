import type { Choices, PartyId, Scenario } from "#model";
import { type Answer, run } from "#prelude";
import { settleZone } from "./agreement-zone/settle-zone.ts";
import type { AnalysisOptions } from "./options.ts";
import { type RulesInForce, rulesInForce } from "./rules-in-force.ts";
import { maximiser } from "./space/best-settlement.ts";
import { type Constraint, type Problem, pointsOf, problemOf } from "./space/problem.ts";
import { choicesOf, narrowed, type SettlementSpace, settlementSpace } from "./space/settlement-space.ts";

/** Yes-or-no and best-of questions over all settlements of one scenario, asked again and again under other options. */
export type SettlementQuestions = {
  /** Whether the agreement zone under the options holds a settlement. */
  readonly zoneExists: (options: AnalysisOptions) => Answer<boolean>;
  /** The settlement worth most to the party under the rules, locks, lines and floors of the options, in points of its scale. */
  readonly best: (
    party: PartyId,
    options: AnalysisOptions,
  ) => { readonly value: number; readonly settlement: Choices } | undefined;
};

/**
 * Compiles the scenario once, with every line and floor, and leaves out per question what is not in force; locks and
 * conditions narrow the options. Cost of a question: as findSettlement, or one pass.
 */
export function settlementQuestions(scenario: Scenario): SettlementQuestions {
  const problems = new Map<string, Problem>();
  const spaceOf = (options: AnalysisOptions, judging: readonly PartyId[]): SettlementSpace => {
    const consent = [...new Set([...scenario.agenda.consent, ...judging])];
    const asked = { ...scenario, agenda: { ...scenario.agenda, consent } };
    const key = consent.join(" ");
    const problem = problems.get(key) ?? problemOf(asked, rulesInForce(asked, { declared: "all" }));
    problems.set(key, problem);
    const inForce = rulesInForce(scenario, options);
    const space = settlementSpace(problem, (constraint) => holdsIn(inForce, constraint));
    return narrowed(space, allowedIn(space, inForce));
  };

  return {
    zoneExists: (options) => run(settleZone(spaceOf(options, []))).exists,
    best: (party, options) => {
      const space = spaceOf(options, [party]);
      const at = space.problem.parties.indexOf(party);
      if (at < 0) return undefined;
      const max = maximiser(space);
      const weights = space.problem.parties.map((_, p) => (p === at ? 1 : 0));
      const units = max.value(weights, space.allowed);
      if (units === Number.NEGATIVE_INFINITY) return undefined;
      const value = pointsOf(space.problem, at, Math.min(units, space.problem.cap[at]!));
      return { value, settlement: choicesOf(space.problem, max.path().options) };
    },
  };
}

function holdsIn(inForce: RulesInForce, { by }: Constraint): boolean {
  switch (by.kind) {
    case "rule":
      return inForce.rules.some(({ id }) => id === by.rule);
    case "line":
      return inForce.lines.some(({ party, line }) => party === by.party && line.id === by.line);
    case "floor":
      return inForce.floors.some(({ party, floor }) => party === by.party && floor.id === by.floor);
    case "lock":
      return true;
  }
}

/** The space's options without those that a lock or a clause of the condition rules out. */
function allowedIn({ problem, allowed }: SettlementSpace, { locks, where }: RulesInForce): Uint8Array {
  const left = allowed.slice();
  problem.issues.forEach(({ id, options }, i) => {
    options.forEach((option, o) => {
      const locked = locks[id] !== undefined && locks[id] !== option.id;
      const outside = where.some((clause) => clause.issue === id && !clause.options.includes(option.id));
      if (locked || outside) left[problem.offset[i]! + o] = 0;
    });
  });
  return left;
}
