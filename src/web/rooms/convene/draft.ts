import type { Agenda } from "#model";
import {
  type ChannelPlan,
  type DelegationId,
  levels,
  openingMistakes,
  type Procedure,
  type Refusal,
  type Seat,
  type SeatId,
  type SeatRole,
} from "#room";
import { type OpeningPlan, openingPlan, type RandomBytes, randomId } from "#seat";

/** A negotiation as its convenor plans it: every step gives a new one. */
export type Draft = OpeningPlan;

export const partyRoles = ["negotiator", "support", "mandator"] as const;
/** Who sits where beside the parties. */
export const otherRoles: Readonly<Record<string, readonly SeatRole[]>> = {
  mediation: ["mediator", "chair"],
  observation: ["observer"],
  training: ["trainer"],
};

export function firstDraft(agenda: Agenda, random: RandomBytes): Draft {
  return openingPlan(agenda, {}, random);
}

/** The working groups anew: as the agenda's formats have them, or one for each cluster. */
export function regrouped(draft: Draft, agenda: Agenda, groups: "formats" | "clusters", random: RandomBytes): Draft {
  const fresh = openingPlan(agenda, { groups }, random).channels.filter(({ kind }) => kind === "working group");
  const plenary = draft.channels.filter(({ kind }) => kind === "plenary");
  const members = plenary[0]?.members ?? [];
  return { ...draft, channels: [...plenary, ...fresh.map(({ chair: _, ...plan }) => ({ ...plan, members }))] };
}

/** A new seat sits in the plenary and in every group, as all of them do until the convenor says otherwise. */
export function withSeat(draft: Draft, seat: Omit<Seat, "id">, random: RandomBytes): Draft {
  const id = randomId(random);
  return {
    ...draft,
    seats: [...draft.seats, { id, ...seat }],
    channels: draft.channels.map((plan) => ({ ...plan, members: [...plan.members, id] })),
  };
}

/** "Ukraine, support", or "Ukraine, support 2" when there is one of that name already. */
export function newSeatName(draft: Draft, delegation: string, role: string): string {
  const taken = new Set(draft.seats.map(({ name }) => name));
  const plain = delegation === "" ? `${role.slice(0, 1).toUpperCase()}${role.slice(1)}` : `${delegation}, ${role}`;
  for (let number = 1; ; number++) {
    const name = number === 1 ? plain : `${plain} ${number}`;
    if (!taken.has(name)) return name;
  }
}

export function changedSeat(draft: Draft, id: SeatId, change: Partial<Pick<Seat, "name" | "level">>): Draft {
  return { ...draft, seats: draft.seats.map((seat) => (seat.id === id ? { ...seat, ...change } : seat)) };
}

export function withoutSeat(draft: Draft, id: SeatId): Draft {
  return {
    ...draft,
    seats: draft.seats.filter((seat) => seat.id !== id),
    channels: draft.channels.map((plan) => unseated(plan, id)),
  };
}

function unseated({ chair, ...plan }: ChannelPlan, id: SeatId): ChannelPlan {
  const members = plan.members.filter((member) => member !== id);
  return { ...plan, members, ...(chair === undefined || chair === id ? {} : { chair }) };
}

/**
 * Seats somebody in a channel, or takes the seat away. Who sits in the plenary sits in every group too: a motion closes only
 * what was agreed in channels that the whole plenary sees (R9.6). A group can be left again, and `outsiders` says what that
 * costs.
 */
export function seatedIn(draft: Draft, channel: string, seat: SeatId, sits: boolean): Draft {
  const intoPlenary = sits && draft.channels.some(({ id, kind }) => id === channel && kind === "plenary");
  return {
    ...draft,
    channels: draft.channels.map((plan) => {
      if (plan.id !== channel && !intoPlenary) return plan;
      if (!sits) return unseated(plan, seat);
      return plan.members.includes(seat) ? plan : { ...plan, members: [...plan.members, seat] };
    }),
  };
}

/** By group: who sits in the plenary and not there, so that a motion cannot close what the group agrees. */
export function outsiders(draft: Draft): readonly { readonly group: ChannelPlan; readonly seats: readonly Seat[] }[] {
  const plenary = draft.channels.find(({ kind }) => kind === "plenary");
  return draft.channels.flatMap((group) => {
    if (group.kind !== "working group") return [];
    const seats = draft.seats.filter(({ id }) => plenary?.members.includes(id) && !group.members.includes(id));
    return seats.length > 0 ? [{ group, seats }] : [];
  });
}

export function withGroup(draft: Draft, name: string, random: RandomBytes): Draft {
  const plenary = draft.channels.find(({ kind }) => kind === "plenary");
  const group: ChannelPlan = {
    id: randomId(random),
    kind: "working group",
    name,
    clusters: [],
    members: plenary?.members ?? [],
    level: plenary?.level ?? levels[0],
  };
  return { ...draft, channels: [...draft.channels, group] };
}

export function withoutGroup(draft: Draft, id: string): Draft {
  return { ...draft, channels: draft.channels.filter((plan) => plan.id !== id) };
}

export function changedChannel(
  draft: Draft,
  id: string,
  change: Partial<Pick<ChannelPlan, "name" | "clusters" | "level">>,
): Draft {
  return { ...draft, channels: draft.channels.map((plan) => (plan.id === id ? { ...plan, ...change } : plan)) };
}

/** Everything that stands against opening it so, by the room's own rules. */
export function draftMistakes(agenda: Agenda, draft: Draft): readonly Refusal[] {
  const { title, seats, channels, procedure, convenor } = draft;
  // in place of what is made when it is opened: a digest and two keys that are not at fault
  const standIn = { agenda: "0".repeat(64), keys: { signing: "1".repeat(64), sealing: "2".repeat(64) } };
  return openingMistakes(agenda, convenor.id, { kind: "open", title, seats, channels, procedure, ...standIn });
}

export function decisionOf(kind: Procedure["decision"]["kind"], agenda: Agenda): Procedure["decision"] {
  switch (kind) {
    case "unanimity":
      return { kind };
    case "consensus":
      return { kind, hours: 72 };
    case "qualified majority":
      return { kind, atLeast: Math.floor(agenda.consent.length / 2) + 1, vetoes: [] };
  }
}

/** The same plan with ids of its own, for another group that plays it. */
export function freshCopy(draft: Draft, random: RandomBytes): Draft {
  const ids = new Map(draft.seats.map(({ id }) => [id, randomId(random)]));
  const idOf = (id: SeatId): SeatId => ids.get(id) ?? id; // every member and chair has a seat, else it cannot be opened
  const seats = draft.seats.map((seat) => ({ ...seat, id: idOf(seat.id) }));
  return {
    ...draft,
    seats,
    convenor: { ...draft.convenor, id: idOf(draft.convenor.id) },
    channels: draft.channels.map(({ chair, ...plan }) => ({
      ...plan,
      id: randomId(random),
      members: plan.members.map(idOf),
      ...(chair === undefined ? {} : { chair: idOf(chair) }),
    })),
  };
}

/** How a delegation is called: a party by its name. */
export function delegationName(agenda: Agenda, delegation: DelegationId): string {
  return agenda.parties.find(({ id }) => id === delegation)?.name ?? delegation;
}
