import type { Agenda } from "#model";
import { err, ok, type Result } from "#prelude";
import { isPublic } from "./channel.ts";
import type { OpenCommand } from "./command.ts";
import { unfitKeys } from "./decide-hall.ts";
import { planMistakes } from "./plan-mistakes.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { type DelegationId, levels, type Seat, type SeatId, type SeatRole } from "./seat.ts";
import type { Situation, StreamAppend } from "./situation.ts";

/** Delegations that are no party's, and the roles that sit in each. */
const otherDelegations: ReadonlyMap<DelegationId, readonly SeatRole[]> = new Map<DelegationId, readonly SeatRole[]>([
  ["mediation", ["mediator", "chair"]],
  ["convening", ["convenor"]],
  ["observation", ["observer"]],
  ["training", ["trainer"]],
]);
const partyRoles: readonly SeatRole[] = ["negotiator", "support", "mandator"];

/** Rules R2.1 to R2.6, one refusal for the sender: the first mistake's rule, and every mistake's message. */
export function decideOpen(
  situation: Situation,
  author: SeatId,
  command: OpenCommand,
): Result<readonly StreamAppend[], Refusal> {
  if (situation.hall !== undefined) return refuse("R2.1", "This negotiation is open already.");
  if (command.channels.some(({ id }) => id === situation.hallStream || id === "new")) {
    return refuse("R2.5", "A channel has an id of its own, which is not the hall's.");
  }
  const mistakes = openingMistakes(situation.agenda, author, command);
  const [first] = mistakes;
  if (first !== undefined) return err({ rule: first.rule, message: mistakes.map(({ message }) => message).join(" ") });
  return ok(opening(author, command, situation));
}

/** The first events of the hall, of each public channel and of each delegation's stream, for a command without mistakes. */
export function opening(
  convenor: SeatId,
  { title, agenda, seats, channels, procedure, keys }: OpenCommand,
  { hallStream, hostKey, newId }: Pick<Situation, "hallStream" | "hostKey" | "newId">,
): readonly StreamAppend[] {
  const delegations = [...new Set(seats.map(({ delegation }) => delegation))];
  return [
    {
      stream: hallStream,
      events: [
        { kind: "opened", title, agenda, seats, channels, procedure, convenor, hostKey },
        { kind: "joined", seat: convenor, keys },
      ],
    },
    ...channels.map((plan): StreamAppend => {
      return { stream: plan.id, events: [{ kind: "channel opened", plan, wordKeys: {} }] };
    }),
    ...delegations.map((delegation): StreamAppend => {
      const members = seats.flatMap((seat) => (seat.delegation === delegation ? [seat.id] : []));
      return { stream: newId(), events: [{ kind: "delegation opened", delegation, members }] };
    }),
  ];
}

/** All that is wrong with it at once, so that a convenor mends it in one go. */
export function openingMistakes(agenda: Agenda, author: SeatId, command: OpenCommand): readonly Refusal[] {
  return [
    ...convenorMistakes(author, command),
    ...command.seats.flatMap((seat) => seatMistakes(agenda, seat)),
    ...repeated(
      "R2.2",
      "seat",
      command.seats.map(({ id }) => id),
    ),
    ...channelMistakes(agenda, command),
    ...procedureMistakes(agenda, command),
  ];
}

function convenorMistakes(author: SeatId, { title, agenda, seats, keys }: OpenCommand): readonly Refusal[] {
  const mistakes: Refusal[] = [];
  const wrong = (rule: string, message: string) => mistakes.push({ rule, message });
  const convenors = seats.filter(({ role }) => role === "convenor");
  if (convenors.length !== 1 || convenors[0]?.id !== author) {
    wrong("R2.1", "A negotiation is opened by its one convenor, who has a seat.");
  }
  if (title.trim() === "") wrong("R2.1", "A negotiation has a title.");
  if (!/^[0-9a-f]{64}$/.test(agenda)) wrong("R2.1", "The agenda is named by its SHA-256, 64 hexadecimal digits.");
  const unfit = unfitKeys(keys);
  if (unfit !== undefined) wrong("R2.8", unfit);
  return mistakes;
}

