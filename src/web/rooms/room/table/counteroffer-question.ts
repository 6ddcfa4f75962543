import type { Agenda, Choices, PreferenceSheet } from "#model";
import { noDay, parseDay } from "#prelude";
import {
  beliefAbout,
  type Counteroffers,
  counteroffers,
  type DelegationId,
  type Instant,
  type IssueBelief,
  type Level,
  type Mandate,
  type Offer,
  type SeenOffer,
} from "#room";
import { ownCheck } from "#seat";

/** All that is asked with, as it goes to the worker: plain data. */
export type CounterofferQuestion = {
  readonly agenda: Agenda;
  readonly sheet: PreferenceSheet;
  readonly mandate?: Mandate;
  readonly level: Level;
  readonly at: Instant;
  readonly offer: Pick<Offer, "choices" | "conditions">;
  readonly seen: readonly SeenOffer[];
  readonly others: readonly DelegationId[];
  readonly issues: readonly { readonly id: string }[];
  readonly settled: Choices;
  readonly keepAtLeast: number;
};

/** What is believed of one delegation about one issue, for those who want to see what a counteroffer rests on. */
export type BelievedIssue = { readonly delegation: DelegationId; readonly issue: string } & Pick<
  IssueBelief,
  "weight" | "timesKept" | "timesMoved"
> & { readonly likes: readonly { readonly option: string; readonly score: number }[] };

export type CounterofferAnswer = {
  readonly found: Counteroffers;
  readonly believed: readonly BelievedIssue[];
};

/** Counteroffers worth at least so much to me that help the others most, as their public offers make believe. */
export function answerCounteroffers(question: CounterofferQuestion): CounterofferAnswer {
  const { agenda, sheet, mandate, level, at, offer, seen, others, issues, settled, keepAtLeast } = question;
  const beliefs = others.map((delegation) => beliefAbout(delegation, seen));
  const papers = {
    stream: "",
    sheet,
    ...(mandate ? { mandate } : {}),
    overrides: [],
    notes: [],
    clearances: [],
  };
  const found = counteroffers(agenda, sheet, offer, beliefs, {
    keepAtLeast,
    issues,
    on: parseDay(at.slice(0, 10)) ?? noDay,
    standing: settled,
    ...(mandate ? { allows: (choices) => ownCheck(papers, agenda, choices, at, { level })?.within ?? true } : {}),
    atMost: 5,
    steps: 40_000,
  });
  return {
    found,
    believed: beliefs.flatMap(({ delegation, issues: known }) =>
      [...known].map(([issue, { weight, timesKept, timesMoved, options }]) => ({
        delegation,
        issue,
        weight,
        timesKept,
        timesMoved,
        likes: [...options].map(([option, { score }]) => ({ option, score })).sort((a, b) => b.score - a.score),
      })),
    ),
  };
}
