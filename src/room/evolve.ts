import { unreachable } from "#prelude";
import type { Event } from "./event.ts";
import { evolveChannel, openedChannel } from "./evolve-channel.ts";
import { evolveDelegation, openedDelegation } from "./evolve-delegation.ts";
import { evolveHall, openedHall } from "./evolve-hall.ts";
import { evolvePlenary } from "./evolve-plenary.ts";
import type { Instant } from "./instant.ts";
import type { ChannelState, DelegationState, HallState, StreamState } from "./state.ts";

/** Where an event stands: the version and the time of the entry that holds it. */
export type Place = { readonly version: number; readonly at: Instant };

/**
 * The stream's state after one more event. The same in the host and in every client. Throws if the event does not belong
 * into the stream: `decide` never makes such a one, so that the record was tampered with or the program is wrong.
 */
export function evolve(state: StreamState | undefined, event: Event, place: Place): StreamState {
  const next = evolved(state, event, place);
  return { ...next, version: place.version };
}

/** The events of one entry, in order. */
export function evolveAll(state: StreamState | undefined, events: readonly Event[], place: Place): StreamState {
  const next = events.reduce<StreamState | undefined>((before, event) => evolve(before, event, place), state);
  if (next === undefined) throw new Error("an entry without events opens no stream");
  return next;
}

function evolved(state: StreamState | undefined, event: Event, place: Place): StreamState {
  switch (event.kind) {
    case "opened":
      return openedHall(nothingYet(state, event), event);
    case "channel opened":
      return openedChannel(nothingYet(state, event), event, place);
    case "delegation opened":
      return openedDelegation(nothingYet(state, event), event);
    case "joined":
    case "seat removed":
    case "seat freed":
    case "seat level set":
    case "group convened":
    case "deadline set":
    case "ended":
      return evolveHall(hallOf(state, event), event, place);
    case "member added":
    case "member removed":
    case "level set":
    case "channel closed":
    case "tabled":
    case "withdrawn":
    case "accepted":
    case "provisionally agreed":
    case "rejected":
    case "reopened":
    case "said":
    case "sealed yes called":
    case "sealed yes answered":
      return evolveChannel(channelOf(state, event), event, place);
    case "adoption moved":
    case "voted":
    case "adopted":
    case "fell":
    case "initialled":
    case "signed":
    case "ratified":
    case "settlement reopened":
    case "countersigned":
      return evolvePlenary(channelOf(state, event), event, place);
    case "kept":
      return evolveDelegation(delegationOf(state, event), event, place);
    default:
      return unreachable(event);
  }
}

function nothingYet(state: StreamState | undefined, event: Event): undefined {
  if (state !== undefined) throw misplaced(event, state);
}

function hallOf(state: StreamState | undefined, event: Event): HallState {
  if (state?.kind !== "hall") throw misplaced(event, state);
  return state;
}

function channelOf(state: StreamState | undefined, event: Event): ChannelState {
  if (state?.kind !== "channel") throw misplaced(event, state);
  return state;
}

function delegationOf(state: StreamState | undefined, event: Event): DelegationState {
  if (state?.kind !== "delegation") throw misplaced(event, state);
  return state;
}

function misplaced(event: Event, state: StreamState | undefined): Error {
  return new Error(
    `"${event.kind}" does not belong into ${state === undefined ? "an empty stream" : `a ${state.kind}`}`,
  );
}
