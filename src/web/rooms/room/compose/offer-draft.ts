import type { Choices, Issue, IssueId, OptionId } from "#model";
import type { Command, Offer, OfferCondition, OfferId, SeatRole, StreamId } from "#room";
import type { OfferDraft } from "#seat";
import { conditionDiff } from "../table/condition-diff.ts";

/** An offer in the making, as this browser keeps it. */
export type DraftOffer = {
  readonly as: Offer["kind"];
  readonly choices: Choices;
  readonly conditions: readonly OfferCondition[];
  readonly counters?: OfferId;
  readonly note: string;
  /** As the field of the form has it, by the reader's clock: "2026-11-23T18:00"; empty: no end. */
  readonly until: string;
};

/** `isDecidedHere`: the draft chooses on its issue, so that it cannot be a condition as well (R4.4). */
export type ConditionToTake = { readonly condition: OfferCondition; readonly isDecidedHere: boolean };

/** What the role may table, the most binding first; nobody else tables anything (R3.1). */
export function kindsFor(role: SeatRole): readonly Offer["kind"][] {
  if (role === "negotiator") return ["offer", "supposal"];
  return role === "mediator" || role === "chair" ? ["proposal", "supposal"] : [];
}

export function emptyOffer(as: Offer["kind"]): DraftOffer {
  return { as, choices: {}, conditions: [], note: "", until: "" };
}

/** An answer begins with what it answers. Its own conditions are for its author to make. */
export function counterTo({ id, choices, kind }: Offer, mine: readonly Offer["kind"][]): DraftOffer {
  const as = kind === "supposal" ? "supposal" : (mine[0] ?? "offer");
  return { ...emptyOffer(as), choices, ...(as === "proposal" ? {} : { counters: id }) };
}

/** With `option` undefined the issue is left open. A condition on what is chosen here now is dropped (R4.4). */
export function withOption(draft: DraftOffer, issue: IssueId, option: OptionId | undefined): DraftOffer {
  const { [issue]: _, ...rest } = draft.choices;
  if (option === undefined) return { ...draft, choices: rest };
  return {
    ...draft,
    choices: { ...rest, [issue]: option },
    conditions: draft.conditions.filter((condition) => condition.issue !== issue),
  };
}

/** With these choices instead of its own, as far as they are about these issues and the agenda has them. */
export function filledWith(draft: DraftOffer, issues: readonly Issue[], choices: Choices): DraftOffer {
  const filled = choicesOn(issues, choices);
  return {
    ...draft,
    choices: filled,
    conditions: draft.conditions.filter(({ issue }) => filled[issue] === undefined),
  };
}

/** What is chosen on these issues; options that the agenda does not have are left out. */
export function choicesOn(issues: readonly Issue[], choices: Choices): Choices {
  return Object.fromEntries(
    issues.flatMap(({ id, options }) => {
      const chosen = choices[id];
      return chosen !== undefined && options.some((option) => option.id === chosen) ? [[id, chosen]] : [];
    }),
  );
}

/** One condition for one issue of one channel; without options it goes. */
export function withCondition(draft: DraftOffer, condition: OfferCondition): DraftOffer {
  const isSame = ({ channel, issue }: OfferCondition) => channel === condition.channel && issue === condition.issue;
  const at = draft.conditions.findIndex(isSame);
  const others = draft.conditions.filter((one) => !isSame(one));
  if (condition.options.length === 0) return { ...draft, conditions: others };
  return { ...draft, conditions: others.toSpliced(at < 0 ? others.length : at, 0, condition) };
}

/** What another offer stands on and this draft does not, or with other options. */
export function conditionsToTake(
  draft: DraftOffer,
  { conditions }: Pick<Offer, "conditions">,
): readonly ConditionToTake[] {
  return conditionDiff(draft.conditions, conditions).flatMap((row) => {
    if (row.how !== "dropped" && row.how !== "changed") return [];
    const condition = row.how === "changed" ? row.before : row.condition;
    return [{ condition, isDecidedHere: draft.choices[condition.issue] !== undefined }];
  });
}

/** As it goes out: the end of its time in the host's way of writing it. */
export function toSend({ choices, conditions, counters, note, until }: DraftOffer): OfferDraft {
  const end = until === "" ? Number.NaN : Date.parse(until);
  return {
    choices,
    conditions,
    ...(counters === undefined ? {} : { counters }),
    ...(note.trim() === "" ? {} : { note: note.trim() }),
    ...(Number.isNaN(end) ? {} : { until: new Date(end).toISOString() }),
  };
}

/** The command that would be sent, for the rules to judge; its words are not among what they judge here. */
export function asCommand(draft: DraftOffer): Command {
  const { choices, conditions = [], counters, until } = toSend(draft);
  return {
    kind: "table",
    as: draft.as,
    offer: "0".repeat(32),
    choices,
    conditions,
    ...(counters === undefined ? {} : { counters }),
    ...(until === undefined ? {} : { until }),
  };
}

export function isBegun({ choices, conditions, note }: DraftOffer): boolean {
  return Object.keys(choices).length > 0 || conditions.length > 0 || note !== "";
}

/** What a draft is kept under. */
export function draftName(stream: StreamId): string {
  return `offer.${stream}`;
}
