import { type Agenda, breaks, type Settlement } from "#model";
import type { StreamId } from "./channel.ts";
import type { Offer } from "./offer.ts";
import { issuesOf } from "./package-mistake.ts";
import type { Refusal } from "./refusal.ts";
import type { ChannelSituation } from "./situation.ts";
import type { ChannelState, Motion } from "./state.ts";

type Named = Motion["closes"];

/** Rules R9.4 to R9.8: what stands against adopting this settlement as the closing of these offers. */
export function closingMistake(
  { agenda, stream, address, seenByAll }: ChannelSituation,
  settlement: Settlement,
  named: Named,
): Refusal | undefined {
  const partial = settlementMistake(agenda, settlement);
  if (partial !== undefined) return partial;
  const broken = agenda.rules.find((rule) => breaks(rule, settlement));
  if (broken !== undefined) {
    return { rule: "R9.5", message: `This settlement breaks the agenda's rule ${broken.id}: ${broken.reason}` };
  }
  const closed = closedOffers(seenByAll, named);
  if (closed === undefined) {
    return {
      rule: "R9.6",
      message: "A settlement closes offers, each once, that are provisionally agreed in channels everybody here sees.",
    };
  }
  const covered = new Set<string>();
  for (const offer of closed) {
    for (const [issue, option] of Object.entries(offer.choices)) {
      covered.add(issue);
      if (settlement[issue] === option) continue;
      return { rule: "R9.7", message: `Offer ${offer.number}, which this closes, settles ${issue} with ${option}.` };
    }
  }
  const own = new Set(issuesOf(agenda, stream.plan).map(({ id }) => id));
  const open = agenda.issues.find(({ id }) => !covered.has(id) && !own.has(id));
  if (open !== undefined) {
    return {
      rule: "R9.7",
      message: `No offer that this closes settles ${open.id}, and it is not the plenary's own issue.`,
    };
  }
  const unmet = closed.find((offer) => !conditionsMet(offer, closed, { plenary: address, own, covered, settlement }));
  if (unmet !== undefined) {
    return { rule: "R9.8", message: `A condition of offer ${unmet.number} is not met by what is closed with it.` };
  }
}

/** Rule R9.13: whether everything that the motion closes is still agreed. */
export function stillStands(seenByAll: ReadonlyMap<StreamId, ChannelState>, { closes }: Motion): boolean {
  return closedOffers(seenByAll, closes) !== undefined;
}

function settlementMistake(agenda: Agenda, settlement: Settlement): Refusal | undefined {
  for (const { id, options } of agenda.issues) {
    const chosen = Object.hasOwn(settlement, id) ? settlement[id] : undefined;
    if (chosen === undefined) return { rule: "R9.4", message: `A settlement settles every issue; ${id} is open.` };
    if (!options.some((option) => option.id === chosen)) {
      return { rule: "R9.4", message: `Issue ${id} has no option ${chosen}.` };
    }
  }
  if (Object.keys(settlement).length === agenda.issues.length) return;
  return { rule: "R9.4", message: "This settlement names an issue that is not on the agenda." };
}

/** Undefined unless each is seen by all, provisionally agreed, and named once. */
function closedOffers(seen: ReadonlyMap<StreamId, ChannelState>, named: Named): readonly Offer[] | undefined {
  const offers: Offer[] = [];
  for (const { channel, offer } of named) {
    const tabled = seen.get(channel)?.offers.get(offer);
    if (tabled?.status.kind !== "provisionally agreed" || offers.includes(tabled.offer)) return;
    offers.push(tabled.offer);
  }
  return offers;
}

/** By another closed offer of the channel named; in the plenary also by what the motion itself settles there. */
function conditionsMet(
  { conditions }: Offer,
  closed: readonly Offer[],
  motion: {
    readonly plenary: StreamId;
    readonly own: ReadonlySet<string>;
    readonly covered: ReadonlySet<string>;
    readonly settlement: Settlement;
  },
): boolean {
  return conditions.every(({ channel, issue, options }) => {
    const inside = closed.some((other) => other.channel === channel && options.includes(other.choices[issue] ?? ""));
    const itself = channel === motion.plenary && motion.own.has(issue) && !motion.covered.has(issue);
    return inside || (itself && options.includes(motion.settlement[issue] ?? ""));
  });
}
