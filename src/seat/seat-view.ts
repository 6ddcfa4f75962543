import type { Agenda, Choices, Issue } from "#model";
import {
  type ChannelPlan,
  type ChannelState,
  type Composition,
  composeOf,
  type DelegationId,
  decidingDelegations,
  type Event,
  type HallState,
  type Instant,
  isAcceptable,
  isPublic,
  issuesOf,
  type SeatId,
  type SeatState,
  type StreamId,
  type Words,
} from "#room";
import { type Papers, papersOf } from "./delegation-papers.ts";
import { type LadderView, ladderView } from "./ladder-view.ts";
import { type OfferView, offerViews } from "./offer-view.ts";
import type { KeptSeat, Keys } from "./seat-keys.ts";
import type { SeatSnapshot } from "./seat-session.ts";
import type { Happened, SeatStreams } from "./streams.ts";
import { wordKeyOf, wordsText } from "./words.ts";

/** Everything that a page shows to this seat, made of what it sees and of nothing else. */
export type SeatView = {
  readonly title: string;
  readonly me: SeatState;
  readonly hall: HallState;
  readonly seats: readonly PresentSeat[];
  readonly deadline?: Instant;
  readonly ended?: { readonly reason: string; readonly at: Instant };
  /** The plenary, the working groups, then back channels and caucuses, each in order of coming. Those that were closed too. */
  readonly channels: readonly ChannelView[];
  /** Public ones in which this seat does not sit. */
  readonly elsewhere: readonly ChannelPlan[];
  /** Of the channels above, and so of what this seat may see. */
  readonly composition: Composition;
  /** The delegation's own, opened with its key. */
  readonly papers?: Papers;
  /** The motion that stands, in the plenary. */
  readonly ladder?: LadderView;
  /** What happened, oldest first; witnesses' signatures are left out. */
  readonly activity: readonly Activity[];
};

export type PresentSeat = SeatState & { readonly joined: boolean; readonly here: boolean };

export type ChannelView = {
  readonly id: StreamId;
  readonly plan: ChannelPlan;
  readonly state: ChannelState;
  readonly members: readonly SeatState[];
  /** Whose acceptances agree an offer here. */
  readonly deciding: readonly DelegationId[];
  /** What may be tabled here. */
  readonly issues: readonly Issue[];
  /** Entries after the last that was read, of others. */
  readonly unread: number;
  /** In order of tabling. */
  readonly offers: readonly OfferView[];
  /** Live and in time. */
  readonly onTable: readonly OfferView[];
  /** The one that was tabled last. */
  readonly latest?: OfferView;
  readonly agreed: readonly OfferView[];
  readonly said: readonly SaidView[];
  /** The sealed yes that is being asked for. */
  readonly call?: CallView;
};

export type SaidView = {
  readonly seat: SeatId;
  readonly name: string;
  readonly at: Instant;
  readonly version: number;
  /** Undefined: sealed, and does not open with this seat's keys. */
  readonly text: string | undefined;
};

export type CallView = {
  readonly call: string;
  readonly by: SeatId;
  readonly choices: Choices;
  readonly until: Instant;
  /** Whether this seat's delegation is asked. Whether it has answered stands nowhere. */
  readonly asksMe: boolean;
};

export type Activity = {
  readonly stream: StreamId;
  readonly version: number;
  readonly at: Instant;
  readonly author: SeatId | "host";
  readonly event: Event;
};

export type ViewQuestion = {
  /** By the host's clock. */
  readonly at: Instant;
  /** The version up to which the person has read each stream. */
  readonly read?: Readonly<Record<StreamId, number>>;
};

/**
 * A view maker for one seat. What is expensive, the composition and the opening of sealed papers, is done again only when
 * what it rests on has changed. Undefined as long as the hall has not come.
 */
export function seatViewer(
  kept: KeptSeat,
  keys: Keys,
  agenda: Agenda,
): (snapshot: SeatSnapshot, question: ViewQuestion) => SeatView | undefined {
  const composed = composer(agenda);
  const wordsOf = channelWords(kept, keys);
  const activity = remembering((streams: SeatStreams) => streams, activityOf);
  const opened = remembering(
    (streams: SeatStreams) => streams.happened.get(ownStream(streams) ?? ""),
    (streams) => papersOf(kept, keys, streams),
  );
  return ({ streams, here }, { at, read = {} }) => {
    const { hall, states } = streams;
    const me = hall?.seats.get(kept.seat);
    if (!hall || !me) return undefined;
    const channels = channelsOf(streams).map((state) => {
      return channelView(
        { textOf: wordsOf(state), agenda, hall, me, at },
        state,
        streams.happened.get(state.plan.id) ?? [],
        read,
      );
    });
    const papers = opened(streams);
    const plenary = channels.find(({ plan }) => plan.kind === "plenary");
    const ladder = plenary && ladderView(agenda, hall, me, plenary.state);
    return {
      title: hall.title,
      me,
      hall,
      seats: [...hall.seats.values()].map((seat) => {
        return { ...seat, joined: seat.keys !== undefined, here: here.includes(seat.id) };
      }),
      ...(hall.deadline === undefined ? {} : { deadline: hall.deadline }),
      ...(hall.ended ? { ended: hall.ended } : {}),
      channels,
      elsewhere: hall.channels.filter(({ id }) => !states.has(id)),
      composition: composed(
        channels.map(({ state }) => state),
        at,
      ),
      ...(papers ? { papers } : {}),
      ...(ladder ? { ladder } : {}),
      activity: activity(streams),
    };
  };
}

