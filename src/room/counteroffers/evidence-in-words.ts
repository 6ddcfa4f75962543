import type { IssueId, OptionId } from "#model";
import type { Belief, OptionEvidence } from "./belief.ts";

/** Why a change is believed to move a delegation: what it did with either option, newest first. Ids stand for names. */
export function evidenceInWords(
  belief: Belief,
  { issue, from, to }: { readonly issue: IssueId; readonly from?: OptionId; readonly to: OptionId },
): readonly string[] {
  const known = belief.issues.get(issue);
  if (known === undefined) return [];
  const { delegation } = belief;
  const words = [to, ...(from === undefined ? [] : [from])].flatMap((option) =>
    (known.options.get(option)?.evidence ?? [])
      .toReversed()
      .map((each) => `${delegation} ${acted(each)} ${option} on ${issue} (${each.channelName}, offer ${each.number}).`),
  );
  const { timesKept, timesMoved } = known;
  const held =
    timesKept + timesMoved === 0
      ? []
      : timesMoved === 0
        ? [`${delegation} has kept to its choice on ${issue} ${times(timesKept)}.`]
        : [`${delegation} has moved on ${issue} ${times(timesMoved)} and kept to its choice ${times(timesKept)}.`];
  if (words.length > 0) return [...words, ...held];
  return [`${delegation} has spoken of other options on ${issue}, not of ${to}.`, ...held];
}

function acted({ what }: OptionEvidence): string {
  return what === "rejected the whole" ? "rejected a package with" : what;
}

function times(count: number): string {
  return count === 1 ? "once" : `${count} times`;
}
