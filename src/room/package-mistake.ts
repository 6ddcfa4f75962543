import { type Agenda, type Choices, certainlyBreaks, type Issue } from "#model";
import type { ChannelPlan } from "./channel.ts";
import type { Refusal } from "./refusal.ts";

/** The issues that may be tabled in the channel: those of its clusters, or all. */
export function issuesOf(agenda: Agenda, { clusters }: ChannelPlan): readonly Issue[] {
  if (clusters.length === 0) return agenda.issues;
  return agenda.issues.filter(({ cluster }) => cluster !== undefined && clusters.includes(cluster));
}

/** Rules R3.2 to R3.5: what is wrong with a package put to this channel. */
export function packageMistake(agenda: Agenda, plan: ChannelPlan, choices: Choices): Refusal | undefined {
  const chosen = Object.entries(choices);
  if (chosen.length === 0)
    return { rule: "R3.2", message: "This package chooses nothing: choose at least one option." };
  const issues = new Map(issuesOf(agenda, plan).map((issue) => [issue.id, issue]));
  for (const [id, option] of chosen) {
    const issue = issues.get(id);
    if (issue === undefined) {
      return { rule: "R3.3", message: `Issue ${id} is not on the agenda of ${plan.name}.` };
    }
    if (!issue.options.some((known) => known.id === option)) {
      return { rule: "R3.4", message: `Issue ${id} has no option ${option}.` };
    }
  }
  const broken = agenda.rules.find((rule) => certainlyBreaks(rule, choices));
  if (broken !== undefined) {
    return {
      rule: "R3.5",
      message: `This package breaks the agenda's rule ${broken.id} however the rest is settled: ${broken.reason}`,
    };
  }
}
