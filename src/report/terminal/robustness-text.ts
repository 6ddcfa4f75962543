import type { Robustness } from "#analysis";
import type { Scenario } from "#model";
import { robustnessDocument } from "../sections/robustness.ts";
import { namesOf } from "../words/names.ts";
import { layoutDocument, type TerminalOptions } from "./layout-document.ts";

/** What `entente robustness` prints: what survives when the judgements are drawn anew, and which of them matter. */
export function robustnessText(scenario: Scenario, robustness: Robustness, options: TerminalOptions): string {
  const context = { scenario, names: namesOf(scenario) };
  return layoutDocument(robustnessDocument(context, robustness), context, options);
}
