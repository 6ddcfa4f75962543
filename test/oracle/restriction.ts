import type { AnalysisOptions } from "#analysis";
import type { Rule, Scenario } from "#model";
import { type Chosen, isMet } from "./exact-utility.ts";

/** Whether the settlement is one the run is about: what is locked is locked, `where` holds. Rules aside. */
export function isAskedAbout(scenario: Scenario, options: AnalysisOptions, chosen: Chosen): boolean {
  const locked = locks(scenario, options);
  for (const issue of Object.keys(locked)) if (chosen[issue] !== locked[issue]) return false;
  return options.where === undefined || isMet(options.where, chosen);
}

export function isBroken(rule: Rule, chosen: Chosen): boolean {
  if (!isMet(rule.when, chosen)) return false;
  return rule.kind === "forbid" ? true : !isMet(rule.then, chosen);
}

/** The rules of this run. */
export function rulesInForce(scenario: Scenario, options: AnalysisOptions): readonly Rule[] {
  return scenario.agenda.rules.filter((rule) => !(options.withoutDefinitionalRules && rule.definitional));
}

function locks(scenario: Scenario, options: AnalysisOptions): Chosen {
  const locked: Record<string, string> = {};
  if (options.from !== undefined) {
    const start = scenario.packages.find(({ id }) => id === options.from);
    if (!start) throw new Error(`no package ${options.from}`);
    const free = new Set(options.free ?? []);
    for (const issue of scenario.agenda.issues) {
      const choice = start.choices[issue.id];
      const isFree = free.has(issue.id) || (issue.cluster !== undefined && free.has(issue.cluster));
      if (choice !== undefined && !isFree) locked[issue.id] = choice;
    }
  }
  return { ...locked, ...options.lock };
}
