import { unreachable } from "#prelude";
import type { ChannelPlan } from "./channel.ts";
import type { ChannelEvent } from "./event.ts";
import type { Place } from "./evolve.ts";
import type { Offer, OfferId, OfferStatus } from "./offer.ts";
import type { DelegationId } from "./seat.ts";
import type { ChannelState, TabledOffer } from "./state.ts";

type Opened = Extract<ChannelEvent, { kind: "channel opened" }>;

export function openedChannel(_: undefined, { plan, wordKeys }: Opened, { version, at }: Place): ChannelState {
  return {
    kind: "channel",
    version: 0,
    plan,
    wordKeys,
    wordKeysAt: Object.fromEntries(Object.keys(wordKeys).map((seat) => [seat, at])),
    closed: false,
    offers: new Map(),
    tableVersion: version,
    said: [],
    calls: new Map(),
    motions: new Map(),
    countersigned: new Map(),
  };
}

/**
 * `tableVersion` grows with whatever changes what an answer would be an answer to: what is tabled, agreed or gone, who sits
 * here, at what level. It does not grow with words, nor with another delegation's acceptance or rejection of the same offer.
 */
export function evolveChannel(state: ChannelState, event: Exclude<ChannelEvent, Opened>, place: Place): ChannelState {
  const { version, at } = place;
  const changed: ChannelState = { ...state, tableVersion: version };
  switch (event.kind) {
    case "member added":
      return {
        ...changed,
        // a member that has joined anew is given the key anew
        plan: { ...state.plan, members: [...new Set([...state.plan.members, event.seat])] },
        ...(event.wordKey === undefined
          ? {}
          : {
              wordKeys: { ...state.wordKeys, [event.seat]: event.wordKey },
              wordKeysAt: { ...state.wordKeysAt, [event.seat]: at },
            }),
      };
    case "member removed": {
      const { [event.seat]: _gone, ...wordKeys } = state.wordKeys;
      return { ...changed, plan: withoutMember(state.plan, event.seat), wordKeys };
    }
    case "level set":
      return { ...changed, plan: { ...state.plan, level: event.level } };
    case "channel closed":
      return { ...changed, closed: true };
    case "tabled":
      return tabled(changed, event.offer, version);
    case "withdrawn":
      return withStatus(changed, event.offer, { kind: "withdrawn", at });
    case "accepted":
      return acceptance(state, event.offer, event.delegation);
    case "provisionally agreed":
      return withStatus(changed, event.offer, { kind: "provisionally agreed", at });
    case "rejected": {
      const { live } = liveOffer(state, event.offer);
      return withStatus(state, event.offer, {
        kind: "live",
        acceptedBy: live.acceptedBy.filter((delegation) => delegation !== event.delegation),
        rejectedBy: [...live.rejectedBy, { delegation: event.delegation, reasons: event.reasons }],
      });
    }
    case "reopened":
      return withStatus(changed, event.offer, { kind: "reopened", by: event.delegation, reason: event.reason });
    case "said":
      return { ...state, said: [...state.said, { seat: event.seat, words: event.words, at, version }] };
    case "sealed yes called": {
      const { call, by, choices, until } = event;
      return { ...changed, calls: new Map(state.calls).set(call, { call, by, choices, at, until }) };
    }
    case "sealed yes answered": {
      const open = state.calls.get(event.call);
      if (open === undefined) throw new Error(`no sealed yes ${event.call} was called here`);
      return { ...changed, calls: new Map(state.calls).set(event.call, { ...open, allSaidYes: event.allSaidYes }) };
    }
    default:
      return unreachable(event);
  }
}

function tabled(state: ChannelState, offer: Offer, version: number): ChannelState {
  const live: OfferStatus = {
    kind: "live",
    acceptedBy: offer.kind === "offer" ? [offer.delegation] : [],
    rejectedBy: [],
  };
  const before =
    offer.counters === undefined ? state : withStatus(state, offer.counters, { kind: "countered", by: offer.id });
  return { ...before, offers: new Map(before.offers).set(offer.id, { offer, status: live, version }) };
}

function acceptance(state: ChannelState, id: OfferId, delegation: DelegationId): ChannelState {
  const { live } = liveOffer(state, id);
  return withStatus(state, id, {
    kind: "live",
    acceptedBy: [...live.acceptedBy.filter((other) => other !== delegation), delegation],
    rejectedBy: live.rejectedBy.filter((rejection) => rejection.delegation !== delegation),
  });
}

function liveOffer(state: ChannelState, id: OfferId): { tabled: TabledOffer; live: OfferStatus & { kind: "live" } } {
  const tabled = state.offers.get(id);
  if (tabled?.status.kind !== "live") throw new Error(`no live offer ${id} in this channel`);
  return { tabled, live: tabled.status };
}

/** `version` of a tabled offer stays that of its tabling. */
function withStatus(state: ChannelState, id: OfferId, status: OfferStatus): ChannelState {
  const before = state.offers.get(id);
  if (before === undefined) throw new Error(`no offer ${id} in this channel`);
  return { ...state, offers: new Map(state.offers).set(id, { ...before, status }) };
}

function withoutMember(plan: ChannelPlan, seat: string): ChannelPlan {
  const { chair, ...rest } = plan;
  const members = plan.members.filter((member) => member !== seat);
  return chair === undefined || chair === seat ? { ...rest, members } : { ...rest, chair, members };
}
