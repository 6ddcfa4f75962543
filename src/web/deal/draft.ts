import type { Choices, IssueId, OptionId, PackageId, Scenario } from "#model";

/** The package in the composer: what is chosen, which choices may not be changed by completion, and where it came from. */
export type Draft = {
  readonly name: string;
  readonly choices: Choices;
  readonly locks: readonly IssueId[];
  /** The named or saved package it began as. */
  readonly from?: PackageId;
};

/** A draft with the way back and forth. */
export type DraftHistory = {
  readonly past: readonly Draft[];
  readonly present: Draft;
  readonly future: readonly Draft[];
};

export const emptyDraft: Draft = { name: "", choices: {}, locks: [] };

/** What the composer begins with: the package that was presented, else the first one named. */
export function firstDraft({ packages }: Scenario): Draft {
  const first = packages.find(({ status }) => status === "presented") ?? packages[0];
  return first ? { name: "", choices: first.choices, locks: [], from: first.id } : emptyDraft;
}

/** Steps that can be taken back: enough for an afternoon, small enough to keep. */
const deepest = 200;

export function began(draft: Draft): DraftHistory {
  return { past: [], present: draft, future: [] };
}

export function changed(history: DraftHistory, present: Draft): DraftHistory {
  return { past: [...history.past, history.present].slice(-deepest), present, future: [] };
}

export function undone(history: DraftHistory): DraftHistory {
  const before = history.past.at(-1);
  if (!before) return history;
  return { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future] };
}

export function redone(history: DraftHistory): DraftHistory {
  const [after, ...future] = history.future;
  if (!after) return history;
  return { past: [...history.past, history.present], present: after, future };
}

/** With the issue settled so, or left open. */
export function withChoice(draft: Draft, issue: IssueId, option: OptionId | undefined): Draft {
  const { [issue]: _, ...others } = draft.choices;
  return { ...draft, choices: option === undefined ? others : { ...draft.choices, [issue]: option } };
}

/** With all of these changed at once, as an unlock does. */
export function withChoices(draft: Draft, set: Choices): Draft {
  return { ...draft, choices: { ...draft.choices, ...set } };
}

export function withLock(draft: Draft, issue: IssueId, locked: boolean): Draft {
  const others = draft.locks.filter((one) => one !== issue);
  return { ...draft, locks: locked ? [...others, issue] : others };
}
