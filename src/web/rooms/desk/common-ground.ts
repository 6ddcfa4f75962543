import {
  type Agenda,
  type Choices,
  certainlyBreaks,
  type IssueId,
  isSettlement,
  type OptionId,
  type PartyId,
} from "#model";
import type { ChannelState, OfferRef } from "#room";
import { eventsOf, type Moment } from "../timeline/moments.ts";

/** How a party has stood behind something at some time, the strongest that it did. */
export type Stance = "accepted" | "tabled" | "supposed";

export type SharedOption = {
  readonly issue: IssueId;
  readonly option: OptionId;
  /** Of the parties whose consent is needed. */
  readonly by: Readonly<Record<PartyId, Stance>>;
  /** Who has not stood behind it yet; empty: all have, though perhaps never at the same time. */
  readonly wanting: readonly PartyId[];
};

export type CommonGround = {
  /** Options behind which every party whose consent is needed has stood at some time, in the agenda's order. */
  readonly shared: readonly SharedOption[];
  /** Options for which one party alone is wanting, where two or more have stood behind them. */
  readonly oneWanting: readonly SharedOption[];
  /** Whole packages that each of them has tabled or accepted at some time, and that are not agreed now. */
  readonly packages: readonly { readonly ref: OfferRef; readonly choices: Choices }[];
  /** Of the shared options one for each issue, none against a rule of the agenda: what a mediator could table. */
  readonly draft: Choices;
  readonly draftIsSettlement: boolean;
};

const strength: readonly Stance[] = ["supposed", "tabled", "accepted"];

/** What the parties have each said yes to at some time, as far as this seat sees. @param moments oldest first. */
export function commonGround(
  agenda: Agenda,
  channels: readonly ChannelState[],
  moments: readonly Moment[],
): CommonGround {
  const stances = new Map<string, Map<PartyId, Stance>>();
  const behind = new Map<string, Set<PartyId>>();
  const offers = new Map(
    channels.flatMap(({ plan, offers: tabled }) =>
      [...tabled.values()].map((each) => [`${plan.id} ${each.offer.id}`, each] as const),
    ),
  );

  function stand(party: PartyId, choices: Choices, stance: Stance): void {
    if (!agenda.consent.includes(party)) return;
    for (const [issue, option] of Object.entries(choices)) {
      const by = stances.get(`${issue} ${option}`) ?? new Map<PartyId, Stance>();
      const before = by.get(party);
      if (before === undefined || strength.indexOf(stance) > strength.indexOf(before)) by.set(party, stance);
      stances.set(`${issue} ${option}`, by);
    }
  }

  for (const { stream, event } of moments.flatMap(eventsOf)) {
    if (event.kind === "tabled") {
      const { kind, delegation, choices, id } = event.offer;
      if (kind !== "proposal") stand(delegation, choices, kind === "offer" ? "tabled" : "supposed");
      behind.set(`${stream} ${id}`, new Set(kind === "offer" ? [delegation] : []));
    } else if (event.kind === "accepted") {
      const known = offers.get(`${stream} ${event.offer}`);
      if (known) stand(event.delegation, known.offer.choices, "accepted");
      behind.get(`${stream} ${event.offer}`)?.add(event.delegation);
    }
  }

  const options = agenda.issues.flatMap((issue) =>
    issue.options.map((option): SharedOption => {
      const by = stances.get(`${issue.id} ${option.id}`) ?? new Map<PartyId, Stance>();
      const wanting = agenda.consent.filter((party) => !by.has(party));
      return { issue: issue.id, option: option.id, by: Object.fromEntries(by), wanting };
    }),
  );
  const shared = options.filter(({ wanting }) => wanting.length === 0);
  const draft = draftOf(agenda, shared);
  return {
    shared,
    oneWanting: options.filter(({ wanting, by }) => wanting.length === 1 && Object.keys(by).length >= 2),
    packages: [...offers].flatMap(([key, { offer, status }]) => {
      const all = agenda.consent.every((party) => behind.get(key)?.has(party));
      if (!all || status.kind === "provisionally agreed") return [];
      return [{ ref: { channel: offer.channel, offer: offer.id }, choices: offer.choices }];
    }),
    draft,
    draftIsSettlement: isSettlement(agenda, draft),
  };
}

/** The option that most have bound themselves to first; one that would break a rule with those before it is left out. */
function draftOf(agenda: Agenda, shared: readonly SharedOption[]): Choices {
  const bound = ({ by }: SharedOption): number => Object.values(by).filter((stance) => stance !== "supposed").length;
  let draft: Choices = {};
  for (const { id } of agenda.issues) {
    const candidates = shared.filter(({ issue }) => issue === id).sort((a, b) => bound(b) - bound(a));
    const fitting = candidates
      .map(({ option }) => ({ ...draft, [id]: option }))
      .find((choices) => !agenda.rules.some((rule) => certainlyBreaks(rule, choices)));
    draft = fitting ?? draft;
  }
  return draft;
}