type Seeing = {
  readonly textOf: (words: Words) => string | undefined;
  readonly agenda: Agenda;
  readonly hall: HallState;
  readonly me: SeatState;
  readonly at: Instant;
};

function channelView(
  { textOf, agenda, hall, me, at }: Seeing,
  state: ChannelState,
  happened: readonly Happened[],
  read: Readonly<Record<StreamId, number>>,
): ChannelView {
  const { plan } = state;
  const offers = offerViews(state, me, textOf);
  const latest = offers.at(-1);
  const deciding = decidingDelegations(agenda, hall, plan.members);
  const call = [...state.calls.values()].find(({ allSaidYes }) => allSaidYes === undefined);
  return {
    id: plan.id,
    plan,
    state,
    members: plan.members.flatMap((member) => hall.seats.get(member) ?? []),
    deciding,
    issues: issuesOf(agenda, plan),
    unread: unreadOf(happened, read[plan.id] ?? 0, me.id),
    offers,
    onTable: offers.filter(
      (offer) => offer.status.kind === "live" && (offer.offer.kind === "supposal" || isAcceptable(offer, at)),
    ),
    ...(latest ? { latest } : {}),
    agreed: offers.filter(({ status }) => status.kind === "provisionally agreed"),
    said: state.said.map(({ seat, words, at: when, version }) => {
      return {
        seat,
        name: hall.seats.get(seat)?.name ?? seat,
        at: when,
        version,
        text: textOf(words),
      };
    }),
    ...(call
      ? {
          call: {
            call: call.call,
            by: call.by,
            choices: call.choices,
            until: call.until,
            asksMe: me.role === "negotiator" && deciding.includes(me.delegation),
          },
        }
      : {}),
  };
}

/** Opens each channel's key once, and each word once: a page asks for all of them again and again. */
function channelWords(kept: KeptSeat, keys: Keys): (channel: ChannelState) => (words: Words) => string | undefined {
  const readers = new WeakMap<ChannelState["wordKeys"], (words: Words) => string | undefined>();
  return (channel) => {
    const known = readers.get(channel.wordKeys);
    if (known) return known;
    const key = isPublic(channel.plan.kind) ? undefined : wordKeyOf(kept, keys, channel);
    const place = { negotiation: kept.negotiation, stream: channel.plan.id };
    const texts = new WeakMap<Words, { readonly text: string | undefined }>();
    const reader = (words: Words): string | undefined => {
      const opened = texts.get(words) ?? { text: wordsText(words, place, key) };
      texts.set(words, opened);
      return opened.text;
    };
    readers.set(channel.wordKeys, reader);
    return reader;
  };
}

function unreadOf(happened: readonly Happened[], read: number, me: SeatId): number {
  let unread = 0;
  for (let at = happened.length - 1; at >= 0 && happened[at]!.version > read; at--) {
    const { author, events } = happened[at]!;
    if (author !== me && events.some(({ kind }) => kind !== "countersigned")) unread++;
  }
  return unread;
}

function activityOf({ happened }: SeatStreams): readonly Activity[] {
  const all = [...happened].flatMap(([stream, entries]) =>
    entries.flatMap(({ version, at, author, events }) =>
      events.flatMap((event) => (event.kind === "countersigned" ? [] : [{ stream, version, at, author, event }])),
    ),
  );
  // the host's clock is the only order between streams; within one the sort keeps what was there
  return all.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

const order: readonly ChannelPlan["kind"][] = ["plenary", "working group", "back channel", "caucus"];

/** Those that the seat sees, as a page lists them: public ones in the hall's order, the others as they were convened. */
export function channelsOf({ states, hall, happened }: SeatStreams): readonly ChannelState[] {
  const channels = [...states.values()].flatMap((state) => (state.kind === "channel" ? [state] : []));
  const named = (hall?.channels ?? []).map(({ id }) => id);
  const since = ({ plan }: ChannelState): string => happened.get(plan.id)?.[0]?.at ?? "";
  return channels.sort(
    (a, b) =>
      order.indexOf(a.plan.kind) - order.indexOf(b.plan.kind) ||
      named.indexOf(a.plan.id) - named.indexOf(b.plan.id) ||
      (since(a) < since(b) ? -1 : 1),
  );
}

function ownStream({ states }: SeatStreams): StreamId | undefined {
  for (const [stream, state] of states) if (state.kind === "delegation") return stream;
  return undefined;
}

/** The composition of what is seen, again only when something on a table, or the lateness of an offer, has changed. */
function composer(agenda: Agenda): (channels: readonly ChannelState[], at: Instant) => Composition {
  let before: readonly unknown[] = [];
  let composition: Composition | undefined;
  return (channels, at) => {
    const late = channels.flatMap(({ offers }) =>
      [...offers.values()].flatMap(({ offer }) => (offer.until !== undefined && offer.until < at ? [offer.id] : [])),
    );
    const rests = [...channels.flatMap(({ plan, offers, closed }) => [plan, offers, closed]), late.join()];
    if (composition && rests.length === before.length && rests.every((each, index) => each === before[index]))
      return composition;
    before = rests;
    composition = composeOf(agenda, channels, { at });
    return composition;
  };
}

/** The last value, as long as what it rests on is the same object. */
function remembering<T, V>(restsOn: (of: T) => unknown, make: (of: T) => V): (of: T) => V {
  let last: { readonly on: unknown; readonly value: V } | undefined;
  return (of) => {
    const on = restsOn(of);
    if (last === undefined || last.on !== on) last = { on, value: make(of) };
    return last.value;
  };
}
