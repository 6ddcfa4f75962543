import type { Agenda } from "#model";
import type { ChannelPlan } from "./channel.ts";
import type { Refusal } from "./refusal.ts";
import { levels, type Seat, type SeatId } from "./seat.ts";

/** Rule R7.2: what is wrong with a channel as planned, all of it at once. `seats`: those it may draw its members from. */
export function planMistakes(
  agenda: Agenda,
  seats: ReadonlyMap<SeatId, Seat>,
  plan: Omit<ChannelPlan, "id">,
): readonly Refusal[] {
  const mistakes: Refusal[] = [];
  const wrong = (message: string) => mistakes.push({ rule: "R7.2", message });
  const called = `The ${plan.kind} "${plan.name}"`;
  if (plan.name.trim() === "") wrong(`A ${plan.kind} has a name.`);
  for (const cluster of plan.clusters) {
    if (!agenda.clusters.some(({ id }) => id === cluster)) wrong(`${called}: the agenda has no cluster ${cluster}.`);
  }
  if (new Set(plan.clusters).size < plan.clusters.length) wrong(`${called} names a cluster twice.`);
  if (plan.members.some((member) => !seats.has(member))) wrong(`${called} names a member that has no seat.`);
  if (new Set(plan.members).size < plan.members.length) wrong(`${called} names a member twice.`);
  if (plan.members.length < 2) wrong(`${called} has fewer than two members.`);
  if (plan.chair !== undefined && !plan.members.includes(plan.chair)) wrong(`${called}: its chair is not a member.`);
  if (!levels.includes(plan.level)) wrong(`${called}: its level is none of ${levels.join(", ")}.`);
  return mistakes;
}

/** Rules R7.4 and R7.5: who must sit in a back channel and in a caucus; undefined if they do. */
export function unfitMembers(agenda: Agenda, kind: ChannelPlan["kind"], members: readonly Seat[]): Refusal | undefined {
  const parties = new Set(
    members.flatMap(({ delegation }) => (agenda.parties.some(({ id }) => id === delegation) ? [delegation] : [])),
  );
  if (kind === "caucus" && (!members.some(({ role }) => role === "mediator") || parties.size === 0)) {
    return { rule: "R7.4", message: "A caucus has a mediator and a party's delegation in it." };
  }
  if (kind === "back channel" && parties.size < 2) {
    return { rule: "R7.5", message: "A back channel has at least two parties' delegations in it." };
  }
}
