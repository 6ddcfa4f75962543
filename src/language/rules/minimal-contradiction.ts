import type { Agenda, Clause, Condition, IssueId, OptionId, Rule } from "#model";

/** Assignments tried before the search gives up; contradictions people write are found within a few hundred. */
export const stepCeiling = 200_000;

/**
 * A smallest-by-inclusion set of rules that no settlement keeps together, in the agenda's order; undefined if some
 * settlement keeps all rules, or if the search reached its ceiling without an answer.
 */
export function minimalContradiction(agenda: Agenda, ceiling = stepCeiling): readonly Rule[] | undefined {
  const domains = new Map(agenda.issues.map(({ id, options }) => [id, options.map((option) => option.id)]));
  if (search(agenda.rules, domains, ceiling).answer !== "no") return undefined;
  let needed = [...agenda.rules];
  let left = 10 * ceiling;
  for (const rule of agenda.rules) {
    if (left <= 0) break; // a very long list of rules: what is left contradicts itself, if not minimally
    const without = needed.filter((other) => other !== rule);
    const { answer, steps } = search(without, domains, Math.min(ceiling, left));
    if (answer === "no") needed = without;
    left -= steps;
  }
  return needed;
}

type Domains = ReadonlyMap<IssueId, readonly OptionId[]>;

/** Whether some choice of options keeps all rules. Steps are looks at one demand. */
function search(rules: readonly Rule[], domains: Domains, ceiling: number): { answer: Satisfiable; steps: number } {
  const state = { demands: rules.flatMap((rule) => demandsOf(rule, domains)), left: ceiling };
  const mentioned = new Set(state.demands.flatMap((demand) => demand.map(({ issue }) => issue)));
  const answer = explore(state, new Map([...domains].filter(([issue]) => mentioned.has(issue))));
  return { answer, steps: ceiling - state.left };
}

type Satisfiable = "yes" | "no" | "unknown";
type Search = { readonly demands: readonly (readonly Clause[])[]; left: number };

/**
 * A rule as demands, each of which needs one of its clauses. Forbidding A and B demands not-A or not-B; requiring C and
 * D if A demands (not-A or C) and (not-A or D).
 */
function demandsOf(rule: Rule, domains: Domains): readonly (readonly Clause[])[] {
  const avoided = rule.when.map((clause) => complement(clause, domains));
  return rule.kind === "forbid" ? [avoided] : rule.then.map((clause) => [...avoided, clause]);
}

function complement({ issue, options }: Clause, domains: Domains): Condition[number] {
  const others = (domains.get(issue) ?? []).filter((option) => !options.includes(option));
  return { issue, options: others };
}

/** Narrows by demands with one way left, then tries the options of the issue in the shortest open demand. Exact. */
function explore(state: Search, domains: Map<IssueId, readonly OptionId[]>): Satisfiable {
  let open: readonly Clause[] | undefined;
  for (let changed = true; changed; ) {
    changed = false;
    open = undefined;
    for (const demand of state.demands) {
      if (--state.left < 0) return "unknown";
      if (demand.some((clause) => certain(clause, domains))) continue;
      const possible = demand.filter(({ issue, options }) => domains.get(issue)?.some((one) => options.includes(one)));
      const [only] = possible;
      if (!only) return "no";
      if (possible.length === 1) {
        domains.set(
          only.issue,
          domains.get(only.issue)!.filter((option) => only.options.includes(option)),
        );
        changed = true;
      } else if (!open || possible.length < open.length) open = possible;
    }
  }
  const [branch] = open ?? [];
  if (!branch) return "yes";
  const inside = domains.get(branch.issue)!.filter((option) => branch.options.includes(option));
  const outside = domains.get(branch.issue)!.filter((option) => !branch.options.includes(option));
  const first = explore(state, new Map(domains).set(branch.issue, inside));
  return first === "no" ? explore(state, new Map(domains).set(branch.issue, outside)) : first;
}

/** Whether every option still possible satisfies the clause. */
function certain({ issue, options }: Clause, domains: Domains): boolean {
  return domains.get(issue)?.every((option) => options.includes(option)) ?? false;
}
