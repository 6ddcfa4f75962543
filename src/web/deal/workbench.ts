import type { PackageId } from "#model";
import { began, changed, type Draft, type DraftHistory, emptyDraft, redone, undone } from "./draft.ts";
import type { EvidenceRef } from "./evidence-ref.ts";
import { asWritten, type WhatIf } from "./what-if.ts";

/** What the reader does with one scenario in this tab. Kept through a reload. */
export type Workbench = {
  readonly whatIf: WhatIf;
  /** Numbers of the time after signature that are assumed, by `numberKey` (see durability/assumed-durability.ts). */
  readonly numbers: Readonly<Record<string, number>>;
  readonly draft: DraftHistory;
  /** The package that the answer, the unlocks and the shortfalls are about; the presented one when none was chosen. */
  readonly subject?: PackageId;
  readonly inspector: {
    /** On a narrow page, where it lies over the foot of the page; on a wide one it always stands beside. */
    readonly open: boolean;
    readonly tab: "compose" | "what-if" | "evidence";
    readonly evidence?: EvidenceRef;
  };
};

export type Action =
  | { readonly kind: "assume"; readonly whatIf: WhatIf }
  /** One number of the time after signature; undefined: as judged again. */
  | { readonly kind: "assume-number"; readonly key: string; readonly value: number | undefined }
  /** Replaces the draft; can be undone. */
  | { readonly kind: "compose"; readonly draft: Draft }
  /** The same, and shows it. */
  | { readonly kind: "compose-and-show"; readonly draft: Draft }
  | { readonly kind: "undo" }
  | { readonly kind: "redo" }
  | { readonly kind: "choose-subject"; readonly subject: PackageId }
  | { readonly kind: "show"; readonly tab: Workbench["inspector"]["tab"] }
  | { readonly kind: "show-evidence"; readonly of: EvidenceRef }
  | { readonly kind: "close-inspector" };

export const freshWorkbench: Workbench = {
  whatIf: asWritten,
  numbers: {},
  draft: began(emptyDraft),
  inspector: { open: false, tab: "compose" },
};

export function work(bench: Workbench, action: Action): Workbench {
  switch (action.kind) {
    case "assume":
      return { ...bench, whatIf: action.whatIf };
    case "assume-number": {
      const { [action.key]: _, ...others } = bench.numbers;
      return { ...bench, numbers: action.value === undefined ? others : { ...others, [action.key]: action.value } };
    }
    case "compose":
      return { ...bench, draft: changed(bench.draft, action.draft) };
    case "compose-and-show":
      return {
        ...bench,
        draft: changed(bench.draft, action.draft),
        inspector: { ...bench.inspector, open: true, tab: "compose" },
      };
    case "undo":
      return { ...bench, draft: undone(bench.draft) };
    case "redo":
      return { ...bench, draft: redone(bench.draft) };
    case "choose-subject":
      return { ...bench, subject: action.subject };
    case "show":
      return { ...bench, inspector: { ...bench.inspector, open: true, tab: action.tab } };
    case "show-evidence":
      return { ...bench, inspector: { open: true, tab: "evidence", evidence: action.of } };
    case "close-inspector":
      return { ...bench, inspector: { ...bench.inspector, open: false } };
  }
}
