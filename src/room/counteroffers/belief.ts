import type { Choices, IssueId, OptionId } from "#model";
import type { OfferRef } from "../compose/composition.ts";
import type { DelegationId } from "../seat.ts";
import type { SeenOffer } from "./offers-seen.ts";

/**
 * What another delegation seems to want, as far as the offers that one seat sees show it. A guess with its evidence: it knows
 * no sheet, and says 0.5 of an option of which nothing was shown.
 */
export type Belief = {
  readonly delegation: DelegationId;
  readonly issues: ReadonlyMap<IssueId, IssueBelief>;
};

export type IssueBelief = {
  /**
   * 0 to 1, how much the issue seems to matter: (1 + times kept) / (2 + times it tabled the issue again), so that one tabling
   * gives a half, holding on raises it and moving lowers it.
   */
  readonly weight: number;
  readonly timesKept: number;
  readonly timesMoved: number;
  readonly options: ReadonlyMap<OptionId, OptionBelief>;
  /** Of options that no evidence names. */
  readonly otherwise: number;
};

export type OptionBelief = {
  /** 0: it seems to refuse it; 0.5: nothing known; 1: it seems to want it. */
  readonly score: number;
  readonly evidence: readonly OptionEvidence[];
};

export type OptionEvidence = OfferRef & {
  readonly number: number;
  readonly channelName: string;
  readonly what:
    | "tabled"
    | "supposed"
    | "tabled, then withdrew"
    | "accepted"
    | "rejected"
    | "rejected the whole"
    | "reopened";
};

/**
 * How much each act says of the options it names, and of the others on the same issue. Chosen by us and shown as such: they
 * order the acts, their sizes are a convention.
 */
export const actStrength: Readonly<
  Record<OptionEvidence["what"], { readonly for: number; readonly against: number; readonly againstOthers: number }>
> = {
  tabled: { for: 1, against: 0, againstOthers: 0.5 },
  accepted: { for: 0.75, against: 0, againstOthers: 0 },
  supposed: { for: 0.5, against: 0, againstOthers: 0.25 },
  "tabled, then withdrew": { for: 0.5, against: 0, againstOthers: 0.25 },
  rejected: { for: 0, against: 1, againstOthers: 0 },
  reopened: { for: 0, against: 0.75, againstOthers: 0 },
  "rejected the whole": { for: 0, against: 0.25, againstOthers: 0 },
};

/** Each later act of the delegation on the same issue makes an earlier one count for this much of itself. */
export const actRecency = 0.8;

type Act = { readonly option: OptionId; readonly evidence: OptionEvidence };

/**
 * An option's score is (1 + 2 x for) / (2 + 2 x for + 2 x against), over what the delegation did with it: between 0 and 1, a half
 * without evidence. A rejection that names issues speaks of those alone; one that names none, weakly, of all.
 * @param offers  in order of tabling, as `offersSeen` gives them.
 * Cost O(offers x issues of each).
 */
export function beliefAbout(delegation: DelegationId, offers: readonly SeenOffer[]): Belief {
  const acts = new Map<IssueId, Act[]>();
  const stands = new Map<IssueId, OptionId[]>();
  for (const seen of offers) {
    for (const { issue, option, what } of actsOn(seen, delegation)) {
      const { id, channel, number } = seen.offer;
      const evidence = { channel, offer: id, number, channelName: seen.channelName, what };
      acts.set(issue, [...(acts.get(issue) ?? []), { option, evidence }]);
      if (what === "tabled" || what === "tabled, then withdrew") {
        stands.set(issue, [...(stands.get(issue) ?? []), option]);
      }
    }
  }
  return {
    delegation,
    issues: new Map([...acts].map(([issue, list]) => [issue, issueBelief(list, stands.get(issue) ?? [])])),
  };
}

/** Of one option; a half where nothing is known. */
export function believedScore({ issues }: Belief, issue: IssueId, option: OptionId): number {
  const known = issues.get(issue);
  return known === undefined ? 0.5 : (known.options.get(option)?.score ?? known.otherwise);
}

function actsOn(
  { offer, status, acceptedBy }: SeenOffer,
  delegation: DelegationId,
): readonly { readonly issue: IssueId; readonly option: OptionId; readonly what: OptionEvidence["what"] }[] {
  const onAll = (what: OptionEvidence["what"], choices: Choices = offer.choices) =>
    Object.entries(choices).map(([issue, option]) => ({ issue, option, what }));
  const acts = [];
  if (offer.delegation === delegation && offer.kind !== "proposal") {
    acts.push(...onAll(ownAct(offer.kind, status.kind === "withdrawn")));
  } else if (acceptedBy.includes(delegation)) acts.push(...onAll("accepted"));
  if (status.kind === "reopened" && status.by === delegation) acts.push(...onAll("reopened"));
  if (status.kind !== "live") return acts;
  for (const rejection of status.rejectedBy) {
    if (rejection.delegation !== delegation) continue;
    const named = new Set(rejection.reasons.flatMap(({ issue }) => (issue === undefined ? [] : [issue])));
    if (named.size === 0) acts.push(...onAll("rejected the whole"));
    else acts.push(...onAll("rejected").filter(({ issue }) => named.has(issue)));
  }
  return acts;
}

function ownAct(kind: "offer" | "supposal", withdrawn: boolean): OptionEvidence["what"] {
  if (kind === "supposal") return "supposed";
  return withdrawn ? "tabled, then withdrew" : "tabled";
}

function issueBelief(acts: readonly Act[], stands: readonly OptionId[]): IssueBelief {
  const againstOthers = acts.map(({ evidence }, at) => actStrength[evidence.what].againstOthers * age(acts, at));
  const scoreFor = (option: OptionId | undefined): number => {
    let pro = 0;
    let contra = 0;
    acts.forEach((act, at) => {
      if (act.option !== option) contra += againstOthers[at]!;
      else {
        pro += actStrength[act.evidence.what].for * age(acts, at);
        contra += actStrength[act.evidence.what].against * age(acts, at);
      }
    });
    return (1 + 2 * pro) / (2 + 2 * pro + 2 * contra);
  };
  const timesKept = stands.filter((option, at) => at > 0 && stands[at - 1] === option).length;
  const timesMoved = Math.max(0, stands.length - 1) - timesKept;
  return {
    weight: (1 + timesKept) / (2 + timesKept + timesMoved),
    timesKept,
    timesMoved,
    options: new Map(
      [...new Set(acts.map(({ option }) => option))].map((option) => [
        option,
        {
          score: scoreFor(option),
          evidence: acts.flatMap((act) => (act.option === option ? [act.evidence] : [])),
        },
      ]),
    ),
    otherwise: scoreFor(undefined),
  };
}

function age(acts: readonly Act[], at: number): number {
  return actRecency ** (acts.length - 1 - at);
}
