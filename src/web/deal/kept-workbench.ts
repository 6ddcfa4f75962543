import type { Scenario } from "#model";
import { began, firstDraft } from "./draft.ts";
import { freshWorkbench, type Workbench } from "./workbench.ts";

/** What of a workbench outlives a reload: this tab's own, so that two tabs do not disturb each other. */
type Kept = Pick<Workbench, "whatIf" | "numbers" | "subject" | "inspector"> & {
  readonly draft: Workbench["draft"]["present"];
};

const keyOf = (scenario: string): string => `entente.workbench.1.${scenario}`;

/** As this tab left it; else a fresh one with the presented package in the composer. */
export function keptWorkbench({ key, written }: { readonly key: string; readonly written: Scenario }): Workbench {
  const fresh = { ...freshWorkbench, draft: began(firstDraft(written)) };
  try {
    const text = sessionStorage.getItem(keyOf(key));
    if (!text) return fresh;
    const kept: Kept = JSON.parse(text); // written by keepWorkbench below, in this tab
    // closed: on a narrow page it would cover what the reader came back for
    return { ...freshWorkbench, ...kept, draft: began(kept.draft), inspector: { ...kept.inspector, open: false } };
  } catch {
    return fresh;
  }
}

export function keepWorkbench(scenario: string, { whatIf, numbers, subject, inspector, draft }: Workbench): void {
  const kept: Kept = {
    whatIf,
    numbers,
    inspector,
    draft: draft.present,
    ...(subject === undefined ? {} : { subject }),
  };
  try {
    sessionStorage.setItem(keyOf(scenario), JSON.stringify(kept));
  } catch {
    // a tab that may keep nothing still works; only a reload begins afresh
  }
}
