import type { Choices } from "#model";
import { unreachable } from "#prelude";
import type { Event, OfferCondition, Words } from "#room";
import { type Activity, type SeatSession, type SeatView, wordKeyOf, wordsText } from "#seat";

/** What an event says, for a person at this prompt; issues and options by the names that `send` takes. */
export function happenedWords({ event, stream, author }: Activity, view: SeatView, session: SeatSession): string {
  const nameOf = (seat: string): string => view.hall.seats.get(seat)?.name ?? seat;
  const channel = view.channels.find(({ id }) => id === stream);
  const numberOf = (offer: string): string => `offer ${channel?.state.offers.get(offer)?.offer.number ?? offer}`;
  const said = (words: Words): string => openedWords(words, stream, session) ?? "(words that this seat cannot open)";
  const who = author === "host" ? "The host" : nameOf(author);
  switch (event.kind) {
    case "opened":
      return `${who} opens "${event.title}" for ${event.seats.length} seats.`;
    case "joined":
      return `${nameOf(event.seat)} joins.`;
    case "seat removed":
      return `${who} removes ${nameOf(event.seat)} from the negotiation.`;
    case "seat freed":
      return `${who} frees ${nameOf(event.seat)}, whose keys are lost: it is taken anew.`;
    case "seat level set":
      return `${nameOf(event.seat)} is now at the level ${event.level}.`;
    case "group convened":
      return `${who} convenes the working group "${event.plan.name}".`;
    case "deadline set":
      return event.deadline === null ? `${who} lifts the deadline.` : `${who} sets the deadline: ${event.deadline}.`;
    case "ended":
      return `${who} ends the negotiation: ${event.reason}`;
    case "channel opened":
      return `The ${event.plan.kind} is open: ${event.plan.members.map(nameOf).join("; ")}.`;
    case "member added":
      return `${nameOf(event.seat)} comes in.`;
    case "member removed":
      return `${nameOf(event.seat)} leaves.`;
    case "level set":
      return `Offers are now accepted at the level ${event.level}.`;
    case "channel closed":
      return `${who} closes the channel.`;
    case "tabled": {
      const { offer } = event;
      const answers = offer.counters === undefined ? "" : `, in answer to ${numberOf(offer.counters)}`;
      const note = offer.note ? ` ${said(offer.note)}` : "";
      return `${who} tables ${offer.kind} ${offer.number}${answers}: ${choicesWords(offer.choices)}${conditionWords(offer.conditions, view)}.${note}`;
    }
    case "withdrawn":
      return `${who} withdraws ${numberOf(event.offer)}.`;
    case "accepted":
      return `${who} accepts ${numberOf(event.offer)}.`;
    case "provisionally agreed":
      return `Provisionally agreed, subject to the whole: ${numberOf(event.offer)}.`;
    case "rejected":
      return `${who} rejects ${numberOf(event.offer)}${event.reasons.map(({ issue, words }) => `; ${issue ? `${issue}: ` : ""}${said(words)}`).join("")}.`;
    case "reopened":
      return `${who} reopens ${numberOf(event.offer)}: ${said(event.reason)}`;
    case "said":
      return `${who}: ${said(event.words)}`;
    case "sealed yes called":
      return `${who} calls for a sealed yes until ${event.until}: ${choicesWords(event.choices)}.`;
    case "sealed yes answered":
      return event.allSaidYes ? "All have said yes." : "Not all have said yes.";
    case "adoption moved":
      return `${who} moves to adopt: ${choicesWords(event.settlement)}.`;
    case "voted":
      return event.says === "abstains" ? `${who} abstains.` : `${who} votes ${event.says}.`;
    case "adopted":
      return `Adopted. SHA-256 of the settlement: ${event.digest}`;
    case "fell":
      return "The motion falls.";
    case "initialled":
    case "signed":
    case "ratified":
      return `${who} has ${event.kind} the settlement${event.completes ? "; all have" : ""}.`;
    case "settlement reopened":
      return `${who} reopens the settlement: ${event.reason}`;
    case "countersigned":
      return `${who} countersigns entry ${event.version}.`;
    case "delegation opened":
      return "The delegation's own stream is open.";
    case "kept":
      return `${who} keeps a ${event.what}.`;
    default:
      return unreachable(event);
  }
}

/** The words of an event, opened; undefined if it has none or they do not open. */
export function eventText(event: Event, stream: string, session: SeatSession): string | undefined {
  if (event.kind === "said") return openedWords(event.words, stream, session);
  if (event.kind === "tabled") return event.offer.note && openedWords(event.offer.note, stream, session);
  if (event.kind === "reopened") return openedWords(event.reason, stream, session);
  return undefined;
}

function openedWords(words: Words, stream: string, { kept, keys, snapshot }: SeatSession): string | undefined {
  const state = snapshot().streams.states.get(stream);
  const key = state?.kind === "channel" ? wordKeyOf(kept, keys, state) : undefined;
  return wordsText(words, { negotiation: kept.negotiation, stream }, key);
}

function choicesWords(choices: Choices): string {
  return Object.entries(choices)
    .map(([issue, option]) => `${issue}=${option}`)
    .join(" ");
}

function conditionWords(conditions: readonly OfferCondition[], view: SeatView): string {
  if (conditions.length === 0) return "";
  const each = conditions.map(({ channel, issue, options }) => {
    const name = view.channels.find(({ id }) => id === channel)?.plan.name ?? channel;
    return `${name}:${issue}=${options.join("|")}`;
  });
  return `, if ${each.join(" and ")}`;
}
