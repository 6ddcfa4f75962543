import type { SheetDraft } from "#elicitation";

/** What a sheet's record holds that its owner writes. */
export type Written = { readonly name: string; readonly draft: SheetDraft };

/** With the way back and forth. `topic`: what the last change was about, while it goes on. */
export type SheetHistory = {
  readonly past: readonly Written[];
  readonly present: Written;
  readonly future: readonly Written[];
  readonly topic?: string;
};

const deepest = 200;

export function begun(present: Written): SheetHistory {
  return { past: [], present, future: [] };
}

/** A change about the same topic as the one before goes on with it: a number typed digit by digit is one step back. */
export function changedTo(history: SheetHistory, present: Written, topic?: string): SheetHistory {
  if (present === history.present) return history;
  const goesOn = topic !== undefined && topic === history.topic;
  return {
    past: goesOn ? history.past : [...history.past, history.present].slice(-deepest),
    present,
    future: [],
    ...(topic === undefined ? {} : { topic }),
  };
}

export function undone({ past, present, future }: SheetHistory): SheetHistory {
  const before = past.at(-1);
  return before
    ? { past: past.slice(0, -1), present: before, future: [present, ...future] }
    : { past, present, future };
}

export function redone({ past, present, future }: SheetHistory): SheetHistory {
  const [after, ...rest] = future;
  return after ? { past: [...past, present], present: after, future: rest } : { past, present, future };
}