function seatMistakes(agenda: Agenda, { name, delegation, role, level }: Seat): readonly Refusal[] {
  const mistakes: Refusal[] = [];
  const wrong = (rule: string, message: string) => mistakes.push({ rule, message });
  if (name.trim() === "") wrong("R2.2", "Each seat has a name.");
  if (!levels.includes(level)) wrong("R2.2", `The level of "${name}" is none of ${levels.join(", ")}.`);
  const isParty = agenda.parties.some(({ id }) => id === delegation);
  const roles = isParty ? partyRoles : otherDelegations.get(delegation);
  if (roles === undefined) {
    wrong("R2.3", `"${name}": the agenda has no party ${delegation}.`);
  } else if (isParty && otherDelegations.has(delegation)) {
    wrong("R2.3", `The party ${delegation} has a name that is kept for those who run the talks.`);
  } else if (!roles.includes(role)) {
    wrong("R2.3", `"${name}": a ${role} does not sit with ${delegation}; there sit: ${roles.join(", ")}.`);
  }
  return mistakes;
}

function channelMistakes(agenda: Agenda, command: OpenCommand): readonly Refusal[] {
  const { channels } = command;
  const mistakes: Refusal[] = [
    ...repeated(
      "R2.5",
      "channel",
      channels.map(({ id }) => id),
    ),
  ];
  const wrong = (rule: string, message: string) => mistakes.push({ rule, message });
  const seats = new Map(command.seats.map((seat) => [seat.id, seat]));
  const plenaries = channels.filter(({ kind }) => kind === "plenary");
  if (plenaries.length !== 1) wrong("R2.5", `A negotiation has one plenary; this one has ${plenaries.length}.`);
  for (const plan of channels) {
    if (!isPublic(plan.kind)) wrong("R2.5", `A ${plan.kind} is convened by its own members, not named in the hall.`);
    mistakes.push(...planMistakes(agenda, seats, plan));
  }
  const [plenary] = plenaries;
  if (plenary === undefined) return mistakes;
  const negotiators = plenary.members.flatMap((member) => {
    const seat = seats.get(member);
    return seat?.role === "negotiator" ? [seat.delegation] : [];
  });
  for (const party of agenda.consent) {
    if (!negotiators.includes(party)) wrong("R2.4", `${party} has to consent and has no negotiator in the plenary.`);
  }
  return mistakes;
}

function procedureMistakes({ consent }: Agenda, { procedure }: OpenCommand): readonly Refusal[] {
  const mistakes: Refusal[] = [];
  const wrong = (message: string) => mistakes.push({ rule: "R2.6", message });
  const { decision, needs } = procedure;
  if (decision.kind === "consensus" && !(decision.hours > 0 && decision.hours <= 8_760)) {
    wrong("Silence is consent after some hours, at most a year's.");
  }
  if (decision.kind === "qualified majority") {
    const { atLeast, vetoes } = decision;
    if (!Number.isInteger(atLeast) || atLeast < 1 || atLeast > consent.length) {
      wrong(`A majority is a number of the ${consent.length} parties whose consent is needed.`);
    }
    const stranger = vetoes.find((party) => !consent.includes(party));
    if (stranger !== undefined) wrong(`${stranger} has a veto and is no party whose consent is needed.`);
  }
  if (consent.length === 0) wrong("The agenda names nobody whose consent is needed.");
  for (const level of Object.values(needs)) {
    if (!levels.includes(level)) wrong(`The level ${level} is none of ${levels.join(", ")}.`);
  }
  return mistakes;
}

function repeated(rule: string, what: string, ids: readonly string[]): readonly Refusal[] {
  const twice = [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
  return twice.map((id) => ({ rule, message: `The ${what} ${id} is named twice.` }));
}
