import type { Agenda, IssueId, OptionId, PartyId } from "#model";
import type { ChannelState, Composition, Instant, Offer, OfferRef } from "#room";
import { eventsOf, type Moment } from "../timeline/moments.ts";

/** How one issue stands between the parties, as far as one seat sees. */
export type IssueStanding = {
  readonly issue: IssueId;
  readonly state: "settled" | "undecided" | "open";
  /** What each party has last tabled or accepted, in the agenda's order; who never named it is not among them. */
  readonly positions: readonly Position[];
  /** Options in a party's supposals that are not its position: they bind nobody, and show where it might go. */
  readonly floated: readonly { readonly party: PartyId; readonly option: OptionId }[];
  /** Absent: nobody has named it yet. */
  readonly lastMove?: IssueMove;
  readonly moves: number;
};

export type Position = { readonly party: PartyId; readonly option: OptionId; readonly at: Instant };

export type IssueMove = OfferRef & {
  readonly party: PartyId;
  readonly at: Instant;
  readonly how: "tabled" | "accepted" | "withdrew" | "reopened";
};

type Track = {
  readonly positions: Map<PartyId, Position>;
  readonly floated: Map<string, { readonly party: PartyId; readonly option: OptionId }>;
  lastMove?: IssueMove;
  moves: number;
};

/**
 * A party moves on an issue when it tables or accepts an option there that is not its last one, or withdraws or reopens what
 * decided it. Supposals bind nobody and mediators have no position: neither is a move.
 * @param moments  oldest first.
 * @returns what is open and has not moved for longest first; what nobody has named before that; settled issues last.
 */
export function issueStandings(
  agenda: Agenda,
  channels: readonly ChannelState[],
  moments: readonly Moment[],
  { clusters }: Pick<Composition, "clusters">,
): readonly IssueStanding[] {
  const tracks = new Map<IssueId, Track>();
  const offers = new Map(channels.map(({ plan, offers: tabled }) => [plan.id, tabled] as const));
  const isParty = (id: string): boolean => agenda.parties.some((party) => party.id === id);

  function trackOf(issue: IssueId): Track {
    const known = tracks.get(issue) ?? { positions: new Map(), floated: new Map(), moves: 0 };
    tracks.set(issue, known);
    return known;
  }

  function move(track: Track, made: IssueMove): void {
    track.moves++;
    track.lastMove = made;
  }

  function stand(party: PartyId, offer: Offer, how: IssueMove["how"], at: Instant): void {
    if (!isParty(party)) return;
    const made = { channel: offer.channel, offer: offer.id, party, at, how };
    for (const [issue, option] of Object.entries(offer.choices)) {
      const track = trackOf(issue);
      if (track.positions.get(party)?.option !== option) move(track, made);
      track.positions.set(party, { party, option, at });
      track.floated.delete(`${party} ${option}`);
    }
  }

  function unsettle(party: PartyId, offer: Offer, how: IssueMove["how"], at: Instant): void {
    if (!isParty(party)) return;
    const made = { channel: offer.channel, offer: offer.id, party, at, how };
    for (const issue of Object.keys(offer.choices)) move(trackOf(issue), made);
  }

  for (const { stream, at, event } of moments.flatMap(eventsOf)) {
    const tabled =
      "offer" in event && typeof event.offer === "string" ? offers.get(stream)?.get(event.offer)?.offer : undefined;
    if (event.kind === "tabled") {
      const { offer } = event;
      if (offer.kind === "offer") stand(offer.delegation, offer, "tabled", at);
      else if (offer.kind === "supposal" && isParty(offer.delegation))
        for (const [issue, option] of Object.entries(offer.choices)) {
          const track = trackOf(issue);
          const party = offer.delegation;
          if (track.positions.get(party)?.option !== option) track.floated.set(`${party} ${option}`, { party, option });
        }
    } else if (!tabled) continue;
    else if (event.kind === "accepted") stand(event.delegation, tabled, "accepted", at);
    else if (event.kind === "withdrawn" && tabled.kind === "offer") unsettle(tabled.delegation, tabled, "withdrew", at);
    else if (event.kind === "reopened") unsettle(event.delegation, tabled, "reopened", at);
  }

  const settled = new Set(clusters.flatMap((cluster) => cluster.settled));
  const undecided = new Set(clusters.flatMap((cluster) => cluster.undecided));
  return agenda.issues
    .map(({ id }): IssueStanding => {
      const { positions, floated, lastMove, moves } = trackOf(id);
      return {
        issue: id,
        state: settled.has(id) ? "settled" : undecided.has(id) ? "undecided" : "open",
        positions: agenda.parties.flatMap((party) => positions.get(party.id) ?? []),
        floated: [...floated.values()],
        ...(lastMove ? { lastMove } : {}),
        moves,
      };
    })
    .sort(stillestFirst);
}

function stillestFirst(a: IssueStanding, b: IssueStanding): number {
  const settled = Number(a.state === "settled") - Number(b.state === "settled");
  if (settled !== 0) return settled;
  const [one, other] = [a.lastMove?.at ?? "", b.lastMove?.at ?? ""];
  return one < other ? -1 : one > other ? 1 : 0;
}
