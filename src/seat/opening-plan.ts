import type { Agenda, PartyId } from "#model";
import type { ChannelPlan, DelegationId, Level, OpenCommand, Procedure, Seat, SeatRole } from "#room";
import { levels } from "#room";
import { type RandomBytes, randomId } from "./random-bytes.ts";

/** What a convenor chooses. Whatever is left out is as in the default plan. */
export type OpeningChoices = {
  readonly title?: string;
  /** Those at a party's place; left out: one negotiator for each whose consent is needed. */
  readonly parties?: Readonly<Record<PartyId, readonly PartyRole[]>>;
  /** How many mediators; 1 unless given. */
  readonly mediators?: number;
  readonly chair?: boolean;
  readonly observers?: number;
  readonly trainer?: boolean;
  /** The agenda's formats that become working groups, by id; left out: all but a plenary; none of them: only the plenary. */
  readonly formats?: readonly string[];
  /** "formats": as the agenda has them; "clusters": one group for each cluster. Left out: formats if there are any. */
  readonly groups?: "formats" | "clusters";
  /**
   * Who sits in a working group. "everybody" (left out): whoever sits in the plenary, so that the plenary can close what the
   * group agreed (R9.6). "members": the format's members alone; what such a group agrees, the plenary settles anew.
   */
  readonly seatedIn?: "everybody" | "members";
  /** Whether the convenor sits in plenary and groups, without a voice on the table; true unless given. */
  readonly convenorSits?: boolean;
  readonly level?: Level;
  readonly procedure?: Partial<Procedure>;
};

export type PartyRole = Extract<SeatRole, "negotiator" | "support" | "mandator">;

/** Who sits where, before anybody has keys. */
export type OpeningPlan = Pick<OpenCommand, "title" | "seats" | "channels" | "procedure"> & {
  readonly convenor: Seat;
};

/**
 * The opening of a negotiation about this agenda: a convenor, a mediator, a negotiator for each party whose consent is needed,
 * a plenary, and a working group for each format or cluster. A plan like any other: change it before it is opened.
 */
export function openingPlan(agenda: Agenda, choices: OpeningChoices, random: RandomBytes): OpeningPlan {
  const { level = "minister", title = agenda.title } = choices;
  const seat = (delegation: DelegationId, role: SeatRole, name: string): Seat => {
    return { id: randomId(random), delegation, role, level, name };
  };
  const convenor = seat("convening", "convenor", "Convenor");
  const several = (count: number, delegation: DelegationId, role: SeatRole, name: string): readonly Seat[] =>
    Array.from({ length: count }, (_, at) => seat(delegation, role, count > 1 ? `${name} ${at + 1}` : name));
  const seats: readonly Seat[] = [
    convenor,
    ...partySeats(agenda, choices).map(([party, role, name]) => seat(party, role, name)),
    ...several(choices.mediators ?? 1, "mediation", "mediator", "Mediator"),
    ...several(choices.chair ? 1 : 0, "mediation", "chair", "Chair"),
    ...several(choices.observers ?? 0, "observation", "observer", "Observer"),
    ...several(choices.trainer ? 1 : 0, "training", "trainer", "Trainer"),
  ];
  return {
    title,
    seats,
    convenor,
    channels: channelsOf(agenda, seats, choices, random),
    procedure: procedureOf(choices),
  };
}

function partySeats(agenda: Agenda, { parties }: OpeningChoices): readonly (readonly [PartyId, PartyRole, string])[] {
  const chosen =
    parties ?? Object.fromEntries(agenda.consent.map((party): [PartyId, PartyRole[]] => [party, ["negotiator"]]));
  return Object.entries(chosen).flatMap(([party, roles]) => {
    const name = agenda.parties.find(({ id }) => id === party)?.name ?? party;
    return roles.map((role, at): readonly [PartyId, PartyRole, string] => {
      const before = roles.slice(0, at).filter((other) => other === role).length;
      const numbered = roles.filter((other) => other === role).length > 1 ? `${role} ${before + 1}` : role;
      return [party, role, `${name}, ${numbered}`];
    });
  });
}

function channelsOf(
  agenda: Agenda,
  seats: readonly Seat[],
  choices: OpeningChoices,
  random: RandomBytes,
): readonly ChannelPlan[] {
  const { seatedIn = "everybody", convenorSits = true, level = "minister" } = choices;
  const sitting = seats.filter(({ role }) => role !== "convenor" || convenorSits);
  const chair = seats.find(({ role }) => role === "chair");
  const plenary: ChannelPlan = {
    id: randomId(random),
    kind: "plenary",
    name: "Plenary",
    clusters: [],
    members: sitting.map(({ id }) => id),
    level,
    ...(chair ? { chair: chair.id } : {}),
  };
  const groups = groupsOf(agenda, choices).map(({ name, clusters, members, level: own }): ChannelPlan => {
    const inGroup = sitting.filter(({ delegation }) => {
      return seatedIn === "everybody" || !isParty(agenda, delegation) || members.includes(delegation);
    });
    return {
      id: randomId(random),
      kind: "working group",
      name,
      clusters,
      members: inGroup.map(({ id }) => id),
      level: levels.find((known) => known === own) ?? level,
      ...(chair ? { chair: chair.id } : {}),
    };
  });
  return [plenary, ...groups];
}

type Group = {
  readonly name: string;
  readonly clusters: readonly string[];
  readonly members: readonly PartyId[];
  readonly level?: string;
};

function groupsOf(agenda: Agenda, { groups, formats }: OpeningChoices): readonly Group[] {
  const working = agenda.formats.filter(({ id, name }) => !/plenary/i.test(`${id} ${name}`));
  if (groups === "clusters" || (groups === undefined && formats === undefined && working.length === 0)) {
    return agenda.clusters.map(({ id, name }) => ({
      name,
      clusters: [id],
      members: agenda.parties.map((party) => party.id),
    }));
  }
  return formats === undefined ? working : agenda.formats.filter(({ id }) => formats.includes(id));
}

function procedureOf({ procedure = {} }: OpeningChoices): Procedure {
  return {
    decision: { kind: "unanimity" },
    mayConvene: {
      "working group": ["convenor", "chair", "mediator"],
      "back channel": ["negotiator", "mediator"],
      caucus: ["mediator", "negotiator"],
    },
    needs: { adopt: "deputy", initial: "deputy", sign: "minister" },
    ...procedure,
  };
}

function isParty({ parties }: Agenda, delegation: DelegationId): boolean {
  return parties.some(({ id }) => id === delegation);
}
