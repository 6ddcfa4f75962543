import { began } from "./draft.ts";
import { freshWorkbench, type Workbench } from "./workbench.ts";

/** What of a workbench outlives a reload: this tab's own, so that two tabs do not disturb each other. */
type Kept = Pick<Workbench, "whatIf" | "subject" | "inspector"> & { readonly draft: Workbench["draft"]["present"] };

const keyOf = (scenario: string): string => `entente.workbench.1.${scenario}`;

export function keptWorkbench(scenario: string): Workbench {
  try {
    const text = sessionStorage.getItem(keyOf(scenario));
    if (!text) return freshWorkbench;
    const kept: Kept = JSON.parse(text); // written by keepWorkbench below, in this tab
    return { ...freshWorkbench, ...kept, draft: began(kept.draft) };
  } catch {
    return freshWorkbench;
  }
}

export function keepWorkbench(scenario: string, { whatIf, subject, inspector, draft }: Workbench): void {
  const kept: Kept = { whatIf, inspector, draft: draft.present, ...(subject === undefined ? {} : { subject }) };
  try {
    sessionStorage.setItem(keyOf(scenario), JSON.stringify(kept));
  } catch {
    // a tab that may keep nothing still works; only a reload begins afresh
  }
}
